import { type FormEvent, useState } from 'react'
import { invitationsPath } from '../../../server/contract/paths.ts'
import type { LinkAnswer, PeopleAnswer } from '../../../server/contract/people.ts'
import { post } from '../../api.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { TextField } from '../fields/TextField.tsx'
import { GrantFields } from './GrantFields.tsx'
import { grantFaults, grantRequest, NO_GRANT } from './grant.ts'
import { useSending } from './use-sending.ts'

const FIELDS = {
  name: 'invite-name',
  email: 'invite-email',
  role: 'invite-role',
  rights: 'invite-rights',
  themes: 'invite-themes',
}

/** Invites somebody; what comes of it is a link that is told once. */
export function InviteForm({
  table,
  onInvited,
}: {
  table: PeopleAnswer
  onInvited: (name: string, link: LinkAnswer) => void
}) {
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [grant, setGrant] = useState(NO_GRANT)
  const { faults, sent, busy, send, at } = useSending(
    () => [
      ...(name.trim() ? [] : [{ field: FIELDS.name, message: 'Write the person’s name' }]),
      ...(email.trim() ? [] : [{ field: FIELDS.email, message: 'Write the person’s email address' }]),
      ...grantFaults('invite', grant),
    ],
    FIELDS,
  )
  const invite = (event: FormEvent) => {
    event.preventDefault()
    void send(
      () => post(invitationsPath, { name: name.trim(), email: email.trim(), ...grantRequest(grant) }),
      (link) => onInvited(name.trim(), link),
    )
  }
  return (
    <form onSubmit={invite} noValidate aria-label="Invite somebody">
      <ErrorSummary faults={faults} sent={sent} />
      <TextField
        id={FIELDS.name}
        label="Name"
        hint="It stands beside what the person does, for others to see."
        error={at(FIELDS.name)}
        value={name}
        onChange={setName}
        autoComplete="off"
      />
      <TextField
        id={FIELDS.email}
        label="Email address"
        hint="The person signs in with it. Nothing is sent there: you pass the link on yourself."
        error={at(FIELDS.email)}
        value={email}
        onChange={setEmail}
        autoComplete="off"
      />
      <GrantFields id="invite" table={table} draft={grant} onChange={setGrant} at={at} />
      <button type="submit" className="govuk-button" aria-disabled={busy}>
        {busy ? 'Making the link…' : 'Make the link'}
      </button>
    </form>
  )
}
