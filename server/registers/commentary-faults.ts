import { commentaryTerms } from '../contract/scrutiny.ts'
import { isSentence, LEAST_LETTERS, namesSomething } from '../domain/commentary-substance.ts'
import { dayLabel, periodOf } from '../domain/period.ts'
import type { FieldError } from '../problem.ts'

/**
 * What is asked of a commentary when it is written: that it says something, that who does something is named with what is
 * done, and that the figure is to recover after its period. What was written before this was asked stays readable.
 */
export function commentaryFaults(terms: Record<string, unknown>): FieldError[] {
  const { text, cause, action, owner, recoveryOn, period } = commentaryTerms.parse(terms)
  const { end } = periodOf(period)
  const faults: [at: keyof typeof commentaryTerms.shape, isFault: boolean, message: string][] = [
    [
      'text',
      !isSentence(text),
      `says too little: say what the figure shows, what lies behind it and what follows, in ${LEAST_LETTERS} letters or more`,
    ],
    ['cause', isEmpty(cause), 'says nothing: name what lies behind the figure, or leave it empty'],
    ['action', isEmpty(action), 'says nothing: name what is done, or leave it empty'],
    [
      'action',
      action === null && owner !== null,
      'is needed with who answers for it: name what that role does',
    ],
    ['owner', isEmpty(owner), 'names nobody: give the role that answers for it, or leave it empty'],
    ['owner', owner === null && action !== null, 'is needed with what is done: name the role'],
    [
      'recoveryOn',
      recoveryOn !== null && recoveryOn <= end,
      `has to come after the last day of the period, ${dayLabel(end)}`,
    ],
  ]
  return faults
    .filter(([, isFault]) => isFault)
    .map(([field, , message]) => ({ path: `terms.${field}`, message }))
}

const isEmpty = (text: string | null) => text !== null && !namesSomething(text)
