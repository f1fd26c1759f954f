import { Link } from '@tanstack/react-router'
import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'

/** How many actions each role has, and where they stand. Of a plan that one role carries out there is nothing to tell. */
export function Owners({ plan: { id, owners } }: { plan: PlanAnswer }) {
  if (owners.length < 2) return null
  return (
    <section aria-labelledby="owners-heading" className="app-plan-part">
      <h2 id="owners-heading" className="govuk-heading-m">
        Who does what
      </h2>
      <ul className="govuk-list app-plan-owners">
        {owners.map(({ owner, countsWords }) => (
          <li key={owner}>
            <Link
              to="/plans/$id"
              params={{ id }}
              search={(previous) => ({ ...previous, owner })}
              hash="actions-heading"
              className="govuk-link"
            >
              {owner}
            </Link>
            : {countsWords}
          </li>
        ))}
      </ul>
    </section>
  )
}
