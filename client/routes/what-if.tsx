import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { SCENARIO_KEYS, type Search, scenarioPath } from '../../server/contract/paths.ts'
import type { ScenarioAnswer } from '../../server/contract/scenario.ts'
import { ProblemError } from '../api.ts'
import { FileLinks } from '../components/FileLinks.tsx'
import { Screen } from '../components/Screen.tsx'
import { CareChart } from '../components/what-if/CareChart.tsx'
import { Controls, type Fault } from '../components/what-if/Controls.tsx'
import { Faults } from '../components/what-if/Faults.tsx'
import { Sources } from '../components/what-if/Sources.tsx'
import { SpendChart } from '../components/what-if/SpendChart.tsx'
import { YearsTable } from '../components/what-if/YearsTable.tsx'
import { scenario } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/what-if.scss'

export const Route = createFileRoute('/what-if')({
  validateSearch: keep(SCENARIO_KEYS),
  search: { middlewares: [({ search, next }) => leaveBehind(search, next(search))] },
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    try {
      await queryClient.ensureQueryData(scenario(deps))
    } catch (error) {
      // What was set wrongly is told beside the fields; what else goes wrong is told in place of the screen.
      if (faultsOf(error).length === 0) throw error
    }
  },
  component: WhatIf,
})

/** What was set for one area says nothing of another. */
function leaveBehind<T extends Search>(from: Search, to: T): T {
  if (from.area === to.area) return to
  const kept = Object.entries(to).filter(([key, text]) => !isSet(key) || from[key] !== text)
  return Object.fromEntries(kept) as T
}
const isSet = (key: string) => SCENARIO_KEYS.some((each) => each === key && each !== 'years')

const faultsOf = (error: unknown): readonly Fault[] =>
  error instanceof ProblemError && error.problem.status === 400 ? (error.problem.errors ?? []) : []

/** What would become of children in care and of spending, if what the reader sets came true. */
function WhatIf() {
  const search: Search = Route.useSearch()
  const { data, error } = useQuery(scenario(search))
  const faults = data ? [] : faultsOf(error)
  // What was set wrongly has no answer: the one before it stays, or else the one where nothing is set.
  const [before, setBefore] = useState(data)
  if (data && data !== before) setBefore(data)
  const { data: unset } = useQuery({
    ...scenario({ area: search.area }),
    enabled: faults.length > 0 && !before,
  })
  const answer = data ?? before ?? unset
  return (
    <Screen title="What if" caption={answer?.area.name} className="app-whatif">
      {answer &&
        (answer.none === null ? (
          <Model answer={answer} search={search} faults={faults} isUnset={!data && !before} />
        ) : (
          <Nothing answer={answer} />
        ))}
    </Screen>
  )
}

function Model(props: {
  answer: ScenarioAnswer
  search: Search
  faults: readonly Fault[]
  isUnset: boolean
}) {
  const { answer, search, faults, isUnset } = props
  const { summary, target, path, settles, fixed, changed } = answer
  return (
    <>
      <p className="govuk-body app-lead">
        Change what you like, and see how many children would be in care and what that would cost. It starts
        from the published figures of {answer.start?.yearLabel}.
      </p>
      {summary && (
        <div className="app-whatif__answer">
          <div role="status">
            <p className="govuk-body-l">{summary.headline}</p>
            {summary.path && <p className="govuk-body">{summary.path}</p>}
          </div>
          <p className="govuk-body">{summary.caution}</p>
        </div>
      )}
      <Faults answer={answer} faults={faults} isUnset={isUnset} />
      <div className="app-whatif__parts">
        <Controls answer={answer} faults={faults} />
        <div>
          {changed.length > 0 && (
            <>
              <h2 className="govuk-heading-s">What you changed</h2>
              <ul className="govuk-list govuk-list--bullet app-whatif__changed">
                {changed.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </>
          )}
          <CareChart answer={answer} />
          {settles && <p className="govuk-body">{settles.words}</p>}
          <SpendChart answer={answer} />
        </div>
      </div>
      <section aria-labelledby="years-heading">
        <h2 id="years-heading" className="govuk-heading-m">
          Year by year
        </h2>
        <YearsTable answer={answer} />
        <p className="app-source">Amounts are rounded, so they may not add up exactly.</p>
        {faults.length === 0 && (
          <p className="govuk-body app-downloads">
            <FileLinks what="the assumptions and results" path={scenarioPath(search)} />
          </p>
        )}
        <p className="govuk-body app-downloads">
          The address of this page holds everything you set: whoever opens it sees the same.
        </p>
      </section>
      <section aria-labelledby="sources-heading">
        <h2 id="sources-heading" className="govuk-heading-m">
          Where the values come from
        </h2>
        <Sources answer={answer} />
      </section>
      {(target || path) && (
        <section aria-labelledby="aims-heading">
          <h2 id="aims-heading" className="govuk-heading-m">
            What it is set against
          </h2>
          <ul className="govuk-list govuk-list--bullet">
            {path && <li>{path.words}</li>}
            {target && <li>{target.words}</li>}
          </ul>
        </section>
      )}
      <section aria-labelledby="fixed-heading">
        <h2 id="fixed-heading" className="govuk-heading-m">
          What this takes for granted
        </h2>
        <ul className="govuk-list govuk-list--bullet app-whatif__fixed">
          {fixed.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Nothing({ answer }: { answer: ScenarioAnswer }) {
  return (
    <div className="app-empty">
      <p className="govuk-body">{answer.none}</p>
      {answer.missing.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {answer.missing.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <p className="govuk-body">Choose another area above to see the model at work.</p>
    </div>
  )
}
