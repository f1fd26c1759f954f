import { useState } from 'react'
import { useChange } from '../../use-change.ts'
import { type FieldFault, type Place, reasonFaults, refusedFaults } from './faults.ts'

/** Why a version is made, as the server is told it; who makes it, it knows. */
export type Said = { reason: string }

/**
 * A form that makes a version of something: why, what is wrong with it, and the sending. Nothing that
 * was typed is lost where it is refused.
 */
export function useVersion<T>({
  id,
  empties = [],
  placeOf = () => null,
  pathOf,
}: {
  /** What the id of the reason begins with. */
  id: string
  /** What is missing of the other fields. */
  empties?: readonly FieldFault[]
  /** Where a field stands that the server names; of the reason it is known. */
  placeOf?: (path: string) => Place | null
  /** The address under which what is answered is known. */
  pathOf?: ((answer: T) => string) | undefined
}) {
  const [reason, setReason] = useState('')
  const [sent, setSent] = useState(0)
  const { run, busy, problem } = useChange()

  const missing = [...empties, ...reasonFaults(`${id}-reason`, reason)]
  const place = (path: string): Place | null => {
    return path === 'reason' ? { field: `${id}-reason`, label: null } : placeOf(path)
  }
  const refused = problem ? refusedFaults(problem, place) : []
  const faults = sent === 0 ? [] : missing.length > 0 ? missing : refused
  /** What is wrong at a field, by its id. */
  const at = (field: string) => faults.find((fault) => fault.field === field)?.atField

  const send = async (act: (said: Said) => Promise<T>, onDone: (answer: T) => void) => {
    setSent((times) => times + 1)
    if (missing.length > 0) return
    const done = await run(() => act({ reason: reason.trim() }), pathOf)
    if (done) onDone(done)
    else setSent((times) => times + 1)
  }

  const said = {
    id,
    reason: { value: reason, error: at(`${id}-reason`), onChange: setReason },
  }
  return { said, faults, at, sent, send, busy, problem }
}
