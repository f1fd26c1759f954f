import { expect, test } from 'vitest'
import { periodOf } from '../period.ts'
import { tilingsOf } from './tiles.ts'

const tilings = (id: string) => tilingsOf(periodOf(id)).map((tiles) => tiles.map((tile) => tile.id))

test('a quarter is three months', () => {
  expect(tilings('2016-17Q4')).toEqual([['2017-01', '2017-02', '2017-03']])
})

test('a financial year is four quarters, or twelve months', () => {
  const [quarters, months] = tilings('2016-17')
  expect(quarters).toEqual(['2016-17Q1', '2016-17Q2', '2016-17Q3', '2016-17Q4'])
  expect(months).toHaveLength(12)
  expect([months?.[0], months?.at(-1)]).toEqual(['2016-04', '2017-03'])
})

test('a calendar year begins with the last quarter of a financial year', () => {
  expect(tilings('CY2017')[0]).toEqual(['2016-17Q4', '2017-18Q1', '2017-18Q2', '2017-18Q3'])
})

test('an academic year cuts across the quarters', () => {
  expect(tilings('AY2016-17')).toEqual([expect.arrayContaining(['2016-09', '2017-08'])])
})

test.each(['2017-03', '2017-03-31'])('%s has no parts', (id) => {
  expect(tilings(id)).toEqual([])
})
