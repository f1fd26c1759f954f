import type { DatasetFigure } from '../../contract/datasets.ts'
import { calculate, isMissing, isNumber, type Quantity } from '../../domain/figure.ts'
import { PER } from '../../domain/indicator.ts'
import type { Period } from '../../domain/period.ts'
import { POPULATION, populationYear } from '../../domain/population.ts'
import { rate } from '../../domain/rate.ts'
import { clean, round, slackOf } from '../../domain/rounding.ts'
import type { Area } from '../../reference.ts'
import type { Columns, Context, FigureRow } from '../format.ts'

/** Reads a cell of a row by the name of its column. */
export type ReadCell = (cells: readonly string[], column: string, row: number) => Quantity

type ReadFigure = (
  cells: readonly string[],
  row: number,
  period: Period,
  area: Area,
  jointly: readonly Area[] | undefined,
) => FigureRow | undefined

type Column = (name: string) => number

/** Whether a row holds the filter values that a dataset, or one figure of it, is about. */
export function openWhere(where: Record<string, string>, column: Column) {
  const conditions = Object.entries(where).map(([name, value]): [number, string] => [column(name), value])
  return (cells: readonly string[]) => conditions.every(([i, value]) => cells[i] === value)
}

/** How to read one figure, as data/datasets.json describes it, from the rows of a file. */
export function openFigure(
  spec: DatasetFigure,
  column: Column,
  cell: ReadCell,
  context: Context,
): ReadFigure {
  const indicator = context.reference.indicator(spec.indicator)
  if (!indicator && spec.indicator !== POPULATION) {
    throw new Error(`data/datasets.json names an indicator "${spec.indicator}" that is not in the catalogue`)
  }
  const [per, decimals] = indicator ? [PER[indicator.unit], indicator.decimals] : [1, 0]
  const matches = openWhere(spec.where, column)
  const readDenominator = openDenominator(spec, cell, context)
  const columns: Columns = {
    period: 'time_period',
    area: 'old_la_code',
    value: spec.value ?? spec.numerator ?? '',
    numerator: spec.numerator ?? '',
    denominator:
      spec.denominator && 'columns' in spec.denominator ? spec.denominator.columns.join(' + ') : '',
  }

  return (cells, row, period, area, jointly) => {
    if (!matches(cells)) return undefined
    const dimension = readDimension(spec, cells, column)
    if (dimension === undefined) return undefined
    const numerator = spec.numerator ? cell(cells, spec.numerator, row) : null
    const { quantity: denominator, slack } = readDenominator(cells, row, period, area)
    let value: Quantity = 'not-available'
    if (spec.value) {
      value = cell(cells, spec.value, row)
    } else if (numerator !== null && isMissing(numerator) && denominator === null) {
      value = numerator
    } else if (numerator !== null && denominator !== null) {
      const exact = rate(numerator, denominator, per)
      value = isNumber(exact) ? round(exact, decimals) : exact
    }
    return {
      row,
      columns,
      denominatorSlack: slack,
      figure: {
        indicator: spec.indicator,
        area: area.id,
        dimension,
        period: period.id,
        value,
        numerator: numerator === null || isMissing(numerator) ? null : numerator,
        denominator: denominator === null || isMissing(denominator) ? null : denominator,
        status: 'final',
        note: jointly ? `One joint figure for ${jointly.map((each) => each.name).join(' and ')}.` : null,
        doubt: null,
      },
    }
  }
}

/** The breakdown that a row belongs to; `undefined` where it is one that is not held. */
function readDimension(spec: DatasetFigure, cells: readonly string[], column: Column): string | undefined {
  if (typeof spec.dimension === 'string') return spec.dimension
  return spec.dimension.values[cells[column(spec.dimension.column)] ?? '']
}

type ReadDenominator = (
  cells: readonly string[],
  row: number,
  period: Period,
  area: Area,
) => { quantity: Quantity | null; slack?: () => number }

/** The population that belongs to the period, or columns added up. A sum is as inexact as all of its parts together. */
function openDenominator({ denominator }: DatasetFigure, cell: ReadCell, context: Context): ReadDenominator {
  if (!denominator) return () => ({ quantity: null })
  if ('population' in denominator) {
    return (_cells, _row, period, area) => ({
      quantity: context.population(area.id, populationYear(period)) ?? null,
    })
  }
  const { columns, times: usual = 1, timesIn = {} } = denominator
  const total = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0)
  return (cells, row, period) => {
    const times = timesIn[period.id] ?? usual
    const parts = columns.map((name) => cell(cells, name, row))
    return {
      quantity: calculate(parts, (numbers) => clean(total(numbers) * times)),
      slack: () => total(parts.filter(isNumber).map(slackOf)) * times,
    }
  }
}
