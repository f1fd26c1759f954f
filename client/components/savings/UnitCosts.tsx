import type { UnitCostsAnswer } from '../../../server/contract/savings.ts'

/** What a week of care costs on average, here and elsewhere. */
export function UnitCosts({ costs, area }: { costs: UnitCostsAnswer | null; area: string }) {
  return (
    <section aria-labelledby="unit-heading" className="app-savings__part">
      <h2 id="unit-heading" className="govuk-heading-m">
        What a week of care costs
      </h2>
      {costs ? <Found costs={costs} area={area} /> : <p className="govuk-body">No unit cost is published.</p>}
    </section>
  )
}

function Found({ costs, area }: { costs: UnitCostsAnswer; area: string }) {
  return (
    <>
      {costs.move && <p className="govuk-body app-savings__sentence">{costs.move.words}</p>}
      <table className="app-stack">
        <caption className="govuk-table__caption">
          Average pounds a week for each child, {costs.label}
        </caption>
        <thead>
          <tr>
            <th scope="col">Kind of placement</th>
            <th scope="col" className="app-number">
              {area}
            </th>
            <th scope="col" className="app-number">
              Similar councils, mean
            </th>
            <th scope="col" className="app-number">
              England
            </th>
          </tr>
        </thead>
        <tbody>
          {costs.rows.map(({ id, label, own, neighbours, england }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td data-heading={area} className="app-number">
                {own.text}
              </td>
              <td data-heading="Similar councils, mean" className="app-number">
                {neighbours.text}
                <span className="app-small">
                  {neighbours.contributing} of {neighbours.of} reported
                </span>
              </td>
              <td data-heading="England" className="app-number">
                {england.text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="govuk-list govuk-list--bullet app-notes">
        {costs.cautions.map((caution) => (
          <li key={caution}>{caution}</li>
        ))}
        <li>Similar councils are those of the {costs.model} list.</li>
      </ul>
    </>
  )
}
