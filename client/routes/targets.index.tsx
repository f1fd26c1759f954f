import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link, useLocation, useNavigate } from '@tanstack/react-router'
import { targetsPath } from '../../server/contract/paths.ts'
import { Switch } from '../components/Choice.tsx'
import { FileLinks } from '../components/FileLinks.tsx'
import { IllustrativeNotice } from '../components/IllustrativeNotice.tsx'
import { May } from '../components/May.tsx'
import { Screen } from '../components/Screen.tsx'
import { TargetList } from '../components/targets/TargetList.tsx'
import { areas, targets } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/target-forms.scss'

export const Route = createFileRoute('/targets/')({
  validateSearch: keep(['indicator', 'all']),
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    await Promise.all([queryClient.ensureQueryData(targets(deps)), queryClient.ensureQueryData(areas())])
  },
  component: Targets,
})

/** Everything that is aimed at for an area, and how it stands. */
function Targets() {
  const search = Route.useSearch()
  const navigate = useNavigate({ from: '/targets' })
  const { data } = useSuspenseQuery(targets(search))
  const { data: places } = useSuspenseQuery(areas())
  const told = useLocation({ select: (location) => location.state.told })
  const { area, neighbours, asAt } = search
  const shared = { area, neighbours, asAt }
  const place = places.areas.find(({ id }) => id === (area ?? places.home))?.name ?? ''
  return (
    <Screen title="Targets" caption={place} className="app-wide-paper">
      {told && <p className="govuk-inset-text app-told">{told}</p>}
      <p className="govuk-body-l app-lead">{data.summary}</p>
      <p className="govuk-body">
        Each figure is rated by what the path to its goal asks for on the day of the figure, not by the goal
        itself. What nobody approved is shown and not rated.
      </p>
      <May permission="set-targets">
        <p className="govuk-body app-links">
          <Link to="/targets/new" search={{ ...shared, indicator: search.indicator }} className="govuk-link">
            Set a new target
          </Link>
        </p>
      </May>
      {search.indicator && (
        <p className="govuk-body">
          Only the targets of one measure are shown: {data.targets[0]?.measure.name ?? search.indicator}.{' '}
          <Link to="/targets" search={{ ...shared, all: search.all }} className="govuk-link">
            Show those of all measures
          </Link>
        </p>
      )}
      <div className="app-controls">
        <Switch
          label="Show"
          value={search.all ?? ''}
          options={[
            { value: '', label: 'In force or stated' },
            { value: '1', label: 'All, with those that ran out or were taken out' },
          ]}
          onChoose={(all) =>
            void navigate({
              search: (previous) => ({ ...previous, all: all || undefined }),
              resetScroll: false,
            })
          }
        />
      </div>
      {data.targets.some(({ illustrative }) => illustrative) && <IllustrativeNotice />}
      {data.targets.length > 0 ? (
        <TargetList targets={data.targets} shared={shared} />
      ) : (
        <p className="app-empty">No target is held for {place}. When one is set, it appears here.</p>
      )}
      <p className="govuk-body app-downloads">
        <FileLinks what="these targets" path={targetsPath(search)} />
      </p>
    </Screen>
  )
}
