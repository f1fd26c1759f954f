import { Link } from '@tanstack/react-router'
import type { PlansAnswer } from '../../../server/contract/plan-answers.ts'
import { KeepsChanging } from './Stability.tsx'
import type { Shared } from './shared.ts'

/** The plans of an area: what each is, when it runs, how many of its actions stand where, and when it last changed. */
export function PlanList({ plans, shared }: { plans: PlansAnswer['plans']; shared: Shared }) {
  return (
    <table className="app-stack app-plan-list">
      <caption className="govuk-visually-hidden">Plans and where they stand</caption>
      <thead>
        <tr>
          <th scope="col">Plan</th>
          <th scope="col">When</th>
          <th scope="col">Where it stands</th>
          <th scope="col">Newest change</th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <tr key={plan.id}>
            <th scope="row">
              <Link to="/plans/$id" params={{ id: plan.id }} search={shared} className="govuk-link">
                {plan.name}
              </Link>
              <span className="app-small">{plan.kindWords}</span>
              {plan.onAPage && (
                <span className="app-small">
                  <Link to="/strategy" search={{ ...shared, programme: plan.id }} className="govuk-link">
                    On a page, target by target<span className="govuk-visually-hidden">: {plan.name}</span>
                  </Link>
                </span>
              )}
              {plan.changing && <KeepsChanging />}
            </th>
            <td data-heading="When">{plan.period}</td>
            <td data-heading="Where it stands">
              {plan.countsWords}
              {plan.dueWords && <span className="app-small">{plan.dueWords}</span>}
            </td>
            <td data-heading="Newest change">
              {plan.newest.label}
              <span className="app-small">{plan.newest.words}</span>
              {plan.changing && <span className="app-small">{plan.changing}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
