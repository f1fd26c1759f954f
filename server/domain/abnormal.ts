import type { FlowBasis } from './flow.ts'
import { isMoment, type Kind } from './indicator.ts'
import { addDays, financialYearOf, type Period, yearBefore } from './period.ts'

/** Whether a figure is about a stretch of days that does not compare with others, such as the pandemic. ISO days. */

export type Stretch = { from: string; to: string }

/**
 * The days that a figure is about, both ends in it: a count of a moment is about its last day only, four quarters added
 * up about the whole year that ends with it.
 */
export function daysMeasured(period: Period, kind: Kind, basis: FlowBasis | null): Stretch {
  if (isMoment(kind)) return { from: period.end, to: period.end }
  const isYear = basis === 'rolling-year' || (period.kind === 'day' && kind !== 'flow')
  if (isYear) return { from: addDays(yearBefore(period).end, 1), to: period.end }
  if (basis === 'year-to-date') return { from: financialYearOf(period.end).start, to: period.end }
  return { from: period.start, to: period.end }
}

/** Whether days lie in a stretch as a whole or only partly; null where they do not at all. */
export function liesIn(days: Stretch, stretch: Stretch): 'wholly' | 'partly' | null {
  if (days.to < stretch.from || days.from > stretch.to) return null
  return days.from >= stretch.from && days.to <= stretch.to ? 'wholly' : 'partly'
}
