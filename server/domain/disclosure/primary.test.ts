import { describe, expect, test } from 'vitest'
import type { Figure } from '../figure.ts'
import { type CountedIndicator, countsPeople, numbersOf } from './counted.ts'
import { primaryReason } from './primary.ts'

const RATE: CountedIndicator = {
  id: 'cla-starts-rate',
  theme: 'children-in-care',
  kind: 'rolling-year',
  unit: 'per-10000',
  decimals: 0,
  localDecimals: 1,
  denominatorKind: 'population',
  restricted: false,
}
const SHARE: CountedIndicator = {
  ...RATE,
  id: 'cpp-reviews-pct',
  unit: 'percent',
  decimals: 1,
  denominatorKind: 'counted',
}
const COUNT: CountedIndicator = { ...RATE, id: 'plo-children', unit: 'count', denominatorKind: 'none' }
const SCORE: CountedIndicator = { ...SHARE, id: 'ks4-attainment8', theme: 'education', unit: 'score' }

const figure = (numbers: Partial<Figure>): Figure => ({
  indicator: '',
  area: 'E06000009',
  dimension: '',
  period: '2019-20Q1',
  value: 'not-available',
  numerator: null,
  denominator: null,
  status: 'final',
  note: null,
  doubt: null,
  ...numbers,
})
const of = (numerator: number, denominator: number) =>
  figure({ value: denominator === 0 ? 'not-applicable' : 50, numerator, denominator })

describe('a share of people', () => {
  test.each([
    [1, 100, 'small-count'],
    [5, 100, 'small-count'],
    [6, 100, null],
    [0, 100, null],
    [95, 100, 'small-rest'],
    [99, 100, 'small-rest'],
    [94, 100, null],
    [100, 100, null],
    [0, 9, 'small-whole'],
    [9, 9, 'small-whole'],
    [0, 10, null],
    [10, 10, null],
    [0, 0, null],
  ])('%i of %i: %s', (numerator, denominator, reason) => {
    expect(primaryReason(of(numerator, denominator), SHARE)).toBe(reason)
  })

  test('96.8% of 31 gives away the one who is missing, though no count is printed', () => {
    expect(primaryReason(figure({ value: 96.8, denominator: 31 }), SHARE)).toBe('small-rest')
  })

  test('98.5% and 600 in time give away that 9 were not, which is enough', () => {
    expect(primaryReason(figure({ value: 98.5, numerator: 600 }), SHARE)).toBeNull()
  })

  test('98.5% and 67 in time give away that 1 was not', () => {
    expect(primaryReason(figure({ value: 98.5, numerator: 67 }), SHARE)).toBe('small-rest')
  })

  test('without any number to check it with it is hidden', () => {
    expect(primaryReason(figure({ value: 40 }), SHARE)).toBe('not-checkable')
  })
})

describe('a rate of people', () => {
  test('1.0 for every 10,000 of 28,923 children can only be 3 children', () => {
    const printed = figure({ value: 1, denominator: 28_923 })
    expect(numbersOf(printed, RATE).count).toEqual({ least: 3, most: 3 })
    expect(primaryReason(printed, RATE)).toBe('small-count')
  })

  test('a whole rate of 2 for every 10,000 could be 5 of 28,923 children', () => {
    expect(primaryReason(figure({ value: 2, denominator: 28_923 }), { ...RATE, localDecimals: 0 })).toBe(
      'small-count',
    )
  })

  test('the children of an area who are not in care are no complement to hide', () => {
    expect(primaryReason(of(28_920, 28_923), RATE)).toBeNull()
  })

  test('without its population it is hidden, since others may hold that', () => {
    expect(primaryReason(figure({ value: 25.3 }), RATE)).toBe('not-checkable')
  })

  test('a rate of nothing is shown', () => {
    expect(primaryReason(figure({ value: 0, numerator: 0, denominator: 28_923 }), RATE)).toBeNull()
  })
})

test.each([
  [0, null],
  [1, 'small-count'],
  [5, 'small-count'],
  [6, null],
])('a plain count of %i: %s', (value, reason) => {
  expect(primaryReason(figure({ value }), COUNT)).toBe(reason)
})

test.each([
  [9, 'small-whole'],
  [10, null],
])('an average of %i pupils: %s', (denominator, reason) => {
  expect(primaryReason(figure({ value: 31.5, numerator: 300, denominator }), SCORE)).toBe(reason)
})

test('a restricted indicator is never public, whatever it counts', () => {
  expect(primaryReason(figure({ value: 400 }), { ...COUNT, restricted: true })).toBe('restricted')
})

test('what the council sent as hidden stays hidden, also if it sent the numbers with it', () => {
  expect(primaryReason(figure({ value: 'suppressed', numerator: 20, denominator: 40 }), SHARE)).toBe(
    'sent-hidden',
  )
})

test('what was not reported has nothing to hide', () => {
  expect(primaryReason(figure({ value: 'not-reported' }), SHARE)).toBeNull()
})

test('an indicator that nobody knows is hidden', () => {
  expect(primaryReason(figure({ value: 400 }), undefined)).toBe('not-checkable')
})

test.each([
  ['staff', { theme: 'workforce' }, '', false],
  ['money', { unit: 'pounds' }, '', false],
  ['money saved as a share', { theme: 'finance' }, '', false],
  ['cases for each worker', { unit: 'ratio' }, '', false],
  ['a difference of two counts', { derived: { plus: 'a', minus: 'b' } }, '', false],
  ['childcare providers', { id: 'ey-good-outstanding-pct' }, 'childminder', false],
  ['places with foster carers', { id: 'foster-places' }, '', false],
  ['children in those places', { id: 'foster-places' }, 'filled', true],
  ['children', {}, '', true],
] as const)('%s', (_, more, dimension, people) => {
  expect(countsPeople({ ...SHARE, ...more }, dimension)).toBe(people)
})
