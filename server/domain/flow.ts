import { calculate, type Quantity } from './figure.ts'
import { daysIn, monthNumber, type Period, quarterNumber, stepPeriod } from './period.ts'

/**
 * What happened in one quarter or month. `denominator` is the population for a rate, or what the numerator is a
 * part of for a percentage; 1 for a plain count.
 */
export type Flow = { numerator: Quantity; denominator: Quantity }

/** The flows held for an indicator and area, by period id. */
export type Flows = ReadonlyMap<string, Flow>

/**
 * How a denominator behaves when flows are added up. The people of a place, or the staff in post (a stock), are the
 * same people all year: the latest number stands. The referrals that repeat referrals are a part of are counted like
 * them, and add up like them.
 */
export const DENOMINATOR_KINDS = ['population', 'stock', 'counted', 'none'] as const
export type DenominatorKind = (typeof DENOMINATOR_KINDS)[number]

/** The bases that a flow can be shown on: the latest twelve months, the quarter (or month) alone, and so on. */
export const FLOW_BASES = ['rolling-year', 'in-period', 'annualised', 'year-to-date'] as const
export type FlowBasis = (typeof FLOW_BASES)[number]

const total = (quantities: readonly Quantity[]) =>
  calculate(quantities, (numbers) => numbers.reduce((sum, x) => sum + x, 0))

function addUp(flows: Flows, periods: readonly Period[], kind: DenominatorKind): Flow {
  const absent: Flow = { numerator: 'not-reported', denominator: 'not-reported' }
  const parts = periods.map((period) => flows.get(period.id) ?? absent)
  const denominators = parts.map((part) => part.denominator)
  return {
    numerator: total(parts.map((part) => part.numerator)),
    denominator: kind === 'counted' ? total(denominators) : (denominators.at(-1) ?? 'not-reported'),
  }
}

/**
 * The latest twelve months up to and including a quarter (or month): numerators are added up, percentages are
 * Σnumerators ÷ Σdenominators and never the mean of four percentages. All must be there, or there is no value.
 */
export function rollingYear(flows: Flows, period: Period, kind: DenominatorKind): Flow {
  const length = period.kind === 'month' ? 12 : 4
  const periods = Array.from({ length }, (_, i) => stepPeriod(period, i + 1 - length))
  return addUp(flows, periods, kind)
}

/** From 1 April to the end of a quarter or month. Only comparable with the same stretch of another year. */
export function yearToDate(flows: Flows, period: Period, kind: DenominatorKind): Flow {
  const length = period.kind === 'month' ? monthNumber(period) : quarterNumber(period)
  const periods = Array.from({ length }, (_, i) => stepPeriod(period, i + 1 - length))
  return addUp(flows, periods, kind)
}

/**
 * A quarter's count as if the whole year went like it: times four (a month's times twelve), or by days (`365 ÷ days`),
 * which differ because quarters have 90 to 92 days. An early sign only: it knows nothing of the school holidays. A
 * percentage is not annualised.
 */
export function annualise(flow: Flow, period: Period, method: 'by-periods' | 'by-days' = 'by-periods'): Flow {
  const factor = method === 'by-days' ? 365 / daysIn(period) : period.kind === 'month' ? 12 : 4
  return { numerator: calculate([flow.numerator], ([n = 0]) => n * factor), denominator: flow.denominator }
}
