import {
  academicYear,
  day,
  dayLabel,
  financialYear,
  type Period,
  parsePeriod,
  periodLabel,
  quarter,
} from '../domain/period.ts'
import type { Place } from './cell.ts'
import type { Findings } from './finding.ts'

/**
 * Reads a cell, or a heading, that should name a period. Our own spelling first (`2016-17Q3`); then what people write
 * for it (`Q3 2016/17`, `March 2017`, `31/03/2017`), which is put right and told; then what a spreadsheet may have
 * changed (`03/04/2025`, `Mar-17`, 45809), which is read the likelier way, with a warning. A full date stays that day.
 * `undefined` for anything else, without a finding: {@link notAPeriod} says what the caller can.
 */
export function readPeriodCell(text: string, place: Place, findings: Findings): Period | undefined {
  const period = parsePeriod(text)
  if (period) return period
  const tidy = text
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const tell = (check: string, level: 'warn' | 'fixed', message: string, remedy = '') =>
    findings.add({ check, level, row: place.row, column: place.column, value: text, message, remedy })

  const spelled = readSpelling(tidy)
  if (spelled) {
    tell('period-spelling', 'fixed', `Read "${text}" as ${spelled.id}.`)
    return spelled
  }
  const doubtful = readDoubtful(tidy)
  if (doubtful) {
    const { likely, message } = doubtful
    tell(
      'spreadsheet-date',
      'warn',
      message,
      `Enter ${likely.id} if that is meant; a quarter is written like 2024-25Q3, a month like 2025-03.`,
    )
    return likely
  }
  return undefined
}

/** What to say of a cell that {@link readPeriodCell} could not read. */
export function notAPeriod(text: string): { message: string; remedy: string } {
  const remedy = 'Use, for example, 2016-17Q3, 2024-25, 2025-03 or 2017-03-24.'
  const dayAndMonth = DAY_MONTH.exec(text.trim())
  return dayAndMonth && monthOf(dayAndMonth[2])
    ? {
        message: `"${text}" is a day without its year; a spreadsheet may have made it of 1-5 or the like.`,
        remedy,
      }
    : { message: `"${text}" is not a period.`, remedy }
}

const DAY_MONTH = /^(\d{1,2})[- ]([a-z]{3,9})\.?$/i
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** The number of a month by its name or the first three letters of it ("Sept" too). */
function monthOf(name = ''): number | undefined {
  const lower = name.toLowerCase()
  const at = MONTHS.findIndex((month) => month === lower || month.slice(0, 3) === lower)
  if (at !== -1) return at + 1
  return lower === 'sept' ? 9 : undefined
}

const two = (n: number | string) => String(n).padStart(2, '0')
/** `17` is 2017. */
const fullYear = (text = '') => (text.length === 2 ? 2000 + Number(text) : Number(text))
const monthIn = (year: string, month: number) => parsePeriod(`${fullYear(year)}-${two(month)}`)
/** A day that exists. */
const dayOf = (year: string, month: number | string, date: string) =>
  parsePeriod(`${fullYear(year)}-${two(month)}-${two(date)}`)

/** Two years, the second following the first: `2016/17`, `2016-2017`, `16/17`. The first of them. */
function firstOf(pair = ''): number | undefined {
  const years = /^(\d{2}|\d{4}) ?[/-] ?(\d{2}|\d{4})$/.exec(pair)
  if (!years) return undefined
  const [first, second] = [fullYear(years[1]), fullYear(years[2])]
  return second % 100 === (first + 1) % 100 && (second === first + 1 || years[2]?.length === 2)
    ? first
    : undefined
}

const QUARTER = '(?:q|qtr|quarter) ?([1-4])'
const YEARS = String.raw`(?:fy ?)?(\d{2,4} ?[/-] ?\d{2,4})`
const QUARTER_FIRST = new RegExp(`^${QUARTER},? ?(?:of )?${YEARS}$`, 'i')
const YEARS_FIRST = new RegExp(`^${YEARS},? ?-?${QUARTER}$`, 'i')
/** As our own tables print it: `October to December 2016 (Quarter 3 2016/17)`. */
const LABEL = /^[a-z]+ to [a-z]+ \d{4} \((.+)\)$/i
const WHOLE_YEARS = /^(fy|financial year|ay|academic year)? ?(\d{4} ?[/-] ?(?:\d{4}|\d{2}))$/i
/** `201617`, which no month can be. */
const SIX_DIGITS = /^(20\d{2})(1[3-9]|[2-9]\d)$/
const THREE_MONTHS = /^([a-z]{3,9})\.? ?(?:-|to) ?([a-z]{3,9})\.? (\d{4})$/i
const MONTH_YEAR = /^([a-z]{3,9})\.?[ -](\d{4})$/i
const DAY_MONTH_YEAR = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})$/i
const MONTH_DAY_YEAR = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[ T]00:00(?::00(?:\.0+)?)?Z?)?$/

/** Spellings that can mean one period only. */
function readSpelling(text: string): Period | undefined {
  const inner = LABEL.exec(text)?.[1] ?? text
  const quarterFirst = QUARTER_FIRST.exec(inner)
  const yearsFirst = YEARS_FIRST.exec(inner)
  if (quarterFirst || yearsFirst) {
    const [number, pair] = quarterFirst
      ? [quarterFirst[1], quarterFirst[2]]
      : [yearsFirst?.[2], yearsFirst?.[1]]
    const year = firstOf(pair)
    return year === undefined ? undefined : quarter(year, Number(number))
  }
  const years = WHOLE_YEARS.exec(text)
  const pair = firstOf(years?.[2])
  if (years && pair !== undefined)
    return /^a/i.test(years[1] ?? '') ? academicYear(pair) : financialYear(pair)
  const six = SIX_DIGITS.exec(text)
  if (six) return firstOf(`${six[1]}-${six[2]}`) === undefined ? undefined : financialYear(Number(six[1]))
  const months = THREE_MONTHS.exec(text)
  if (months) return quarterOfMonths(monthOf(months[1]), monthOf(months[2]), Number(months[3]))
  const month = MONTH_YEAR.exec(text)
  if (month) {
    const number = monthOf(month[1])
    return number === undefined ? undefined : monthIn(month[2] ?? '', number)
  }
  const written = DAY_MONTH_YEAR.exec(text)
  if (written) return writtenDay(written[3], written[2], written[1])
  const american = MONTH_DAY_YEAR.exec(text)
  if (american) return writtenDay(american[3], american[1], american[2])
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return dayOf(yearFirst[1] ?? '', yearFirst[2] ?? '', yearFirst[3] ?? '')
  const numbers = readNumbers(text)
  return numbers && (!numbers.monthFirst || numbers.monthFirst.id === numbers.dayFirst?.id)
    ? numbers.dayFirst
    : undefined
}

function writtenDay(year = '', name = '', date = ''): Period | undefined {
  const number = monthOf(name)
  return number === undefined ? undefined : dayOf(year, number, date)
}

/** The quarter from one month to another, where they are one. */
function quarterOfMonths(from: number | undefined, to: number | undefined, year: number): Period | undefined {
  if (from === undefined || to !== from + 2 || from % 3 !== 1) return undefined
  return from === 1 ? quarter(year - 1, 4) : quarter(year, (from - 1) / 3)
}

const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?: 00:00(?::00)?)?$/

/** A date in numbers, read with the day first and with the month first; either may not exist. */
function readNumbers(
  text: string,
): { dayFirst: Period | undefined; monthFirst: Period | undefined } | undefined {
  const parts = NUMBERS.exec(text)
  if (!parts) return undefined
  const [first = '', second = '', year = ''] = [parts[1], parts[3], parts[4]]
  return { dayFirst: dayOf(year, second, first), monthFirst: dayOf(year, first, second) }
}

const SERIAL = /^([3-5]\d{4})(?:\.0+)?$/
/** What a spreadsheet counts days from. */
const EPOCH = Date.UTC(1899, 11, 30)
const SHORT_MONTH = /^([a-z]{3,9})\.?[-/ ']+(\d{2})$/i
/** Years that a council's figures can be of, for telling `17-Mar` (March 2017) from a day that has lost its year. */
const [FIRST_YEAR, LAST_YEAR] = [10, 40]

/** What can mean two things, with the likelier of them and both in words. */
function readDoubtful(text: string): { likely: Period; message: string } | undefined {
  const numbers = readNumbers(text)
  if (numbers) return doubtfulNumbers(text, numbers)
  const serial = SERIAL.exec(text)
  if (serial) {
    const likely = day(new Date(EPOCH + Number(serial[1]) * 86_400_000).toISOString().slice(0, 10))
    const words = dayLabel(likely.start)
    return {
      likely,
      message: `${text} could be a plain number or a spreadsheet's number for ${words}; read as ${words}.`,
    }
  }
  const named = SHORT_MONTH.exec(text)
  const turned = DAY_MONTH.exec(text)
  const [name, number] = named ? [named[1], named[2]] : [turned?.[2], turned?.[1]]
  const month = monthOf(name)
  if (month === undefined || number === undefined) return undefined
  if (Number(number) < FIRST_YEAR || Number(number) > LAST_YEAR) return undefined
  const likely = monthIn(number, month)
  if (!likely) return undefined
  const words = periodLabel(likely)
  // 2024 is a leap year: whether the day can be at all.
  const asDay = dayOf('2024', month, number)
  const other = asDay ? dayLabel(asDay.start).replace(/ \d{4}$/, '') : 'a day that has lost its year'
  return { likely, message: `${text} could be ${words} or ${other}; read as ${words}.` }
}

function doubtfulNumbers(
  text: string,
  { dayFirst, monthFirst }: NonNullable<ReturnType<typeof readNumbers>>,
): { likely: Period; message: string } | undefined {
  const withoutYear = (period: Period) => dayLabel(period.start).replace(/ \d{4}$/, '')
  if (dayFirst && monthFirst) {
    const [one, other] = [withoutYear(dayFirst), withoutYear(monthFirst)]
    return { likely: dayFirst, message: `${text} could be ${one} or ${other}; read as ${one}.` }
  }
  if (!monthFirst) return undefined
  // One date with the month first makes every other in the file doubtful.
  const words = dayLabel(monthFirst.start)
  return {
    likely: monthFirst,
    message: `${text} is a date only with the month first; read as ${words}. Are the others written so too?`,
  }
}
