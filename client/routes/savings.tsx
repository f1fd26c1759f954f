import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { savingsPath } from '../../server/contract/paths.ts'
import type { SavingsAnswer } from '../../server/contract/savings.ts'
import { FileLinks } from '../components/FileLinks.tsx'
import { OnThisPage } from '../components/OnThisPage.tsx'
import { Screen } from '../components/Screen.tsx'
import { Bridge } from '../components/savings/Bridge.tsx'
import { Ledger } from '../components/savings/Ledger.tsx'
import { SpendPath } from '../components/savings/SpendPath.tsx'
import { UnitCosts } from '../components/savings/UnitCosts.tsx'
import { NoStrategy } from '../components/strategy/NoStrategy.tsx'
import type { Shared } from '../components/strategy/Opening.tsx'
import { savings } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/savings.scss'

export const Route = createFileRoute('/savings')({
  validateSearch: keep(['programme', 'from', 'to']),
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    await queryClient.ensureQueryData(savings(deps))
  },
  component: Savings,
})

const SECTIONS = [
  { id: 'path-heading', title: 'Spending against the path' },
  { id: 'ledger-heading', title: 'Savings ledger' },
  { id: 'bridge-heading', title: 'What moved the cost of care' },
  { id: 'unit-heading', title: 'What a week of care costs' },
  { id: 'notes-heading', title: 'What to bear in mind' },
] as const

/** The money of a strategy, or that there is none to save by; without a name in the address that of the area. */
function Savings() {
  const search = Route.useSearch()
  const { data } = useSuspenseQuery(savings(search))
  const shared = { area: search.area, neighbours: search.neighbours, asAt: search.asAt }
  const answer = data.savings
  return (
    <Screen
      title="Savings and costs"
      caption={answer ? `${answer.area.name}: ${answer.programme.name}` : data.area.name}
      className="app-savings"
    >
      {answer ? (
        <Money data={answer} shared={shared} />
      ) : (
        <NoStrategy none={data.none ?? ''} area={data.area} shared={shared} />
      )}
    </Screen>
  )
}

/** Is it on its path, what was saved, what moved the cost, what does a week of care cost. */
function Money({ data, shared }: { data: SavingsAnswer; shared: Shared }) {
  const search = Route.useSearch()
  const navigate = useNavigate({ from: '/savings' })
  const change = (next: { from?: string | undefined; to?: string | undefined }) =>
    void navigate({ search: (previous) => ({ ...previous, ...next }), resetScroll: false })
  const isElsewhere = search.area !== undefined && search.area !== data.area.id
  return (
    <>
      {(isElsewhere || search.asAt) && (
        <p className="govuk-inset-text">
          This page is about {data.area.name}, whose strategy it is, as it stands today; whatever area or day
          is chosen on other pages.
        </p>
      )}
      <p className="govuk-body-l app-lead">{data.headline}</p>
      {data.comparison && <p className="govuk-body app-lead">{data.comparison}</p>}
      <OnThisPage parts={SECTIONS} />
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
        <FileLinks what="this page" path={savingsPath(data.programme.id, search)} />
      </p>
    </>
  )
}
