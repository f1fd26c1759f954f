import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { DEFAULT_PROGRAMME, programmePath } from '../../server/contract/paths.ts'
import type { ProgrammeAnswer } from '../../server/contract/programmes.ts'
import { FileLinks } from '../components/FileLinks.tsx'
import { IllustrativeNotice } from '../components/IllustrativeNotice.tsx'
import { Screen } from '../components/Screen.tsx'
import { ChartKey } from '../components/strategy/ChartKey.tsx'
import { Opening, type Shared } from '../components/strategy/Opening.tsx'
import { Parts } from '../components/strategy/Parts.tsx'
import { TargetCard } from '../components/strategy/TargetCard.tsx'
import { TargetTable } from '../components/strategy/TargetTable.tsx'
import { programme, programmes } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/strategy.scss'

export const Route = createFileRoute('/strategy')({
  validateSearch: keep(['programme']),
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    await queryClient.ensureQueryData(programme(deps.programme ?? DEFAULT_PROGRAMME))
  },
  component: Strategy,
})

/** A strategy on a page: is it on its path, target by target. */
function Strategy() {
  const { programme: id = DEFAULT_PROGRAMME, area, neighbours, asAt } = Route.useSearch()
  const { data } = useSuspenseQuery(programme(id))
  const shared = { area, neighbours, asAt }

  return (
    <Screen title={`${data.name} on a page`} caption={data.area.name} className="app-strategy">
      <Programmes current={id} shared={shared} />
      <Opening answer={data} shared={shared} />
      {data.illustrative && <IllustrativeNotice />}
      <Contents answer={data} />
      <section aria-labelledby="standings">
        <h2 id="standings" className="govuk-heading-m app-strategy__table">
          Where each target stands
        </h2>
        <TargetTable targets={data.targets} groups={data.groups} />
      </section>
      {data.notMeasurable.length > 0 && (
        <section aria-labelledby="missing">
          <h2 id="missing" className="govuk-heading-m">
            What can’t be measured yet, and why
          </h2>
          <ul className="govuk-list govuk-list--bullet app-notes">
            {data.notMeasurable.map(({ id: target, title, why }) => (
              <li key={target}>
                <strong>{title}:</strong> {why}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Parts blocks={data.blocks} components={data.components} note={data.note} />
      <section aria-labelledby="targets">
        <h2 id="targets" className="govuk-heading-m">
          Target by target
        </h2>
        <ChartKey targets={data.targets} />
        {data.owners && <p className="app-strategy__owners">{data.owners}</p>}
        <ul className={`app-targets ${data.owners ? 'app-targets--one-owner' : ''}`}>
          {data.targets.map((each) => (
            <TargetCard key={each.target.id} {...each} />
          ))}
        </ul>
      </section>
      <p className="govuk-body app-downloads">
        <FileLinks what="these targets" path={programmePath(id)} />
      </p>
    </Screen>
  )
}

/** The choice between programmes, where there are several; it comes after the page and blanks nothing. */
function Programmes({ current, shared }: { current: string; shared: Shared }) {
  const { data } = useQuery(programmes())
  if (!data || data.programmes.length < 2) return null
  return (
    <nav aria-label="Strategies and plans" className="app-cards">
      <ul>
        {data.programmes.map(({ id, name }) => (
          <li key={id}>
            <Link
              to="/strategy"
              search={{ ...shared, programme: id === DEFAULT_PROGRAMME ? undefined : id }}
              activeOptions={{ exact: true, explicitUndefined: true }}
              aria-current={id === current ? 'page' : undefined}
            >
              {name}
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
  return (
    <nav aria-label="On this page" className="app-contents">
      <ul className="govuk-list">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <Link to="/strategy" search={(previous) => previous} hash={id} className="govuk-link">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
