import type { Indicator } from '../../contract/catalogue.ts'
import { isMissing, isNumber, type Quantity, STATUSES, type Status } from '../../domain/figure.ts'
import { PER } from '../../domain/indicator.ts'
import { nearest } from '../../domain/nearest.ts'
import { type Period, parsePeriod } from '../../domain/period.ts'
import { populationFor } from '../../domain/population.ts'
import { rate } from '../../domain/rate.ts'
import { round } from '../../domain/rounding.ts'
import type { Area } from '../../reference.ts'
import { readQuantity } from '../cell.ts'
import type { Findings } from '../finding.ts'
import type { Columns, Context, FigureRow, Format } from '../format.ts'

/**
 * Our own long template: a row a figure. `value` may be left empty where numerator and denominator give it; the
 * denominator of a rate per head may be left empty and is then the population held.
 */
export const RETURN_COLUMNS = [
  'period',
  'indicator_id',
  'area_code',
  'dimension',
  'numerator',
  'denominator',
  'value',
  'status',
  'note',
] as const

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
      publication: { title: 'Quarterly return', publisher: 'The council', licence: '' },
      read: (cells, number) =>
        readRow((name) => cells[places[name]]?.trim() ?? '', number, context, findings),
    }
  },
}

function stopAtHeader(findings: Findings, column: string, message: string, remedy: string) {
  findings.add({ check: 'header', level: 'stop', row: 1, column, value: null, message, remedy })
}

function readRow(row: Row, number: number, context: Context, findings: Findings): FigureRow[] {
  const stop = (check: string, column: Name, message: string, remedy: string) => {
    findings.add({ check, level: 'stop', row: number, column, value: row(column), message, remedy })
    return undefined
  }
  const period =
    parsePeriod(row('period')) ??
    stop(
      'period',
      'period',
      `"${row('period')}" is not a period.`,
      'Use, for example, 2016-17Q3, 2024-25, 2025-03 or 2017-03-24.',
    )
  const indicator = context.reference.indicator(row('indicator_id')) ?? unknownIndicator(row, context, stop)
  const area =
    context.reference.area(row('area_code')) ??
    stop(
      'unknown-area',
      'area_code',
      `No area has the code "${row('area_code')}".`,
      'Use an ONS code such as E06000009.',
    )
  const dimension = indicator && readDimension(row, indicator, stop)
  const status = readStatus(row, stop)
  const quantities = indicator && readQuantities(row, number, indicator, period, area, context, findings)
  if (!period || !indicator || !area || dimension === undefined || !status || !quantities) return []
  const { value, numerator, denominator, provisional } = quantities
  return [
    {
      row: number,
      columns: COLUMNS,
      figure: {
        indicator: indicator.id,
        area: area.id,
        dimension,
        period: period.id,
        value,
        numerator,
        denominator,
        status: provisional && status === 'final' ? 'provisional' : status,
        note: row('note') || null,
        doubt: null,
      },
    },
  ]
}

type Stop = (check: string, column: Name, message: string, remedy: string) => undefined

function unknownIndicator(row: Row, { reference }: Context, stop: Stop): undefined {
  const known = reference.indicators.map((indicator) => indicator.id)
  const guess = nearest(row('indicator_id'), known)
  return stop(
    'unknown-indicator',
    'indicator_id',
    `"${row('indicator_id')}" isn't known${guess ? `; did you mean "${guess}"?` : '.'}`,
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

type Quantities = {
  value: Quantity
  numerator: number | null
  denominator: number | null
  provisional: boolean
}

function readQuantities(
  row: Row,
  number: number,
  indicator: Indicator,
  period: Period | undefined,
  area: Area | undefined,
  context: Context,
  findings: Findings,
): Quantities | undefined {
  const cell = (column: 'numerator' | 'denominator' | 'value') =>
    row(column) === '' ? null : readQuantity(row(column), { row: number, column }, findings)
  const numerator = cell('numerator')
  let denominator = cell('denominator')
  const printed = cell('value')
  if (numerator === undefined || denominator === undefined || printed === undefined) return undefined

  let provisional = false
  if (
    denominator === null &&
    numerator !== null &&
    indicator.denominatorKind === 'population' &&
    period &&
    area
  ) {
    const held = populationFor(period, (year) => context.population(area.id, year))
    denominator = held?.population ?? null
    provisional = held?.provisional ?? false
  }
  const value = printed ?? workOut(numerator, denominator, indicator)
  if (value === undefined) {
    // Lets the cell reader say what to do about an empty cell.
    readQuantity('', { row: number, column: 'value' }, findings)
    return undefined
  }
  return {
    value,
    numerator: isNumberOrNull(numerator),
    denominator: isNumberOrNull(denominator),
    provisional,
  }
}

const isNumberOrNull = (quantity: Quantity | null) =>
  quantity !== null && isNumber(quantity) ? quantity : null

/** The value that a numerator gives, with its denominator or, for a count, by itself; `undefined` where it gives none. */
function workOut(
  numerator: Quantity | null,
  denominator: Quantity | null,
  indicator: Indicator,
): Quantity | undefined {
  if (numerator === null) return undefined
  if (isMissing(numerator) || indicator.denominatorKind === 'none') return numerator
  if (denominator === null) return undefined
  const exact = rate(numerator, denominator, PER[indicator.unit])
  return isNumber(exact) ? round(exact, indicator.localDecimals ?? indicator.decimals) : exact
}
