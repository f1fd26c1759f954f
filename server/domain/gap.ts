import { calculate, type Quantity } from './figure.ts'

/** What must change to match a benchmark, in per cent of our own value: negative means it would have to fall. */
export function gapPercent(own: Quantity, benchmark: Quantity): Quantity {
  if (own === 0) return 'not-applicable'
  return calculate([own, benchmark], ([o = 0, b = 0]) => ((b - o) / o) * 100)
}

/**
 * How many more (or, negative, fewer) children matching a benchmark rate would mean. `count` and `population`
 * are our own; `per` is what the rate counts by. Not rounded.
 */
export function gapInCount(
  count: Quantity,
  benchmark: Quantity,
  population: Quantity,
  per: number,
): Quantity {
  return calculate([count, benchmark, population], ([c = 0, b = 0, p = 0]) => (b * p) / per - c)
}
