import type { Indicator } from '../../contract/catalogue.ts'
import { RETURN_COLUMNS } from '../../contract/return-layout.ts'
import { STATUSES, type Status } from '../../domain/figure.ts'
import { nearest } from '../../domain/nearest.ts'
import { parsePeriod } from '../../domain/period.ts'
import { isGuarded, unguarded } from '../../domain/spreadsheet-text.ts'
import { readQuantity } from '../cell.ts'
import { Findings } from '../finding.ts'
import type { Columns, Context, FigureRow, Format } from '../format.ts'
import { notAPeriod, readPeriodCell } from '../period-cell.ts'
import { completeQuantities, type Given } from '../quantities.ts'

const COLUMNS: Columns = {
  period: 'period',
  area: 'area_code',
  value: 'value',
  numerator: 'numerator',
  denominator: 'denominator',
}

type Name = (typeof RETURN_COLUMNS)[number]
/** A row by the names of its columns. */
type Row = (name: Name) => string

/**
 * Our own long template: a row a figure. `value` may be left empty where numerator and denominator give it; the
 * denominator of a rate per head may be left empty and is then the population held.
 */
export const quarterlyReturn: Format = {
  id: 'quarterly-return',
  name: 'Quarterly return',

  recognises: (header) => header.includes('indicator_id') && header.includes('area_code'),

  open(header, context, findings) {
    const absent = RETURN_COLUMNS.filter((name) => !header.includes(name))
    const twice = header.filter((name, i) => name !== '' && header.indexOf(name) !== i)
    for (const name of absent)
      stopAtHeader(
        findings,
        name,
        `There is no column "${name}".`,
        `Add a column "${name}"; it may be empty.`,
      )
    for (const name of twice)
      stopAtHeader(findings, name, `Two columns are both called "${name}".`, 'Delete one of them.')
    if (absent.length > 0 || twice.length > 0) return undefined
    const places = Object.fromEntries(RETURN_COLUMNS.map((name) => [name, header.indexOf(name)])) as Record<
      Name,
      number
    >
    return {
      kind: 'figures',
      releaseKind: 'return',
      columnsOf: () => COLUMNS,
      publication: { title: 'Quarterly return', publisher: 'The council', licence: '' },
      read(cells, number) {
        const row: Row = (name) => cells[places[name]]?.trim() ?? ''
        return isLeftOut(cells, row, number, context, findings) ? [] : readRow(row, number, context, findings)
      },
    }
  },
}

function stopAtHeader(findings: Findings, column: string, message: string, remedy: string) {
  findings.add({ check: 'header', level: 'stop', row: 1, column, value: null, message, remedy })
}

const TOTAL = /^(?:(?:grand |sub-?)?totals?|all(?: (?:areas|periods|quarters|indicators|authorities))?)$/i

/** Rows that are no figures: totals that a spreadsheet added, and text under the table. They are told. */
function isLeftOut(
  cells: readonly string[],
  row: Row,
  number: number,
  { reference }: Context,
  findings: Findings,
): boolean {
  const [period, indicator, area] = [row('period'), row('indicator_id'), row('area_code')]
  if (parsePeriod(period) && reference.indicator(indicator) && reference.area(area)) return false
  const leaveOut = (check: string, column: string | null, value: string, message: string) => {
    findings.add({ check, level: 'fixed', row: number, column, value, message, remedy: '' })
    return true
  }
  const total = (['period', 'indicator_id', 'area_code'] as const).find((name) => TOTAL.test(row(name)))
  if (total) {
    return leaveOut(
      'total-row',
      total,
      row(total),
      `Left out the row "${row(total)}": totals are worked out here.`,
    )
  }
  const [first = '', ...rest] = cells.map((cell) => cell.trim())
  if (
    first === '' ||
    rest.some((cell) => cell !== '') ||
    reference.indicator(first) ||
    reference.area(first)
  ) {
    return false
  }
  if (readPeriodCell(first, { row: number, column: 'period' }, new Findings())) return false
  return leaveOut(
    'footnote',
    null,
    first,
    `Left out a row with text in its first cell only: "${shortened(first)}".`,
  )
}

const LONGEST = 60
const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text)

function readRow(row: Row, number: number, context: Context, findings: Findings): FigureRow[] {
  const stop = (check: string, column: Name, message: string, remedy: string) => {
    findings.add({ check, level: 'stop', row: number, column, value: row(column), message, remedy })
    return undefined
  }
  const period =
    readPeriodCell(row('period'), { row: number, column: 'period' }, findings) ?? unknownPeriod(row, stop)
  const indicator = context.reference.indicator(row('indicator_id')) ?? unknownIndicator(row, context, stop)
  const area = context.reference.area(row('area_code')) ?? unknownArea(row, context, stop)
  const dimension = indicator && readDimension(row, indicator, stop)
  const status = readStatus(row, stop)
  // Whatever else is wrong with the row: a cell that is no number is told at once.
  const given = readNumbers(row, number, findings)
  if (!indicator || !given) return []
  const quantities = completeQuantities(given, indicator, period, area, context)
  // Lets the cell reader say what to do about an empty cell.
  if (!quantities) readQuantity('', { row: number, column: 'value' }, findings)
  if (!period || !area || dimension === undefined || !status || !quantities) return []
  const { value, numerator, denominator, provisional } = quantities
  return [
    {
      row: number,
      columns: COLUMNS,
      denominatorHeld: denominator !== null && row('denominator') === '',
      noteGuarded: isGuarded(row('note')),
      figure: {
        indicator: indicator.id,
        area: area.id,
        dimension,
        period: period.id,
        value,
        numerator,
        denominator,
        status: provisional && status === 'final' ? 'provisional' : status,
        note: unguarded(row('note')) || null,
        doubt: null,
      },
    },
  ]
}

type Stop = (check: string, column: Name, message: string, remedy: string) => undefined

function unknownPeriod(row: Row, stop: Stop): undefined {
  const { message, remedy } = notAPeriod(row('period'))
  return stop('period', 'period', message, remedy)
}

/** An authority is often given by its name, or by DfE's number. */
function unknownArea(row: Row, { reference }: Context, stop: Stop): undefined {
  const text = row('area_code')
  const area =
    reference.areaByNumber(text) ??
    reference.areas.find((each) => each.name.toLowerCase() === text.toLowerCase())
  return stop(
    'unknown-area',
    'area_code',
    `No area has the code "${text}"${area ? `; did you mean ${area.id} (${area.name})?` : '.'}`,
    area ? `Correct it to ${area.id}, or to another ONS code.` : 'Use an ONS code such as E06000009.',
  )
}

function unknownIndicator(row: Row, { reference }: Context, stop: Stop): undefined {
  const known = reference.indicators.map((indicator) => indicator.id)
  const text = row('indicator_id')
  const named = reference.indicators.find(({ name }) => name.toLowerCase() === text.toLowerCase())
  const guess = named?.id ?? nearest(text, known)
  return stop(
    'unknown-indicator',
    'indicator_id',
    `"${text}" isn't known${guess ? `; did you mean "${guess}"?` : '.'}`,
    guess ? `Correct it to "${guess}", or to another id of the catalogue.` : 'Use an id of the catalogue.',
  )
}

function readDimension(row: Row, indicator: Indicator, stop: Stop): string | undefined {
  if (row('dimension') === '' || indicator.dimensions.some((each) => each.id === row('dimension')))
    return row('dimension')
  const known = indicator.dimensions.map((each) => each.id)
  return stop(
    'unknown-dimension',
    'dimension',
    `"${indicator.id}" has no breakdown "${row('dimension')}".`,
    known.length > 0 ? `Leave it empty, or use one of: ${known.join(', ')}.` : 'Leave it empty.',
  )
}

function readStatus(row: Row, stop: Stop): Status | undefined {
  const text = row('status') === '' ? 'final' : row('status').toLowerCase()
  const status = STATUSES.find((each) => each === text)
  return (
    status ??
    stop('status', 'status', `"${row('status')}" is not a status.`, `Use one of: ${STATUSES.join(', ')}.`)
  )
}

function readNumbers(row: Row, number: number, findings: Findings): Given | undefined {
  const cell = (column: 'numerator' | 'denominator' | 'value') =>
    row(column) === '' ? null : readQuantity(row(column), { row: number, column }, findings)
  const [value, numerator, denominator] = [cell('value'), cell('numerator'), cell('denominator')]
  return numerator === undefined || denominator === undefined || value === undefined
    ? undefined
    : { value, numerator, denominator }
}
