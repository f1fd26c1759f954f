import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link, useNavigate } from '@tanstack/react-router'
import { DEFAULT_PROGRAMME, savingsPath } from '../../server/contract/paths.ts'
import { FileLinks } from '../components/FileLinks.tsx'
import { Screen } from '../components/Screen.tsx'
import { Bridge } from '../components/savings/Bridge.tsx'
import { Ledger } from '../components/savings/Ledger.tsx'
import { SpendPath } from '../components/savings/SpendPath.tsx'
import { UnitCosts } from '../components/savings/UnitCosts.tsx'
import { savings } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/savings.scss'

export const Route = createFileRoute('/savings')({
  validateSearch: keep(['programme', 'from', 'to']),
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps: { programme = DEFAULT_PROGRAMME, ...search } }) => {
    await queryClient.ensureQueryData(savings(programme, search))
  },
  component: Savings,
})

const SECTIONS = [
  ['path-heading', 'Spending against the path'],
  ['ledger-heading', 'Savings ledger'],
  ['bridge-heading', 'What moved the cost of care'],
  ['unit-heading', 'What a week of care costs'],
  ['notes-heading', 'What to bear in mind'],
] as const

/** The money of a strategy: is it on its path, what was saved, what moved the cost, what does a week of care cost. */
function Savings() {
  const { programme = DEFAULT_PROGRAMME, ...search } = Route.useSearch()
  const navigate = useNavigate({ from: '/savings' })
  const { data } = useSuspenseQuery(savings(programme, search))
  const change = (next: { from?: string | undefined; to?: string | undefined }) =>
    void navigate({ search: (previous) => ({ ...previous, ...next }), resetScroll: false })
  const shared = { area: search.area, neighbours: search.neighbours, asAt: search.asAt }
  const isElsewhere = search.area !== undefined && search.area !== data.area.id
  return (
    <Screen
      title="Savings and costs"
      caption={`${data.area.name}: ${data.programme.name}`}
      className="app-savings"
    >
      {(isElsewhere || search.asAt) && (
        <p className="govuk-inset-text">
          This page is about {data.area.name}, whose strategy it is, as it stands today; whatever area or day
          is chosen on other pages.
        </p>
      )}
      <p className="govuk-body-l app-lead">{data.headline}</p>
      {data.comparison && <p className="govuk-body app-lead">{data.comparison}</p>}
      <nav aria-label="On this page" className="app-contents">
        <ul className="govuk-list">
          {SECTIONS.map(([id, title]) => (
            <li key={id}>
              <Link to="/savings" search={(previous) => previous} hash={id} className="govuk-link">
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <SpendPath answer={data} shared={shared} />
      <Ledger answer={data} />
      <Bridge bridge={data.bridge} change={change} />
      <UnitCosts costs={data.unitCosts} area={data.area.name} />
      <section aria-labelledby="notes-heading" className="app-savings__part">
        <h2 id="notes-heading" className="govuk-heading-m">
          What to bear in mind
        </h2>
        <ul className="govuk-list govuk-list--bullet app-notes">
          {data.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </section>
      <p className="govuk-body app-downloads">
        <FileLinks what="this page" path={savingsPath(programme, search)} />
      </p>
    </Screen>
  )
}
