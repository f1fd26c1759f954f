import type { Indicator } from '../../contract/catalogue.ts'
import { formatValue, PER } from '../../domain/indicator.ts'
import { type PeriodKind, periodOf } from '../../domain/period.ts'
import { decimalsOf } from '../../domain/rounding.ts'
import type { SeriesCheck } from '../checks.ts'
import type { Context } from '../format.ts'
import { median, quantile, type WithPast, withPast } from '../history.ts'
import { findRateFault } from '../rate-fault.ts'
import { isFractionOfHistory } from './fraction-of-history.ts'
import { isOtherScale } from './scale.ts'

/** With fewer periods nothing can be called usual. */
const LEAST_PERIODS = 8
/** How far from the median is far: Iglewicz and Hoaglin's bound for the robust z-score. */
const FAR = 3.5
/** A change this many times the largest before is new by itself. */
const LARGER_STEP = 1.5
/** And it has to be this part of the usual value, and so many times what chance alone does. */
const [LEAST_STEP, BEYOND_CHANCE] = [0.1, 3]

/**
 * A value that the series has not had in its last twelve periods and that it has not moved towards in ordinary steps.
 * Measured on published figures of all authorities: it speaks of one in thirty, most of them true and remarkable.
 */
export const outlier: SeriesCheck = {
  id: 'outlier',
  level: 'warn',
  title: 'Far from the usual',
  guidance:
    'Check the number at its source. If it is right, accept it with the reason; if the way of counting changed, begin the note with [b].',
  find(series, context) {
    const indicator = context.reference.indicator(series.indicator)
    if (!indicator) return []
    return withPast(series, context).flatMap((each) => {
      const message = find(each, indicator)
      if (!message || isToldElsewhere(each, context)) return []
      return [{ period: each.figure.period, column: 'value' as const, value: String(each.value), message }]
    })
  },
}

const isToldElsewhere = (each: WithPast, context: Context) =>
  isOtherScale(each) ||
  isFractionOfHistory(each, context) ||
  findRateFault({ figure: each.figure }, context) !== undefined

function find({ figure, value, past }: WithPast, indicator: Indicator): string | undefined {
  const { numbers } = past
  if (numbers.length < LEAST_PERIODS) return undefined
  const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)]
  if (value >= lowest && value <= highest) return undefined

  const middle = median(numbers)
  const chance = chanceOf(middle, figure.denominator, indicator)
  const spread = Math.max(spreadOf(numbers, middle), chance)
  const isFar = Math.abs(value - middle) > FAR * spread
  const { before, own: step } = past.steps()
  const largest = Math.max(0, ...before)
  // A series that climbs is always at its highest; it is the step that would be new.
  const isNewStep = step === undefined || step > largest
  const isLargeStep =
    step !== undefined &&
    step > LARGER_STEP * largest &&
    step >= LEAST_STEP * Math.abs(middle) &&
    step > BEYOND_CHANCE * chance
  if (!(isFar && isNewStep) && !isLargeStep) return undefined

  const decimals = Math.max(...numbers.map(decimalsOf), decimalsOf(value))
  const show = (x: number) => formatValue(x, { unit: indicator.unit, decimals: Math.min(decimals, 2) })
  const range = lowest === highest ? `always ${show(lowest)}` : `${show(lowest)} to ${show(highest)}`
  return `${value > highest ? 'Highest' : 'Lowest'} in ${numbers.length + 1} ${WORDS[periodOf(figure.period).kind]}: ${show(value)} (was ${range}).`
}

/** The spread of the usual, as a standard deviation would have it: of the middle by its median deviation or quartiles. */
function spreadOf(numbers: readonly number[], middle: number): number {
  const deviation = median(numbers.map((number) => Math.abs(number - middle)))
  return deviation > 0 ? deviation / 0.6745 : (quantile(numbers, 0.75) - quantile(numbers, 0.25)) / 1.349
}

/** How far a count moves by chance alone, in the indicator's unit: three children instead of one are no news. */
function chanceOf(middle: number, denominator: number | null, { unit, denominatorKind }: Indicator): number {
  if (unit === 'count') return Math.sqrt(Math.max(Math.abs(middle), 1))
  if (denominatorKind === 'none' || denominator === null || denominator <= 0) return 0
  if (unit === 'percent') {
    const part = Math.min(Math.max(middle / 100, 1 / denominator), 1 - 1 / denominator)
    return 100 * Math.sqrt((part * (1 - part)) / denominator)
  }
  const per = PER[unit]
  if (unit !== 'per-10000' && unit !== 'per-100000') return 0
  return (Math.sqrt(Math.max((middle * denominator) / per, 1)) / denominator) * per
}

const WORDS: Record<PeriodKind, string> = {
  month: 'months',
  quarter: 'quarters',
  'financial-year': 'years',
  'academic-year': 'years',
  'calendar-year': 'years',
  day: 'years',
}
