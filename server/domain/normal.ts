/** A normal distribution, as a forecast is one: its middle and its standard deviation, both in the figure's own unit. */
export type Normal = { mean: number; sd: number }

/** Beyond this many standard deviations a chance is 0 or 1 to every digit that a number holds. */
const FAR = 8.5

/**
 * The chance (0 to 1) that a normal figure comes out at `x` or below. One without any spread is certain to be its mean.
 * By the power series about the middle (Marsaglia 2004), exact to about 15 decimals.
 */
export function chanceUpTo(x: number, { mean, sd }: Normal): number {
  if (sd === 0) return mean <= x ? 1 : 0
  const z = (x - mean) / sd
  if (Math.abs(z) > FAR) return z > 0 ? 1 : 0
  let sum = z
  let term = z
  for (let odd = 3; Math.abs(term) > Number.EPSILON * Math.abs(sum); odd += 2) {
    term *= (z * z) / odd
    sum += term
  }
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  return Math.min(1, Math.max(0, 0.5 + density * sum))
}
