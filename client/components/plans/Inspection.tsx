import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'

/** What was judged at the inspection that a plan follows, beside later ones that judged the same. */
export function Inspection({ inspection }: { inspection: NonNullable<PlanAnswer['inspection']> }) {
  const { columns, rows, notes } = inspection
  return (
    <section aria-labelledby="inspection-heading" className="app-plan-part">
      <h2 id="inspection-heading" className="govuk-heading-m">
        What the inspection judged
      </h2>
      <table className="app-stack app-plan-judgements">
        <caption className="govuk-visually-hidden">Judgements by domain</caption>
        <thead>
          <tr>
            <th scope="col">Domain</th>
            {columns.map(({ id, heading, body, published }) => (
              <th scope="col" key={id}>
                {heading}
                <span className="app-small">
                  {body}. {published}.
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ domain, grades }) => (
            <tr key={domain}>
              <th scope="row">{domain}</th>
              {columns.map(({ id, heading }, i) => (
                <td key={id} data-heading={heading}>
                  {grades[i] ?? 'none is held'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="govuk-list app-plan-published">
        {columns.map(({ id, heading, body, published }) => (
          <li key={id}>
            {heading}: {body}. {published}.
          </li>
        ))}
      </ul>
      {notes.map((note) => (
        <p className="govuk-body" key={note}>
          {note}
        </p>
      ))}
    </section>
  )
}
