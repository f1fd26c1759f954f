import { type FormEvent, type ReactNode, useState } from 'react'
import { personActionPath } from '../../../server/contract/paths.ts'
import type { PersonAnswer } from '../../../server/contract/people.ts'
import { post } from '../../api.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { TextField } from '../TextField.tsx'
import { REASON_HINT, reasonFaults } from './reason.ts'
import { useSending } from './use-sending.ts'

const FIELDS = { reason: 'act-reason' }
const SURE = 'act-sure'

/** What needs a reason and, where it can't be undone, that one is sure: to close, reopen or erase an account, to reset a second step. */
export function ReasonForm(props: {
  person: PersonAnswer
  action: Parameters<typeof personActionPath>[1]
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
      {sure && (
        <div className={`govuk-form-group app-flag ${at(SURE) ? 'govuk-form-group--error' : ''}`}>
          {at(SURE) && (
            <p id={`${SURE}-error`} className="govuk-error-message">
              <span className="govuk-visually-hidden">Error: </span>
              {at(SURE)}
            </p>
          )}
          <label>
            <input
              id={SURE}
              type="checkbox"
              checked={isSure}
              aria-invalid={at(SURE) ? true : undefined}
              aria-describedby={at(SURE) ? `${SURE}-error` : undefined}
              onChange={(event) => setIsSure(event.target.checked)}
            />
            {sure}
          </label>
        </div>
      )}
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
