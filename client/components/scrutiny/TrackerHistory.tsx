import type { TrackerRowAnswer } from '../../../server/contract/scrutiny-answers.ts'
import { TrackerTag } from './TrackerTag.tsx'

/** Every state of a recommendation that is held, the newest first, with who entered it, and where it is printed. */
export function TrackerHistory({ row }: { row: TrackerRowAnswer }) {
  const { history, source } = row
  return (
    <details className="app-tracker__history">
      <summary>
        History of updates ({history.length})<span className="govuk-visually-hidden">: {row.text}</span>
      </summary>
      <ol reversed>
        {history.map((update) => (
          <li key={update.version}>
            <p>
              <strong>As at {update.asOf.label}</strong> <TrackerTag rag={update.rag} />
            </p>
            <p>{update.update}</p>
            <p>Target date: {update.target}</p>
            <p className="app-small">
              Entered by {update.madeBy} on {update.madeOn.label}. {update.reason}
            </p>
          </li>
        ))}
      </ol>
      <p className="app-small">
        Printed in: {source.document}
        {source.page && `, ${source.page}`}.
      </p>
    </details>
  )
}
