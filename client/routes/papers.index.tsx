import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { Screen } from '../components/Screen.tsx'
import { papers } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/papers.scss'

export const Route = createFileRoute('/papers/')({
  validateSearch: keep([]),
  loader: async ({ context: { queryClient } }) => {
    await queryClient.ensureQueryData(papers())
  },
  component: Papers,
})

/** The papers that facts were taken from. */
function Papers() {
  const { area, neighbours, asAt } = Route.useSearch()
  const { data } = useSuspenseQuery(papers())
  return (
    <Screen title="Papers" className="app-papers">
      <p className="govuk-body-l app-lead">{data.words}</p>
      <ul className="govuk-list">
        {data.papers.map(({ id, title, publisher, published, held }) => (
          <li key={id} className="app-paper">
            <h2 className="govuk-heading-s">
              <Link
                to="/papers/$id"
                params={{ id }}
                search={{ area, neighbours, asAt }}
                className="govuk-link"
              >
                {title}
              </Link>
            </h2>
            <p className="govuk-body">
              {publisher}, {published}
            </p>
            <p className="govuk-body">Held from it: {held}.</p>
          </li>
        ))}
      </ul>
    </Screen>
  )
}
