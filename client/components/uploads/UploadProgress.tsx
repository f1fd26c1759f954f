import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ProgressAnswer } from '../../../server/contract/uploads.ts'
import { uploadProgress } from '../../queries.ts'
import type { UploadState } from '../../use-upload.ts'
import { sizeInWords } from '../../words.ts'

const PHASES: Record<ProgressAnswer['phase'], string> = {
  waiting: 'waiting for its turn',
  reading: 'reading every row',
  comparing: 'comparing with what is published',
  done: 'done',
}

/** A screen reader is told at most this often. */
const TELL_EVERY_MS = 3000
const ASK_EVERY_MS = 300

/** Two bars: how much of the file is sent, and how far its checking is. Only the first can still be called off. */
export function UploadProgress(props: { state: UploadState; onCancel: (file: File) => void }) {
  const { state, onCancel } = props
  const checking = state.step === 'checking'
  const { data } = useQuery({
    ...uploadProgress(checking ? state.key : ''),
    enabled: checking,
    refetchInterval: ASK_EVERY_MS,
    placeholderData: undefined,
    gcTime: 0,
  })
  const busy = state.step === 'sending' || checking
  const sent = state.step === 'sending' ? state.part : 1
  // Only the reading of the rows can tell how far it is.
  const done = checking ? (data?.phase === 'reading' ? data.part : undefined) : 0
  const told = useThrottled(wordsOf(state, data))
  const box = useRef<HTMLDivElement>(null)
  const step = busy ? state.step : null
  useEffect(() => {
    // The button that began it, or could have called it off, may be gone; who stood on it must not be thrown to the top.
    if (step !== null && document.activeElement === document.body) box.current?.focus()
  }, [step])
  return (
    <>
      <p role="status" className="govuk-visually-hidden">
        {told}
      </p>
      {state.step === 'cancelled' && <Cancelled file={state.file} />}
      {busy && (
        <div className="app-progress" ref={box} tabIndex={-1}>
          <Bar
            id="sent"
            label={`Sending ${state.file.name}`}
            text={`${Math.floor(sent * 100)}% of ${sizeInWords(state.file.size)}`}
            value={sent}
          />
          {state.step === 'sending' && (
            <button
              type="button"
              className="govuk-button govuk-button--secondary"
              onClick={() => onCancel(state.file)}
            >
              Cancel
            </button>
          )}
          <Bar
            id="checked"
            label="Checking it"
            text={checking ? (data ? PHASES[data.phase] : 'starting') : 'when all of it is there'}
            value={done}
          />
        </div>
      )}
    </>
  )
}

function Cancelled({ file }: { file: File }) {
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => line.current?.focus(), [])
  return (
    <p className="govuk-body app-focused" tabIndex={-1} ref={line}>
      Called off. Nothing of <strong>{file.name}</strong> was stored.
    </p>
  )
}

/** What a screen reader is told of it. */
function wordsOf(state: UploadState, data: ProgressAnswer | undefined): string {
  if (state.step === 'sending') return `Sending the file, ${quarterOf(state.part)}`
  if (state.step !== 'checking') return ''
  if (!data) return 'Checking the file'
  const part = data.phase === 'reading' ? `, ${quarterOf(data.part)}` : ''
  return `Checking the file, ${PHASES[data.phase]}${part}`
}

const quarterOf = (part: number) => `${Math.floor(part * 4) * 25}%`

/** A bar without a value is one that can't tell how far it is. */
function Bar(props: { id: string; label: string; text: string; value: number | undefined }) {
  const { id, label, text, value } = props
  return (
    <div className="app-progress__bar">
      <label htmlFor={id}>{label}</label>
      <progress id={id} max={1} value={value} aria-describedby={`${id}-text`} />
      <span id={`${id}-text`} className="app-progress__text">
        {text}
      </span>
    </div>
  )
}

/** The newest text, but not more often than can be listened to. */
function useThrottled(text: string): string {
  const [told, setTold] = useState(text)
  const last = useRef(0)
  useEffect(() => {
    const wait = text === '' ? 0 : Math.max(0, last.current + TELL_EVERY_MS - Date.now())
    const timer = setTimeout(() => {
      last.current = Date.now()
      setTold(text)
    }, wait)
    return () => clearTimeout(timer)
  }, [text])
  return told
}
