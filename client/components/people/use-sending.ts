import { useState } from 'react'
import { faultsOf } from '../../use-action.ts'
import { useChange } from '../../use-change.ts'
import type { FormFault } from '../ErrorSummary.tsx'

/**
 * A form that is sent: what it finds wrong itself, and what the server has against it, each at its field (`fields` names
 * them by what the server calls them). Nothing that was typed is lost where it is refused.
 */
export function useSending(check: () => FormFault[], fields: Record<string, string> = {}) {
  const { run, busy, problem } = useChange()
  const [sent, setSent] = useState(0)
  const own = sent === 0 ? [] : check()
  const refused = sent === 0 || !problem ? [] : faultsOf(problem, fields)
  const faults = own.length > 0 ? own : refused

  /** `onRefused` is what is done beside telling it. */
  const send = async <T>(
    act: () => Promise<T>,
    onDone: (answer: T) => void = () => undefined,
    onRefused: () => void = () => undefined,
  ) => {
    if (busy) return
    setSent((times) => times + 1)
    if (check().length > 0) return
    const done = await run(act)
    if (done === null) {
      setSent((times) => times + 1)
      return onRefused()
    }
    setSent(0)
    onDone(done)
  }
  return {
    faults,
    sent,
    busy,
    send,
    at: (field: string) => faults.find((fault) => fault.field === field)?.message,
  }
}
