/**
 * Periods: the stretch of time, or the day, that a figure is about.
 *
 * A period has one spelling, its id (`2016-17Q3`), and two days that it starts and ends on. Two figures may
 * only be joined on a whole period, never on a year number: "2025" is 31 March 2025 in DfE's children in need
 * files, 30 September 2025 in the workforce census and 30 June 2025 in a population file.
 */

const PERIOD_KINDS = ['month', 'quarter', 'financial-year', 'academic-year', 'calendar-year', 'day'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** `start` and `end` are ISO days, both inside the period. */
export type Period = { kind: PeriodKind; id: string; start: string; end: string }

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const two = (n: number) => String(n).padStart(2, '0')
const iso = (year: number, month: number, day: number) => `${year}-${two(month)}-${two(day)}`
/** `2016` becomes `2016-17`: the way financial and academic years are written. */
const split = (year: number) => `${year}-${two((year + 1) % 100)}`
const daysInMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

export function month(year: number, monthOfYear: number): Period {
  return {
    kind: 'month',
    id: `${year}-${two(monthOfYear)}`,
    start: iso(year, monthOfYear, 1),
    end: iso(year, monthOfYear, daysInMonth(year, monthOfYear)),
  }
}

/** A quarter of the financial year that starts on 1 April of `year`: quarter 1 is April to June. */
export function quarter(year: number, quarterOfYear: number): Period {
  const firstMonth = quarterOfYear === 4 ? 1 : quarterOfYear * 3 + 1
  const calendarYear = quarterOfYear === 4 ? year + 1 : year
  return {
    kind: 'quarter',
    id: `${split(year)}Q${quarterOfYear}`,
    start: iso(calendarYear, firstMonth, 1),
    end: iso(calendarYear, firstMonth + 2, daysInMonth(calendarYear, firstMonth + 2)),
  }
}

/** 1 April of `year` to 31 March of the next. */
export function financialYear(year: number): Period {
  return { kind: 'financial-year', id: split(year), start: iso(year, 4, 1), end: iso(year + 1, 3, 31) }
}

/** 1 September of `year` to 31 August of the next. */
export function academicYear(year: number): Period {
  return { kind: 'academic-year', id: `AY${split(year)}`, start: iso(year, 9, 1), end: iso(year + 1, 8, 31) }
}

export function calendarYear(year: number): Period {
  return { kind: 'calendar-year', id: `CY${year}`, start: iso(year, 1, 1), end: iso(year, 12, 31) }
}

/** A figure "as at" one day. */
export function day(date: string): Period {
  return { kind: 'day', id: date, start: date, end: date }
}

/**
 * Reads a period id: `2025-03`, `2016-17Q3`, `2024-25`, `AY2024-25`, `CY2024`, `2017-03-24`.
 * `undefined` for anything else: a year pair that is not consecutive, a thirteenth month, 30 February.
 *
 * `2000-01` to `2011-12` could be a month or a financial year; they are read as financial years, because
 * published series of that age are yearly.
 */
export function parsePeriod(id: string): Period | undefined {
  const known = read.get(id)
  if (known) return known
  const period = readPeriod(id)
  if (period && read.size < MOST_KEPT) read.set(id, period)
  return period
}

/** A file of half a million rows holds a few hundred periods: each is read once. */
const read = new Map<string, Period>()
const MOST_KEPT = 5000

function readPeriod(id: string): Period | undefined {
  const years = /^(AY)?(\d{4})-(\d{2})(?:Q([1-4]))?$/.exec(id)
  if (years) {
    const [, academic, first, second, quarterOfYear] = years
    const year = Number(first)
    const consecutive = Number(second) === (year + 1) % 100
    if (academic) return consecutive && !quarterOfYear ? academicYear(year) : undefined
    if (quarterOfYear) return consecutive ? quarter(year, Number(quarterOfYear)) : undefined
    if (consecutive) return financialYear(year)
    const monthOfYear = Number(second)
    return monthOfYear >= 1 && monthOfYear <= 12 ? month(year, monthOfYear) : undefined
  }
  const calendar = /^CY(\d{4})$/.exec(id)
  if (calendar) return calendarYear(Number(calendar[1]))
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(id)
  if (date) {
    const [year, monthOfYear, dayOfMonth] = [Number(date[1]), Number(date[2]), Number(date[3])]
    const exists =
      monthOfYear >= 1 && monthOfYear <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, monthOfYear)
    return exists ? day(id) : undefined
  }
  return undefined
}

/** For ids that our own store or data already checked. Throws on anything else. */
export function periodOf(id: string): Period {
  const period = parsePeriod(id)
  if (!period) throw new Error(`"${id}" is not a period`)
  return period
}

/** By the last day, then the longer period first, so that a year comes after its own quarters' starts. */
export function comparePeriods(a: Period, b: Period): number {
  if (a.end !== b.end) return a.end < b.end ? -1 : 1
  if (a.start !== b.start) return a.start < b.start ? -1 : 1
  return 0
}

const firstYear = (period: Period) => Number(period.start.slice(0, 4))
const startMonth = (period: Period) => Number(period.start.slice(5, 7))

/** The period of the same kind `steps` later (or earlier, when negative). A day steps by days. */
export function stepPeriod(period: Period, steps: number): Period {
  switch (period.kind) {
    case 'month': {
      const months = firstYear(period) * 12 + startMonth(period) - 1 + steps
      return month(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1)
    }
    case 'quarter': {
      // January to March is quarter 4 of the financial year that began the April before.
      const quarters = firstYear(period) * 4 + (startMonth(period) - 1) / 3 - 1 + steps
      return quarter(Math.floor(quarters / 4), (((quarters % 4) + 4) % 4) + 1)
    }
    case 'financial-year':
      return financialYear(firstYear(period) + steps)
    case 'academic-year':
      return academicYear(firstYear(period) + steps)
    case 'calendar-year':
      return calendarYear(firstYear(period) + steps)
    case 'day':
      return day(addDays(period.start, steps))
  }
}

/** The same month, quarter, year or day one year before. 29 February goes to the 28th. */
export function yearBefore(period: Period): Period {
  return stepYears(period, -1)
}

/** The same month, quarter, year or day one year after. */
export function yearAfter(period: Period): Period {
  return stepYears(period, 1)
}

function stepYears(period: Period, years: number): Period {
  switch (period.kind) {
    case 'month':
      return stepPeriod(period, 12 * years)
    case 'quarter':
      return stepPeriod(period, 4 * years)
    case 'day': {
      const [year, rest] = [firstYear(period) + years, period.start.slice(5)]
      return day(`${year}-${rest === '02-29' ? '02-28' : rest}`)
    }
    default:
      return stepPeriod(period, years)
  }
}

/** Whether `next` follows `period` with nothing between. A yearly count on a census day follows after a year. */
export function isNext(period: Period, next: Period): boolean {
  if (period.kind !== next.kind) return false
  return period.kind === 'day' ? yearBefore(next).id === period.id : stepPeriod(period, 1).id === next.id
}

/** The financial year that a day falls in. */
export function financialYearOf(date: string): Period {
  const year = Number(date.slice(0, 4))
  return financialYear(date.slice(5) >= '04-01' ? year : year - 1)
}

/** Which quarter (1 to 4) of its financial year a quarter is. */
export function quarterNumber(period: Period): number {
  return startMonth(period) === 1 ? 4 : (startMonth(period) - 1) / 3
}

/** Which month (1 for April to 12 for March) of its financial year a month is. */
export function monthNumber(period: Period): number {
  return ((startMonth(period) + 8) % 12) + 1
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** How many days the period has, both ends counted. */
export function daysIn(period: Period): number {
  return daysBetween(period.start, period.end) + 1
}

/** `24 March 2017` */
export function dayLabel(date: string): string {
  return `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`
}

const monthName = (date: string) => MONTHS[Number(date.slice(5, 7)) - 1] ?? ''
/** `2016/17`, as people write a year that spans two. */
const slashed = (period: Period) => `${period.start.slice(0, 4)}/${period.end.slice(2, 4)}`

/** A period in words: `October to December 2016 (Quarter 3 2016/17)`, `2024/25`, `24 March 2017`. */
export function periodLabel(period: Period): string {
  switch (period.kind) {
    case 'month':
      return `${monthName(period.start)} ${period.start.slice(0, 4)}`
    case 'quarter':
      return `${monthName(period.start)} to ${monthName(period.end)} ${period.end.slice(0, 4)} (${quarterLabel(period)})`
    case 'financial-year':
      return slashed(period)
    case 'academic-year':
      return `Academic year ${slashed(period)}`
    case 'calendar-year':
      return period.start.slice(0, 4)
    case 'day':
      return dayLabel(period.start)
  }
}

/** `Quarter 3 2016/17` */
export function quarterLabel(period: Period): string {
  const year = financialYearOf(period.start)
  return `Quarter ${quarterNumber(period)} ${slashed(year)}`
}

/** A period for the foot of a chart, where there is no room: `Q3 2016/17`, `2024/25`, `Mar 2025`. */
export function shortPeriodLabel(period: Period): string {
  switch (period.kind) {
    case 'month':
      return `${monthName(period.start).slice(0, 3)} ${period.start.slice(0, 4)}`
    case 'quarter':
      return quarterLabel(period).replace('Quarter ', 'Q')
    case 'academic-year':
      return slashed(period)
    case 'day':
      return `${Number(period.start.slice(8))} ${monthName(period.start).slice(0, 3)} ${period.start.slice(0, 4)}`
    default:
      return periodLabel(period)
  }
}

/** How long ago a day was, in the words people use: `3 weeks`, `7 months`, `5 years 10 months`. */
export function ageLabel(date: string, today: string): string {
  const days = daysBetween(date, today)
  if (days < 14) return `${Math.max(days, 0)} ${days === 1 ? 'day' : 'days'}`
  if (days < 60) return `${Math.floor(days / 7)} weeks`
  const months = wholeMonths(date, today)
  if (months < 24) return `${months} months`
  const [years, rest] = [Math.floor(months / 12), months % 12]
  if (rest === 0) return `${years} years`
  return `${years} years ${rest} ${rest === 1 ? 'month' : 'months'}`
}

/** Completed months from one day to a later one; a month from 31 March is complete on 30 April. */
export function wholeMonths(from: string, to: string): number {
  const monthsSinceYearZero = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  const lastDay = daysInMonth(Number(to.slice(0, 4)), Number(to.slice(5, 7)))
  const reached = Number(to.slice(8)) >= Math.min(Number(from.slice(8)), lastDay)
  return monthsSinceYearZero(to) - monthsSinceYearZero(from) - (reached ? 0 : 1)
}

/**
 * Months from one day to another, with fractions; negative when `to` is earlier. The last day of a month counts as the
 * whole of it, so that from 31 December to 31 March is exactly 3, whatever February has.
 */
export function monthsBetween(from: string, to: string): number {
  const partOfMonth = (date: string) =>
    Number(date.slice(8)) / daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  const months = Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  return years * 12 + months + (partOfMonth(to) - partOfMonth(from))
}
