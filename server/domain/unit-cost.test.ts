import { expect, test } from 'vitest'
import { round } from './rounding.ts'
import { moveSaving, nearestFive, weeklyUnitCost, yearlyCost } from './unit-cost.ts'

test('£55,693,602 for 531 children in care is £2,011.50 a week each, published as £2,010', () => {
  const weekly = weeklyUnitCost(55_693_602, 531)
  expect(weekly).toBeCloseTo(2011.5, 1)
  expect(nearestFive(weekly)).toBe(2010)
})

test.each([
  [2012.49, 2010],
  [2012.5, 2015],
  [2010, 2010],
  [0, 0],
])('£%d to the nearest five is £%d', (pounds, expected) => {
  expect(nearestFive(pounds)).toBe(expected)
})

test('£700 a week is £36,500 in a year of 365 days', () => {
  expect(yearlyCost(700)).toBeCloseTo(36_500, 8)
})

test('a year at the unit cost is what was spent on the child', () => {
  expect(yearlyCost(weeklyUnitCost(1_000_000, 8))).toBeCloseTo(125_000, 6)
})

test('one child who moves from a home at £6,390 to foster carers at £740 is £294,607 a year at average cost', () => {
  expect(round(moveSaving(6390, 740), 0)).toBe(294_607)
})

test('a move to what costs more saves less than nothing', () => {
  expect(round(moveSaving(740, 6390), 0)).toBe(-294_607)
})
