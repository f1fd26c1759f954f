import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { uploadPath, uploadsPath } from '../../../server/contract/paths.ts'
import type { UploadAnswer } from '../../../server/contract/uploads.ts'
import { ProblemError, remove } from '../../api.ts'
import { faultsOf } from '../../use-action.ts'
import { ErrorSummary, type FormFault } from '../ErrorSummary.tsx'

/** A draft goes only when it was asked for twice: it can't be brought back. */
export function DiscardDraft({ upload, onDiscarded }: { upload: UploadAnswer; onDiscarded: () => void }) {
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<FormFault[]>([])
  const queryClient = useQueryClient()
  const question = useRef<HTMLParagraphElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const wasAsked = useRef(false)
  useEffect(() => {
    if (asked) question.current?.focus()
    // Whoever thinks better of it is back where they were.
    else if (wasAsked.current) opener.current?.focus()
    wasAsked.current = asked
  }, [asked])

  const discard = async () => {
    if (busy) return
    setBusy(true)
    try {
      await remove(uploadPath(upload.id))
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setBusy(false)
      return setFaults(faultsOf(error.problem, {}))
    }
    // The list is asked for afresh; this page must not ask again for what is gone.
    queryClient.removeQueries({ queryKey: [uploadsPath] })
    onDiscarded()
  }

  return (
    <section aria-labelledby="discard-heading" className="app-act">
      <h2 className="govuk-heading-m" id="discard-heading">
        Or discard it
      </h2>
      <ErrorSummary faults={faults} sent={faults.length} />
      {asked ? (
        <>
          <p className="govuk-body" tabIndex={-1} ref={question}>
            <strong>Discard {upload.fileName}?</strong> The draft and the file sent with it are deleted. What
            is published stays as it is.
          </p>
          <div className="govuk-button-group">
            <button
              type="button"
              className="govuk-button govuk-button--warning"
              aria-disabled={busy}
              onClick={() => void discard()}
            >
              Yes, discard it
            </button>
            <button
              type="button"
              className="govuk-button govuk-button--secondary"
              onClick={() => setAsked(false)}
            >
              No, keep it
            </button>
          </div>
        </>
      ) : (
        <>
          <p className="govuk-body">If this is the wrong file, throw the draft away and send another.</p>
          <button
            type="button"
            className="govuk-button govuk-button--secondary"
            ref={opener}
            onClick={() => setAsked(true)}
          >
            Discard this draft
          </button>
        </>
      )}
    </section>
  )
}
