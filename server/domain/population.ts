import { type Figure, isMissing, isNumber } from './figure.ts'
import { financialYearOf, type Period } from './period.ts'
import { rate } from './rate.ts'
import { round } from './rounding.ts'

/**
 * Children aged 0 to 17 in the middle of a year (30 June), from the Office for National Statistics. The series
 * is kept like any other, under this id, so that a rebased estimate is a new release and the old one stays readable.
 */
export const POPULATION = 'population-0-17'

/** The period id of a mid-year estimate. */
export const midYear = (year: number): string => `${year}-06-30`

/**
 * The mid-year whose population belongs to a period: DfE divides a year ending, or a count at, 31 March of Y by
 * mid-(Y−1), and so every quarter of that financial year is divided by it too. Checked against every published
 * rate of 2016 to 2025. A census day in autumn falls in the financial year that follows its own mid-year.
 */
export function populationYear(period: Period): number {
  return Number(financialYearOf(period.end).start.slice(0, 4))
}

/**
 * The denominator for a period; `held` gives the estimate of a mid-year. While the right estimate is not published
 * yet the year before stands in, and the rate is provisional.
 */
export function populationFor(
  period: Period,
  held: (year: number) => number | undefined,
): { population: number; provisional: boolean } | undefined {
  const year = populationYear(period)
  const own = held(year)
  if (own !== undefined) return { population: own, provisional: false }
  const before = held(year - 1)
  return before === undefined ? undefined : { population: before, provisional: true }
}

/**
 * A rate that was sent before its population was held, with that population: as printed or, where nothing was
 * printed, worked out per `per` children and rounded to `decimals`. Any other figure comes back as it is.
 */
export function completeRate<F extends Figure>(
  figure: F,
  population: number | null,
  { per, decimals }: { per: number; decimals: number },
): F {
  if (figure.denominator !== null || population === null) return figure
  if (figure.numerator === null)
    return isMissing(figure.value) ? { ...figure, denominator: population } : figure
  if (figure.value !== 'not-available') return { ...figure, denominator: population }
  const exact = rate(figure.numerator, population, per)
  return { ...figure, denominator: population, value: isNumber(exact) ? round(exact, decimals) : exact }
}
