import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, useLocation, useNavigate } from '@tanstack/react-router'
import { lazy, useMemo } from 'react'
import { type Search, seriesPath } from '../../server/contract/paths.ts'
import type { SeriesAnswer } from '../../server/contract/series-answers.ts'
import { lineModel } from '../charts/line-model.ts'
import { SeriesChart } from '../charts/SeriesChart.tsx'
import { useIdle } from '../components/AreaPicker.tsx'
import { EventList, hasEventList } from '../components/Events.tsx'
import { IllustrativeNotice } from '../components/IllustrativeNotice.tsx'
import { Later } from '../components/Later.tsx'
import { Screen } from '../components/Screen.tsx'
import { SeriesControls } from '../components/SeriesControls.tsx'
import { SeriesTable } from '../components/SeriesTable.tsx'
import { TargetLine } from '../components/TargetLine.tsx'
import { WhenInView } from '../components/WhenInView.tsx'
import { areas, indicator, series } from '../queries.ts'
import { keep } from '../search.ts'

/** Nobody sees it before the chart, so its code need not come before it either. */
const BesideTheFigures = lazy(() =>
  import('../components/BesideTheFigures.tsx').then((module) => ({ default: module.BesideTheFigures })),
)
/** What follows from the figures is fetched with its own code once somebody scrolls towards it. */
const Followed = lazy(() =>
  import('../components/Followed.tsx').then((module) => ({ default: module.Followed })),
)

/** All that the screen keeps in its address; `period` and `group` are of the comparison, the rest of the chart. */
const KEYS = [
  'view',
  'by',
  'basis',
  'dimension',
  'compare',
  'method',
  'from',
  'to',
  'base',
  'events',
  'period',
  'group',
] as const

export const Route = createFileRoute('/indicators/$id')({
  validateSearch: keep(KEYS),
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, params: { id }, deps }) => {
    await Promise.all([
      queryClient.ensureQueryData(series(id, deps)),
      queryClient.ensureQueryData(indicator(id)),
    ])
  },
  component: IndicatorScreen,
})

/** One measure: what happened, the chart, its table, who else, and what it means. */
function IndicatorScreen() {
  const { id } = Route.useParams()
  const search = Route.useSearch()
  // What is being gone to: a box is ticked as soon as it is clicked, before the figures are there.
  const wanted = useLocation({ select: (location) => location.search as Search })
  const navigate = useNavigate({ from: '/indicators/$id' })
  const { data, isFetching } = useSuspenseQuery(series(id, search))
  const { data: definition } = useSuspenseQuery(indicator(id))
  const idle = useIdle()
  const told = useLocation({ select: ({ state }) => state.told })
  const { data: places } = useQuery({ ...areas(), enabled: idle, staleTime: Number.POSITIVE_INFINITY })
  const model = useMemo(() => lineModel(data), [data])
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: (previous) => ({ ...previous, ...next }), resetScroll: false })

  const hasFigures = data.points.length > 0 || data.facts.length > 0
  return (
    <Screen title={data.summary.title} caption={`${data.area.name}: ${definition.themeName}`}>
      {told && <p className="govuk-inset-text app-told">{told}</p>}
      <p className="govuk-body app-lead">{data.summary.text}</p>
      {data.target?.state === 'in-force' && <TargetLine target={data.target} />}
      {(data.by !== 'financial-year' || data.base) && <Changes answer={data} />}
      {hasFigures ? (
        <figure className="app-figure" aria-busy={isFetching}>
          <figcaption className="app-figure__caption">
            {data.indicator.name}, {data.indicator.unitText}: {data.area.name}
          </figcaption>
          <SeriesChart answer={data} model={model} />
          {model.events.length > 0 && (
            <p className="app-what-numbers">
              <a className="govuk-link" href="#events">
                What the numbers on the chart stand for
              </a>
            </p>
          )}
          {data.summary.age && <p className="app-source">The newest figure is {data.summary.age} old.</p>}
          {data.illustrative && <IllustrativeNotice />}
        </figure>
      ) : (
        <p className="app-empty">
          When figures of this measure are published or sent for {data.area.name}, they appear here with a
          chart and a table.
        </p>
      )}
      <SeriesControls
        answer={data}
        definition={definition}
        id={id}
        search={wanted}
        places={places?.areas ?? []}
        change={change}
      />
      {hasFigures && <SeriesTable answer={data} path={seriesPath(id, { ...search, by: data.by })} />}
      {hasFigures && hasEventList(model, data.events) && (
        <section aria-labelledby="events">
          <h2 id="events" className="govuk-heading-m">
            Events and actions on the chart
          </h2>
          <EventList model={model} events={data.events} />
        </section>
      )}
      {idle && (
        <Later>
          <BesideTheFigures answer={data} definition={definition} search={search} change={change}>
            <WhenInView className="app-followed">
              <Followed indicator={definition.id} area={data.area.id} />
            </WhenInView>
          </BesideTheFigures>
        </Later>
      )}
    </Screen>
  )
}

/** What the newest figure is set against: the one before it, the same season a year ago, and the chosen base. */
function Changes({ answer: { summary, base } }: { answer: SeriesAnswer }) {
  const { change, yearChange, baseChange } = summary
  return (
    <ul className="govuk-list app-changes">
      {change && (
        <li>
          <strong>On the period before:</strong> {change.words}
        </li>
      )}
      {yearChange && (
        <li>
          <strong>On the same period last year:</strong> {yearChange.words}
        </li>
      )}
      {base && baseChange && (
        <li>
          <strong>On the base you chose ({base.label}):</strong> {baseChange.words}
        </li>
      )}
    </ul>
  )
}
