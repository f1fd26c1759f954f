import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { programmes } from '../../queries.ts'
import { useMay } from '../../use-session.ts'
import { May } from '../May.tsx'
import type { Shared } from './Opening.tsx'

/** What an area without a strategy is told: that there is none, and how one is set up. */
export function NoStrategy(props: { none: string; area: { id: string; name: string }; shared: Shared }) {
  const { none, area, shared } = props
  const { data } = useQuery(programmes())
  const mayRecord = useMay('record')
  const plans = data?.plans.filter((plan) => plan.area === area.id && !plan.retired) ?? []
  return (
    <>
      <p className="govuk-body-l app-lead">{none}</p>
      <h2 className="govuk-heading-m">How one is set up</h2>
      <ol className="govuk-list govuk-list--number">
        <li>
          Add a plan: what the strategy is for, from when to when it runs, and what it is made up of.{' '}
          <May permission="record">
            <Link
              to="/registers/$register/new"
              params={{ register: 'plan' }}
              search={{ ...shared, area: area.id, kind: 'strategy', back: `/strategy?area=${area.id}` }}
              className="govuk-link"
            >
              Add a plan
            </Link>
          </May>
          {plans.length > 0 && (
            <>
              {' '}
              On record already:{' '}
              {plans.map(({ id, name }, i) => (
                <span key={id}>
                  {i > 0 && '; '}
                  <Link to="/plans/$id" params={{ id }} search={shared} className="govuk-link">
                    {name}
                  </Link>
                </span>
              ))}
              .
            </>
          )}
        </li>
        <li>
          Set targets, and name the plan in each of them as what it belongs to. From the first on the strategy
          has its page here.{' '}
          <May permission="set-targets">
            <Link to="/targets/new" search={shared} className="govuk-link">
              Set a new target
            </Link>
          </May>
        </li>
        <li>
          Where money is to be saved, change the plan and choose the target that its spending follows: the
          path of spending and the ledger of savings go by it.
        </li>
      </ol>
      {!mayRecord && (
        <p className="govuk-body">Whoever keeps the plans of a council does this once they sign in.</p>
      )}
    </>
  )
}
