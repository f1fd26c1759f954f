import { type FormEvent, useState } from 'react'
import { uploadActionPath, uploadPath } from '../../../server/contract/paths.ts'
import type { UploadAnswer } from '../../../server/contract/uploads.ts'
import { post } from '../../api.ts'
import { useAction } from '../../use-action.ts'
import { countOf } from '../../words.ts'
import { ErrorSummary, type FormFault } from '../ErrorSummary.tsx'
import { TextField } from '../fields/TextField.tsx'
import { SecondPerson } from './SecondPerson.tsx'

const FIELDS = { reason: 'publish-reason', warningsReason: 'publish-warnings' }
const SHORTEST = 3

/** The last step: letting the figures through, and why. What is typed stays while the changes are worked out again. */
export function PublishForm({ upload, onPublished }: { upload: UploadAnswer; onPublished: () => void }) {
  const [reason, setReason] = useState('')
  const [warningsReason, setWarningsReason] = useState('')
  const [sent, setSent] = useState(0)
  const publishing = useAction(FIELDS)
  const comparing = useAction()
  const { counts, needsApproval, isOwn, stale, uploadedBy, changes } = upload

  const own = faultsOf({ reason, warningsReason }, upload)
  const faults = sent === 0 ? [] : own.length > 0 ? own : publishing.faults
  const at = (field: string) => faults.find((fault) => fault.field === field)?.message

  const publish = async (event: FormEvent) => {
    event.preventDefault()
    setSent((times) => times + 1)
    if (own.length > 0 || stale) return
    const body = {
      reason: reason.trim(),
      ...(counts.warn > 0 ? { warningsReason: warningsReason.trim() } : {}),
    }
    if (await publishing.run(() => post(uploadActionPath(upload.id, 'publish'), body), pathOf)) onPublished()
    else setSent((times) => times + 1)
  }
  const compare = () => void comparing.run(() => post(uploadActionPath(upload.id, 'compare')), pathOf)

  if (needsApproval && isOwn) return <SecondPerson uploadedBy={uploadedBy} />

  return (
    <form onSubmit={(event) => void publish(event)} noValidate aria-label="Publish this draft">
      <ErrorSummary faults={faults.length > 0 ? faults : comparing.faults} sent={sent} />
      {counts.warn > 0 && (
        <TextField
          id={FIELDS.warningsReason}
          label="Why these warnings are all right"
          hint={`${countOf(counts.warn, 'thing')} to look at again ${counts.warn === 1 ? 'is' : 'are'} listed above. Say what you found, for example with whom you checked it.`}
          error={at(FIELDS.warningsReason)}
          value={warningsReason}
          onChange={setWarningsReason}
          rows={3}
        />
      )}
      <TextField
        id={FIELDS.reason}
        label="Why you publish this"
        hint="For example: quarterly return for the scrutiny committee of 3 December. It is kept with the figures."
        error={at(FIELDS.reason)}
        value={reason}
        onChange={setReason}
        rows={2}
      />
      {stale ? (
        <div className="govuk-inset-text">
          <p className="govuk-body">
            Something else was published since these changes were worked out, so they may no longer be true.
            Work them out again, look them over, then publish.
          </p>
          <button type="button" className="govuk-button" aria-disabled={comparing.busy} onClick={compare}>
            {comparing.busy ? 'Working them out…' : 'Work the changes out again'}
          </button>
        </div>
      ) : (
        <button type="submit" className="govuk-button" aria-disabled={publishing.busy}>
          {publishing.busy ? 'Publishing…' : `Publish ${countOf(changes.new + changes.revised, 'figure')}`}
        </button>
      )}
      <p role="status" className="govuk-visually-hidden">
        {publishing.busy && 'Publishing'}
        {comparing.busy && 'Working the changes out'}
      </p>
    </form>
  )
}

type Typed = { reason: string; warningsReason: string }

const pathOf = ({ id }: UploadAnswer) => uploadPath(id)

/** What is missing, in the order of the fields. */
function faultsOf({ reason, warningsReason }: Typed, upload: UploadAnswer): FormFault[] {
  const faults: FormFault[] = []
  if (upload.counts.warn > 0 && warningsReason.trim().length < SHORTEST)
    faults.push({ field: FIELDS.warningsReason, message: 'Say why the warnings are all right' })
  if (reason.trim().length < SHORTEST)
    faults.push({ field: FIELDS.reason, message: 'Say why you publish this' })
  return faults
}
