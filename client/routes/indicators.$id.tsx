import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, useLocation, useNavigate } from '@tanstack/react-router'
import type { SeriesAnswer } from '../../server/contract/answers.ts'
import { csvPath, type Search, seriesPath } from '../../server/contract/paths.ts'
import { SeriesChart } from '../charts/SeriesChart.tsx'
import { useIdle } from '../components/AreaPicker.tsx'
import { ComparisonPanel } from '../components/ComparisonPanel.tsx'
import { DefinitionPanel } from '../components/DefinitionPanel.tsx'
import { IllustrativeNotice } from '../components/IllustrativeNotice.tsx'
import { PapersPanel } from '../components/PapersPanel.tsx'
import { Screen } from '../components/Screen.tsx'
import { SeriesControls } from '../components/SeriesControls.tsx'
import { SeriesTable } from '../components/SeriesTable.tsx'
import { TargetLine } from '../components/TargetLine.tsx'
import { areas, indicator, series } from '../queries.ts'
import { keep } from '../search.ts'

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
  const { data: places } = useQuery({ ...areas(), enabled: idle, staleTime: Number.POSITIVE_INFINITY })
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: (previous) => ({ ...previous, ...next }), resetScroll: false })

  const hasFigures = data.points.length > 0 || data.facts.length > 0
  return (
    <Screen title={data.summary.title} caption={`${data.area.name}: ${definition.themeName}`}>
      <p className="govuk-body app-lead">{data.summary.text}</p>
      {data.target?.state === 'in-force' && <TargetLine target={data.target} />}
      {data.by !== 'financial-year' && <Changes summary={data.summary} />}
      {hasFigures ? (
        <figure className="app-figure" aria-busy={isFetching}>
          <figcaption className="app-figure__caption">
            {data.indicator.name}, {data.indicator.unitText}: {data.area.name}
          </figcaption>
          <SeriesChart answer={data} />
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
      {hasFigures && (
        <>
          <SeriesTable answer={data} file={csvPath(seriesPath(id, { ...search, by: data.by }))} />
          <PapersPanel answer={data} />
          {idle && <ComparisonPanel id={id} search={search} change={change} />}
        </>
      )}
      <DefinitionPanel definition={definition} answer={data} />
    </Screen>
  )
}

/** What a quarter is set against: the one before it and, since the seasons differ, the same one a year ago. */
function Changes({ summary }: { summary: SeriesAnswer['summary'] }) {
  return (
    <ul className="govuk-list app-changes">
      {summary.change && (
        <li>
          <strong>On the period before:</strong> {summary.change.words}
        </li>
      )}
      {summary.yearChange && (
        <li>
          <strong>On the same period last year:</strong> {summary.yearChange.words}
        </li>
      )}
    </ul>
  )
}
