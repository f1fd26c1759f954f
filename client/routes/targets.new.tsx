import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { Closed } from '../components/May.tsx'
import { Screen } from '../components/Screen.tsx'
import { TargetForm } from '../components/targets/TargetForm.tsx'
import { areas, indicators } from '../queries.ts'
import { keep } from '../search.ts'
import { emptyDraft } from '../target-draft.ts'
import '../styles/target-forms.scss'
import '../styles/versions.scss'

export const Route = createFileRoute('/targets/new')({
  validateSearch: keep(['indicator']),
  loader: async ({ context: { queryClient } }) => {
    await Promise.all([queryClient.ensureQueryData(areas()), queryClient.ensureQueryData(indicators())])
  },
  component: NewTarget,
})

function NewTarget() {
  return (
    <Closed stays permission="set-targets" title="Set a new target">
      <Setting />
    </Closed>
  )
}

/** Sets a target for the area that is shown. */
function Setting() {
  const { indicator = '', ...shared } = Route.useSearch()
  const navigate = Route.useNavigate()
  const { data } = useSuspenseQuery(areas())
  const area = shared.area ?? data.home
  const place = data.areas.find(({ id }) => id === area)?.name ?? area
  return (
    <Screen title="Set a new target" caption={place}>
      <p className="govuk-body-l app-lead">
        The target is for {place}. It counts from the day on which it was approved, and everything that
        becomes of it is kept with who did it and why.
      </p>
      <TargetForm
        key={area}
        first={() => emptyDraft(area, indicator)}
        page={null}
        onSaved={({ target }) =>
          void navigate({
            to: '/targets/$id',
            params: { id: target.id },
            search: shared,
            state: { told: 'The target is set. It is on every screen that shows this measure from now on.' },
          })
        }
      />
      <p className="govuk-body app-links">
        <Link to="/targets" search={shared} className="govuk-link">
          All targets
        </Link>
      </p>
    </Screen>
  )
}
