import { useEffect, useRef, useState } from 'react'
import { LARGEST_UPLOAD } from '../../../server/contract/paths.ts'
import { sizeInWords } from '../../words.ts'
import { FieldFrame } from '../fields/FieldFrame.tsx'

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
  return (
    <FieldFrame
      id="file"
      className={`app-drop ${over ? 'app-drop--over' : ''}`}
      label="Your file"
      hint={
        <>
          A table saved as text (.csv, .tsv or .txt) or an Excel workbook (.xlsx), of up to{' '}
          {sizeInWords(LARGEST_UPLOAD)}. Choose it, or drop it on this page. Totals only: never a row for each
          child.
        </>
      }
      error={error}
    >
      {(control) => (
        <>
          <input
            {...control}
            ref={input}
            type="file"
            accept={ACCEPTED}
            className="govuk-file-upload"
            aria-describedby={`${control['aria-describedby']} ${file ? 'file-chosen' : ''}`}
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
        </>
      )}
    </FieldFrame>
  )
}
