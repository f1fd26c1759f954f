import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { qualityPath } from '../../server/contract/paths.ts'
import type { QualityAnswer } from '../../server/contract/quality.ts'
import { BreaksTable } from '../components/BreaksTable.tsx'
import { Choice, Switch } from '../components/Choice.tsx'
import { HeldGrid } from '../components/HeldGrid.tsx'
import { StateWord, stateClass } from '../components/HeldState.tsx'
import { IllustrativeNotice } from '../components/IllustrativeNotice.tsx'
import { OnThisPage } from '../components/OnThisPage.tsx'
import { PublicationsTable } from '../components/PublicationsTable.tsx'
import { AcceptedWarnings, ReleasesTable } from '../components/ReleasesTable.tsx'
import { Screen } from '../components/Screen.tsx'
import { quality } from '../queries.ts'
import { keep } from '../search.ts'

export const Route = createFileRoute('/quality')({
  validateSearch: keep(['by', 'quarter', 'year']),
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    await queryClient.ensureQueryData(quality(deps))
  },
  component: Quality,
})

const SECTIONS = [
  { id: 'held', title: 'What is held' },
  { id: 'breaks', title: 'Breaks in series' },
  { id: 'warnings', title: 'Warnings that were accepted' },
  { id: 'releases', title: 'Releases' },
] as const

/** How far the figures can be trusted: what is held and how old it is, what is late, and where each figure came from. */
function Quality() {
  const search = Route.useSearch()
  const { data } = useSuspenseQuery(quality(search))
  const shared = { area: search.area, neighbours: search.neighbours, asAt: search.asAt }
  return (
    <Screen title="Data quality" caption={data.area.name} className="app-quality">
      <Summary answer={data} />
      <OnThisPage parts={SECTIONS} />
      <Held answer={data} />
      <section id="breaks" aria-labelledby="breaks-heading">
        <h2 id="breaks-heading" className="govuk-heading-m">
          Breaks in series
        </h2>
        <p className="govuk-body">
          Changes of counting. Figures before and after one should not be set side by side without a word.
        </p>
        <BreaksTable breaks={data.breaks} shared={shared} />
      </section>
      <section id="warnings" aria-labelledby="warnings-heading">
        <h2 id="warnings-heading" className="govuk-heading-m">
          Warnings that were accepted
        </h2>
        <AcceptedWarnings accepted={data.accepted} />
      </section>
      <section id="releases" aria-labelledby="releases-heading">
        <h2 id="releases-heading" className="govuk-heading-m">
          Releases
        </h2>
        <p className="govuk-body">
          Everything that figures were ever read from, of all areas. A release is never changed: a correction
          is a new one, and one that was wrong is withdrawn.
        </p>
        <ReleasesTable releases={data.releases} />
      </section>
    </Screen>
  )
}

function Summary({ answer }: { answer: QualityAnswer }) {
  return (
    <ul className="app-summary">
      {answer.summary.map(({ text, late }) => (
        <li key={text}>
          {late && (
            <>
              <span className={stateClass('late')}>
                <StateWord state="late" />
              </span>{' '}
            </>
          )}
          {text}
        </li>
      ))}
    </ul>
  )
}

function Held({ answer }: { answer: QualityAnswer }) {
  const search = Route.useSearch()
  const navigate = useNavigate({ from: '/quality' })
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: (previous) => ({ ...previous, ...next }), resetScroll: false })
  const shared = { area: search.area, neighbours: search.neighbours, asAt: search.asAt }
  const hasQuarters = answer.quarters.columns.length > 0
  const by = (search.by ?? (hasQuarters ? 'quarter' : 'year')) === 'year' ? 'year' : 'quarter'
  const grid = by === 'year' ? answer.years : answer.quarters
  const isMadeUp = grid.rows.some((row) => row.cells.some(({ state }) => state === 'illustrative'))
  return (
    <section id="held" aria-labelledby="held-heading">
      <h2 id="held-heading" className="govuk-heading-m">
        What is held
      </h2>
      <div className="app-controls">
        <Switch
          label="Show"
          value={by}
          options={[
            { value: 'quarter', label: 'Quarterly return' },
            { value: 'year', label: 'Published years' },
          ]}
          onChoose={(value) => change({ by: value })}
        />
        {grid.pages.length > 1 && (
          <Choice
            label={by === 'year' ? 'Years' : 'Quarters'}
            value={grid.last ?? ''}
            options={grid.pages}
            onChoose={(last) => change({ by, [by]: last === grid.pages[0]?.value ? undefined : last })}
          />
        )}
      </div>
      {isMadeUp && <IllustrativeNotice />}
      {by === 'year' && <PublicationsTable publications={answer.publications} />}
      {grid.note && <p className="govuk-body">{grid.note}</p>}
      {grid.columns.length > 0 && (
        <HeldGrid
          grid={grid}
          by={by}
          caption={captionOf(by, answer.area.name)}
          path={qualityPath(search)}
          shared={shared}
        />
      )}
    </section>
  )
}

const captionOf = (by: 'quarter' | 'year', area: string) =>
  by === 'quarter'
    ? `What is held of the quarterly return of ${area}`
    : `What is held of the published years of ${area}, by the year in which a period ends`
