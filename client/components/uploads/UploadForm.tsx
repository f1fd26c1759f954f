import { type FormEvent, useState } from 'react'
import { LARGEST_UPLOAD } from '../../../server/contract/paths.ts'
import { sizeInWords } from '../../words.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { FilePicker } from './FilePicker.tsx'
import { QuarterChoice } from './QuarterChoice.tsx'

/** Why a file can't even be sent, in words; the rest is for the server to find. */
export function faultOf(file: File | null): string | undefined {
  if (!file) return 'Choose a file'
  if (file.size === 0) return `${file.name} is empty. Save it again, then choose it`
  return file.size > LARGEST_UPLOAD
    ? `${file.name} has ${sizeInWords(file.size)}. The most that can be sent is ${sizeInWords(LARGEST_UPLOAD)}`
    : undefined
}

/** Which file is sent, for which quarter. */
export function UploadForm(props: {
  period: string | undefined
  onPeriod: (period: string | undefined) => void
  busy: boolean
  /** `remap`: ask again what the headings of a council's own sheet mean. */
  onSend: (file: File, remap: boolean) => void
}) {
  const { period, onPeriod, busy, onSend } = props
  const [file, setFile] = useState<File | null>(null)
  const [remap, setRemap] = useState(false)
  const [sent, setSent] = useState(0)
  const [round, setRound] = useState(0)
  const fault = sent > 0 ? faultOf(file) : undefined

  const send = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (!file || faultOf(file)) return setSent(sent + 1)
    setSent(0)
    // What is sent next is chosen afresh: the file on the disk may be another by then.
    setFile(null)
    setRound(round + 1)
    setRemap(false)
    onSend(file, remap)
  }

  return (
    <form onSubmit={send} noValidate aria-label="Upload a file">
      <ErrorSummary faults={fault ? [{ field: 'file', message: fault }] : []} sent={sent} />
      <QuarterChoice period={period} onChange={onPeriod} />
      <FilePicker key={round} file={file} onPick={setFile} error={fault} />
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">
            A sheet with your own headings was read wrongly?
          </span>
        </summary>
        <div className="govuk-details__text">
          <label className="app-tick">
            <input type="checkbox" checked={remap} onChange={(event) => setRemap(event.target.checked)} />
            Ask me again which of its columns and rows is which measure
          </label>
        </div>
      </details>
      <button type="submit" className="govuk-button" aria-disabled={busy}>
        Check the file
      </button>
    </form>
  )
}
