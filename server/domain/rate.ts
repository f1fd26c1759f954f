import { calculate, type Quantity } from './figure.ts'

/** `numerator` for every `per` of `denominator`: 531 of 28,923 per 10,000 is 183.6. Nothing of nobody is not applicable. */
export function rate(numerator: Quantity, denominator: Quantity, per: number): Quantity {
  if (denominator === 0) return 'not-applicable'
  return calculate([numerator, denominator], ([n = 0, d = 1]) => (n / d) * per)
}

export type Interval = { low: number; high: number }

/** A number as printed, and how far the true one can be from it: half a unit of its last decimal. */
export type Rounded = { number: number; slack: number }

/**
 * Every rate that a rounded numerator and denominator could really have. A denominator that could be nothing
 * leaves the rate without an upper bound.
 */
export function rateInterval(numerator: Rounded, denominator: Rounded, per: number): Interval {
  const low =
    (Math.max(numerator.number - numerator.slack, 0) / (denominator.number + denominator.slack)) * per
  const least = denominator.number - denominator.slack
  const high = least > 0 ? ((numerator.number + numerator.slack) / least) * per : Number.POSITIVE_INFINITY
  return { low, high }
}

/**
 * Whether a printed rate can be that numerator over that denominator, given how each of the three was rounded.
 * The plain test "within 0.05" wrongly fails true rows: Rutland's caseload of 2024 is 115 over 11.2, printed 10.2.
 */
export function rateFits(printed: Rounded, possible: Interval): boolean {
  const hair = 1e-9 * Math.max(1, Math.abs(printed.number))
  const slack = printed.slack + hair
  return printed.number + slack >= possible.low && printed.number - slack <= possible.high
}
