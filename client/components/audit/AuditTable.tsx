import { Link } from '@tanstack/react-router'
import type { AuditRowAnswer } from '../../../server/contract/audit.ts'
import { countOf, momentInWords } from '../../words.ts'
import { AuditChanges } from './AuditChanges.tsx'

/** Records, the newest first; on a narrow screen each becomes a card. */
export function AuditTable({ rows }: { rows: readonly AuditRowAnswer[] }) {
  return (
    <table className="app-stack app-audit__table">
      <caption className="govuk-visually-hidden">The record of changes, the newest first</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What was done</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.number} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row: { number, at, who, words, about, changed, why } }: { row: AuditRowAnswer }) {
  return (
    <tr>
      <th scope="row">
        {momentInWords(at)}
        <span className="app-small">Record {number.toLocaleString('en-GB')}</span>
      </th>
      <td data-heading="Who">{who.name}</td>
      <td data-heading="What was done">
        {words}
        {about && about.id !== who.key && <About about={about} />}
        {changed.length > 0 && (
          <details className="govuk-details">
            <summary className="govuk-details__summary">
              <span className="govuk-details__summary-text">
                What changed: {countOf(changed.length, 'thing')}
                <span className="govuk-visually-hidden">, record {number}</span>
              </span>
            </summary>
            <div className="govuk-details__text">
              <AuditChanges changed={changed} />
            </div>
          </details>
        )}
      </td>
      <td data-heading="Why">{why ?? <span className="app-audit__none">No reason is asked for</span>}</td>
    </tr>
  )
}

/** What was done was done to this; all that was done to it is one step away. */
function About({ about: { id, words, href } }: { about: NonNullable<AuditRowAnswer['about']> }) {
  return (
    <>
      :{' '}
      {href ? (
        <a className="govuk-link" href={href}>
          {words}
        </a>
      ) : (
        words
      )}
      <span className="app-small">
        <Link
          to="/audit"
          search={({ area, neighbours, asAt }) => ({ area, neighbours, asAt, about: id })}
          className="govuk-link"
        >
          All records of this<span className="govuk-visually-hidden">: {words}</span>
        </Link>
      </span>
    </>
  )
}
