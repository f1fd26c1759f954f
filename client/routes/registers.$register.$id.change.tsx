import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import type { EntryAnswer, EntryFormAnswer } from '../../server/contract/registers.ts'
import { Closed } from '../components/May.tsx'
import { EntryForm } from '../components/registers/EntryForm.tsx'
import { EntryLinks } from '../components/registers/EntryLinks.tsx'
import { EntryMoves } from '../components/registers/EntryMoves.tsx'
import { useSaved } from '../components/registers/use-saved.ts'
import { Screen } from '../components/Screen.tsx'
import { areas, entryForm, indicators } from '../queries.ts'
import { keep } from '../search.ts'
import { capitalised } from '../words.ts'
import '../styles/registers.scss'
import '../styles/versions.scss'

export const Route = createFileRoute('/registers/$register/$id/change')({
  validateSearch: keep(['back']),
  loader: async ({ context: { queryClient }, params: { register, id } }) => {
    await Promise.all([
      queryClient.ensureQueryData(entryForm(register, id)),
      queryClient.ensureQueryData(areas()),
      queryClient.ensureQueryData(indicators()),
    ])
  },
  component: ChangeEntry,
})

function ChangeEntry() {
  const { register, id } = Route.useParams()
  const { data: form } = useSuspenseQuery(entryForm(register, id))
  const { entry } = form
  if (!entry) return null
  return (
    <Closed stays permission="record" title={`Change: ${entry.title}`}>
      <Changing form={form} entry={entry} />
    </Closed>
  )
}

/** Changes an entry, takes it out, brings it back, or undoes what was done last. */
function Changing({ form, entry }: { form: EntryFormAnswer; entry: EntryAnswer }) {
  const { register, id } = entry
  const { back, area, neighbours, asAt } = Route.useSearch()
  const shared = { area, neighbours, asAt }
  const saved = useSaved(back, shared)
  return (
    <Screen title={`Change: ${entry.title}`} caption={capitalised(entry.one)}>
      <p className="govuk-body-l app-lead">
        Every change makes a new version, with your name and your reason. Earlier versions stay and can be put
        back.
      </p>
      <ChangeForm key={`${register} ${id}`} form={form} onSaved={saved} />
      <EntryMoves entry={entry} onDone={saved} />
      <EntryLinks back={back} shared={shared} entry={entry} />
    </Screen>
  )
}

type FormProps = { form: EntryFormAnswer; onSaved: (entry: EntryAnswer) => void }

/** What was taken out is not changed; a form that was open before keeps what is typed in it. */
function ChangeForm({ form, onSaved }: FormProps) {
  const [open, setOpen] = useState(!form.entry?.retired)
  if (!open && !form.entry?.retired) setOpen(true)
  if (!form.entry || !open)
    return <p className="govuk-body">It was taken out. Bring it back to change what it says.</p>
  return <EntryForm form={form} terms={form.entry.terms} onSaved={onSaved} />
}
