import { useRef, useState } from 'react'
import type { ProblemAnswer } from '../../../server/contract/answers.ts'
import { ProblemError } from '../../api.ts'
import { annotateFile, save, type UploadOptions } from '../../upload-file.ts'
import { useFocus } from '../../use-focus.ts'
import { countOf } from '../../words.ts'
import { ExcerptTable } from './ExcerptTable.tsx'
import { ACCEPTED } from './FilePicker.tsx'
import { FindingGroups } from './FindingGroups.tsx'
import { SheetChoice } from './SheetChoice.tsx'

/** Why a file was not taken: everything that was found, where, and what to do; and the ways on from there. */
export function Refusal(props: {
  file: File
  options: UploadOptions
  problem: ProblemAnswer
  onSend: (file: File, options: UploadOptions) => void
  /** Of a sheet that was read by a mapping just made: back to that. */
  onRemap: (() => void) | undefined
}) {
  const { file, options, problem, onSend, onRemap } = props
  const { findings = [], counts, excerpt, sheets = [] } = problem
  const heading = useFocus(problem)
  const toRight = counts?.stop ?? 0
  return (
    <section className="app-refusal" aria-labelledby="refusal-heading">
      <h2 className="govuk-heading-l" id="refusal-heading" tabIndex={-1} ref={heading}>
        {toRight > 0
          ? `Nothing was stored: ${countOf(toRight, 'thing')} to put right`
          : `Nothing was stored. ${problem.title}`}
      </h2>
      <p className="govuk-body">
        {toRight > 0 ? (
          <>
            <strong>{file.name}</strong> was read to its end. Correct what is listed here in your file, then
            choose it again.
          </>
        ) : (
          problem.detail
        )}
      </p>
      <Ways file={file} options={options} findings={findings.length} onSend={onSend} onRemap={onRemap} />
      {sheets.length > 1 && (
        <SheetChoice
          sheets={sheets}
          chosen={options.sheet ?? sheets[0]}
          onChoose={(sheet) => onSend(file, { ...options, sheet })}
        />
      )}
      {counts && <FindingGroups findings={findings} counts={counts} />}
      {excerpt && <ExcerptTable excerpt={excerpt} findings={findings} />}
    </section>
  )
}

function Ways(props: {
  file: File
  options: UploadOptions
  findings: number
  onSend: (file: File, options: UploadOptions) => void
  onRemap: (() => void) | undefined
}) {
  const { file, options, findings, onSend, onRemap } = props
  const input = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState('')
  const annotate = async () => {
    setTold('Your file is being prepared…')
    try {
      const name = `${file.name.replace(/\.[^.]*$/, '')}-findings.csv`
      save(await annotateFile(file, options), name)
      setTold(`Saved as ${name}.`)
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setTold(`${error.problem.title}. ${error.problem.detail}`)
    }
  }
  return (
    <>
      <div className="govuk-button-group">
        <button type="button" className="govuk-button" onClick={() => input.current?.click()}>
          Choose the corrected file
        </button>
        {onRemap && (
          <button type="button" className="govuk-button govuk-button--secondary" onClick={onRemap}>
            Change what its columns and rows are
          </button>
        )}
        {findings > 0 && (
          <button
            type="button"
            className="govuk-button govuk-button--secondary"
            onClick={() => void annotate()}
          >
            Download your file with a column of findings
          </button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        hidden
        aria-label="Corrected file"
        onClick={(event) => {
          event.currentTarget.value = ''
        }}
        onChange={(event) => {
          const [corrected] = event.target.files ?? []
          // The sheet and the mapping were of the other file.
          if (corrected) onSend(corrected, { period: options.period })
        }}
      />
      <p role="status" className="govuk-body">
        {told}
      </p>
    </>
  )
}
