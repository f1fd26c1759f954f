import type { TrackerRowAnswer } from '../../../server/contract/scrutiny-answers.ts'

type Rag = TrackerRowAnswer['rag']

/** A shape for each word. They are all of one ink: the colours on other screens belong to targets. */
const SHAPES: Record<Rag, string> = {
  Green: 'M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14z',
  Amber: 'M8 1a7 7 0 0 1 0 14zM8 0a8 8 0 1 0 0 16a8 8 0 1 0 0-16zm0 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z',
  Red: 'M1 1h14v14h-14z',
  'Not yet due': 'M8 0a8 8 0 1 0 0 16a8 8 0 1 0 0-16zm0 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z',
  Completed: 'M2 8l2-2 3 3 6-7 2 2-8 9z',
}

/** The rating of the committee's own tracker, in its own word. */
export function TrackerTag({ rag }: { rag: Rag }) {
  return (
    <span className="app-tracker-tag">
      <svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16">
        <path d={SHAPES[rag]} fillRule="evenodd" fill="currentColor" />
      </svg>
      {rag}
    </span>
  )
}
