import type { ProblemAnswer } from '../../../server/contract/answers.ts'
import { capitalised } from '../../words.ts'
import type { FormFault } from '../ErrorSummary.tsx'

/** A fault as the summary tells it, and as it stands at its field, whose label says what it is about. */
export type FieldFault = FormFault & { atField: string }

/** A field of a form; without a label where what is said of it names it already. */
export type Place = { field: string; label: string | null }

const SHORTEST_REASON = 3

/** A fault that is told at its field as in the summary. */
export const ownFault = (field: string, message: string): FieldFault => ({ field, message, atField: message })

/** What is said in the words of the server at a place: `Due: has to be a day`. */
export const faultAt = ({ field, label }: Place, message: string): FieldFault => ({
  field,
  message: label === null ? capitalised(message) : `${label}: ${message}`,
  atField: capitalised(message),
})

/** Every change needs a reason. */
export const reasonFaults = (field: string, reason: string): FieldFault[] =>
  reason.trim().length < SHORTEST_REASON ? [ownFault(field, 'Say why, in a few words')] : []

/** What the server had against it, once at each field; what is about no field stands by itself. */
export function refusedFaults(
  { errors = [], detail }: ProblemAnswer,
  placeOf: (path: string) => Place | null,
): FieldFault[] {
  const faults = errors.flatMap(({ path, message }) => {
    const place = placeOf(path)
    return place ? [faultAt(place, message)] : []
  })
  const once = faults.filter(({ field }, i) => faults.findIndex((each) => each.field === field) === i)
  return once.length > 0 ? once : [{ field: null, message: detail, atField: detail }]
}
