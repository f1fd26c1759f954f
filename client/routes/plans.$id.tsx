import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link, useLocation, useNavigate } from '@tanstack/react-router'
import { May } from '../components/May.tsx'
import { ActionTable, isChosen } from '../components/plans/ActionTable.tsx'
import { Baseline } from '../components/plans/Baseline.tsx'
import { Boards } from '../components/plans/Boards.tsx'
import { CalendarFeed } from '../components/plans/CalendarFeed.tsx'
import { Contents } from '../components/plans/Contents.tsx'
import { Cover } from '../components/plans/Cover.tsx'
import { Funding } from '../components/plans/Funding.tsx'
import { Inspection } from '../components/plans/Inspection.tsx'
import { Meetings } from '../components/plans/Meetings.tsx'
import { Moves } from '../components/plans/Moves.tsx'
import { Owners } from '../components/plans/Owners.tsx'
import { Papers } from '../components/plans/Papers.tsx'
import { PlanMeasures } from '../components/plans/PlanMeasures.tsx'
import { ReadingDay } from '../components/plans/ReadingDay.tsx'
import { Review } from '../components/plans/Review.tsx'
import { Purpose, Standing } from '../components/plans/Standing.tsx'
import { Strands } from '../components/plans/Strands.tsx'
import { Timeline } from '../components/plans/Timeline.tsx'
import { Screen } from '../components/Screen.tsx'
import { plan } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/plans.scss'

/** `on` is the day that the plan is read on, `since` the day after which moves are told; the others choose actions. */
export const Route = createFileRoute('/plans/$id')({
  validateSearch: keep(['on', 'since', 'owner', 'state']),
  loaderDeps: ({ search: { on, since } }) => ({ on, since }),
  loader: async ({ context: { queryClient }, params: { id }, deps }) => {
    await queryClient.ensureQueryData(plan(id, deps))
  },
  component: PlanScreen,
})

/** A plan: what it is for, where it stands, its timeline and actions, what moved, and where all of it is stated. */
function PlanScreen() {
  const { id } = Route.useParams()
  const search = Route.useSearch()
  const navigate = useNavigate({ from: '/plans/$id' })
  const { data } = useSuspenseQuery(plan(id, { on: search.on, since: search.since }))
  const told = useLocation({ select: (location) => location.state.told })
  const { area, neighbours, asAt, owner, state } = search
  const shared = { area, neighbours, asAt }
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (previous) => ({ ...previous, ...next }), resetScroll: false })
  const actions = data.actions.filter((action) => isChosen(action, { owner, state }))
  const shown = new Set(actions.map((action) => action.id))
  const back = `/plans/${data.id}`
  return (
    <Screen title={data.name} caption={`${data.area.name}: ${data.kindWords}`} className="app-plan">
      {told && <p className="govuk-inset-text app-told">{told}</p>}
      <Purpose plan={data} />
      <Standing plan={data}>
        <ReadingDay plan={data} onChoose={(on) => change({ on: on || undefined, since: undefined })} />
      </Standing>
      <p className="govuk-body app-links">
        <Link to="/plans" search={shared} className="govuk-link">
          All plans
        </Link>
        {data.onAPage && (
          <Link to="/strategy" search={{ ...shared, programme: data.id }} className="govuk-link">
            On a page, target by target
          </Link>
        )}
        <May permission="record">
          <Link
            to="/registers/$register/new"
            params={{ register: 'action' }}
            search={{ ...shared, plan: data.id, back }}
            className="govuk-link"
          >
            Add an action
          </Link>
          <Link
            to="/registers/$register/$id/change"
            params={{ register: 'plan', id: data.id }}
            search={{ ...shared, back }}
            className="govuk-link"
          >
            Change this plan
          </Link>
        </May>
      </p>
      <Contents plan={data} />
      {data.review && <Review review={data.review} />}
      {data.inspection && <Inspection inspection={data.inspection} />}
      <Strands plan={data} shared={shared} />
      {data.cover && <Cover cover={data.cover} />}
      <Timeline plan={data} shown={shown} />
      <ActionTable
        plan={data}
        actions={actions}
        chosen={{ owner, state }}
        shared={shared}
        onChoose={change}
      />
      <Owners plan={data} />
      {data.measures && <PlanMeasures measures={data.measures} area={data.area.id} shared={shared} />}
      <Boards plan={data} />
      <Meetings plan={data} />
      <Moves
        plan={data}
        shared={{ ...shared, on: data.isToday ? undefined : data.on }}
        onChoose={(since) => change({ since })}
      />
      <Baseline plan={data} shared={{ ...shared, on: data.isToday ? undefined : data.on }} />
      <Funding funding={data.funding} />
      <Papers plan={data} />
      <CalendarFeed
        feeds={[
          { label: 'What is due in this plan', plan: data.id },
          {
            label: `All that is due in ${data.area.name}, with recommendations and meetings`,
            area: data.area.id,
          },
        ]}
      />
    </Screen>
  )
}
