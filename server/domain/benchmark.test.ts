import { describe, expect, test } from 'vitest'
import { benchmark, type Member, quantile, quartileBand, quartiles, rankOf } from './benchmark.ts'
import type { Quantity } from './figure.ts'
import { gapInCount, gapPercent } from './gap.ts'
import { round } from './rounding.ts'

const member = (value: Quantity): Member => ({ value, numerator: null, denominator: null })
const group = (values: Quantity[]) => values.map(member)

/** Children in care per 10,000 at 31 March 2025 of Blackpool's ten statistical neighbours (2025 model), in order. */
const neighboursInCare = [157, 138, 90, 145, 97, 144, 102, 114, 88, 170]

describe('the benchmark of a group', () => {
  test('the mean of the published values', () => {
    expect(benchmark(group(neighboursInCare), 'mean')).toEqual({ value: 124.5, contributing: 10, of: 10 })
  })

  test('the median, half way between the two in the middle', () => {
    expect(benchmark(group(neighboursInCare), 'median').value).toBe(126)
  })

  test('leaves out members without a number and says how many contributed', () => {
    expect(benchmark(group([0, 4, 3, 4, 'suppressed', 5, 0, 4, 0, 'not-available']), 'mean')).toEqual({
      value: 2.5,
      contributing: 8,
      of: 10,
    })
  })

  test('a group of whom all are suppressed is suppressed', () => {
    expect(benchmark(group(['suppressed', 'suppressed']), 'mean').value).toBe('suppressed')
  })

  test('a group without a number, for different reasons, is not available', () => {
    expect(benchmark(group(['suppressed', 'not-reported']), 'median').value).toBe('not-available')
  })

  test('nobody has no benchmark', () => {
    expect(benchmark([], 'mean')).toEqual({ value: 'not-available', contributing: 0, of: 0 })
  })

  test('pooled adds up the children before it divides', () => {
    const members: Member[] = [
      { value: 100, numerator: 100, denominator: 10_000 },
      { value: 40, numerator: 120, denominator: 30_000 },
      { value: 50, numerator: null, denominator: 20_000 },
    ]
    expect(benchmark(members, 'pooled', 10_000)).toEqual({ value: 55, contributing: 2, of: 3 })
  })
})

test.each([
  [[1, 2, 3, 4], 0.25, 1.75],
  [[1, 2, 3, 4], 0.5, 2.5],
  [[5], 0.75, 5],
  [neighboursInCare, 0.25, 98.25],
])('the quantile of %j at %d is %d', (numbers, p, expected) => {
  expect(quantile(numbers, p)).toBe(expected)
})

test('quartiles of an even spread', () => {
  expect(quartiles([1, 2, 3, 4, 5])).toEqual({ q1: 2, q2: 3, q3: 4 })
})

describe('the band of a value', () => {
  const all = { q1: 16.9, q2: 20, q3: 23 }
  test.each([
    [16.9, 'A'],
    [17, 'B'],
    [20, 'B'],
    [23, 'C'],
    [23.4, 'D'],
  ])('%d is in band %s where low is good', (value, band) => {
    expect(quartileBand(value, all, 'low')).toBe(band)
  })

  test.each([
    [16.9, 'D'],
    [17, 'C'],
    [20, 'C'],
    [23, 'B'],
    [23.4, 'A'],
  ])('%d is in band %s where high is good', (value, band) => {
    expect(quartileBand(value, all, 'high')).toBe(band)
  })
})

describe('the rank of a value', () => {
  test('1 is the lowest', () => {
    expect(rankOf(90, neighboursInCare, null)).toEqual({ rank: 2, of: 10, tied: 1 })
  })

  test('1 is the highest where high is good', () => {
    expect(rankOf(90, neighboursInCare, 'high')).toEqual({ rank: 9, of: 10, tied: 1 })
  })

  test('equal values share the smallest place', () => {
    expect(rankOf(5, [3, 5, 5, 5, 9], 'low')).toEqual({ rank: 2, of: 5, tied: 3 })
  })
})

describe('the gap to a benchmark', () => {
  test('in per cent of our own value: care 184 against 124.5', () => {
    expect(round(gapPercent(184, 124.5) as number, 1)).toBe(-32.3)
  })

  test('in children: 531 against 124.5 per 10,000 of 28,923', () => {
    expect(round(gapInCount(531, 124.5, 28923, 10_000) as number, 1)).toBe(-170.9)
  })

  test('has none from nothing', () => {
    expect(gapPercent(0, 5)).toBe('not-applicable')
  })

  test('is suppressed when our own value is', () => {
    expect(gapPercent('suppressed', 124.5)).toBe('suppressed')
  })
})
