import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link, useLocation } from '@tanstack/react-router'
import { May } from '../components/May.tsx'
import { CalendarFeed } from '../components/plans/CalendarFeed.tsx'
import { PlanList } from '../components/plans/PlanList.tsx'
import { Screen } from '../components/Screen.tsx'
import { plans } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/plans.scss'

export const Route = createFileRoute('/plans/')({
  validateSearch: keep([]),
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    await queryClient.ensureQueryData(plans(deps))
  },
  component: Plans,
})

/** The plans of an area and where each stands. */
function Plans() {
  const search = Route.useSearch()
  const { data } = useSuspenseQuery(plans(search))
  const told = useLocation({ select: (location) => location.state.told })
  const { area, neighbours, asAt } = search
  const shared = { area, neighbours, asAt }
  return (
    <Screen title="Plans" caption={data.area.name} className="app-plans app-wide-paper">
      {told && <p className="govuk-inset-text app-told">{told}</p>}
      <p className="govuk-body-l app-lead">{data.summary}</p>
      {data.silence && <p className="govuk-inset-text">{data.silence}</p>}
      {data.plans.length > 0 ? (
        <PlanList plans={data.plans} shared={shared} />
      ) : (
        <p className="app-empty">When a plan of {data.area.name} is put on record, it appears here.</p>
      )}
      <p className="govuk-body app-links">
        <May permission="record">
          <Link
            to="/registers/$register/new"
            params={{ register: 'plan' }}
            search={{ ...shared, back: '/plans' }}
            className="govuk-link"
          >
            Add a plan
          </Link>
        </May>
        <Link to="/contracts" search={shared} className="govuk-link">
          Contracts by which others deliver services
        </Link>
      </p>
      <CalendarFeed
        feeds={[
          {
            label: `All that is due in ${data.area.name}, with recommendations and meetings`,
            area: data.area.id,
          },
        ]}
      />
    </Screen>
  )
}
