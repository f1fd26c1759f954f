import { Link } from '@tanstack/react-router'
import type { TrackerAnswer, TrackerRowAnswer } from '../../../server/contract/scrutiny-answers.ts'
import { EntryLine } from './EntryLink.tsx'
import { TrackerHistory } from './TrackerHistory.tsx'
import { TrackerTag } from './TrackerTag.tsx'
import type { Shared } from './tabs.ts'

type Props = { tracker: TrackerAnswer; shared: Shared; back: string }

/** The tracker in the columns of the paper, a row a recommendation. On a narrow screen each becomes a card. */
export function TrackerTable({ tracker, shared, back }: Props) {
  return (
    <table className="app-stack app-tracker">
      <caption className="govuk-visually-hidden">Recommendations as on {tracker.on.label}</caption>
      <thead>
        <tr>
          <th scope="col">Date of rec</th>
          <th scope="col">Recommendation</th>
          <th scope="col">Target date</th>
          <th scope="col">Responsible officer</th>
          <th scope="col">Update</th>
          <th scope="col">RAG rating</th>
        </tr>
      </thead>
      <tbody>
        {tracker.rows.map((row) => (
          <Row key={row.id} row={row} shared={shared} back={back} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, shared, back }: { row: TrackerRowAnswer; shared: Shared; back: string }) {
  return (
    <tr id={row.id}>
      <td data-heading="Date of rec">{row.made.label}</td>
      <th scope="row" className="app-tracker__text">
        {row.text}
        <LedTo row={row} shared={shared} />
      </th>
      <td data-heading="Target date">
        {row.target}
        {row.overdue && (
          <strong className="app-overdue">
            <span aria-hidden="true">! </span>
            {row.overdue}
          </strong>
        )}
        {row.notLate && <span className="app-small">{row.notLate}</span>}
      </td>
      <td data-heading="Responsible officer">{row.officer}</td>
      <td data-heading="Update">
        {row.update}
        <TrackerHistory row={row} />
        <EntryLine className="app-act-line" register="recommendation" id={row.id} back={back}>
          Update<span className="govuk-visually-hidden">: {row.text}</span>
        </EntryLine>
      </td>
      <td data-heading="RAG rating">
        <TrackerTag rag={row.rag} />
      </td>
    </tr>
  )
}

/** The action that answers it, and the measures that it bears on. */
function LedTo({ row, shared }: { row: TrackerRowAnswer; shared: Shared }) {
  const { action, measures } = row
  if (!action && measures.length === 0) return null
  return (
    <span className="app-small">
      {measures.length > 0 && (
        <>
          {measures.length === 1 ? 'Measure: ' : 'Measures: '}
          {measures.map(({ id, name }, i) => (
            <span key={id}>
              {i > 0 && ', '}
              <Link to="/indicators/$id" params={{ id }} search={shared} className="govuk-link">
                {name}
              </Link>
            </span>
          ))}
          .{' '}
        </>
      )}
      {action && (
        <>
          Action:{' '}
          <Link to="/actions/$id" params={{ id: action.id }} search={shared} className="govuk-link">
            {action.title}
          </Link>
        </>
      )}
    </span>
  )
}
