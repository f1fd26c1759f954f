import { quantile } from './benchmark.ts'
import type { Normal } from './normal.ts'

/** A straight line through values at t = 0, 1, 2 …; `low` and `high` are the 95% limits of its slope. */
export type TheilSenLine = { slope: number; intercept: number; low: number; high: number }

/** The standard normal quantile of 97.5%, for limits that hold 95%. */
const Z95 = 1.959964

/**
 * The line of Theil and Sen: its slope is the median of the slopes between all pairs of values, its intercept the
 * median of what is left, so that a few odd values do not turn it. Units are those of the values, a period each.
 * The limits go by the spread of Kendall's rank statistic, ties allowed for (Sen 1968). Needs two values; with fewer
 * everything is NaN.
 */
export function theilSen(values: readonly number[]): TheilSenLine {
  const slopes = slopesOf(values)
  const slope = quantile(slopes, 0.5)
  const intercept = quantile(
    values.map((y, t) => y - slope * t),
    0.5,
  )
  const reach = Z95 * Math.sqrt(kendallVariance(values))
  const lowest = Math.max(0, Math.round((slopes.length - reach) / 2) - 1)
  const low = slopes[lowest] ?? Number.NaN
  const high = slopes[slopes.length - 1 - lowest] ?? Number.NaN
  return { slope, intercept, low, high }
}

/** The slopes between all pairs of values, from the lowest up. */
function slopesOf(values: readonly number[]): number[] {
  return values
    .flatMap((from, i) => values.slice(i + 1).map((to, gap) => (to - from) / (gap + 1)))
    .sort((a, b) => a - b)
}

/** The variance of Kendall's statistic if there were no trend; values that occur more than once make it smaller. */
function kendallVariance(values: readonly number[]): number {
  const times = new Map<number, number>()
  for (const y of values) times.set(y, (times.get(y) ?? 0) + 1)
  const part = (n: number) => (n * (n - 1) * (2 * n + 5)) / 18
  return [...times.values()].reduce((rest, tied) => rest - part(tied), part(values.length))
}

/**
 * The next `steps` values if the line goes on. Theil and Sen give a line but no standard error of a forecast: taking
 * the ordinary prediction formula of least squares, with the residuals round this line (n − 2 of them free), is this
 * project's own choice. Needs three values for a standard error.
 */
export function forecastTheilSen(values: readonly number[], steps: number): Normal[] {
  const { slope, intercept } = theilSen(values)
  const n = values.length
  const squares = values.reduce((sum, y, t) => sum + (y - intercept - slope * t) ** 2, 0)
  const s = Math.sqrt(squares / (n - 2))
  const middle = (n - 1) / 2
  /** Σ(t − t̄)² of t = 0 … n − 1. */
  const spread = (n * (n * n - 1)) / 12
  return Array.from({ length: steps }, (_, i) => {
    const t = n + i
    return { mean: intercept + slope * t, sd: s * Math.sqrt(1 + 1 / n + (t - middle) ** 2 / spread) }
  })
}
