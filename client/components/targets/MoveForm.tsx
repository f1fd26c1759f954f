import { type FormEvent, type ReactNode, useState } from 'react'
import { targetActionPath, targetPath } from '../../../server/contract/paths.ts'
import type { TargetPageAnswer } from '../../../server/contract/target-answers.ts'
import { post } from '../../api.ts'
import { faultsOf } from '../../use-action.ts'
import { useChange } from '../../use-change.ts'
import { useName } from '../../use-name.ts'
import { ErrorSummary, type FormFault } from '../ErrorSummary.tsx'
import { ReasonPart } from './ReasonPart.tsx'

/** Takes a target out, brings it back, or undoes its last change: with a reason, and as a version of its own. */
export function MoveForm(props: {
  page: TargetPageAnswer
  action: 'retire' | 'bring-back' | 'undo'
  heading: string
  button: string
  why: string
  warning?: boolean
  onDone: (page: TargetPageAnswer) => void
  children: ReactNode
}) {
  const { page, action, heading, button, why, warning, onDone, children } = props
  const [name, setName] = useName()
  const [reason, setReason] = useState('')
  const [sent, setSent] = useState(0)
  const { run, busy, problem } = useChange()
  const [reasonId, byId] = [`${action}-reason`, `${action}-by`]

  const own: FormFault[] =
    reason.trim().length < 3 ? [{ field: reasonId, message: 'Say why, in a few words' }] : []
  const refused: FormFault[] = problem ? faultsOf(problem, { reason: reasonId, by: byId }) : []
  const faults = sent === 0 ? [] : own.length > 0 ? own : refused
  const at = (field: string) => {
    const message = faults.find((fault) => fault.field === field)?.message
    return typeof message === 'string' ? message : undefined
  }
  const act = async (event: FormEvent) => {
    event.preventDefault()
    setSent((times) => times + 1)
    if (own.length > 0) return
    const { id, version } = page.target
    const body = { after: version, reason: reason.trim(), ...(name.trim() ? { by: name.trim() } : {}) }
    const done = await run(
      () => post(targetActionPath(id, action), body),
      ({ target }) => targetPath(target.id),
    )
    if (done) onDone(done)
    else setSent((times) => times + 1)
  }
  return (
    <section aria-labelledby={`${action}-heading`} className="app-act">
      <h2 className="govuk-heading-m" id={`${action}-heading`}>
        {heading}
      </h2>
      {children}
      <form onSubmit={(event) => void act(event)} noValidate aria-label={heading}>
        <ErrorSummary faults={faults} sent={sent} />
        <ReasonPart
          id={action}
          why={why}
          reason={{ value: reason, error: at(reasonId), onChange: setReason }}
          name={{ value: name, error: at(byId), onChange: setName }}
        />
        <button
          type="submit"
          className={`govuk-button ${warning ? 'govuk-button--warning' : 'govuk-button--secondary'}`}
          aria-disabled={busy}
        >
          {busy ? 'Saving…' : button}
        </button>
      </form>
    </section>
  )
}
