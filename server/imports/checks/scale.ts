import { formatValue } from '../../domain/indicator.ts'
import { decimalsOf } from '../../domain/rounding.ts'
import type { SeriesCheck } from '../checks.ts'
import type { Context } from '../format.ts'
import { median, type WithPast, withPast } from '../history.ts'
import { findRateFault } from '../rate-fault.ts'
import { isFractionOfHistory } from './fraction-of-history.ts'

/** With fewer periods the usual value isn't known. */
const LEAST_PERIODS = 4
const TIMES: readonly [number, string][] = [
  [10, 'ten times'],
  [100, 'a hundred times'],
  [1000, 'a thousand times'],
  [1 / 10, 'a tenth of'],
  [1 / 100, 'a hundredth of'],
  [1 / 1000, 'a thousandth of'],
]
/** How near to ten times the usual is "ten times the usual". */
const NEAR = 0.15

/**
 * In words how many times its usual value a value is, where that is a power of ten, and what the usual one is: the
 * median or, for what rises every year, the newest.
 */
function scaleOf({ value, past: { numbers } }: WithPast): { words: string; usual: number } | undefined {
  for (const usual of [median(numbers), numbers.at(-1) ?? 0]) {
    const times = TIMES.find(([times]) => Math.abs(value / usual / times - 1) <= NEAR)
    if (times) return { words: times[1], usual }
  }
  return undefined
}

/** Whether a value is its series' usual one in another unit. Nothing else need then be said of how far it lies. */
export function isOtherScale(each: WithPast): boolean {
  const { numbers } = each.past
  if (numbers.length < LEAST_PERIODS || !scaleOf(each)) return false
  // Small numbers do move so far: it is the unit only if the series never came near.
  return each.value > 3 * Math.max(...numbers) || each.value < Math.min(...numbers) / 3
}

/** Pounds for thousands of pounds, "per 1,000" for "per 10,000": the value is the usual one, ten or a thousand times. */
export const scale: SeriesCheck = {
  id: 'scale',
  level: 'warn',
  title: 'Ten or a thousand times the usual',
  guidance:
    'Check the unit: pounds and not thousands of pounds, for every 10,000 children and not for every 1,000.',
  find(series, context) {
    const indicator = context.reference.indicator(series.indicator)
    if (!indicator) return []
    return withPast(series, context).flatMap((each) => {
      if (!isOtherScale(each) || isToldElsewhere(each, context)) return []
      const { figure, value } = each
      const { words, usual } = scaleOf(each) ?? { words: '', usual: value }
      const show = (x: number) =>
        formatValue(x, { unit: indicator.unit, decimals: Math.min(2, decimalsOf(Number(x.toPrecision(6)))) })
      const message = `${show(value)} is about ${words} the usual ${show(usual)}. Is it in another unit?`
      return [{ period: figure.period, column: 'value' as const, value: String(value), message }]
    })
  },
}

/** A percentage below one is taken for a fraction, and numbers that don't fit each other are that. */
const isToldElsewhere = (each: WithPast, context: Context) =>
  isFractionOfHistory(each, context) || findRateFault({ figure: each.figure }, context) !== undefined
