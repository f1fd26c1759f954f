import type { Limits } from './xmr-limits.ts'

/** Which figures of a process chart are outside what chance alone would usually give, and by which rule. */

/** The first that fits a figure names it. */
export const SIGNAL_RULES = ['beyond-limit', 'trend', 'two-of-three', 'shift'] as const
export type SignalRule = (typeof SIGNAL_RULES)[number]

/**
 * `side` is where the figure lies, or which way a trend goes: rising is high. `run` is how many figures a trend or a
 * shift has in all, 1 for the others.
 */
export type Signal = { rule: SignalRule; side: 'high' | 'low'; run: number }

/** A trend is as many figures that all rise or all fall; a shift as many on one side of the average. */
export const LEAST_RUN = 7

/**
 * The signal of every figure of one segment, null for those that vary as figures do: outside a limit (strictly); one of
 * seven or more that rise or fall without a tie; one of two or three close to the same limit among three in a row on one
 * side of the average, where what is outside the limit is not close to it; one of seven or more strictly on one side of
 * the average. Every figure of a run is flagged, the earliest too (NHS England, Making Data Count).
 */
export function signalsOf(values: readonly number[], limits: Limits): (Signal | null)[] {
  const trends = stretches(directions(values), LEAST_RUN - 1)
  const sides = values.map((value) => Math.sign(value - limits.mean))
  const shifts = stretches(sides, LEAST_RUN)
  const near = values.map((value) => isNear(value, limits))
  return values.map((value, i): Signal | null => {
    if (value > limits.upper || value < limits.lower) return signal('beyond-limit', value - limits.mean)
    // A trend of six steps is one of seven figures: it begins one figure before its first step ends.
    const trend = trends.find(({ from, to }) => i >= from && i <= to + 1)
    if (trend) return signal('trend', trend.sign, trend.to - trend.from + 2)
    if (isTwoOfThree(i, near, sides)) return signal('two-of-three', sides[i] ?? 0)
    const shift = shifts.find(({ from, to }) => i >= from && i <= to)
    return shift ? signal('shift', shift.sign, shift.to - shift.from + 1) : null
  })
}

const signal = (rule: SignalRule, sign: number, run = 1): Signal => ({
  rule,
  side: sign > 0 ? 'high' : 'low',
  run,
})

/** Whether each figure after the first lies above (1) or below (−1) the one before it. */
const directions = (values: readonly number[]) =>
  values.slice(1).map((value, i) => Math.sign(value - (values[i] ?? value)))

const isNear = (value: number, { lower, upper, nearLower, nearUpper }: Limits) =>
  (value > nearUpper && value <= upper) || (value < nearLower && value >= lower)

function isTwoOfThree(i: number, near: readonly boolean[], sides: readonly number[]): boolean {
  if (!near[i]) return false
  return [i - 2, i - 1, i].some((from) => {
    const three = [from, from + 1, from + 2]
    const isOneSided = three.every((at) => sides[at] === sides[i])
    return isOneSided && three.filter((at) => near[at]).length >= 2
  })
}

type Stretch = { from: number; to: number; sign: number }

/** The longest stretches of one sign, of at least so many; a 0 ends one. */
function stretches(signs: readonly number[], least: number): Stretch[] {
  const found: Stretch[] = []
  let from = 0
  for (const [to, sign] of signs.entries()) {
    if (sign === signs[to + 1]) continue
    if (sign !== 0 && to + 1 - from >= least) found.push({ from, to, sign })
    from = to + 1
  }
  return found
}
