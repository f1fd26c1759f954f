import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { auditPath } from '../../server/contract/paths.ts'
import { AuditFilters } from '../components/audit/AuditFilters.tsx'
import { AuditPages } from '../components/audit/AuditPages.tsx'
import { AuditTable } from '../components/audit/AuditTable.tsx'
import { Chain } from '../components/audit/Chain.tsx'
import { FileLinks } from '../components/FileLinks.tsx'
import { Screen } from '../components/Screen.tsx'
import { audit, auditChain } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/audit.scss'

export const Route = createFileRoute('/audit')({
  validateSearch: keep(['action', 'who', 'about', 'from', 'to', 'before']),
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    await queryClient.ensureQueryData(audit(deps))
  },
  component: Audit,
})

/** Who did what, when and why, and whether the record of it is whole. */
function Audit() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const { data } = useSuspenseQuery(audit(search))
  const { data: chain, error } = useQuery(auditChain())
  const choose = (next: Record<string, string | undefined>) =>
    void navigate({
      search: (previous) => ({ ...previous, before: undefined, ...next }),
      resetScroll: false,
    })
  return (
    <Screen title="Record of changes" className="app-audit">
      <p className="govuk-body-l app-lead">
        Every change of figures, plans and people, and every sign-in: who, when, what it was before and after,
        and why. Nothing here can be changed or removed. Reading it is on record, too.
      </p>
      <Chain chain={chain} failed={error !== null} />
      <AuditFilters answer={data} search={search} onChoose={choose} />
      <p className="govuk-body" role="status">
        {data.words}
        {data.about && (
          <>
            {' '}
            <Link
              to="/audit"
              search={(previous) => ({ ...previous, about: undefined, before: undefined })}
              className="govuk-link"
            >
              Show all again
            </Link>
          </>
        )}
      </p>
      {data.rows.length > 0 && <AuditTable rows={data.rows} />}
      <AuditPages before={search.before} older={data.older} />
      <p className="govuk-body app-downloads">
        <FileLinks
          what="these records"
          path={auditPath({ ...search, before: undefined })}
          note=", the newest 10,000 at most"
        />
      </p>
    </Screen>
  )
}
