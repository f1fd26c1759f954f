import { isMissing, isNumber, type Quantity } from './figure.ts'
import { clean } from './rounding.ts'

/**
 * How a group of authorities is turned into one number. They give different answers, so every screen names the
 * one it used: children in need 2025, Blackpool's ten neighbours: mean 494.1, median 486.3, pooled 471.6.
 * The mean of the published, rounded values is how DfE's Local Authority Interactive Tool does it; the median
 * how its children's social care dashboard does; pooled adds up the children before dividing.
 */
export const BENCHMARK_METHODS = ['mean', 'median', 'pooled'] as const
export type BenchmarkMethod = (typeof BENCHMARK_METHODS)[number]

/** A group of fewer than seven of ten is shown, but is too thin to set a target by. */
export const RELIABLE_GROUP = 7

/** `of` is the size of the group, `contributing` how many of it had a number. */
export type Benchmark = { value: Quantity; contributing: number; of: number }

export type Member = { value: Quantity; numerator: number | null; denominator: number | null }

/**
 * The benchmark of a group. Members without a number drop out and are counted as not contributing; a group
 * without any number has none, for the reason its members share, or else as not available.
 * `per` is what the unit counts by (10,000 or 100); only the pooled method needs it.
 */
export function benchmark(members: readonly Member[], method: BenchmarkMethod, per = 1): Benchmark {
  const of = members.length
  if (method === 'pooled') {
    const counted = members.filter((m) => m.numerator !== null && m.denominator !== null && isNumber(m.value))
    const numerator = counted.reduce((total, m) => total + (m.numerator ?? 0), 0)
    const denominator = counted.reduce((total, m) => total + (m.denominator ?? 0), 0)
    const value = denominator > 0 ? clean((numerator / denominator) * per) : reasonOf(members)
    return { value, contributing: counted.length, of }
  }
  const numbers = members.map((m) => m.value).filter(isNumber)
  if (numbers.length === 0) return { value: reasonOf(members), contributing: 0, of }
  const value = clean(method === 'mean' ? mean(numbers) : quantile(numbers, 0.5))
  return { value, contributing: numbers.length, of }
}

function reasonOf(members: readonly Member[]): Quantity {
  const reasons = new Set(members.map((m) => m.value).filter(isMissing))
  const [only] = reasons
  return reasons.size === 1 && only ? only : 'not-available'
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((total, x) => total + x, 0) / numbers.length
}

/** Quantile by linear interpolation between order statistics (type 7, the default of R, which DfE uses). */
export function quantile(numbers: readonly number[], p: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const h = (sorted.length - 1) * p
  const below = sorted[Math.floor(h)] ?? Number.NaN
  const above = sorted[Math.floor(h) + 1] ?? below
  return clean(below + (h - Math.floor(h)) * (above - below))
}

export type Quartiles = { q1: number; q2: number; q3: number }

export function quartiles(numbers: readonly number[]): Quartiles {
  return { q1: quantile(numbers, 0.25), q2: quantile(numbers, 0.5), q3: quantile(numbers, 0.75) }
}

/** Which end of an indicator is the good one. */
export type GoodEnd = 'low' | 'high'

export const BANDS = ['A', 'B', 'C', 'D'] as const
export type Band = (typeof BANDS)[number]

/** The quarter of all authorities that a value falls in, A the best. Without a good end there is no best quarter. */
export function quartileBand(value: number, { q1, q2, q3 }: Quartiles, goodEnd: GoodEnd): Band {
  if (goodEnd === 'low') return value <= q1 ? 'A' : value <= q2 ? 'B' : value <= q3 ? 'C' : 'D'
  return value > q3 ? 'A' : value > q2 ? 'B' : value > q1 ? 'C' : 'D'
}

export type Rank = { rank: number; of: number; tied: number }

/**
 * A value's place among numbers that include it: 1 is the lowest, or the highest where high is good. Equal values
 * share the smallest place; `tied` counts them, itself included.
 */
export function rankOf(value: number, numbers: readonly number[], goodEnd: GoodEnd | null): Rank {
  const before = numbers.filter((x) => (goodEnd === 'high' ? x > value : x < value)).length
  return { rank: before + 1, of: numbers.length, tied: numbers.filter((x) => x === value).length }
}
