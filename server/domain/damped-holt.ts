import type { Normal } from './normal.ts'

/**
 * How much a new value counts for the level (`alpha`) and for the trend (`beta`), and what is left of the trend after
 * each period (`phi`). Fixed, not fitted: a handful of yearly values cannot settle three numbers.
 */
export const DAMPED_HOLT = { alpha: 0.5, beta: 0.2, phi: 0.9 } as const

/** Where the series stands after its last value, and the root mean square of the one-step errors on the way there. */
export type DampedHolt = { level: number; trend: number; rmse: number }

/**
 * Exponential smoothing with a damped trend (Gardner and McKenzie 1985). It starts at the first value, with the first
 * change as trend. The errors are those of the second value to the last, each forecast from the values before it, all
 * counted alike and none taken off for what was estimated: n − 1 errors, divided by n − 1. The first of them knows its
 * own value through the starting trend, and so is small. Needs two values; with fewer everything is NaN.
 */
export function dampedHolt(values: readonly number[]): DampedHolt {
  const { alpha, beta, phi } = DAMPED_HOLT
  const [first = Number.NaN, ...rest] = values
  let level = first
  let trend = (rest[0] ?? Number.NaN) - first
  let squares = 0
  for (const y of rest) {
    const expected = level + phi * trend
    const next = alpha * y + (1 - alpha) * expected
    trend = beta * (next - level) + (1 - beta) * phi * trend
    level = next
    squares += (y - expected) ** 2
  }
  return { level, trend, rmse: Math.sqrt(squares / rest.length) }
}

/**
 * The next `steps` values if the trend goes on and fades. The variance is that of the equivalent state space model:
 * σ²[1 + Σ(α + αβ(φ + … + φ^j))²] for j from 1 to one below the step (Hyndman and others 2008).
 */
export function forecastDampedHolt(values: readonly number[], steps: number): Normal[] {
  const { alpha, beta, phi } = DAMPED_HOLT
  const { level, trend, rmse } = dampedHolt(values)
  let damping = 0
  let inflation = 1
  return Array.from({ length: steps }, (_, i) => {
    if (i > 0) inflation += (alpha + alpha * beta * damping) ** 2
    damping += phi ** (i + 1)
    return { mean: level + damping * trend, sd: rmse * Math.sqrt(inflation) }
  })
}
