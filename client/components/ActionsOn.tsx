import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { IndicatorActionsAnswer } from '../../server/contract/indicator-actions.ts'
import { indicatorActions } from '../queries.ts'
import { PlanParts } from './plans/PlanParts.tsx'

/** The actions and parts of plans that bear on a measure: what, in which plan, where it stands and when it is due. */
export function ActionsOn({ indicator, area }: { indicator: string; area: string }) {
  const { data } = useQuery(indicatorActions(indicator, area))
  if (!data) return null
  return (
    <section aria-labelledby="actions-heading">
      <h2 id="actions-heading" className="govuk-heading-m">
        What is done about it
      </h2>
      <p className="govuk-body">{data.words}</p>
      {data.actions.length > 0 && (
        <ul className="govuk-list app-facts">
          {data.actions.map((action) => (
            <li key={action.id}>
              <Action action={action} />
            </li>
          ))}
        </ul>
      )}
      <PlanParts parts={data.parts} className="govuk-list app-facts" />
    </section>
  )
}

function Action({ action }: { action: IndicatorActionsAnswer['actions'][number] }) {
  const { id, title, plan, stateWords, due, owner, statedLabel, source } = action
  const { area, neighbours, asAt } = useSearch({ strict: false })
  const shared = { area, neighbours, asAt }
  return (
    <>
      <Link to="/actions/$id" params={{ id }} search={shared} className="govuk-link">
        {title}
      </Link>
      <span className="app-small">
        <strong>{stateWords}</strong>, {due ? `due: ${due}` : 'no due day stated'}. {owner}.
      </span>
      <span className="app-small">
        {plan && (
          <>
            <Link to="/plans/$id" params={{ id: plan.id }} search={shared} className="govuk-link">
              {plan.name}
            </Link>
            {'. '}
          </>
        )}
        As said on {statedLabel}: {source}.
      </span>
    </>
  )
}
