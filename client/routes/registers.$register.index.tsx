import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link, useLocation } from '@tanstack/react-router'
import { registerPath } from '../../server/contract/paths.ts'
import { permissionToAdd } from '../../server/domain/permission-to-add.ts'
import { FileLinks } from '../components/FileLinks.tsx'
import { May } from '../components/May.tsx'
import { EntryList } from '../components/registers/EntryList.tsx'
import { Screen } from '../components/Screen.tsx'
import { register as registerQuery } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/registers.scss'

export const Route = createFileRoute('/registers/$register/')({
  validateSearch: keep([]),
  loader: async ({ context: { queryClient }, params: { register } }) => {
    await queryClient.ensureQueryData(registerQuery(register))
  },
  component: RegisterScreen,
})

/** Every entry of a register; those that were taken out stand apart, where they can be brought back. */
function RegisterScreen() {
  const { register } = Route.useParams()
  const { area, neighbours, asAt } = Route.useSearch()
  const shared = { area, neighbours, asAt }
  const told = useLocation({ select: (location) => location.state.told })
  const { data } = useSuspenseQuery(registerQuery(register))
  const sorted = data.entries.toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB', { numeric: true }))
  const held = sorted.filter(({ retired }) => !retired)
  const retired = sorted.filter((entry) => entry.retired)
  return (
    <Screen title={data.title} caption="Register">
      {told && <p className="govuk-inset-text app-told">{told}</p>}
      <p className="govuk-body app-links">
        <May permission={permissionToAdd(register)}>
          <Link
            to="/registers/$register/new"
            params={{ register }}
            search={{ ...shared, back: `/registers/${register}` }}
            className="govuk-link"
          >
            Add {data.one}
          </Link>
        </May>
        <Link to="/registers" search={shared} className="govuk-link">
          All registers
        </Link>
      </p>
      {held.length > 0 ? (
        <EntryList entries={held} shared={shared} />
      ) : (
        <p className="app-empty">When {data.one} is added, it appears here.</p>
      )}
      {retired.length > 0 && (
        <section aria-labelledby="retired-heading" className="app-part">
          <h2 className="govuk-heading-m" id="retired-heading">
            Taken out
          </h2>
          <EntryList entries={retired} shared={shared} />
        </section>
      )}
      <p className="govuk-body app-downloads">
        <FileLinks what="the whole register" path={registerPath(register, { all: '1' })} />
      </p>
    </Screen>
  )
}
