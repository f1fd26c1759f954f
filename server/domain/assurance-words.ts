import type { Assurance, ProcessChart } from './xmr.ts'
import { rangeInWords, type Told } from './xmr-words.ts'

/** What a measure's own ordinary variation says of a target, for somebody who has never seen a process chart. */

export const ASSURANCE_WORDS: Record<Assurance, string> = {
  meets: 'will be met',
  fails: 'will be missed',
  'hit-and-miss': 'hit or miss',
}

/**
 * "If nothing changes, it will be missed: the goal of 124.5 lies below all of the range that ordinary year-to-year
 * variation gives (159 to 231), worked out from 13 years in a row." `told.value` is the goal, `goal` its words.
 */
export function assuranceInWords(
  { limits, points, onTrial }: ProcessChart,
  assurance: Assurance,
  goal: string,
  told: Told,
): string {
  const { period, value } = told
  const outcome =
    assurance === 'hit-and-miss'
      ? `it will be met in some ${period}s and missed in others`
      : `it ${ASSURANCE_WORDS[assurance]}`
  const isWithin = value >= limits.lower && value <= limits.upper
  const place = isWithin ? 'lies within' : `lies ${value > limits.upper ? 'above' : 'below'} all of`
  const trial = onTrial ? '; with so few it is a first estimate' : ''
  return `If nothing changes, ${outcome}: the goal of ${goal} ${place} the range that ordinary ${period}-to-${period} variation gives (${rangeInWords(limits, told)}), worked out from ${points} ${period}s in a row${trial}.`
}
