import { expect, test } from 'vitest'
import { rate, rateFits, rateInterval } from './rate.ts'
import { round, slackOf } from './rounding.ts'

const rounded = (numerator: number, denominator: number, per: number, decimals: number) =>
  round(rate(numerator, denominator, per) as number, decimals)

test.each([
  ['children in care, Blackpool, 31 March 2025', 531, 28923, 10_000, 0, 184],
  ['children in care, 24 March 2017', 527, 28354, 10_000, 1, 185.9],
  ['children in need, Blackpool, 31 March 2025', 1753, 28923, 10_000, 1, 606.1],
  ['referrals, Blackpool, 2024/25', 2707, 28923, 10_000, 1, 935.9],
  ['repeat referrals, Blackpool, 2024/25', 634, 2707, 100, 1, 23.4],
  ['domestic abuse in assessments, Blackpool, 2024/25', 905, 2361, 100, 1, 38.3],
  ['cases per social worker, Blackpool, 30 September 2025', 1815, 107.8, 1, 1, 16.8],
])('%s', (_name, numerator, denominator, per, decimals, expected) => {
  expect(rounded(numerator, denominator, per, decimals)).toBe(expected)
})

test('a rate of nobody is not applicable', () => {
  expect(rate(0, 0, 100)).toBe('not-applicable')
})

test('a rate of a suppressed count is suppressed', () => {
  expect(rate('suppressed', 28923, 10_000)).toBe('suppressed')
})

const as = (number: number) => ({ number, slack: slackOf(number) })

test('accepts a printed rate that the rounded numerator and denominator allow', () => {
  expect(rateFits(as(10.2), rateInterval(as(115), as(11.2), 1))).toBe(true)
})

test('accepts a whole rate', () => {
  expect(rateFits(as(184), rateInterval(as(531), as(28923), 10_000))).toBe(true)
})

test('refuses the 163 that a council paper printed beside 527 children', () => {
  expect(rateFits(as(163), rateInterval(as(527), as(28354), 10_000))).toBe(false)
})

test('accepts anything above the low end when the denominator may be nothing', () => {
  const possible = rateInterval(as(2), { number: 0.4, slack: 0.5 }, 1)
  expect(rateFits(as(40.5), possible)).toBe(true)
  expect(rateFits(as(0.5), possible)).toBe(false)
})
