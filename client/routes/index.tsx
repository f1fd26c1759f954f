import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link, useNavigate } from '@tanstack/react-router'
import { DEFAULT_CARD, scorecardPath } from '../../server/contract/paths.ts'
import { Choice, Switch } from '../components/Choice.tsx'
import { FileLinks } from '../components/FileLinks.tsx'
import { IllustrativeNotice } from '../components/IllustrativeNotice.tsx'
import { ScorecardTable } from '../components/ScorecardTable.tsx'
import { Screen } from '../components/Screen.tsx'
import { withFirstCard } from '../first-card.ts'
import { scorecard, scorecards } from '../queries.ts'
import { keep } from '../search.ts'

export const Route = createFileRoute('/')({
  validateSearch: keep(['card', 'by', 'period', 'method']),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps: { card, ...search } }) =>
    withFirstCard(queryClient, card, queryClient.ensureQueryData(scorecard(card ?? DEFAULT_CARD, search))),
  component: Overview,
})

const RHYTHM_NAMES = { quarter: 'Quarterly return', 'financial-year': 'Published years' }

/** "Performance on a page": one scorecard of one area, what needs a question first. */
function Overview() {
  const { card = DEFAULT_CARD, ...search } = Route.useSearch()
  const navigate = useNavigate({ from: '/' })
  const { data } = useSuspenseQuery(scorecard(card, search))
  const { data: all } = useQuery(scorecards())
  const shared = { area: search.area, neighbours: search.neighbours, asAt: search.asAt }
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: (previous) => ({ ...previous, ...next }), resetScroll: false })

  return (
    <Screen title={`${data.name}: performance on a page`} caption={data.area.name} className="app-overview">
      <nav aria-label="Scorecards" className="app-cards">
        <ul>
          {all?.scorecards.map((each) => (
            <li key={each.id}>
              <Link
                to="/"
                search={{ ...shared, card: each.id === DEFAULT_CARD ? undefined : each.id, by: search.by }}
                activeOptions={{ exact: true, explicitUndefined: true }}
                aria-current={each.id === card ? 'page' : undefined}
              >
                {each.name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p className="govuk-body-l app-lead">{data.headline}</p>
      {data.targets && (
        <p className="govuk-body">
          <strong>{data.targets}</strong> A figure is held against what its path asks for by its own day.
        </p>
      )}
      <p className="govuk-body">{data.description}</p>
      <div className="app-controls">
        {data.available.length > 1 && (
          <Switch
            label="Show"
            value={data.by}
            options={data.available.map((by) => ({ value: by, label: RHYTHM_NAMES[by] }))}
            onChoose={(by) => change({ by, period: undefined })}
          />
        )}
        {data.period && (
          <Choice
            label="Period"
            value={data.period.id}
            options={data.periods.map(({ id, label }) => ({ value: id, label }))}
            onChoose={(period) => change({ period, by: data.by })}
          />
        )}
      </div>
      {data.period && (
        <p className="govuk-body">
          <Link
            to="/exceptions"
            search={{ ...shared, card, by: data.by, period: data.period.id }}
            className="govuk-link"
          >
            What is worth asking about in this period, what is done about it, and what was asked before
          </Link>
          {data.commentaryOwed && `. ${data.commentaryOwed}.`}
        </p>
      )}
      {data.illustrative && <IllustrativeNotice />}
      <ScorecardTable answer={data} shared={shared} />
      <p className="govuk-body app-downloads">
        <FileLinks
          what="this page"
          path={scorecardPath(card, { ...search, by: data.by, period: data.period?.id })}
        />
      </p>
    </Screen>
  )
}
