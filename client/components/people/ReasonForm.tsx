import { type FormEvent, type ReactNode, useState } from 'react'
import { type PersonAction, personActionPath } from '../../../server/contract/paths.ts'
import type { PersonAnswer } from '../../../server/contract/people.ts'
import { post } from '../../api.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { FlagField } from '../fields/FlagField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { REASON_HINT, reasonFaults } from './reason.ts'
import { useSending } from './use-sending.ts'

const FIELDS = { reason: 'act-reason' }
const SURE = 'act-sure'

/** What needs a reason and, where it can't be undone, that one is sure: to close, reopen or erase an account, to reset a second step. */
export function ReasonForm(props: {
  person: PersonAnswer
  action: PersonAction
  button: string
  /** What has to be ticked first. */
  sure?: string
  warning?: boolean
  onDone: () => void
  children: ReactNode
}) {
  const { person, action, button, sure, warning = false, onDone, children } = props
  const [reason, setReason] = useState('')
  const [isSure, setIsSure] = useState(false)
  const { faults, sent, busy, send, at } = useSending(
    () => [
      ...reasonFaults(FIELDS.reason, reason),
      ...(sure && !isSure ? [{ field: SURE, message: 'Tick the box to say that you are sure' }] : []),
    ],
    FIELDS,
  )
  const act = (event: FormEvent) => {
    event.preventDefault()
    void send(() => post(personActionPath(person.id, action), { reason: reason.trim() }), onDone)
  }
  return (
    <form onSubmit={act} noValidate aria-label={button}>
      <ErrorSummary faults={faults} sent={sent} />
      {children}
      <TextField
        id={FIELDS.reason}
        label="Why"
        hint={REASON_HINT}
        error={at(FIELDS.reason)}
        value={reason}
        onChange={setReason}
        rows={2}
      />
      {sure && <FlagField id={SURE} label={sure} error={at(SURE)} checked={isSure} onChange={setIsSure} />}
      <button
        type="submit"
        className={`govuk-button ${warning ? 'govuk-button--warning' : ''}`}
        aria-disabled={busy}
      >
        {busy ? 'Saving…' : button}
      </button>
    </form>
  )
}
