import { describe, expect, test } from 'vitest'
import type { TargetTerms } from '../../contract/targets.ts'
import { amberAlong, beginOf, drawPath, endOf } from './target-path.ts'

const RATE = { unit: 'per-10000', decimals: 0 } as const
const baseline = { value: 215, on: '2020-12-31', source: 'a paper' }
const terms = (some: Partial<TargetTerms>) => some as TargetTerms

describe('a target begins', () => {
  test.each([
    ['at its baseline', { baseline, approvedOn: '2021-02-26', statedOn: '2021-02-26' }, '2020-12-31'],
    [
      'without one when it is approved',
      { baseline: null, approvedOn: '2021-03-01', statedOn: '2021-02-26' },
      '2021-03-01',
    ],
    [
      'or else when it was stated',
      { baseline: null, approvedOn: null, statedOn: '2021-02-26' },
      '2021-02-26',
    ],
  ])('%s', (_, some, day) => {
    expect(beginOf(terms(some))).toBe(day)
  })
})

describe('its path goes', () => {
  test.each([
    ['to the day it is due', { endsOn: null, due: '2026-03-31' }, '2026-03-31'],
    ['or on to a newer figure', { endsOn: null, due: '2024-03-31' }, '2025-03-31'],
    ['for two years more where no day is set', { endsOn: null, due: null }, '2027-03-31'],
    ['no further than it counts', { endsOn: '2020-03-31', due: '2026-03-31' }, '2020-03-31'],
  ])('%s', (_, some, day) => {
    expect(endOf(terms(some), '2025-03-31')).toBe(day)
  })
})

describe('amber ends', () => {
  const path = [
    { on: '2021-03-31', label: '', value: 200, text: '200' },
    { on: '2022-03-31', label: '', value: 10, text: '10' },
  ]
  const limits = (some: Partial<TargetTerms>) =>
    amberAlong(path, terms({ aim: 'lower', tolerance: null, ...some }), RATE).map(({ value }) => value)

  test('by the usual tolerance, worked out anew at each point', () => {
    expect(limits({})).toEqual([210, 11])
  })

  test('below the path where more is aimed at', () => {
    expect(limits({ aim: 'higher' })).toEqual([190, 9])
  })

  test('by the tolerance that is set', () => {
    expect(limits({ tolerance: { kind: 'percent', size: 10 } })).toEqual([220, 11])
  })

  test('nowhere without a tolerance', () => {
    expect(limits({ tolerance: { kind: 'absolute', size: 0 } })).toEqual([])
  })
})

describe('the points of a path', () => {
  const level = { shape: 'level', baseline: null, goal: 443, due: null, milestones: [] } as const
  const stated = terms({ baseline: null, approvedOn: null, statedOn: '2017-03-09', endsOn: null })

  test('begin with the target, not with the chart', () => {
    const points = drawPath(level, stated, RATE, { from: '2016-03-31', until: '2020-03-31' })
    expect(points.map(({ on }) => on)).toEqual(['2017-03-09', '2020-03-31'])
  })

  test('are told with a decimal more where they lie between printed values', () => {
    const linear = {
      ...level,
      shape: 'linear',
      baseline: { value: 215, on: '2020-12-31' },
      goal: 124.5,
      due: '2026-03-31',
    } as const
    const points = drawPath(linear, terms({ ...stated, baseline }), RATE, {
      from: '2016-03-31',
      until: '2021-03-31',
    })
    expect(points.map(({ label, text }) => [label, text])).toEqual([
      ['31 December 2020', '215'],
      ['31 March 2021', '210.7'],
    ])
  })

  test('are none without a path', () => {
    expect(drawPath(null, stated, RATE, { from: '2016-03-31', until: '2020-03-31' })).toEqual([])
  })
})
