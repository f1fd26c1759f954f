import {
  addDays,
  day,
  dayLabel,
  daysBetween,
  financialYearOf,
  month,
  monthNumber,
  type Period,
  periodLabel,
  quarter,
  quarterLabel,
  stepPeriod,
} from './period.ts'

/**
 * When a figure should be here. A council's own return goes by a rule of this dashboard; a national publication comes
 * out once a year in its month, of which the day is not known.
 */

/** How long after its quarter a council's own return is due. No law sets this: the rule is the dashboard's own. */
export const RETURN_AFTER_DAYS = 45

/** `by` is the last day on which it is in time; of a publication that is the end of its month. */
export type Due = { by: string; precision: 'day' | 'month' }

/** A publication comes out in a month (1 to 12) of the year in which its period ends, or of a later one. */
export type PublicationRule = { month: number; yearsAfter: number }

export function returnDue(period: Period): Due {
  return { by: addDays(period.end, RETURN_AFTER_DAYS), precision: 'day' }
}

export function publicationDue(period: Period, rule: PublicationRule): Due {
  return {
    by: month(Number(period.end.slice(0, 4)) + rule.yearsAfter, rule.month).end,
    precision: 'month',
  }
}

/** On the day (or in the month) itself it is still in time. */
export const isLate = (due: Due, today: string): boolean => today > due.by

/** `14 November 2026`, `October 2026` */
export function dueLabel({ by, precision }: Due): string {
  return precision === 'day'
    ? dayLabel(by)
    : periodLabel(month(Number(by.slice(0, 4)), Number(by.slice(5, 7))))
}

/** `on 14 November 2026`, `in October 2026` */
export const dueWhen = (due: Due): string => `${due.precision === 'day' ? 'on' : 'in'} ${dueLabel(due)}`

/** The quarter of the financial year that a day lies in. */
export function quarterOf(date: string): Period {
  const year = Number(financialYearOf(date).start.slice(0, 4))
  return quarter(year, Math.ceil(monthNumber(day(date)) / 3))
}

/** The newest quarter whose return should be here by now. */
export function newestQuarterDue(today: string): Period {
  return stepPeriod(quarterOf(addDays(today, -RETURN_AFTER_DAYS)), -1)
}

/** How many quarters the second is after the first; negative where it is before. */
export function quartersBetween(first: Period, last: Period): number {
  const count = ({ start }: Period) =>
    Number(start.slice(0, 4)) * 4 + Math.floor(Number(start.slice(5, 7)) / 3)
  return count(last) - count(first)
}

/** What became of a return that is not here: `The return for Quarter 2 2026/27 is 52 days after quarter end and not here. It was due on 14 November 2026.` */
export function returnInWords(period: Period, today: string): string {
  const due = returnDue(period)
  const name = `The return for ${quarterLabel(period)}`
  if (!isLate(due, today)) return `${name} is due ${dueWhen(due)}.`
  return `${name} is ${daysBetween(period.end, today)} days after quarter end and not here. It was due ${dueWhen(due)}.`
}
