import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link, useLocation } from '@tanstack/react-router'
import { IllustrativeNotice } from '../components/IllustrativeNotice.tsx'
import { May } from '../components/May.tsx'
import { ActionFacts } from '../components/plans/ActionFacts.tsx'
import { MeasureBeforeAfter } from '../components/plans/MeasureBeforeAfter.tsx'
import { MoveText } from '../components/plans/Moves.tsx'
import { Screen } from '../components/Screen.tsx'
import { planAction } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/plans.scss'

export const Route = createFileRoute('/actions/$id')({
  validateSearch: keep(['on']),
  loaderDeps: ({ search: { on } }) => ({ on }),
  loader: async ({ context: { queryClient }, params: { id }, deps }) => {
    await queryClient.ensureQueryData(planAction(id, deps))
  },
  component: ActionScreen,
})

/** An action: where it stands, everything on record of it, its measures before and after, and its history. */
function ActionScreen() {
  const { id } = Route.useParams()
  const search = Route.useSearch()
  const { data } = useSuspenseQuery(planAction(id, { on: search.on }))
  const told = useLocation({ select: (location) => location.state.told })
  const { area, neighbours, asAt, on } = search
  const shared = { area, neighbours, asAt }
  return (
    <Screen title={data.action.title} caption={`${data.area.name}: an action of a plan`} className="app-plan">
      {told && <p className="govuk-inset-text app-told">{told}</p>}
      <ActionFacts page={data} search={{ ...shared, on }} />
      <p className="govuk-body app-links">
        <Link to="/plans/$id" params={{ id: data.plan.id }} search={{ ...shared, on }} className="govuk-link">
          {data.plan.name}
        </Link>
        <May permission="record">
          <Link
            to="/registers/$register/$id/change"
            params={{ register: 'action', id: data.action.id }}
            search={{ ...shared, back: `/actions/${data.action.id}` }}
            className="govuk-link"
          >
            Change this action
          </Link>
        </May>
      </p>
      <section aria-labelledby="measures-heading" className="app-plan-part">
        <h2 id="measures-heading" className="govuk-heading-m">
          Its measures, before and after
        </h2>
        {data.measures.length === 0 ? (
          <p className="app-empty">
            No measure is linked to this action. When one is, its figures before and after appear here.
          </p>
        ) : (
          <>
            <p className="govuk-body">{data.caution}</p>
            {data.measures.some(({ illustrative }) => illustrative) && <IllustrativeNotice />}
            {data.measures.map((measure) => (
              <MeasureBeforeAfter key={measure.id} measure={measure} area={data.area} shared={shared} />
            ))}
          </>
        )}
      </section>
      <section aria-labelledby="history-heading" className="app-plan-part">
        <h2 id="history-heading" className="govuk-heading-m">
          History
        </h2>
        {data.dueMove && <p className="govuk-body">Due day: {data.dueMove}</p>}
        <ol className="govuk-list app-plan-moves">
          {data.history.map((move) => (
            <li key={move.version}>
              <h3 className="govuk-heading-s">Version {move.version}</h3>
              <MoveText move={move} />
            </li>
          ))}
        </ol>
      </section>
    </Screen>
  )
}
