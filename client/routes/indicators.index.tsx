import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import type { IndicatorListItem } from '../../server/contract/answers.ts'
import { Screen } from '../components/Screen.tsx'
import { indicators } from '../queries.ts'

export const Route = createFileRoute('/indicators/')({
  loader: async ({ context: { queryClient } }) => {
    await queryClient.ensureQueryData(indicators())
  },
  component: Catalogue,
})

/** Every measure of the catalogue, by theme. */
function Catalogue() {
  const shared = Route.useSearch()
  const { data } = useSuspenseQuery(indicators())
  const themes = Map.groupBy(data.indicators, (indicator) => indicator.themeName)
  return (
    <Screen title="All measures">
      <p className="govuk-body-l">{data.indicators.length} measures of children’s services, by theme.</p>
      {[...themes].map(([theme, members]) => (
        <section key={theme} aria-label={theme}>
          <h2 className="govuk-heading-m">{theme}</h2>
          <dl className="app-catalogue">
            {members.map((indicator) => (
              <div key={indicator.id}>
                <dt>
                  <Link
                    to="/indicators/$id"
                    params={{ id: indicator.id }}
                    search={shared}
                    className="govuk-link"
                  >
                    {indicator.name}
                  </Link>
                </dt>
                <dd>
                  {indicator.definition}.
                  {!indicator.published && <span className="app-small">{keptLocally(indicator)}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Screen>
  )
}

function keptLocally({ dimensions }: IndicatorListItem): string {
  const near = dimensions.find((dimension) => dimension.near)
  return near
    ? `Kept locally; the nearest that is published, ${near.label}, is beside it.`
    : 'Kept locally; nothing is published.'
}
