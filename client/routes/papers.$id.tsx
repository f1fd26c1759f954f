import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { paperPath } from '../../server/contract/paths.ts'
import { FileLinks } from '../components/FileLinks.tsx'
import { OnThisPage } from '../components/OnThisPage.tsx'
import { Fact } from '../components/papers/Fact.tsx'
import { Screen } from '../components/Screen.tsx'
import { paper } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/papers.scss'

export const Route = createFileRoute('/papers/$id')({
  validateSearch: keep([]),
  loader: async ({ context: { queryClient }, params: { id } }) => {
    await queryClient.ensureQueryData(paper(id))
  },
  component: PaperScreen,
})

/** Everything that is held from a paper, and where the dashboard shows it. */
function PaperScreen() {
  const { id } = Route.useParams()
  const { area, neighbours, asAt } = Route.useSearch()
  const { data } = useSuspenseQuery(paper(id))
  return (
    <Screen title={data.title} caption={`${data.publisher}, ${data.published}`} className="app-papers">
      <p className="govuk-body-l app-lead">{data.words}</p>
      {data.hidden && <p className="govuk-inset-text">{data.hidden}</p>}
      <OnThisPage
        parts={data.groups.map(({ id, title, items }) => ({ id, title: `${title} (${items.length})` }))}
      />
      <p className="govuk-body app-links">
        {data.url && (
          <a className="govuk-link" href={data.url}>
            The paper as it was published
          </a>
        )}
        <FileLinks what="these facts" path={paperPath(id)} />
        <Link to="/papers" search={{ area, neighbours, asAt }} className="govuk-link">
          All papers
        </Link>
      </p>
      {data.groups.map((group) => (
        <section key={group.id} aria-labelledby={group.id} className="app-paper-group">
          <h2 id={group.id} className="govuk-heading-m" tabIndex={-1}>
            {group.title}
          </h2>
          <ul className="govuk-list">
            {group.items.map((item) => (
              <Fact key={item.id} item={item} />
            ))}
          </ul>
        </section>
      ))}
    </Screen>
  )
}
