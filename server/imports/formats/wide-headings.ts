import { createHash } from 'node:crypto'
import { financialYearOf, month, type Period, parsePeriod, quarter } from '../../domain/period.ts'
import { type Finding, Findings } from '../finding.ts'
import type { Context } from '../format.ts'
import { readPeriodCell } from '../period-cell.ts'

/**
 * A heading of a council's own sheet, taken apart: `stem` is what stands in it beside a period, and `when` the period
 * or, of a bare "Q3", the number of the quarter.
 */
export type Heading = {
  index: number
  /** How findings call the column. */
  name: string
  /** With single spaces, as it stands. */
  text: string
  stem: string
  when: Period | number | null
  /** What was put right or is doubtful in reading the period. */
  found: Finding[]
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const YEARS = '(?:fy ?)?(?:20\\d\\d|\\d\\d)(?: ?[-/–] ?(?:20)?\\d\\d)'
const QUARTER = '(?:q|qtr|quarter)\\.? ?[1-4]'
/** Periods that stand among other words, the longest first. */
const WITHIN = new RegExp(
  `(?<![a-z0-9])(?:${[
    '20\\d\\d-\\d\\dq[1-4]',
    '20\\d\\d-\\d\\d-\\d\\d',
    '\\d{1,2}[/.]\\d{1,2}[/.](?:20)?\\d\\d',
    `\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? 20\\d\\d`,
    `${QUARTER},? ?(?:of )?${YEARS}`,
    `${YEARS},? ?-?${QUARTER}`,
    QUARTER,
    `${MONTH} ?(?:-|–|to) ?${MONTH}(?: 20\\d\\d)?`,
    `${MONTH}[-/ '’]*(?:20)?\\d\\d`,
    YEARS,
    '20\\d\\d',
  ].join('|')})(?![a-z0-9]| ?[-/–] ?\\d)`,
  'gi',
)
const BARE_QUARTER = /^(?:q|qtr|quarter)\.? ?([1-4])$/i
/** Words before a date that only say what dates are for. */
const AS_AT = /^(?:(?:position )?(?:as )?at|(?:quarter|qtr|q)\.? ?(?:end(?:ed|ing)?|to)):? (.+)$/i
/** "Q1 (Apr-Jun 2025)", "Quarter 1 April to June 2025/26": the months say the same again. */
const WITH_MONTHS = new RegExp(
  `^(${QUARTER}),? ?\\(?(([a-z]{3})[a-z]*\\.? ?(?:-|–|to) ?${MONTH})\\)?,? ?(20\\d\\d(?! ?[-/–]))?\\)?,? ?(?:of )?\\(?(${YEARS})?\\)?$`,
  'i',
)
const FIRST_MONTHS = ['apr', 'jul', 'oct', 'jan']
/** The column that the importer itself adds to a copy with its findings. */
const OWN = 'findings'

/** A text with single spaces and none around it: how headings and cells stand in a mapping. */
export const squash = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/**
 * A heading without the period in it: "Actual Q1 2025/26" is "Actual", and "Q1 2025/26" is nothing. What mappings call
 * a column, so that they hold when the year turns.
 */
export const stemOf = (heading: string): string => readHeading(heading, 0).stem

/** Takes every heading apart, but for the column of findings that the importer added itself. */
export function readHeadings(header: readonly string[]): Heading[] {
  return header.map(readHeading).filter(({ text }) => text !== OWN)
}

function readHeading(raw: string, index: number): Heading {
  const text = squash(raw)
  const heading = { index, text, name: text || `column ${index + 1}` }
  const whole = readWhen(text, heading.name) ?? readWhen(AS_AT.exec(text)?.[1] ?? '', heading.name)
  if (whole) return { ...heading, stem: '', ...whole }
  const pieces = text.match(WITHIN) ?? []
  const stem = squash(
    text
      .replaceAll(WITHIN, ' ')
      .replaceAll(/\( *\)/g, ' ')
      .replaceAll(/ +([-–:,)])/g, ' $1')
      .replaceAll(/^[ \-–:,/()]+|[ \-–:,/(]+$/g, ''),
  ).replace(/^([^(]*)\)$/, '$1')
  if (pieces.length === 0 || stem === '') return { ...heading, stem: text, when: null, found: [] }
  return { ...heading, stem, ...(readWhen(pieces.join(' '), heading.name) ?? { when: null, found: [] }) }
}

function readWhen(text: string, column: string): Pick<Heading, 'when' | 'found'> | undefined {
  if (text === '') return undefined
  const [, named = '', months, first = '', year, years = ''] = WITH_MONTHS.exec(text) ?? []
  if (months) {
    // A quarter of the calendar year is another than ours of that number.
    if (!first.toLowerCase().startsWith(FIRST_MONTHS[Number(named.at(-1)) - 1] ?? '')) return undefined
    return readWhen(year ? `${months} ${year}` : squash(`${named} ${years}`), column)
  }
  const bare = BARE_QUARTER.exec(text)
  if (bare) return { when: Number(bare[1]), found: [] }
  const findings = new Findings()
  const when = readPeriodCell(text, { row: 1, column }, findings)
  return when && { when, found: findings.list() }
}

/** What a heading without a mapping most likely means, by its words. */
export type GuessedUse = 'figures' | 'this-period' | 'previous-period' | 'target' | 'note' | 'other'

const USES: readonly [RegExp, GuessedUse][] = [
  [
    /\b(?:target|plan(?:ned)?|trajectory|milestone|ambition|goal|threshold|tolerance|forecast|budget)s?\b/i,
    'target',
  ],
  [/\b(?:comment|note|narrative|commentar|explanation)(?:s|y|ies)?\b/i, 'note'],
  [/\b(?:rag|direction|travel|trend|dot|change|variance|difference|status|year)\b/i, 'other'],
  [
    /\b(?:this|current|latest)\b.*\b(?:quarter|qtr|q|period|position|performance|figure|value)\b/i,
    'this-period',
  ],
  [
    /\b(?:last|previous|prior|preceding)\b.*\b(?:quarter|qtr|q|period|position|performance|figure|value)\b/i,
    'previous-period',
  ],
  [/^(?:this|current|latest)$/i, 'this-period'],
  [/^(?:last|previous|prior)$/i, 'previous-period'],
  [
    /^(?:actuals?|outturn|results?|values?|performance|figures?|rate|number|count|%|numerator|num|denominator|den|denom)\.?$/i,
    'figures',
  ],
]

export function guessUse(stem: string): GuessedUse {
  return USES.find(([words]) => words.test(stem))?.[1] ?? 'other'
}

/** Whether a column's heading alone says that figures stand in it, and of when. */
export function holdsFigures({ stem, when }: Heading): boolean {
  if (when !== null) return stem === '' || guessUse(stem) === 'figures'
  return ['this-period', 'previous-period'].includes(guessUse(stem))
}

/** Whether a column can hold texts that tell rows apart. */
export const isPlain = (heading: Heading): boolean =>
  (heading.stem !== '' || heading.when === null) && !holdsFigures(heading)

/**
 * The name that a mapping of these headings is remembered under: the same whatever quarters the sheet has by now, and
 * in whatever order its columns stand.
 */
export function signatureOf(header: readonly string[]): string {
  const headings = readHeadings(header)
  const kind = headings.some(({ when }) => when !== null) ? 'dated' : 'undated'
  const stems = new Set(
    headings.filter(({ stem, when }) => stem !== '' || when === null).map(({ stem }) => stem),
  )
  const what = JSON.stringify([kind, ...[...stems].sort()])
  return createHash('sha256').update(what).digest('hex').slice(0, 32)
}

/** Whether these can be the headings of a council's own sheet: columns of quarters beside one that can name measures. */
export function looksWide(header: readonly string[]): boolean {
  const headings = readHeadings(header)
  return headings.some(holdsFigures) && headings.some(isPlain)
}

/** A heading with the period that its figures are of; null where it names none. */
export type SettledHeading = Omit<Heading, 'when' | 'found'> & { when: Period | null }

/**
 * Decides on the periods of headings together, and says once for all of them what was put right. A bare "Q3" is of the
 * financial year of the chosen quarter. Months and days that all end quarters, as in "Jun-25, Sep-25", are those
 * quarters: a sheet with a column a quarter names it by its last month. First days of months are what a spreadsheet
 * makes of "Apr-25".
 */
export function settleHeadings(
  headings: readonly Heading[],
  context: Context,
  findings: Findings,
): SettledHeading[] {
  const chosen = context.period === null ? undefined : parsePeriod(context.period)
  const dates = headings.flatMap(({ when }) => (isDate(when) ? [when] : []))
  const quarters = dates.every((date) => quarterEndingIn(date) !== undefined)
  const firstDays =
    dates.length > 1 && dates.every((date) => date.kind === 'month' || date.start.endsWith('-01'))
  const said = { spelled: [] as Said[], quarters: [] as Said[], doubtful: [] as Heading[] }

  const settled = headings.map((heading): SettledHeading => {
    const { when, found, ...rest } = heading
    if (typeof when === 'number') {
      const year = chosen && Number(financialYearOf(chosen.end).start.slice(0, 4))
      const period = year === undefined ? null : quarter(year, when)
      if (period) said.spelled.push([heading.name, period])
      return { ...rest, when: period }
    }
    if (!isDate(when)) {
      if (when && found.length > 0) said.spelled.push([heading.name, when])
      return { ...rest, when }
    }
    const turned = quarters ? quarterEndingIn(when) : firstDays ? monthOf(when) : undefined
    if (turned?.kind === 'quarter') said.quarters.push([heading.name, turned])
    else if (turned && turned.id !== when.id) said.spelled.push([heading.name, turned])
    // "Apr-25" beside "May-25" can't be the 25th of each.
    else if (found.some(({ level }) => level === 'warn') && !(firstDays && when.kind === 'month'))
      said.doubtful.push(heading)
    else if (found.length > 0) said.spelled.push([heading.name, when])
    return { ...rest, when: turned ?? when }
  })

  const tell = (level: Finding['level'], check: string, column: string, message: string, remedy: string) =>
    findings.add({ check, level, row: 1, column, value: column, message, remedy })
  const [spelled] = said.spelled
  if (spelled) tell('fixed', 'period-spelling', spelled[0], `Read the heading${sayAll(said.spelled)}.`, '')
  const [asQuarter] = said.quarters
  if (asQuarter) {
    // One month alone may be a monthly sheet's.
    const sure = said.quarters.length > 1 || chosen?.id === asQuarter[1].id
    tell(
      sure ? 'fixed' : 'warn',
      'month-as-quarter',
      asQuarter[0],
      `Read the heading${sayAll(said.quarters)}: the quarter that ends then.`,
      `If months are meant, write them like ${asQuarter[1].end.slice(0, 7)}, beside a month that ends no quarter.`,
    )
  }
  const [doubtful] = said.doubtful
  const more = said.doubtful.length - 1
  const likewise =
    more > 0 ? ` ${more} more ${more === 1 ? 'heading was' : 'headings were'} read likewise.` : ''
  for (const { message, remedy } of doubtful?.found.slice(0, 1) ?? []) {
    tell('warn', 'spreadsheet-date', doubtful?.name ?? '', `${message}${likewise}`, remedy)
  }
  return settled
}

type Said = [name: string, period: Period]
const MOST_SAID = 4

function sayAll(said: readonly Said[]): string {
  const some = said.slice(0, MOST_SAID).map(([name, period]) => `"${name}" as ${period.id}`)
  const more = said.length - some.length
  return `${said.length === 1 ? '' : 's'} ${some.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

const isDate = (when: Heading['when']): when is Period =>
  when !== null && typeof when !== 'number' && (when.kind === 'month' || when.kind === 'day')

const monthOf = (date: Period) => month(Number(date.start.slice(0, 4)), Number(date.start.slice(5, 7)))

/** The quarter that ends in a month, or on a day; the first day of its last month is what a spreadsheet makes of "Jun-25". */
function quarterEndingIn(date: Period): Period | undefined {
  const last = monthOf(date)
  const [year, number] = [Number(last.start.slice(0, 4)), Number(last.start.slice(5, 7))]
  if (number % 3 !== 0) return undefined
  if (date.kind === 'day' && date.start !== last.start && date.end !== last.end) return undefined
  return number === 3 ? quarter(year - 1, 4) : quarter(year, number / 3 - 1)
}
