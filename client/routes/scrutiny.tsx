import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link, useLocation, useNavigate } from '@tanstack/react-router'
import { Screen } from '../components/Screen.tsx'
import { AsOfDay } from '../components/scrutiny/AsOfDay.tsx'
import { Decisions } from '../components/scrutiny/Decisions.tsx'
import { Questions } from '../components/scrutiny/Questions.tsx'
import { Topics } from '../components/scrutiny/Topics.tsx'
import { Tracker } from '../components/scrutiny/Tracker.tsx'
import { TABS, type Tab, tabOf } from '../components/scrutiny/tabs.ts'
import { WorkPlan } from '../components/scrutiny/WorkPlan.tsx'
import { scrutiny } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/scrutiny.scss'

export const Route = createFileRoute('/scrutiny')({
  validateSearch: keep(['tab', 'on']),
  loaderDeps: ({ search: { area, on } }) => ({ area, on }),
  loader: async ({ context: { queryClient }, deps }) => {
    await queryClient.ensureQueryData(scrutiny(deps))
  },
  component: Scrutiny,
})

/** What a committee follows up: each part has an address of its own. */
function Scrutiny() {
  const search = Route.useSearch()
  const navigate = useNavigate({ from: '/scrutiny' })
  const { data } = useSuspenseQuery(scrutiny({ area: search.area, on: search.on }))
  const { told, back } = useLocation({
    select: ({ state, href }) => ({ told: state.told, back: href }),
  })
  const { area, neighbours, asAt } = search
  const shared = { area, neighbours, asAt }
  const tab = tabOf(search.tab)
  const next = data.workPlan.meetings.find(({ state }) => state === 'next')
  const filled = { askedOn: data.isToday ? data.on.on : undefined, meeting: next?.on }
  const counts: Record<Tab, number | null> = {
    tracker: data.tracker.counts.total,
    workplan: data.workPlan.meetings.length,
    questions: data.questions.questions.length,
    decisions: data.decisions.length,
    topics: data.topics.entries.length,
  }
  return (
    <Screen title={`Scrutiny: ${TABS[tab].toLowerCase()}`} caption={data.area.name} className="app-scrutiny">
      {told && <p className="govuk-inset-text app-told">{told}</p>}
      <nav className="app-cards" aria-label="Parts of scrutiny">
        <ul>
          {Object.entries(TABS).map(([name, title]) => (
            <li key={name}>
              <Link
                to="/scrutiny"
                search={(previous) => ({ ...previous, tab: name === 'tracker' ? undefined : name })}
                activeOptions={{ exact: true, explicitUndefined: true }}
                aria-current={name === tab ? 'page' : undefined}
              >
                {title} ({counts[name as Tab]})
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <AsOfDay
        key={data.on.on}
        answer={data}
        choose={(on) => void navigate({ search: (previous) => ({ ...previous, on }) })}
      />
      <section aria-label={TABS[tab]}>
        {tab === 'tracker' && (
          <Tracker tracker={data.tracker} search={{ area, on: search.on }} shared={shared} back={back} />
        )}
        {tab === 'workplan' && <WorkPlan plan={data.workPlan} area={data.area.id} back={back} />}
        {tab === 'questions' && (
          <Questions answer={data.questions} filled={filled} shared={shared} back={back} />
        )}
        {tab === 'decisions' && (
          <Decisions decisions={data.decisions} on={data.on.label} area={data.area.id} back={back} />
        )}
        {tab === 'topics' && <Topics topics={data.topics} area={data.area.id} back={back} />}
      </section>
    </Screen>
  )
}
