import { expect, test } from 'vitest'
import type { Figure } from './figure.ts'
import { periodOf } from './period.ts'
import { completeRate, populationFor, populationYear } from './population.ts'

const estimates = new Map([
  [2016, 28354],
  [2023, 28630],
  [2024, 28923],
])
const blackpool = (year: number) => estimates.get(year)

test.each([
  ['2024-25', 2024],
  ['2024-25Q1', 2024],
  ['2024-25Q4', 2024],
  ['2017-03-24', 2016],
  ['2017-04-27', 2017],
  ['2020-12', 2020],
  ['2025-09-30', 2025],
  ['CY2024', 2024],
])('a rate for %s is divided by the population of mid-%i', (period, year) => {
  expect(populationYear(periodOf(period))).toBe(year)
})

test('the population of its own year is final', () => {
  expect(populationFor(periodOf('2024-25'), blackpool)).toEqual({ population: 28923, provisional: false })
})

test('until it is published the year before stands in, as provisional', () => {
  expect(populationFor(periodOf('2025-26Q1'), blackpool)).toEqual({ population: 28923, provisional: true })
})

test('no other year stands in', () => {
  expect(populationFor(periodOf('2018-19'), blackpool)).toBeUndefined()
})

const care: Figure = {
  indicator: 'cla-rate',
  area: 'E06000009',
  dimension: '',
  period: '2024-25',
  value: 'not-available',
  numerator: 531,
  denominator: null,
  status: 'final',
  note: null,
  doubt: null,
}
const whole = { per: 10_000, decimals: 0 }

test('a rate that came before its population is worked out with it', () => {
  expect(completeRate(care, 28923, whole)).toEqual({ ...care, denominator: 28923, value: 184 })
})

test('a rate that was printed stays as printed', () => {
  const printed = { ...care, value: 183 }
  expect(completeRate(printed, 28923, whole)).toEqual({ ...printed, denominator: 28923 })
})

test.each<[string, Figure, number | null]>([
  ['a rate whose population is still not held', care, null],
  ['a rate that has its denominator', { ...care, value: 180, denominator: 29000 }, 28923],
  ['a printed rate without a count', { ...care, value: 183, numerator: null }, 28923],
])('%s comes back as it is', (_what, figure, population) => {
  expect(completeRate(figure, population, whole)).toBe(figure)
})

test('a rate with a hidden count gains its population and stays hidden', () => {
  const hidden: Figure = { ...care, value: 'suppressed', numerator: null }
  expect(completeRate(hidden, 28923, whole)).toEqual({ ...hidden, denominator: 28923 })
})
