import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'

/** Who pays for a plan; sums of different papers stand beside each other and are not added up. */
export function Funding({ funding }: { funding: PlanAnswer['funding'] }) {
  if (funding.length === 0) return null
  return (
    <section aria-labelledby="funding-heading" className="app-plan-part">
      <h2 id="funding-heading" className="govuk-heading-m">
        Funding
      </h2>
      <table className="app-stack app-plan-funding">
        <caption className="govuk-visually-hidden">Who pays how much</caption>
        <thead>
          <tr>
            <th scope="col">Who pays</th>
            <th scope="col" className="app-number">
              Amount
            </th>
            <th scope="col">For how long</th>
            <th scope="col">Note</th>
          </tr>
        </thead>
        <tbody>
          {funding.map(({ funder, amountText, period, note }) => (
            <tr key={`${funder} ${amountText} ${note}`}>
              <th scope="row">{funder}</th>
              <td data-heading="Amount" className="app-number">
                {amountText}
              </td>
              <td data-heading="For how long">{period ? `As printed: ${period}` : 'not stated'}</td>
              <td data-heading="Note">{note ?? 'none'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
