import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { personPath } from '../../../server/contract/paths.ts'
import type { PeopleAnswer, PersonAnswer } from '../../../server/contract/people.ts'
import { put } from '../../api.ts'
import { people } from '../../queries.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { TextField } from '../fields/TextField.tsx'
import { GrantFields } from './GrantFields.tsx'
import { grantFaults, grantRequest, personDraftOf, rebased } from './grant.ts'
import { REASON_HINT, reasonFaults } from './reason.ts'
import { useSending } from './use-sending.ts'

const FIELDS = {
  name: 'change-name',
  role: 'change-role',
  rights: 'change-rights',
  themes: 'change-themes',
  reason: 'change-reason',
}

const STATES = { active: 'reopened', closed: 'closed' } as const

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
  const queryClient = useQueryClient()
  // As it was when the change was begun: what others change since then is not overwritten.
  const [base, setBase] = useState(person)
  const [draft, setDraft] = useState(personDraftOf(person))
  const { name, grant } = draft
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
    const body = () => ({
      name: name.trim(),
      ...grantRequest(grant),
      version: base.version,
      reason: reason.trim(),
    })
    void send(
      () => put(personPath(person.id), body()),
      (answer) => {
        const saved = answer.people.find(({ id }) => id === person.id)
        if (saved) setBase(saved)
        setReason('')
        onDone(`Changed. It holds from the next thing that ${name.trim()} asks for.`)
      },
      () => void catchUp(),
    )
  }
  /** Where it was refused over what others changed: shows that, beside what was typed here. */
  const catchUp = async () => {
    const found = await queryClient.fetchQuery(people()).catch(() => null)
    const now = found?.people.find(({ id }) => id === person.id)
    if (!now || now.version === base.version) return
    setDraft(rebased(draft, base, now))
    setBase(now)
    if (now.state !== base.state)
      onDone(`Your change is not saved: meanwhile the account was ${STATES[now.state]}.`)
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
        onChange={(next) => setDraft({ ...draft, name: next })}
        autoComplete="off"
      />
      <GrantFields
        id="change"
        table={table}
        draft={grant}
        onChange={(next) => setDraft({ ...draft, grant: next })}
        at={at}
      />
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
