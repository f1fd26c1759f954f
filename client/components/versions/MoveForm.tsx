import { type FormEvent, type ReactNode, useState } from 'react'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { ReasonFields } from './ReasonFields.tsx'
import { type Said, useVersion } from './use-version.ts'

export type MoveAction = 'retire' | 'bring-back' | 'undo'
export type Move = { action: MoveAction; button: ReactNode; warning?: boolean }

/** What needs no more than a reason: taking something out, bringing it back, undoing its last change. */
export function MoveForm<T>(props: {
  /** What the ids of its fields begin with. */
  id: string
  label: string
  /** What is moved: action. */
  thing: string
  why: string
  moves: readonly Move[]
  send: (action: MoveAction, said: Said) => Promise<T>
  pathOf?: ((answer: T) => string) | undefined
  onDone: (answer: T, action: MoveAction) => void
}) {
  const { id, label, thing, why, moves, pathOf, onDone } = props
  const [acting, setActing] = useState<MoveAction>('retire')
  const { said, faults, sent, send, busy } = useVersion<T>({ id, pathOf })
  const act = (action: MoveAction) => {
    if (busy) return
    setActing(action)
    void send(
      (reason) => props.send(action, reason),
      (answer) => onDone(answer, action),
    )
  }
  // Of several things none is done by the enter key: whoever does one has to choose it.
  const [only] = moves.length === 1 ? moves : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (only) act(only.action)
  }
  return (
    <form onSubmit={submit} noValidate aria-label={label}>
      <ErrorSummary faults={faults} sent={sent} />
      <ReasonFields thing={thing} why={why} said={said} />
      <div className="govuk-button-group">
        {moves.map(({ action, button, warning }) => (
          <button
            key={action}
            type={only ? 'submit' : 'button'}
            className={`govuk-button ${warning ? 'govuk-button--warning' : 'govuk-button--secondary'}`}
            aria-disabled={busy}
            onClick={only ? undefined : () => act(action)}
          >
            {busy && acting === action ? 'Saving…' : button}
          </button>
        ))}
      </div>
    </form>
  )
}
