import { formatValue, type Measure, unitSuffix } from './indicator.ts'
import { decimalsOf, round } from './rounding.ts'
import { newestSignal, type ProcessChart, type Variation } from './xmr.ts'
import type { Limits } from './xmr-limits.ts'
import type { SignalRule } from './xmr-rules.ts'
import type { NoChart, Unfit } from './xmr-series.ts'

/** What a process chart says, for somebody who has never seen one. */

export type ChartPeriod = 'month' | 'quarter' | 'year'

/** How a chart is spoken of: its newest figure, what that is told in, and the values that such a figure can have. */
export type Told = {
  value: number
  measure: Measure
  period: ChartPeriod
  floor?: number
  ceiling?: number
}

/**
 * Why the newest figure is outside what chance alone would usually give, without a full stop: "232 per 10,000 is above
 * the range that ordinary quarter-to-quarter variation gives (159 to 231)". Null where it is not.
 */
export function signalInWords(chart: ProcessChart, told: Told): string | null {
  const signal = newestSignal(chart)
  if (signal === null) return null
  const { value, measure, period } = told
  const high = signal.side === 'high'
  const figure = `${formatValue(value, measure)}${unitSuffix(measure.unit)}`
  const range = rangeInWords(chart.limits, told)
  const ordinary = `ordinary ${period}-to-${period} variation`
  const tooLong = `a longer run than ${ordinary} usually gives`
  const words: Record<SignalRule, string> = {
    'beyond-limit': `${figure} is ${high ? 'above' : 'below'} the range that ${ordinary} gives (${range})`,
    trend: `${figure} is the last of ${signal.run} ${period}s that ${high ? 'rose' : 'fell'} one after the other, ${tooLong}`,
    'two-of-three': `${figure} is close to the ${high ? 'upper' : 'lower'} end of the range that ${ordinary} gives (${range}), and so was another of the last three ${period}s`,
    shift: `${figure} is the last of ${signal.run} ${period}s in a row ${high ? 'above' : 'below'} the average of all ${chart.points} (${besides(chart.limits.mean, value, measure)}), ${tooLong}`,
  }
  return words[signal.rule]
}

const VARIATION_WORDS: Record<Exclude<Variation, 'concern'>, string> = {
  improvement: 'The newest figure is outside what chance alone would usually give, on the side of its aim.',
  high: 'The newest figure is higher than chance alone would usually give; no direction is good in itself.',
  low: 'The newest figure is lower than chance alone would usually give; no direction is good in itself.',
  'common-cause': 'The newest figure is within what chance alone would usually give.',
}

/**
 * "Ordinary variation: 159 to 231, worked out from 10 years in a row; with so few it is a first estimate.", and how the
 * newest figure stands by it. A concern is not told again: {@link signalInWords} says it with its reason.
 */
export function variationInWords(chart: ProcessChart, variation: Variation, told: Told): string {
  const trial = chart.onTrial ? '; with so few it is a first estimate' : ''
  const range = `Ordinary variation: ${rangeInWords(chart.limits, told)}, worked out from ${chart.points} ${told.period}s in a row${trial}.`
  return variation === 'concern' ? range : `${range} ${VARIATION_WORDS[variation]}`
}

/** The range between the limits, cut off where no figure can be. */
export function rangeInWords({ lower, upper }: Pick<Limits, 'lower' | 'upper'>, told: Told): string {
  const { floor = 0, ceiling = Number.POSITIVE_INFINITY, value, measure } = told
  const [low, high] = [Math.max(lower, floor), Math.min(upper, ceiling)]
  return `${besides(low, value, measure)} to ${besides(high, value, measure)}`
}

const MOST_DECIMALS = 9

/** A limit in as many decimals as it takes to stand on the side of the figure that it is on: nothing is above itself. */
function besides(limit: number, value: number, measure: Measure): string {
  const tries = Array.from({ length: MOST_DECIMALS }, (_, more) => round(limit, measure.decimals + more))
  const shown = tries.find((each) => Math.sign(each - value) === Math.sign(limit - value)) ?? limit
  return formatValue(shown, { ...measure, decimals: Math.max(measure.decimals, decimalsOf(shown)) })
}

/** Why nothing is told of a measure's ordinary variation, as a sentence. */
export function noChartInWords({ unfit, found, needed, isCut }: NoChart, period: ChartPeriod): string {
  const inARow = `${needed} ${period}s in a row that compare with each other`
  const words: Record<Unfit, string> = {
    overlapping:
      'Each of these figures adds up twelve months and so shares most of them with the one before, which would look like a run.',
    'adding-up': 'Each of these figures holds the one before it, so none of them stands by itself.',
    hidden: 'The newest figure is hidden so that no child can be recognised.',
    'no-figure': 'There is no figure of this period to look at.',
    'too-few': `It needs ${inARow}; there ${found === 1 ? 'is' : 'are'} ${found}${isCut ? ' since the last gap or break' : ''}.`,
    'mostly-zero':
      'Most of these figures are zero, so a range says nothing: how long ago the last one was says more.',
  }
  return `What is ordinary for this measure can’t be told. ${words[unfit]}`
}
