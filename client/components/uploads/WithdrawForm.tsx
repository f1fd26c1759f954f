import { type FormEvent, useState } from 'react'
import { uploadActionPath, uploadPath } from '../../../server/contract/paths.ts'
import type { UploadAnswer } from '../../../server/contract/uploads.ts'
import { post } from '../../api.ts'
import { useAction } from '../../use-action.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { TextField } from '../fields/TextField.tsx'

const FIELDS = { reason: 'withdraw-reason' }

/** Takes what was published back; nothing is deleted. */
export function WithdrawForm({ upload, onWithdrawn }: { upload: UploadAnswer; onWithdrawn: () => void }) {
  const [reason, setReason] = useState('')
  const [sent, setSent] = useState(0)
  const { run, busy, faults: refused } = useAction(FIELDS)
  const own =
    reason.trim().length < 3 ? [{ field: FIELDS.reason, message: 'Say why you take this back' }] : []
  const faults = sent === 0 ? [] : own.length > 0 ? own : refused
  const at = (field: string) => faults.find((fault) => fault.field === field)?.message

  const withdraw = async (event: FormEvent) => {
    event.preventDefault()
    setSent((times) => times + 1)
    if (own.length > 0) return
    const body = { reason: reason.trim() }
    if (
      await run(
        () => post(uploadActionPath(upload.id, 'withdraw'), body),
        ({ id }) => uploadPath(id),
      )
    )
      onWithdrawn()
    else setSent((times) => times + 1)
  }

  return (
    <section aria-labelledby="withdraw-heading" className="app-act">
      <h2 className="govuk-heading-m" id="withdraw-heading">
        Take it back
      </h2>
      <p className="govuk-body">
        What stood before will stand again on every screen, at once. Nothing is deleted: the file, these
        figures and your reason stay on record, and whoever looks back to a day on which they were published
        still sees them.
      </p>
      <form onSubmit={(event) => void withdraw(event)} noValidate aria-label="Withdraw these figures">
        <ErrorSummary faults={faults} sent={sent} />
        <TextField
          id={FIELDS.reason}
          label="Why you take it back"
          error={at(FIELDS.reason)}
          value={reason}
          onChange={setReason}
          rows={2}
        />
        <button type="submit" className="govuk-button govuk-button--warning" aria-disabled={busy}>
          {busy ? 'Withdrawing…' : 'Withdraw these figures'}
        </button>
      </form>
    </section>
  )
}
