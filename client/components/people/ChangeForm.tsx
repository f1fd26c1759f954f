import { type FormEvent, useState } from 'react'
import { personPath } from '../../../server/contract/paths.ts'
import type { PeopleAnswer, PersonAnswer } from '../../../server/contract/people.ts'
import { put } from '../../api.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { TextField } from '../TextField.tsx'
import { GrantFields } from './GrantFields.tsx'
import { draftOf, grantFaults, grantRequest } from './grant.ts'
import { REASON_HINT, reasonFaults } from './reason.ts'
import { useSending } from './use-sending.ts'

const FIELDS = {
  name: 'change-name',
  role: 'change-role',
  rights: 'change-rights',
  themes: 'change-themes',
  reason: 'change-reason',
}

/** Changes what somebody is called, or may do. */
export function ChangeForm({
  person,
  table,
  onDone,
}: {
  person: PersonAnswer
  table: PeopleAnswer
  onDone: (words: string) => void
}) {
  const [name, setName] = useState(person.name)
  const [grant, setGrant] = useState(draftOf(person))
  const [reason, setReason] = useState('')
  const { faults, sent, busy, send, at } = useSending(
    () => [
      ...(name.trim() ? [] : [{ field: FIELDS.name, message: 'Write the person’s name' }]),
      ...grantFaults('change', grant),
      ...reasonFaults(FIELDS.reason, reason),
    ],
    FIELDS,
  )
  const change = (event: FormEvent) => {
    event.preventDefault()
    const body = () => ({ name: name.trim(), ...grantRequest(grant), reason: reason.trim() })
    void send(
      () => put(personPath(person.id), body()),
      () => {
        setReason('')
        onDone(`Changed. It holds from the next thing that ${name.trim()} asks for.`)
      },
    )
  }
  return (
    <form onSubmit={change} noValidate aria-label="Change what this person may do">
      <ErrorSummary faults={faults} sent={sent} />
      <TextField
        id={FIELDS.name}
        label="Name"
        hint="Another name also stands beside what the person did before."
        error={at(FIELDS.name)}
        value={name}
        onChange={setName}
        autoComplete="off"
      />
      <GrantFields id="change" table={table} draft={grant} onChange={setGrant} at={at} />
      <TextField
        id={FIELDS.reason}
        label="Why you change it"
        hint={REASON_HINT}
        error={at(FIELDS.reason)}
        value={reason}
        onChange={setReason}
        rows={2}
      />
      <button type="submit" className="govuk-button" aria-disabled={busy}>
        {busy ? 'Saving…' : 'Save the change'}
      </button>
    </form>
  )
}
