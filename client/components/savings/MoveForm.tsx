import { useState } from 'react'
import type { SavingLineAnswer } from '../../../server/contract/savings.ts'
import { useAction } from '../../use-action.ts'
import { useName } from '../../use-name.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { TextField } from '../TextField.tsx'
import { moveLine, signedBy } from './change-line.ts'

const DONE = {
  retire: 'Taken out. It counts nowhere any more and stays on record.',
  'bring-back': 'Brought back. It counts again.',
  undo: 'Undone. The line is what it was before.',
} as const
type Action = keyof typeof DONE

/** What needs no more than a reason: taking a line out, bringing it back, undoing the last change. */
export function MoveForm({ line, onMoved }: { line: SavingLineAnswer; onMoved: (told: string) => void }) {
  const fields = { by: `name-${line.id}`, reason: `reason-${line.id}` }
  const [name, setName] = useName()
  const [reason, setReason] = useState('')
  const [sent, setSent] = useState(0)
  const { run, busy, faults: refused } = useAction(fields)
  const own = reason.trim().length < 3 ? [{ field: fields.reason, message: 'Say why' }] : []
  const faults = sent === 0 ? [] : own.length > 0 ? own : refused
  const at = (field: string) => faults.find((fault) => fault.field === field)?.message

  const move = async (action: Action) => {
    setSent((times) => times + 1)
    if (own.length > 0) return
    if (await run(() => moveLine(line, action, signedBy(name, reason)))) onMoved(DONE[action])
    else setSent((times) => times + 1)
  }
  const button = (action: Action, text: string) => (
    <button
      type="button"
      className="govuk-button govuk-button--secondary"
      aria-disabled={busy}
      onClick={() => void move(action)}
    >
      {text}
      <span className="govuk-visually-hidden">: {line.terms.title}</span>
    </button>
  )

  return (
    <form
      className="app-act"
      noValidate
      aria-label={`Take out or undo: ${line.terms.title}`}
      onSubmit={(event) => event.preventDefault()}
    >
      <ErrorSummary faults={faults} sent={sent} />
      <TextField
        id={fields.by}
        label="Your name"
        error={at(fields.by)}
        value={name}
        onChange={setName}
        autoComplete="name"
      />
      <TextField
        id={fields.reason}
        label="Why"
        hint="It is kept with the line."
        error={at(fields.reason)}
        value={reason}
        onChange={setReason}
        rows={2}
      />
      <div className="govuk-button-group">
        {line.retired ? button('bring-back', 'Bring this line back') : button('retire', 'Take this line out')}
        {line.version > 1 && button('undo', 'Undo the last change')}
      </div>
    </form>
  )
}
