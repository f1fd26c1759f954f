import { mean } from './benchmark.ts'
import { clean } from './rounding.ts'

/** The range that figures ordinarily lie in, told by how much they move from one to the next. */

/**
 * In the unit of the figures and not cut off at nothing or at 100%: signals are told by these, and only what is shown is
 * cut off. Beyond `nearLower` and `nearUpper` a figure is close to a limit: two thirds of the way from the average to it.
 */
export type Limits = {
  mean: number
  movingRange: number
  lower: number
  upper: number
  nearLower: number
  nearUpper: number
}

/** How many average moving ranges a limit lies from the average, and where "close to it" begins. */
const TO_LIMIT = 2.66
const TO_NEAR = 1.7733
/** A step of as many average moving ranges says more of itself than of what is ordinary. */
const OUTLYING = 3.267

/**
 * The limits of an XmR chart: the average of the figures, and 2.66 times the average step between neighbours to either
 * side of it. Screened, as it is by default, steps of 3.267 times the average or more are left out of it once, so that one
 * unusual figure does not widen the range that it is held against (NHS England, Making Data Count, and its R package;
 * its spreadsheet does not screen). Throws a RangeError for fewer than two figures.
 */
export function limitsOf(values: readonly number[], { screen = true } = {}): Limits {
  if (values.length < 2) throw new RangeError('Limits need two figures or more')
  const steps = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)))
  const centre = clean(mean(values))
  const movingRange = clean(mean(screen ? screened(steps) : steps))
  const at = (factor: number) => clean(centre + factor * movingRange)
  return {
    mean: centre,
    movingRange,
    lower: at(-TO_LIMIT),
    upper: at(TO_LIMIT),
    nearLower: at(-TO_NEAR),
    nearUpper: at(TO_NEAR),
  }
}

/** Where all else stood still nothing is left out: limits without any width would make every figure unusual. */
function screened(steps: readonly number[]): readonly number[] {
  const most = OUTLYING * mean(steps)
  const ordinary = steps.filter((step) => step < most)
  return ordinary.some((step) => step > 0) ? ordinary : steps
}
