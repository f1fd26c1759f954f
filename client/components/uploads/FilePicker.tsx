import { useEffect, useRef, useState } from 'react'
import { LARGEST_UPLOAD } from '../../../server/contract/paths.ts'
import { sizeInWords } from '../../words.ts'

export const ACCEPTED = '.csv,.txt,.tsv,.xlsx'

/** A file is chosen with the button or dropped anywhere on the page; dropping is a help, the button does it all. */
export function FilePicker(props: {
  file: File | null
  onPick: (file: File) => void
  error: string | undefined
}) {
  const { file, onPick, error } = props
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const pick = useRef(onPick)
  pick.current = onPick
  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    const on = (type: 'dragover' | 'dragleave' | 'drop', hear: (event: DragEvent) => void) =>
      document.addEventListener(type, hear, { signal })
    on('dragover', (event) => {
      event.preventDefault()
      setOver(true)
    })
    on('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false)
    })
    on('drop', (event) => {
      event.preventDefault()
      setOver(false)
      const files = event.dataTransfer?.files
      const [first] = files ?? []
      if (!files || !first || !input.current) return
      // So that the field too names the file.
      input.current.files = files
      pick.current(first)
    })
    return () => listening.abort()
  }, [])
  const described = ['file-hint', error && 'file-error', file && 'file-chosen'].filter(Boolean).join(' ')
  return (
    <div
      className={`govuk-form-group app-drop ${over ? 'app-drop--over' : ''} ${error ? 'govuk-form-group--error' : ''}`}
    >
      <label className="govuk-label govuk-label--s" htmlFor="file">
        Your file
      </label>
      <div id="file-hint" className="govuk-hint">
        A table saved as text (.csv, .tsv or .txt) or an Excel workbook (.xlsx), of up to{' '}
        {sizeInWords(LARGEST_UPLOAD)}. Choose it, or drop it on this page. Totals only: never a row for each
        child.
      </div>
      {error && (
        <p id="file-error" className="govuk-error-message">
          <span className="govuk-visually-hidden">Error: </span>
          {error}
        </p>
      )}
      <input
        ref={input}
        id="file"
        type="file"
        accept={ACCEPTED}
        className="govuk-file-upload"
        aria-describedby={described}
        // Otherwise the browser says nothing when the same file is chosen again after it was corrected.
        onClick={(event) => {
          event.currentTarget.value = ''
        }}
        onChange={(event) => {
          const [first] = event.target.files ?? []
          if (first) onPick(first)
        }}
      />
      {file && (
        <p id="file-chosen" className="app-drop__chosen">
          Chosen: <strong>{file.name}</strong> ({sizeInWords(file.size)})
        </p>
      )}
    </div>
  )
}
