import { expect, test } from 'vitest'
import type { CountedIndicator } from '../domain/disclosure/counted.ts'
import type { Figure } from '../domain/figure.ts'
import { publicView } from './view.ts'

const RATE: CountedIndicator = {
  id: 'rate',
  theme: 'children-in-care',
  kind: 'snapshot',
  unit: 'per-10000',
  decimals: 0,
  localDecimals: 1,
  denominatorKind: 'population',
  restricted: false,
}
const KNOWN: Record<string, CountedIndicator> = {
  rate: RATE,
  share: { ...RATE, unit: 'percent', denominatorKind: 'counted' },
  staff: { ...RATE, unit: 'percent', denominatorKind: 'counted', theme: 'workforce' },
  net: { ...RATE, unit: 'count', denominatorKind: 'none', derived: { plus: 'rate', minus: 'rate' } },
}

const figure = (indicator: string, numbers: Partial<Figure>): Figure => ({
  indicator,
  area: 'E06000009',
  dimension: '',
  period: '2019-20Q1',
  value: 'suppressed',
  numerator: null,
  denominator: null,
  status: 'final',
  note: null,
  doubt: null,
  ...numbers,
})

const cells = (own: Figure[], published: Figure[] = [], earlier: Figure[] = []) =>
  publicView({ own, published, earlier, rules: [], indicator: (id) => KNOWN[id] }).cells.map(
    ({ cell, as, least, most }) => [cell.replace('||E06000009|2019-20Q1', ''), as, least, most],
  )

const NO_END = Number.POSITIVE_INFINITY

test('a share that is shown tells its count, its whole and the rest', () => {
  expect(cells([figure('share', { value: 75, numerator: 30, denominator: 40 })])).toEqual([
    ['own 0 share:count', 'shown', 30, 30],
    ['own 0 share:whole', 'shown', 40, 40],
    ['own 0 share:rest', 'shown', 10, 10],
  ])
})

test('one that is hidden has its place and no number', () => {
  expect(cells([figure('share', {})])).toEqual([
    ['own 0 share:count', 'hidden', 0, NO_END],
    ['own 0 share:whole', 'hidden', 0, NO_END],
    ['own 0 share:rest', 'hidden', 0, NO_END],
  ])
})

test('a rate without its count gives it away, for the population is known', () => {
  expect(cells([figure('rate', { value: 1, denominator: 28_923 })])).toEqual([
    ['own 0 rate:count', 'shown', 3, 3],
  ])
})

test('a national rate has fewer decimals, and tells less', () => {
  const rate = figure('rate', { value: 184, denominator: 28_923 })
  expect(cells([], [rate])).toEqual([['published 0 rate:count', 'public', 531, 533]])
})

test('what a national publication hides is no number at all', () => {
  expect(cells([], [figure('share', {})])).toEqual([])
})

test('the base that it prints beside a hidden share is one', () => {
  expect(cells([], [figure('share', { denominator: 136 })])).toEqual([
    ['published 0 share:whole', 'public', 136, 136],
  ])
})

test('staff and what was not reported have no place', () => {
  expect(cells([figure('staff', {}), figure('rate', { value: 'not-reported' })])).toEqual([])
})

test('a difference of two counts is nobody’s number, and can be below nothing', () => {
  expect(cells([figure('net', { value: -3 })])).toEqual([['own 0 net:count', 'public', -3, -3]])
  expect(cells([figure('net', {})])).toEqual([
    ['own 0 net:count', 'hidden', Number.NEGATIVE_INFINITY, NO_END],
  ])
})

test('an earlier version stands beside the figure, with what lies between them', () => {
  const before = figure('rate', { value: 183, numerator: 530, denominator: 28_923 })
  const now = { ...before, numerator: 531 }
  expect(cells([now], [], [before])).toEqual([
    ['own 0 rate:count', 'shown', 531, 531],
    ['earlier 0 rate:count', 'public', 530, 530],
    ['revision of earlier 0 rate:count', 'remainder', Number.NEGATIVE_INFINITY, NO_END],
  ])
})
