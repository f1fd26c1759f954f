import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link, useLocation, useNavigate } from '@tanstack/react-router'
import { DEFAULT_CARD, exceptionsPath } from '../../server/contract/paths.ts'
import { Choice, Switch } from '../components/Choice.tsx'
import { Apart } from '../components/exceptions/Apart.tsx'
import { ExceptionCard } from '../components/exceptions/ExceptionCard.tsx'
import { Listed } from '../components/exceptions/Listed.tsx'
import { Paper } from '../components/exceptions/Paper.tsx'
import { Unexplained } from '../components/exceptions/Unexplained.tsx'
import { FileLinks } from '../components/FileLinks.tsx'
import { IllustrativeNotice } from '../components/IllustrativeNotice.tsx'
import { SignInTo } from '../components/May.tsx'
import { Screen } from '../components/Screen.tsx'
import { withFirstCard } from '../first-card.ts'
import { exceptions, scorecards } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/exceptions.scss'

export const Route = createFileRoute('/exceptions')({
  validateSearch: keep(['card', 'by', 'period', 'method']),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    withFirstCard(queryClient, deps.card, queryClient.ensureQueryData(exceptions(deps))),
  component: Exceptions,
})

const RHYTHM_NAMES = { quarter: 'Quarterly return', 'financial-year': 'Published years' }

/** What to ask about in a quarter or a year: the measures that a rule lists, with what is said of each and done about it. */
function Exceptions() {
  const search = Route.useSearch()
  const { card = DEFAULT_CARD } = search
  const navigate = useNavigate({ from: '/exceptions' })
  const { data } = useSuspenseQuery(exceptions(search))
  const { data: all } = useQuery(scorecards())
  const { told, back } = useLocation({ select: ({ state, href }) => ({ told: state.told, back: href }) })
  const { area, neighbours, asAt } = search
  const shared = { area, neighbours, asAt }
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: (previous) => ({ ...previous, ...next }), resetScroll: false })

  return (
    <Screen title={`Worth asking about: ${data.name}`} caption={data.area.name} className="app-exceptions">
      {told && <p className="govuk-inset-text app-told">{told}</p>}
      <nav aria-label="Scorecards" className="app-cards">
        <ul>
          {all?.scorecards.map((each) => (
            <li key={each.id}>
              <Link
                to="/exceptions"
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
      <p className="govuk-body-l app-lead">{data.summary}</p>
      <Unexplained answer={data} />
      <SignInTo>to ask a question</SignInTo>
      <div className="app-controls">
        {data.available.length > 1 && (
          <Switch
            label="Show"
            value={data.by}
            options={data.available.map((by) => ({ value: by, label: RHYTHM_NAMES[by] }))}
            onChoose={(by) => change({ by, period: undefined })}
          />
        )}
        {data.period && data.periods.length > 0 && (
          <Choice
            label="Period"
            value={data.period.id}
            options={data.periods.map(({ id, label }) => ({ value: id, label }))}
            onChoose={(period) => change({ period, by: data.by })}
          />
        )}
      </div>
      {data.illustrative && <IllustrativeNotice />}
      <h2 className="govuk-heading-m">
        Listed ({data.counts.listed} of {data.counts.measures})
      </h2>
      {data.listed.length === 0 && (
        <p className="app-empty">No rule lists a measure of this scorecard for this period.</p>
      )}
      {data.listed.length > 0 && <Listed answer={data} />}
      {data.directionSummary && <p className="app-small app-direction">{data.directionSummary}</p>}
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">What brings a measure onto this list</span>
        </summary>
        <div className="govuk-details__text">
          <ul className="govuk-list govuk-list--bullet">
            {data.rules.map(({ rule, words }) => (
              <li key={rule}>{words}</li>
            ))}
          </ul>
          <p className="govuk-body">{data.variationSummary}</p>
          <p className="govuk-body">
            The figures, changes and ratings are those of{' '}
            <Link
              to="/"
              search={{ ...shared, card: search.card, by: data.by, period: data.period?.id }}
              className="govuk-link"
            >
              performance on a page
            </Link>
            . How long a measure has been listed is counted back over the periods before, eight at most, as
            far as figures are held.
          </p>
        </div>
      </details>
      {data.papers.length > 0 && (
        <div className="app-exceptions__papers">
          <h2 className="govuk-heading-s">What the committee was told of this period</h2>
          <ul className="govuk-list app-facts app-facts--across">
            {data.papers.map((note) => (
              <li key={`${note.label} ${note.text}`}>
                <Paper note={note} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {data.listed.length > 0 && <h2 className="govuk-heading-m">Measure by measure</h2>}
      {data.listed.map((row) => (
        <ExceptionCard key={row.id} row={row} answer={data} shared={shared} back={back} />
      ))}
      <Apart answer={data} shared={shared} />
      <p className="govuk-body app-downloads">
        <FileLinks
          what="this list"
          path={exceptionsPath({ ...search, by: data.by, period: data.period?.id })}
        />
      </p>
    </Screen>
  )
}
