import type { PaperNote } from '../../../server/contract/exception-answers.ts'

/** What a paper said: the day, the words, and where they stand. */
export function Paper({ note }: { note: PaperNote }) {
  return (
    <>
      <strong>{note.label}:</strong> {note.text}
      <span className="app-small">{note.source}</span>
      {note.doubt && <span className="app-small app-doubt">Our check: {note.doubt}</span>}
    </>
  )
}
