import type { ColumnUse, Mapping, Part } from '../../contract/mapping.ts'
import { nearest } from '../../domain/nearest.ts'
import { comparePeriods, type Period, parsePeriod, periodLabel, stepPeriod } from '../../domain/period.ts'
import type { Findings } from '../finding.ts'
import type { Context } from '../format.ts'
import { type Heading, readHeadings, settleHeadings } from './wide-headings.ts'

/** A column of figures. Its part, where it isn't the value, goes before that of the row. */
export type FigureColumn = { index: number; name: string; period: Period; part: Part }

type Place = { index: number; name: string }

/** Where everything stands in one file. */
export type Layout = {
  measure: Place
  area: Place | null
  part: Place | null
  /** In the order of time. */
  figures: FigureColumn[]
  notes: { index: number; period: Period | null }[]
  /** Columns without a heading, which hold nothing as far as anybody said. */
  unnamed: Place[]
}

/** A column with what the mapping says of it; null for one without a heading. */
type Used = { heading: Heading; use: ColumnUse | null }

/** Finds the columns of a file by its mapping. `undefined` when it had to stop. */
export function readLayout(
  mapping: Mapping,
  header: readonly string[],
  context: Context,
  findings: Findings,
): Layout | undefined {
  const stopsBefore = findings.count('stop')
  const headings = readHeadings(header)
  const measure = findRole(headings, mapping.measureColumn, 'measure', findings)
  const area = findRole(headings, mapping.areaColumn, 'area', findings)
  const part = findRole(headings, mapping.partColumn, 'numerator or denominator', findings)
  stopAtMissingColumns(headings, mapping, findings)
  stopAtArea(mapping, context, findings)
  // A column that has another name now would be told a second time, as one that the mapping doesn't know.
  if (findings.count('stop') > stopsBefore) return undefined

  const rest = headings.filter((heading) => ![measure, area, part].includes(heading))
  const used = usesOf(rest, mapping, findings)
  const dated = used.filter(({ use }) => use && USES_HEADING.includes(use.use))
  const settled = settleHeadings(
    dated.map(({ heading }) => heading),
    context,
    findings,
  )
  const whenOf = ({ index }: Heading) => settled.find((heading) => heading.index === index)?.when ?? null
  const chosen = context.period === null ? undefined : parsePeriod(context.period)

  const figures = used.flatMap(({ heading, use }): FigureColumn[] => {
    const period = periodOfColumn(use, heading, whenOf(heading), chosen, findings)
    const ofPart = use?.use === 'dated' ? use.part : 'value'
    return period ? [{ index: heading.index, name: heading.name, period, part: ofPart }] : []
  })
  tellTargets(used, findings)
  stopAtSamePeriods(figures, findings)
  const stopped = findings.count('stop') > stopsBefore
  if (figures.length === 0 && !stopped) {
    stopMapping(
      findings,
      null,
      'No column of this sheet holds the figures of a quarter.',
      'Call a column by its quarter, for example Q1 2025/26, or say in the mapping which column is this quarter.',
    )
  }
  if (!measure || figures.length === 0 || stopped) return undefined
  return {
    measure,
    area,
    part,
    figures: figures.sort((a, b) => comparePeriods(a.period, b.period)),
    notes: used
      .filter(({ use }) => use?.use === 'note')
      .map(({ heading }) => ({ index: heading.index, period: whenOf(heading) })),
    unnamed: used.filter(({ use }) => use === null).map(({ heading }) => heading),
  }
}

/** Uses for which it matters which quarter the heading names. */
const USES_HEADING: readonly ColumnUse['use'][] = ['dated', 'this-period', 'previous-period', 'note']
/** Uses of columns that a sheet can do without. */
const UNREAD: readonly ColumnUse['use'][] = ['ignore', 'target']

function stopMapping(
  findings: Findings,
  column: string | null,
  message: string,
  remedy: string,
  value: string | null = null,
): void {
  findings.add({ check: 'mapping', level: 'stop', row: 1, column, value, message, remedy })
}

const isCalled = (heading: Heading, name: string) => heading.text === name || heading.stem === name

/** The column that a mapping gives a role to; the first, where it is one without a heading. */
function findRole(
  headings: readonly Heading[],
  name: string | null,
  role: string,
  findings: Findings,
): Heading | null {
  if (name === null) return null
  const named = headings.filter((heading) => (name === '' ? heading.text === '' : isCalled(heading, name)))
  if (named.length === 0) {
    const guess = nearest(name, headings.map(({ stem }) => stem).filter(Boolean))
    stopMapping(
      findings,
      null,
      `There is no column "${name}", which the mapping of this sheet takes for the ${role}${guess ? `; is it "${guess}" now?` : '.'}`,
      `Call the column "${name}" again, or say in the mapping which column is the ${role}.`,
      name,
    )
  }
  if (named.length > 1 && name !== '') {
    stopMapping(
      findings,
      name,
      `${named.length} columns are called "${name}", so it is not clear which is the ${role}.`,
      'Delete the others, or give them other names.',
    )
  }
  return named[0] ?? null
}

function stopAtMissingColumns(headings: readonly Heading[], mapping: Mapping, findings: Findings): void {
  for (const [name, { use }] of Object.entries(mapping.columns)) {
    if (UNREAD.includes(use) || headings.some((heading) => isCalled(heading, name))) continue
    stopMapping(
      findings,
      null,
      `There is no column "${name}", which the mapping of this sheet reads.`,
      `Call the column "${name}" again, or take it out of the mapping.`,
      name,
    )
  }
}

function stopAtArea({ area, areaColumn }: Mapping, { reference }: Context, findings: Findings): void {
  if (area === null && areaColumn === null) {
    stopMapping(
      findings,
      null,
      'The mapping of this sheet does not say which area it is about.',
      'Choose the area in the mapping, or the column that names it.',
    )
  }
  if (area !== null && !reference.area(area)) {
    stopMapping(
      findings,
      null,
      `No area has the code "${area}", which the mapping of this sheet gives.`,
      'Choose the area in the mapping again.',
      area,
    )
  }
}

/** What each column is: as the mapping says, or the figures of the quarter that is all of its heading. */
function usesOf(headings: readonly Heading[], { columns }: Mapping, findings: Findings): Used[] {
  const uses = new Map(Object.entries(columns))
  return headings.flatMap((heading): Used[] => {
    const isQuarter = heading.stem === '' && heading.when !== null
    const use = uses.get(heading.text) ?? (isQuarter ? undefined : uses.get(heading.stem))
    if (use) return [{ heading, use }]
    if (isQuarter) return [{ heading, use: { use: 'dated', part: 'value' } }]
    if (heading.text === '') return [{ heading, use: null }]
    stopMapping(
      findings,
      heading.name,
      `The column "${heading.text}" isn't in the mapping of this sheet.`,
      'Say in the mapping what it holds, or leave it out there.',
    )
    return []
  })
}

/** The period that a column's figures are of; nothing for a column without figures, or where it had to stop. */
function periodOfColumn(
  use: ColumnUse | null,
  { name, text, when: named }: Heading,
  when: Period | null,
  chosen: Period | undefined,
  findings: Findings,
): Period | undefined {
  const stop = (check: string, message: string, remedy: string) => {
    findings.add({ check, level: 'stop', row: 1, column: name, value: text, message, remedy })
    return undefined
  }
  switch (use?.use) {
    case 'period':
      return (
        parsePeriod(use.period) ??
        stop(
          'mapping',
          `The mapping of this sheet reads "${name}" as the period "${use.period}", which isn't one.`,
          'Give a quarter such as 2025-26Q1.',
        )
      )
    case 'dated':
      if (when) return when
      return typeof named === 'number'
        ? stop(
            'period',
            `"${name}" doesn't say which year it is in.`,
            'Choose the quarter that the sheet is for: its financial year is then taken. Or write the year into the headings.',
          )
        : stop(
            'period',
            `No quarter can be read in the heading "${name}".`,
            'Write it like Q1 2025/26, or say in the mapping which quarter it is.',
          )
    case 'this-period':
    case 'previous-period': {
      const meant = chosen && (use.use === 'this-period' ? chosen : stepPeriod(chosen, -1))
      if (!meant && !when) {
        return stop(
          'period',
          `"${name}" doesn't say which quarter it is.`,
          'Choose the quarter that the sheet is for.',
        )
      }
      if (meant && when && meant.id !== when.id) {
        return stop(
          'period',
          `"${name}" names ${periodLabel(when)}, but by the quarter chosen it would be ${periodLabel(meant)}.`,
          'Choose the quarter that the sheet is for, or correct the heading.',
        )
      }
      return when ?? meant
    }
    default:
      return undefined
  }
}

function tellTargets(used: readonly Used[], findings: Findings): void {
  const names = used.filter(({ use }) => use?.use === 'target').map(({ heading }) => heading.name)
  const [first] = names
  if (first === undefined) return
  findings.add({
    check: 'target-column',
    level: 'fixed',
    row: 1,
    column: first,
    value: null,
    message: `Passed over ${names.map((name) => `"${name}"`).join(', ')}: targets are kept separately and not read from sheets.`,
    remedy: '',
  })
}

function stopAtSamePeriods(figures: readonly FigureColumn[], findings: Findings): void {
  const seen = new Map<string, FigureColumn>()
  for (const column of figures) {
    const key = `${column.period.id} ${column.part}`
    const earlier = seen.get(key)
    if (!earlier) {
      seen.set(key, column)
      continue
    }
    findings.add({
      check: 'header',
      level: 'stop',
      row: 1,
      column: column.name,
      value: column.name,
      message: `"${earlier.name}" (column ${earlier.index + 1}) and "${column.name}" (column ${column.index + 1}) both mean ${periodLabel(column.period)}.`,
      remedy: 'Correct one of the two headings, or delete the column that is not meant.',
    })
  }
}
