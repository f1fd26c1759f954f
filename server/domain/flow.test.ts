import { describe, expect, test } from 'vitest'
import { annualise, type Flow, rollingYear, yearToDate } from './flow.ts'
import { periodOf } from './period.ts'
import { rate } from './rate.ts'
import { round } from './rounding.ts'

const referrals = new Map<string, Flow>([
  ['2016-17Q1', { numerator: 880, denominator: 28354 }],
  ['2016-17Q2', { numerator: 800, denominator: 28354 }],
  ['2016-17Q3', { numerator: 900, denominator: 28354 }],
  ['2016-17Q4', { numerator: 922, denominator: 28354 }],
  ['2017-18Q1', { numerator: 700, denominator: 28397 }],
])

const repeats = new Map<string, Flow>([
  ['2016-17Q1', { numerator: 200, denominator: 880 }],
  ['2016-17Q2', { numerator: 190, denominator: 800 }],
  ['2016-17Q3', { numerator: 237, denominator: 900 }],
  ['2016-17Q4', { numerator: 240, denominator: 922 }],
])

describe('the rolling year', () => {
  test('of a rate adds up four counts over the latest population', () => {
    expect(rollingYear(referrals, periodOf('2016-17Q4'), 'population')).toEqual({
      numerator: 3502,
      denominator: 28354,
    })
    expect(rollingYear(referrals, periodOf('2017-18Q1'), 'population')).toEqual({
      numerator: 3322,
      denominator: 28397,
    })
  })

  test('of a percentage adds up both parts, and is not the mean of four percentages', () => {
    const year = rollingYear(repeats, periodOf('2016-17Q4'), 'counted')
    expect(year).toEqual({ numerator: 867, denominator: 3502 })
    expect(round(rate(year.numerator, year.denominator, 100) as number, 1)).toBe(24.8)
  })

  test('has no value while a quarter is missing', () => {
    expect(rollingYear(referrals, periodOf('2016-17Q3'), 'population').numerator).toBe('not-reported')
  })

  test('is suppressed while a quarter of it is', () => {
    const flows = new Map([
      ...referrals,
      ['2016-17Q2', { numerator: 'suppressed', denominator: 28354 } as Flow],
    ])
    expect(rollingYear(flows, periodOf('2016-17Q4'), 'population').numerator).toBe('suppressed')
  })

  test('of months adds up twelve', () => {
    const months = new Map(
      ['04', '05', '06', '07', '08', '09', '10', '11', '12']
        .map((m): [string, Flow] => [`2024-${m}`, { numerator: 10, denominator: 1 }])
        .concat(['01', '02', '03'].map((m) => [`2025-${m}`, { numerator: 20, denominator: 1 }])),
    )
    expect(rollingYear(months, periodOf('2025-03'), 'none').numerator).toBe(150)
  })
})

describe('the year to date', () => {
  test.each([
    ['2016-17Q1', 880],
    ['2016-17Q3', 2580],
    ['2016-17Q4', 3502],
    ['2017-18Q1', 700],
  ])('up to %s is %i', (quarter, expected) => {
    expect(yearToDate(referrals, periodOf(quarter), 'population').numerator).toBe(expected)
  })
})

test('the year to date of months begins in April', () => {
  const months = new Map<string, Flow>([
    ['2024-03', { numerator: 99, denominator: 1 }],
    ['2024-04', { numerator: 10, denominator: 1 }],
    ['2024-05', { numerator: 20, denominator: 1 }],
  ])
  expect(yearToDate(months, periodOf('2024-05'), 'none').numerator).toBe(30)
})

describe('annualising 700 referrals of a quarter among 28,923 children', () => {
  const flow = { numerator: 700, denominator: 28923 }
  const per10000 = ({ numerator, denominator }: Flow) =>
    round(rate(numerator, denominator, 10_000) as number, 1)

  test('the quarter on its own is 242.0 per 10,000', () => {
    expect(per10000(flow)).toBe(242)
  })

  test('times four it is 968.1', () => {
    expect(per10000(annualise(flow, periodOf('2024-25Q1')))).toBe(968.1)
  })

  test('by the 91 days of quarter 1 it is 970.7', () => {
    expect(per10000(annualise(flow, periodOf('2024-25Q1'), 'by-days'))).toBe(970.7)
  })
})

test('a month is annualised times twelve', () => {
  expect(annualise({ numerator: 10, denominator: 1 }, periodOf('2024-05')).numerator).toBe(120)
})
