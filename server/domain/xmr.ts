import type { GoodEnd } from './benchmark.ts'
import { type Limits, limitsOf } from './xmr-limits.ts'
import { type Signal, signalsOf } from './xmr-rules.ts'

/**
 * Whether a figure is news or only varies as it always does: a process chart (XmR), which holds figures against the
 * range that their own ordinary movement gives.
 */

/** With fewer figures in a row nothing is told. */
export const LEAST_POINTS = 8
/** With fewer than this the limits are on trial: one figure more or less would move them. */
export const FIRM_POINTS = 13

/** Of one segment. `signals` has one for each figure, in their order; null for what varies as it always does. */
export type ProcessChart = { limits: Limits; signals: (Signal | null)[]; points: number; onTrial: boolean }

/**
 * The chart of figures without a gap or a break between them, the oldest first; each segment between breaks has a chart
 * of its own. `undefined` with fewer than eight figures.
 */
export function processChart(
  values: readonly number[],
  options: { screen?: boolean } = {},
): ProcessChart | undefined {
  if (values.length < LEAST_POINTS) return undefined
  const limits = limitsOf(values, options)
  return {
    limits,
    signals: signalsOf(values, limits),
    points: values.length,
    onTrial: values.length < FIRM_POINTS,
  }
}

/** The signal of the newest figure, which alone says how a measure stands now; null where it varies as it always does. */
export const newestSignal = ({ signals }: Pick<ProcessChart, 'signals'>): Signal | null =>
  signals.at(-1) ?? null

export const VARIATIONS = ['improvement', 'concern', 'high', 'low', 'common-cause'] as const
export type Variation = (typeof VARIATIONS)[number]

/** What a signal means by the good end of its measure; without one it is only high or low. */
export function variationOf(signal: Signal | null, goodEnd: GoodEnd | null): Variation {
  if (signal === null) return 'common-cause'
  if (goodEnd === null) return signal.side
  return signal.side === goodEnd ? 'improvement' : 'concern'
}

export const ASSURANCES = ['meets', 'fails', 'hit-and-miss'] as const
export type Assurance = (typeof ASSURANCES)[number]

/**
 * Whether a target will be met if nothing changes: always, where even the far limit lies on its good side; never, where
 * even the near one does not; by chance in between, a target exactly on a limit included. `limits` are those of the
 * newest segment and `target` is in their unit. Null without a good end or a target.
 */
export function assuranceOf(
  { lower, upper }: Pick<Limits, 'lower' | 'upper'>,
  target: number | null,
  goodEnd: GoodEnd | null,
): Assurance | null {
  if (target === null || goodEnd === null) return null
  if (target > upper) return goodEnd === 'low' ? 'meets' : 'fails'
  if (target < lower) return goodEnd === 'low' ? 'fails' : 'meets'
  return 'hit-and-miss'
}
