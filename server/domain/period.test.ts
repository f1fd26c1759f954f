import { describe, expect, test } from 'vitest'
import {
  ageLabel,
  comparePeriods,
  daysIn,
  financialYearOf,
  isNext,
  monthsBetween,
  parsePeriod,
  periodLabel,
  periodOf,
  quarterNumber,
  shortPeriodLabel,
  stepPeriod,
  wholeMonths,
  yearBefore,
} from './period.ts'

describe('reading a period id', () => {
  test.each([
    ['2025-03', 'month', '2025-03-01', '2025-03-31'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2016-17Q1', 'quarter', '2016-04-01', '2016-06-30'],
    ['2016-17Q2', 'quarter', '2016-07-01', '2016-09-30'],
    ['2016-17Q3', 'quarter', '2016-10-01', '2016-12-31'],
    ['2016-17Q4', 'quarter', '2017-01-01', '2017-03-31'],
    ['2024-25', 'financial-year', '2024-04-01', '2025-03-31'],
    ['1999-00', 'financial-year', '1999-04-01', '2000-03-31'],
    ['AY2024-25', 'academic-year', '2024-09-01', '2025-08-31'],
    ['CY2024', 'calendar-year', '2024-01-01', '2024-12-31'],
    ['2017-03-24', 'day', '2017-03-24', '2017-03-24'],
    ['2024-02-29', 'day', '2024-02-29', '2024-02-29'],
  ])('%s is a %s from %s to %s', (id, kind, start, end) => {
    expect(parsePeriod(id)).toEqual({ id, kind, start, end })
  })

  test.each([
    '2024-26',
    '2024-25Q5',
    '2024-25Q0',
    '2024-13',
    '2023-02-29',
    '2024-04-31',
    'AY2024-25Q1',
    'AY2024-26',
    'CY24',
    'Q3 2016/17',
    '',
  ])('%s is not a period', (id) => {
    expect(parsePeriod(id)).toBeUndefined()
  })

  test('a pair that could be a month or a financial year is a financial year', () => {
    expect(periodOf('2011-12').kind).toBe('financial-year')
    expect(periodOf('2012-12').kind).toBe('month')
  })

  test('an id that our own data got wrong is an error', () => {
    expect(() => periodOf('2024/25')).toThrow('"2024/25" is not a period')
  })
})

test.each([
  ['2016-17Q4', 1, '2017-18Q1'],
  ['2017-18Q1', -1, '2016-17Q4'],
  ['2016-17Q3', -4, '2015-16Q3'],
  ['2016-17Q3', 6, '2018-19Q1'],
  ['2024-12', 1, '2025-01'],
  ['2025-01', -13, '2023-12'],
  ['2024-25', 1, '2025-26'],
  ['AY2024-25', -1, 'AY2023-24'],
  ['CY2024', 2, 'CY2026'],
  ['2024-02-28', 2, '2024-03-01'],
])('%s stepped by %i is %s', (from, steps, to) => {
  expect(stepPeriod(periodOf(from), steps).id).toBe(to)
})

test.each([
  ['2016-17Q3', '2015-16Q3'],
  ['2025-03', '2024-03'],
  ['2024-25', '2023-24'],
  ['AY2024-25', 'AY2023-24'],
  ['2025-09-30', '2024-09-30'],
  ['2024-02-29', '2023-02-28'],
])('a year before %s is %s', (now, before) => {
  expect(yearBefore(periodOf(now)).id).toBe(before)
})

test.each([
  ['2023-24', '2024-25', true],
  ['2022-23', '2024-25', false],
  ['2016-17Q4', '2017-18Q1', true],
  ['2024-09-30', '2025-09-30', true],
  ['2023-09-30', '2025-09-30', false],
  ['2023-24', 'AY2024-25', false],
])('%s followed by %s is consecutive: %s', (first, second, expected) => {
  expect(isNext(periodOf(first), periodOf(second))).toBe(expected)
})

test('periods sort by the day they end on, whatever their kind', () => {
  const ids = ['2025-09-30', '2024-25', 'CY2024', '2024-25Q4', '2017-03-24']
  const sorted = ids.map(periodOf).sort(comparePeriods)
  expect(sorted.map((period) => period.id)).toEqual([
    '2017-03-24',
    'CY2024',
    '2024-25',
    '2024-25Q4',
    '2025-09-30',
  ])
})

test.each([
  ['2016-17Q1', 91],
  ['2016-17Q2', 92],
  ['2016-17Q3', 92],
  ['2016-17Q4', 90],
  ['2019-20Q4', 91],
  ['2024-25', 365],
])('%s has %i days', (id, days) => {
  expect(daysIn(periodOf(id))).toBe(days)
})

test.each([
  ['2016-17Q1', 1],
  ['2016-17Q2', 2],
  ['2016-17Q3', 3],
  ['2016-17Q4', 4],
])('%s is quarter %i', (id, number) => {
  expect(quarterNumber(periodOf(id))).toBe(number)
})

test.each([
  ['2017-03-31', '2016-17'],
  ['2017-04-01', '2017-18'],
  ['2016-12-31', '2016-17'],
])('%s falls in financial year %s', (date, year) => {
  expect(financialYearOf(date).id).toBe(year)
})

test.each([
  ['2016-17Q3', 'October to December 2016 (Quarter 3 2016/17)', 'Q3 2016/17'],
  ['2016-17Q4', 'January to March 2017 (Quarter 4 2016/17)', 'Q4 2016/17'],
  ['2024-25', '2024/25', '2024/25'],
  ['AY2024-25', 'Academic year 2024/25', '2024/25'],
  ['CY2024', '2024', '2024'],
  ['2025-03', 'March 2025', 'Mar 2025'],
  ['2017-03-24', '24 March 2017', '24 Mar 2017'],
])('%s is written "%s", or "%s" where there is no room', (id, label, short) => {
  expect(periodLabel(periodOf(id))).toBe(label)
  expect(shortPeriodLabel(periodOf(id))).toBe(short)
})

test.each([
  ['2025-03-31', '2025-03-31', '0 days'],
  ['2025-03-31', '2025-04-01', '1 day'],
  ['2025-03-31', '2025-04-21', '3 weeks'],
  ['2025-03-31', '2025-10-31', '7 months'],
  ['2025-03-31', '2026-11-21', '19 months'],
  ['2020-12-31', '2022-12-31', '2 years'],
  ['2020-12-31', '2026-11-21', '5 years 10 months'],
  ['2020-12-31', '2024-01-31', '3 years 1 month'],
  ['2025-03-31', '2025-01-31', '0 days'],
])('from %s to %s is %s', (date, today, age) => {
  expect(ageLabel(date, today)).toBe(age)
})

test('a month from 31 January is complete on the last day of February', () => {
  expect(wholeMonths('2025-01-31', '2025-02-28')).toBe(1)
  expect(wholeMonths('2025-01-31', '2025-02-27')).toBe(0)
})

test.each([
  ['2020-12-31', '2021-03-31', 3],
  ['2021-03-31', '2026-03-31', 60],
  ['2021-03-31', '2021-06-30', 3],
  ['2020-12-31', '2021-02-28', 2],
  ['2023-02-28', '2024-02-29', 12],
  ['2017-03-24', '2017-03-24', 0],
  ['2021-04-15', '2021-09-15', 5],
  ['2021-03-31', '2020-12-31', -3],
  ['2026-03-31', '2021-03-31', -60],
])('from %s to %s is exactly %d months', (from, to, months) => {
  expect(monthsBetween(from, to)).toBe(months)
})

test.each([
  ['2021-03-31', '2021-04-15', 0.5],
  ['2021-04-15', '2021-03-31', -0.5],
  ['2021-01-31', '2021-02-07', 0.25],
  ['2020-12-31', '2021-02-14', 1.5],
  ['2021-02-26', '2026-03-31', 61 + 2 / 28],
  ['2024-02-01', '2024-03-01', 1 - 1 / 29 + 1 / 31],
])(
  'a day that does not end its month is the part of it that has gone by: from %s to %s',
  (from, to, months) => {
    expect(monthsBetween(from, to)).toBeCloseTo(months, 12)
  },
)
