import { expect, test } from 'vitest'
import type { Figure } from '../figure.ts'
import { cellsOf } from './cells.ts'
import type { CountedIndicator } from './counted.ts'

const SHARE: CountedIndicator = {
  id: 'contact-conversion-pct',
  theme: 'front-door',
  kind: 'flow',
  unit: 'percent',
  decimals: 1,
  denominatorKind: 'counted',
  restricted: false,
}
const figure: Figure = {
  indicator: 'contact-conversion-pct',
  area: 'E06000009',
  dimension: '',
  period: '2019-20Q1',
  value: 75,
  numerator: 30,
  denominator: 33,
  status: 'final',
  note: null,
  doubt: null,
}
const POPULATION_RATE = { ...SHARE, unit: 'per-10000', decimals: 0, denominatorKind: 'population' } as const

const values = (cells: ReturnType<typeof cellsOf>) => cells.map(({ part, value }) => [part, value])

test('a share has a count, a whole and a rest, which is small here', () => {
  const cells = cellsOf(figure, SHARE, 'own')
  expect(values(cells)).toEqual([
    ['count', 30],
    ['whole', 33],
    ['rest', 3],
  ])
  expect(cells.map(({ sensitive }) => sensitive)).toEqual([false, false, true])
})

test('a rate has a count only, for the population is public', () => {
  expect(values(cellsOf({ ...figure, denominator: 28_923 }, POPULATION_RATE, 'own'))).toEqual([['count', 30]])
})

test('what others publish is public, and small numbers of theirs are not ours to protect', () => {
  const cells = cellsOf(figure, SHARE, 'published')
  expect(cells.map(({ fixed, sensitive }) => [fixed, sensitive])).toEqual([
    [true, false],
    [true, false],
    [true, false],
  ])
})

test('a published rate without its count leaves a range, which is not known', () => {
  const printed = { ...figure, value: 10, numerator: null, denominator: 28_923 }
  expect(cellsOf(printed, POPULATION_RATE, 'published')).toEqual([
    expect.objectContaining({ fixed: false, least: 28, most: 30, value: 29 }),
  ])
})

test('the headline is of more use than a breakdown of it', () => {
  const [headline] = cellsOf(figure, SHARE, 'own')
  const [police] = cellsOf({ ...figure, dimension: 'police' }, SHARE, 'own')
  expect(headline?.usefulness).toBeGreaterThan(police?.usefulness ?? Number.NaN)
})

test('a difference can be below nothing, and no size of it is too small', () => {
  const net: CountedIndicator = {
    ...SHARE,
    unit: 'count',
    denominatorKind: 'none',
    derived: { plus: 'a', minus: 'b' },
  }
  const difference = { ...figure, value: -3, numerator: null, denominator: null }
  expect(cellsOf(difference, net, 'own')).toEqual([
    expect.objectContaining({ value: -3, least: Number.NEGATIVE_INFINITY, sensitive: false }),
  ])
})

test('staff have no cells', () => {
  expect(cellsOf(figure, { ...SHARE, theme: 'workforce' }, 'own')).toEqual([])
})
