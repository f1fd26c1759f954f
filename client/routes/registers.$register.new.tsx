import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import type { Search } from '../../server/contract/paths.ts'
import type { EntryFormAnswer } from '../../server/contract/registers.ts'
import { permissionToAdd } from '../../server/domain/permission-to-add.ts'
import { Closed } from '../components/May.tsx'
import { prefilled } from '../components/registers/draft.ts'
import { EntryForm } from '../components/registers/EntryForm.tsx'
import { EntryLinks } from '../components/registers/EntryLinks.tsx'
import { useSaved } from '../components/registers/use-saved.ts'
import { Screen } from '../components/Screen.tsx'
import { areas, entryForm, indicators } from '../queries.ts'
import '../styles/registers.scss'
import '../styles/versions.scss'

/** `back` is where to go on to; everything else is what the fields of the register of that name say at first. */
export const Route = createFileRoute('/registers/$register/new')({
  validateSearch: (search: Record<string, unknown>): Search =>
    Object.fromEntries(
      Object.entries(search).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    ),
  loaderDeps: ({ search: { plan } }) => ({ plan }),
  loader: async ({ context: { queryClient }, params: { register }, deps }) => {
    await Promise.all([
      queryClient.ensureQueryData(entryForm(register, null, deps)),
      queryClient.ensureQueryData(areas()),
      queryClient.ensureQueryData(indicators()),
    ])
  },
  component: NewEntry,
})

function NewEntry() {
  const { register } = Route.useParams()
  const { plan } = Route.useSearch()
  const { data: form } = useSuspenseQuery(entryForm(register, null, { plan }))
  return (
    <Closed stays key={register} permission={permissionToAdd(register)} title={`Add ${form.one}`}>
      <Adding form={form} />
    </Closed>
  )
}

/** Adds an entry to a register. */
function Adding({ form }: { form: EntryFormAnswer }) {
  const { register } = form
  const search: Search = Route.useSearch()
  const { area, neighbours, asAt, back } = search
  const shared = { area, neighbours, asAt }
  const saved = useSaved(back, shared)
  const thing = form.one.replace(/^an? /, '')
  return (
    <Screen title={`Add ${form.one}`}>
      <p className="govuk-body-l app-lead">
        The {thing} is kept with your name and your reason, for everybody to read. It can be changed, and
        every earlier version stays.
      </p>
      <EntryForm
        key={register}
        form={form}
        terms={prefilled(form.fields, form.blank, search)}
        onSaved={saved}
      />
      <EntryLinks back={back} shared={shared} />
    </Screen>
  )
}
