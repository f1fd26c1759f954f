import { describe, expect, test } from 'vitest'
import { daysMeasured, liesIn } from './abnormal.ts'
import type { FlowBasis } from './flow.ts'
import type { Kind } from './indicator.ts'
import { periodOf } from './period.ts'

const PANDEMIC = { from: '2020-04-01', to: '2021-03-31' }

describe('the days that a figure is about', () => {
  test.each<[string, Kind, FlowBasis | null, string, string]>([
    ['2020-21', 'snapshot', null, '2021-03-31', '2021-03-31'],
    ['2020-21Q3', 'cumulative', null, '2020-12-31', '2020-12-31'],
    ['2020-21', 'flow', null, '2020-04-01', '2021-03-31'],
    ['2020-21Q3', 'flow', 'in-period', '2020-10-01', '2020-12-31'],
    ['2020-21Q3', 'flow', 'annualised', '2020-10-01', '2020-12-31'],
    ['2020-21Q3', 'flow', 'year-to-date', '2020-04-01', '2020-12-31'],
    ['2020-21Q3', 'flow', 'rolling-year', '2020-01-01', '2020-12-31'],
    ['2021-06', 'rolling-year', 'rolling-year', '2020-07-01', '2021-06-30'],
    ['AY2020-21', 'yearly', null, '2020-09-01', '2021-08-31'],
    ['2020-09-30', 'snapshot', null, '2020-09-30', '2020-09-30'],
    ['2020-09-30', 'yearly', null, '2019-10-01', '2020-09-30'],
    ['2020-09-30', 'flow', null, '2020-09-30', '2020-09-30'],
  ])('of %s, a %s on basis %s, are %s to %s', (period, kind, basis, from, to) => {
    expect(daysMeasured(periodOf(period), kind, basis)).toEqual({ from, to })
  })
})

describe('days lie in a stretch', () => {
  test.each([
    ['2020-04-01', '2021-03-31', 'wholly'],
    ['2021-03-31', '2021-03-31', 'wholly'],
    ['2020-01-01', '2020-12-31', 'partly'],
    ['2020-09-01', '2021-08-31', 'partly'],
    ['2019-01-01', '2022-12-31', 'partly'],
    ['2019-04-01', '2020-03-31', null],
    ['2021-04-01', '2022-03-31', null],
  ])('%s to %s: %s', (from, to, lies) => {
    expect(liesIn({ from, to }, PANDEMIC)).toBe(lies)
  })
})
