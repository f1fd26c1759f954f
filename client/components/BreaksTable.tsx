import { Link } from '@tanstack/react-router'
import type { BreakAnswer } from '../../server/contract/quality.ts'

type Shared = { area?: string | undefined; neighbours?: string | undefined; asAt?: string | undefined }

/** What makes figures differ for another reason than what happened. */
export function BreaksTable({ breaks, shared }: { breaks: readonly BreakAnswer[]; shared: Shared }) {
  if (breaks.length === 0) return <p className="govuk-body">No break in a series is known.</p>
  return (
    <table className="app-stack">
      <caption className="govuk-visually-hidden">Breaks in series and other changes of counting</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Measure</th>
          <th scope="col">What changed</th>
        </tr>
      </thead>
      <tbody>
        {breaks.map((each) => (
          <tr key={`${each.date} ${each.name} ${each.reason}`}>
            <td data-heading="From" className="app-stack__when">
              {each.label}
            </td>
            <th scope="row">
              {each.indicator ? (
                <Link
                  to="/indicators/$id"
                  params={{ id: each.indicator }}
                  search={shared}
                  className="govuk-link"
                >
                  {each.name}
                </Link>
              ) : (
                each.name
              )}
              <span className="app-small">{each.everywhere ? 'Everywhere' : 'Here only'}</span>
            </th>
            <td data-heading="What changed">
              <strong>{each.kind}.</strong> {each.reason}
              <span className="app-small">Source: {each.source}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
