import type { FlowBasis } from './flow.ts'
import { isMoment, type Kind } from './indicator.ts'
import {
  dayLabel,
  financialYearOf,
  type Period,
  periodLabel,
  quarterLabel,
  shortPeriodLabel,
} from './period.ts'

/**
 * When a figure is, in words: a snapshot is "31 March 2025", a year's flow "Year to 31 March 2025", a quarter's
 * "October to December 2016 (Quarter 3 2016/17)", and four quarters added up "Year to 31 December 2016".
 */
export function pointLabel(period: Period, kind: Kind, basis: FlowBasis | null): string {
  if (period.kind === 'academic-year' || period.kind === 'calendar-year') return periodLabel(period)
  if (isMoment(kind)) {
    if (period.kind === 'month') return periodLabel(period)
    const end = dayLabel(period.end)
    return period.kind === 'quarter' ? `${end} (${quarterLabel(period)})` : end
  }
  if (period.kind === 'financial-year' || period.kind === 'day') {
    return kind === 'flow' && period.kind === 'day' ? dayLabel(period.end) : `Year to ${dayLabel(period.end)}`
  }
  switch (basis) {
    case 'rolling-year':
      return `Year to ${dayLabel(period.end)}`
    case 'year-to-date':
      return `${dayLabel(financialYearOf(period.end).start)} to ${dayLabel(period.end)}`
    case 'annualised':
      return `${periodLabel(period)}, annualised`
    default:
      return periodLabel(period)
  }
}

/** The same where there is little room: `Mar 2025`, `2024/25`, `Q3 2016/17`. */
export function shortPointLabel(period: Period, kind: Kind): string {
  if (isMoment(kind) && period.kind === 'financial-year')
    return dayLabel(period.end).replace(/^\d+ (\w{3})\w*/, '$1')
  if (!isMoment(kind) && period.kind === 'day') return dayLabel(period.end).replace(/^\d+ (\w{3})\w*/, '$1')
  return shortPeriodLabel(period)
}

/** How a sentence about a figure begins: "On 31 March 2025", "In the year to 31 March 2025". */
export function whenInSentence(period: Period, kind: Kind, basis: FlowBasis | null): string {
  const label = pointLabel(period, kind, basis)
  if (period.kind === 'academic-year') return `In the ${label.charAt(0).toLowerCase()}${label.slice(1)}`
  if (period.kind === 'calendar-year' || period.kind === 'month') return `In ${label}`
  if (isMoment(kind)) return `On ${dayLabel(period.end)}`
  if (label.startsWith('Year to')) return `In the year to ${dayLabel(period.end)}`
  if (period.kind === 'quarter' && basis !== 'year-to-date') return `In ${periodLabel(period)}`
  return period.kind === 'day' ? `On ${label}` : `From ${label}`
}
