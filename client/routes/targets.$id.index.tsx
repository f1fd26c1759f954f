import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link, useLocation } from '@tanstack/react-router'
import { May } from '../components/May.tsx'
import { Screen } from '../components/Screen.tsx'
import { Distance } from '../components/targets/Distance.tsx'
import { Done } from '../components/targets/Done.tsx'
import { History } from '../components/targets/History.tsx'
import { Outlook } from '../components/targets/Outlook.tsx'
import { Restatements } from '../components/targets/Restatements.tsx'
import { TargetChart } from '../components/targets/TargetChart.tsx'
import { TargetStatus } from '../components/targets/TargetStatus.tsx'
import { TargetTable } from '../components/targets/TargetTable.tsx'
import { WhatWasSet } from '../components/targets/WhatWasSet.tsx'
import { projection, target, trajectory } from '../queries.ts'
import { keep } from '../search.ts'

/** Beside the newest path, that of the version named in the address is drawn. */
export const Route = createFileRoute('/targets/$id/')({
  validateSearch: keep(['version']),
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, params: { id }, deps }) => {
    await Promise.all([
      queryClient.ensureQueryData(target(id)),
      queryClient.ensureQueryData(trajectory(id, deps)),
      queryClient.ensureQueryData(projection(id)),
    ])
  },
  component: TargetScreen,
})

/** One target: where it stands, its chart and table, how far and how fast, where it is heading, and what was set. */
function TargetScreen() {
  const { id } = Route.useParams()
  const search = Route.useSearch()
  const told = useLocation({ select: (location) => location.state.told })
  const { data: page } = useSuspenseQuery(target(id))
  const { data: drawn } = useSuspenseQuery(trajectory(id, search))
  const { data: outlook } = useSuspenseQuery(projection(id))
  const { target: shown } = page
  const { area, neighbours, asAt } = search
  const shared = { area, neighbours, asAt }

  return (
    <Screen
      title={shown.title}
      caption={`Target of ${shown.area.name}: ${shown.measure.name}`}
      className="app-target-page"
    >
      {told && <p className="govuk-inset-text app-told">{told}</p>}
      <TargetStatus target={shown} />
      <p className="govuk-body app-lead">{drawn.summary}</p>
      <p className="govuk-body app-target-links">
        <Link to="/indicators/$id" params={{ id: shown.measure.id }} search={shared} className="govuk-link">
          All about this measure
        </Link>
        {shown.programme?.hasPage && (
          <Link to="/strategy" search={{ ...shared, programme: shown.programme.id }} className="govuk-link">
            {shown.programme.name}
          </Link>
        )}
        {shown.programme && !shown.programme.hasPage && (
          <Link to="/plans/$id" params={{ id: shown.programme.id }} search={shared} className="govuk-link">
            {shown.programme.name}
          </Link>
        )}
        <May permission="set-targets">
          <Link to="/targets/$id/change" params={{ id }} search={shared} className="govuk-link">
            Change this target
          </Link>
        </May>
      </p>
      {drawn.points.length > 0 ? (
        <TargetChart answer={drawn} projection={outlook} />
      ) : (
        <p className="app-empty">
          When figures of this measure are published or sent for {shown.area.name}, a chart appears here.
        </p>
      )}
      {drawn.rows.length > 0 && <TargetTable answer={drawn} search={search} />}
      <Distance target={shown} />
      <Outlook projection={outlook} unit={shown.measure.unitShort} />
      <Done id={id} />
      <WhatWasSet page={page} />
      <History page={page} shownVersion={search.version} />
      <Restatements page={page} />
    </Screen>
  )
}
