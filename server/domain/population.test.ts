import { expect, test } from 'vitest'
import { periodOf } from './period.ts'
import { populationFor, populationYear } from './population.ts'

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
