import type { RatingAnswer } from '../../server/contract/target-answers.ts'

type State = RatingAnswer['state']

/** A sign and a word before it is a colour. What is not rated says so, and is never green. */
const STATES: Record<State, [sign: string, words: string, kind: string]> = {
  green: ['✓', 'On the path', 'green'],
  amber: ['▲', 'Close to the path', 'amber'],
  red: ['✕', 'Off the path', 'red'],
  'no-direction': ['–', 'Monitored only', 'none'],
  'not-approved': ['–', 'Not rated', 'none'],
  'not-started': ['…', 'No data yet', 'none'],
  'no-data': ['…', 'No data', 'none'],
  hidden: ['–', 'Hidden', 'none'],
}

const COLOURS: Partial<Record<State, string>> = { green: 'Green', amber: 'Amber', red: 'Red' }

export function RatingTag({ state }: { state: State }) {
  const [sign, words, kind] = STATES[state]
  const colour = COLOURS[state]
  return (
    <span className={`app-rating app-rating--${kind}`}>
      <span aria-hidden="true">{sign}</span> {colour ? `${colour}: ${words.toLowerCase()}` : words}
    </span>
  )
}
