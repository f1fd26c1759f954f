import type { Indicator } from '../contract/catalogue.ts'
import { type Figure, isNumber } from '../domain/figure.ts'
import { formatValue, PER, unitSuffix } from '../domain/indicator.ts'
import { type Period, periodLabel, periodOf } from '../domain/period.ts'
import { populationFor, populationYear } from '../domain/population.ts'
import { rateFits, rateInterval } from '../domain/rate.ts'
import { decimalsOf, formatNumber, slackOf } from '../domain/rounding.ts'
import type { Columns, Context, FigureRow } from './format.ts'

/** What is wrong with a figure's three numbers, and the cell that shows it. */
export type RateFault = {
  check:
    | 'swapped'
    | 'fraction'
    | 'part-above-whole'
    | 'percent-above-hundred'
    | 'wrong-population'
    | 'rate-mismatch'
  column: keyof Columns
  value: string
  message: string
}

/** What a check needs for its finding. */
export type Found = { column: string; value: string; message: string }

/** The checks of a rate ask one after the other about the same row. */
let last: { row: FigureRow | null; fault: RateFault | undefined } = { row: null, fault: undefined }

/** The finding of one check of a rate: nothing where the row's fault is another's to tell. */
export function faultOf(check: RateFault['check'], row: FigureRow, context: Context): Found | undefined {
  if (last.row !== row) last = { row, fault: findRateFault(row, context) }
  const { fault } = last
  if (fault?.check !== check) return undefined
  return { column: row.columns[fault.column], value: fault.value, message: fault.message }
}

/** Shares that can be more than all: leavers and days lost are set against staff in post, spending against savings. */
const MAY_EXCEED = new Set(['sw-turnover-pct', 'sw-sickness-pct', 'savings-reinvested-pct'])
/** A part a little above its whole was miscounted; one this far above it has changed places with it. */
const SWAPPED_BEYOND = 1.5

type Rate = {
  indicator: Indicator
  value: number | null
  numerator: number
  denominator: number
  fits: (value: number, numerator: number, denominator: number, times?: number) => boolean
}

/**
 * The one thing that is wrong with a value, its numerator and its denominator, so that one slip gives one finding. It
 * is looked for from the particular (the two changed places) to the general (they don't match).
 */
export function findRateFault(
  row: Pick<FigureRow, 'figure' | 'denominatorSlack' | 'denominatorHeld'>,
  context: Context,
): RateFault | undefined {
  const { figure, denominatorSlack } = row
  const indicator = context.reference.indicator(figure.indicator)
  if (!indicator || indicator.denominatorKind === 'none') return undefined
  const value = isNumber(figure.value) ? figure.value : null
  const { numerator, denominator } = figure
  if (isNegative(value) || isNegative(numerator) || isNegative(denominator)) return undefined
  if (numerator === null || denominator === null) {
    const { unit } = indicator
    return (
      aboveHundred(figure, value, unit) ??
      (denominator === null ? undefined : wrongPopulation(row, indicator, context))
    )
  }
  const per = PER[indicator.unit]
  const half = 0.5 * 10 ** -indicator.decimals
  // Nearly every row: nothing more is made of it.
  if (
    value !== null &&
    numerator <= denominator &&
    Math.abs((numerator / denominator) * per - value) <= half
  ) {
    return wrongPopulation(row, indicator, context)
  }
  const rate: Rate = {
    indicator,
    value,
    numerator,
    denominator,
    fits: (printed, n, d, times = 1) =>
      Math.abs((n / d) * per - printed * times) <= half * times ||
      rateFits(
        { number: printed * times, slack: slackOf(printed) * times },
        rateInterval(
          { number: n, slack: slackOf(n) },
          { number: d, slack: d === denominator ? (denominatorSlack?.() ?? slackOf(d)) : slackOf(d) },
          per,
        ),
      ),
  }
  const isRight = value === null || denominator === 0 || rate.fits(value, numerator, denominator)
  return (
    changedPlaces(rate, isRight, context, figure) ??
    (isRight ? undefined : (asFraction(rate) ?? aboveHundred(figure, value, indicator.unit))) ??
    wrongPopulation(row, indicator, context, isRight ? undefined : rate) ??
    (isRight ? undefined : mismatch(rate, context, figure))
  )
}

const isNegative = (number: number | null) => number !== null && number < 0
const plain = (x: number) => formatNumber(x, decimalsOf(x))
const worked = (numerator: number, denominator: number, { unit, decimals }: Indicator) => {
  const times = PER[unit] > 100 ? ` × ${formatNumber(PER[unit], 0)}` : ''
  const exact = (numerator / denominator) * PER[unit]
  return `${plain(numerator)} ÷ ${plain(denominator)}${times} = ${formatValue(exact, { unit, decimals: exact < 100 ? Math.max(1, decimals) : 0 })}`
}

function changedPlaces(
  { indicator, value, numerator, denominator, fits }: Rate,
  isRight: boolean,
  context: Context,
  figure: Figure,
): RateFault | undefined {
  const { unit } = indicator
  if (value !== null && !isRight && numerator > 0 && value > 0 && fits(value, denominator, numerator)) {
    const printed = formatValue(value, { unit, decimals: decimalsOf(value) })
    const [column, cell] =
      numerator > denominator ? (['numerator', numerator] as const) : (['value', value] as const)
    return {
      check: 'swapped',
      column,
      value: String(cell),
      message: `${printed} is ${plain(denominator)} ÷ ${plain(numerator)}; the file has ${worked(numerator, denominator, indicator)}.`,
    }
  }
  if (numerator <= denominator || MAY_EXCEED.has(indicator.id)) return undefined
  const isHead = unit === 'per-10000' || unit === 'per-100000'
  if (unit !== 'percent' && !isHead) return undefined
  if (isHead && isInThousands(denominator, context, figure)) return undefined
  if (denominator > 0 && numerator >= SWAPPED_BEYOND * denominator) {
    return {
      check: 'swapped',
      column: 'numerator',
      value: String(numerator),
      message: `${plain(denominator)} ÷ ${plain(numerator)} expected; the file has ${worked(numerator, denominator, indicator)}.`,
    }
  }
  return {
    check: 'part-above-whole',
    column: 'numerator',
    value: String(numerator),
    message: `The part (${plain(numerator)}) is more than the whole (${plain(denominator)}).`,
  }
}

function asFraction({ indicator, value, numerator, denominator, fits }: Rate): RateFault | undefined {
  if (indicator.unit !== 'percent' || value === null || value <= 0 || value >= 1) return undefined
  if (!fits(value, numerator, denominator, 100)) return undefined
  return { check: 'fraction', column: 'value', value: String(value), message: fractionMessage(value) }
}

export const fractionMessage = (value: number) => {
  const times = value * 100
  return `${value} looks like a fraction; did you mean ${formatNumber(times, Math.min(1, decimalsOf(Number(times.toPrecision(12)))))}%?`
}

function aboveHundred(figure: Figure, value: number | null, unit: Indicator['unit']): RateFault | undefined {
  if (value === null || value <= 100 || unit !== 'percent' || MAY_EXCEED.has(figure.indicator))
    return undefined
  return {
    check: 'percent-above-hundred',
    column: 'value',
    value: String(value),
    message: `${value}% is more than all of them.`,
  }
}

function mismatch(
  { indicator, value, numerator, denominator }: Rate,
  context: Context,
  figure: Figure,
): RateFault | undefined {
  // DfE's rates of regions and of England leave out authorities that sent no figure, but their counts do not.
  if (value === null || context.reference.area(figure.area)?.kind !== 'authority') return undefined
  const per = PER[indicator.unit]
  const times = per === 1 ? '' : ` × ${formatNumber(per, 0)}`
  const exact = formatNumber((numerator / denominator) * per, Math.max(1, indicator.decimals))
  return {
    check: 'rate-mismatch',
    column: 'value',
    value: String(value),
    message: `${value} doesn't match ${plain(numerator)} ÷ ${plain(denominator)}${times} = ${exact}. Wrong year or population?`,
  }
}

/** Populations of an area are held from this year on. */
const FIRST_YEAR = 2012
/** Estimates are revised a little; what is this near to one is that one. */
const NEAR = 0.005
/** Before the right year's estimate is held, a newer one than ours can be this far from it. */
const NEAR_TO_NEWER = 0.025
/** A rate further than this from its population has another fault than the year. */
const NOT_THE_POPULATION = 0.3

type Held = { year: number; population: number }

function populationsOf(area: string, context: Context): Held[] {
  const held: Held[] = []
  for (let year = FIRST_YEAR; year <= Number(context.today.slice(0, 4)); year++) {
    const population = context.population(area, year)
    if (population !== undefined) held.push({ year, population })
  }
  return held
}

const isNear = (number: number, population: number, near = NEAR) =>
  Math.abs(number - population) <= near * population

const isInThousands = (denominator: number, context: Context, { area }: Figure) =>
  populationsOf(area, context).some(({ population }) => isNear(denominator * 1000, population))

/** Whether a rate per head is divided by another population than its period's. `rate` is given where its numbers don't match. */
function wrongPopulation(
  { figure, denominatorHeld = false }: Pick<FigureRow, 'figure' | 'denominatorHeld'>,
  indicator: Indicator,
  context: Context,
  rate?: Rate,
): RateFault | undefined {
  const { area, denominator } = figure
  if (indicator.denominatorKind !== 'population' || denominator === null) return undefined
  const period = periodOf(figure.period)
  const right = populationFor(period, (year) => context.population(area, year))
  if (!right) return undefined
  if (denominatorHeld ? !rate : denominator === right.population) return undefined
  if (context.reference.area(area)?.kind !== 'authority') return undefined
  if (rate && denominatorHeld) return impliedPopulation(rate, right, figure, context)
  const held = populationsOf(area, context)
  const same = held.find(({ population }) => population === denominator)
  if (!same && isNear(denominator, right.population, right.provisional ? NEAR_TO_NEWER : NEAR))
    return undefined
  const other = same ?? held.find(({ population }) => isNear(denominator, population))
  const expected = expectedPopulation(period, right)
  return {
    check: 'wrong-population',
    column: 'denominator',
    value: String(denominator),
    message: other
      ? `${plain(denominator)} is the population of ${other.year}; ${expected}.`
      : `${plain(denominator)} is no 0–17 population that is held for ${yearsOf(held)}; ${expected}.`,
  }
}

type Right = NonNullable<ReturnType<typeof populationFor>>

const expectedPopulation = (period: Period, { population, provisional }: Right) =>
  `${periodLabel(period)} is divided by that of ${populationYear(period) - (provisional ? 1 : 0)}: ${plain(population)}`

/** A rate that was sent without its population tells which it was divided by. */
function impliedPopulation(
  { indicator, value, numerator, fits }: Rate,
  right: Right,
  { area, period }: Figure,
  context: Context,
): RateFault | undefined {
  if (value === null || value === 0) return undefined
  const implied = (numerator / value) * PER[indicator.unit]
  if (!isNear(implied, right.population, NOT_THE_POPULATION)) return undefined
  const held = populationsOf(area, context)
  const other = held.find(({ population }) => fits(value, numerator, population))
  const expected = expectedPopulation(periodOf(period), right)
  const printed = `${plain(numerator)} and ${plain(value)}${unitSuffix(indicator.unit)}`
  return {
    check: 'wrong-population',
    column: 'value',
    value: String(value),
    message: other
      ? `${printed} fit the population of ${other.year}, ${plain(other.population)}; ${expected}.`
      : `${printed} would need ${formatNumber(implied, 0)} children: no 0–17 population that is held for ${yearsOf(held)}; ${expected}.`,
  }
}

const yearsOf = (held: readonly Held[]) => `${held[0]?.year} to ${held.at(-1)?.year}`
