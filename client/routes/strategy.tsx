import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link, useLocation } from '@tanstack/react-router'
import { programmePath } from '../../server/contract/paths.ts'
import type { ProgrammeAnswer } from '../../server/contract/programmes.ts'
import { FileLinks } from '../components/FileLinks.tsx'
import { IllustrativeNotice } from '../components/IllustrativeNotice.tsx'
import { OnThisPage } from '../components/OnThisPage.tsx'
import { Screen } from '../components/Screen.tsx'
import { ChartKey } from '../components/strategy/ChartKey.tsx'
import { NoStrategy } from '../components/strategy/NoStrategy.tsx'
import { Opening, type Shared } from '../components/strategy/Opening.tsx'
import { Parts } from '../components/strategy/Parts.tsx'
import { StrategyLinks } from '../components/strategy/StrategyLinks.tsx'
import { TargetCard } from '../components/strategy/TargetCard.tsx'
import { TargetTable } from '../components/strategy/TargetTable.tsx'
import { programmes, strategy } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/strategy.scss'

export const Route = createFileRoute('/strategy')({
  validateSearch: keep(['programme']),
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    await queryClient.ensureQueryData(strategy(deps))
  },
  component: Strategy,
})

/** A strategy on a page: is it on its path, target by target. Where none is named it is that of the area. */
function Strategy() {
  const search = Route.useSearch()
  const { data } = useSuspenseQuery(strategy(search))
  const told = useLocation({ select: (location) => location.state.told })
  const { area, neighbours, asAt, programme } = search
  const shared = { area, neighbours, asAt }
  const answer = data.programme

  return (
    <Screen
      title={answer ? `${answer.name} on a page` : 'Strategy'}
      caption={data.area.name}
      className="app-strategy"
    >
      <Programmes current={answer?.id} shared={shared} />
      {told && <p className="govuk-inset-text app-told">{told}</p>}
      {answer ? (
        <Page answer={answer} shared={shared} asked={programme} />
      ) : (
        <NoStrategy none={data.none ?? ''} area={data.area} shared={shared} />
      )}
    </Screen>
  )
}

/** `asked` is the programme that the address names, if it names one. */
function Page({
  answer,
  shared,
  asked,
}: {
  answer: ProgrammeAnswer
  shared: Shared
  asked: string | undefined
}) {
  return (
    <>
      <Opening answer={answer} shared={shared} asked={asked} />
      <StrategyLinks answer={answer} shared={shared} />
      {answer.illustrative && <IllustrativeNotice />}
      <Contents answer={answer} />
      <section aria-labelledby="standings">
        <h2 id="standings" className="govuk-heading-m app-strategy__table">
          Where each target stands
        </h2>
        <TargetTable targets={answer.targets} groups={answer.groups} />
      </section>
      {answer.notMeasurable.length > 0 && (
        <section aria-labelledby="missing">
          <h2 id="missing" className="govuk-heading-m">
            What can’t be measured yet, and why
          </h2>
          <ul className="govuk-list govuk-list--bullet app-notes">
            {answer.notMeasurable.map(({ id: target, title, why }) => (
              <li key={target}>
                <strong>{title}:</strong> {why}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Parts answer={answer} shared={shared} />
      <section aria-labelledby="targets">
        <h2 id="targets" className="govuk-heading-m">
          Target by target
        </h2>
        <ChartKey targets={answer.targets} />
        {answer.owners && <p className="app-strategy__owners">{answer.owners}</p>}
        <ul className={`app-targets ${answer.owners ? 'app-targets--one-owner' : ''}`}>
          {answer.targets.map((each) => (
            <TargetCard key={each.target.id} {...each} />
          ))}
        </ul>
      </section>
      <p className="govuk-body app-downloads">
        <FileLinks what="these targets" path={programmePath(answer.id)} />
      </p>
    </>
  )
}

/** The choice between programmes, where there are others; it comes after the page and blanks nothing. */
function Programmes({ current, shared }: { current: string | undefined; shared: Shared }) {
  const { data } = useQuery(programmes())
  if (!data?.programmes.some(({ id }) => id !== current)) return null
  const areas = new Set(data.programmes.map(({ area }) => area))
  return (
    <nav aria-label="Strategies and plans" className="app-cards">
      <ul>
        {data.programmes.map(({ id, name, areaName }) => (
          <li key={id}>
            <Link
              to="/strategy"
              search={{ ...shared, programme: id }}
              activeOptions={{ exact: true, explicitUndefined: true }}
              aria-current={id === current ? 'page' : undefined}
            >
              {areas.size > 1 || current === undefined ? `${areaName}: ${name}` : name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Contents({ answer }: { answer: ProgrammeAnswer }) {
  const sections = [
    { id: 'standings', title: 'Where each target stands' },
    ...(answer.notMeasurable.length > 0 ? [{ id: 'missing', title: 'What can’t be measured yet' }] : []),
    ...(answer.components.length > 0 ? [{ id: 'parts', title: 'What the strategy consists of' }] : []),
    { id: 'targets', title: 'Target by target' },
  ]
  return <OnThisPage parts={sections} />
}
