import { dayLabel, month, type Period, periodLabel, quarter } from './period.ts'

/** How exactly the day of an event is known; `on` and `until` are days all the same, the first of what is known. */
export type Precision = 'day' | 'month' | 'quarter' | 'year'

export type EventDays = { on: string; until: string | null; precision: Precision }

/**
 * When something happened, as exactly as it is known and no more: `25 March 2019`, `26 November to 7 December 2018`,
 * `August 2019`, `July to September 2022`, `2017`. A stretch with a first and a last day is told by its days, since what
 * lies in it is read off them, unless only their months are known. All days are ISO days.
 */
export function eventDate({ on, until, precision }: EventDays): string {
  if (until !== null && isStretch({ on, until })) {
    if (precision === 'month') return between(monthLabel(on), monthLabel(until))
    return between(dayLabel(on), dayLabel(until))
  }
  switch (precision) {
    case 'day':
      return dayLabel(on)
    case 'month':
      return monthLabel(on)
    case 'quarter':
      return periodLabel(quarterOf(on)).replace(/ \(.*\)$/, '')
    case 'year':
      return on.slice(0, 4)
  }
}

/** Whether it lasted for more than a day, by what is known. */
export const isStretch = ({ on, until }: Pick<EventDays, 'on' | 'until'>): boolean =>
  until !== null && until !== on

/** The last day of a stretch, or the last that an event can have been on where only its month, quarter or year is known. */
export function lastDayOf({ on, until, precision }: EventDays): string {
  if (until !== null && isStretch({ on, until })) return until
  switch (precision) {
    case 'day':
      return on
    case 'month':
      return monthOf(on).end
    case 'quarter':
      return quarterOf(on).end
    case 'year':
      return `${on.slice(0, 4)}-12-31`
  }
}

const monthOf = (on: string): Period => month(Number(on.slice(0, 4)), Number(on.slice(5, 7)))
const monthLabel = (on: string) => periodLabel(monthOf(on))

function quarterOf(on: string): Period {
  const [year, monthOfYear] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))]
  return monthOfYear < 4 ? quarter(year - 1, 4) : quarter(year, Math.ceil(monthOfYear / 3) - 1)
}

/** What both ends share at the back is said once: "26 to 30 November 2018", "March to April 2024". */
function between(first: string, last: string): string {
  if (first === last) return first
  const [from, to] = [first.split(' '), last.split(' ')]
  while (from.length > 1 && from.at(-1) === to.at(-1)) {
    from.pop()
    to.pop()
  }
  const shared = last.split(' ').slice(to.length)
  return [...from, 'to', ...to, ...shared].join(' ')
}
