import { expect, test } from 'vitest'
import { changeAYear, recentPace, requiredChange, requiredPace, requiredRate } from './pace.ts'

test('from 520 children to 443 in eight quarters is 9.6 fewer each quarter', () => {
  expect(requiredPace(520, 443, 8)).toBeCloseTo(-9.625, 10)
})

test('from 520 to 443 is 14.8% less', () => {
  expect(requiredChange(520, 443)).toBeCloseTo(-14.81, 2)
})

test('47% less in five years is 11.9% less every year', () => {
  expect(changeAYear(-47, 5)).toBeCloseTo(-11.9, 1)
})

test.each([
  [100, 53, 5, -11.924],
  [100, 53, 1, -47],
  [520, 443, 8, -1.983],
  [100, 121, 2, 10],
  [50, 50, 3, 0],
  [50, 0, 3, -100],
])('from %f to %f in %i periods is %f%% in each', (actual, goal, periods, rate) => {
  expect(requiredRate(actual, goal, periods)).toBeCloseTo(rate, 3)
})

test.each([
  ['the last four changes of five', [1, 520, 500, 490, 470, 443], -19.25],
  ['as many as there are', [520, 510, 503], -8.5],
  ['a single one', [520, 510], -10],
  ['those since the latest gap', [null, 700, null, 520, 510], -10],
  ['four of a longer series, whatever was missing before', [null, 12, 8, 7, 6, 5], -1.75],
])('the recent pace is the average of %s', (_, values, pace) => {
  expect(recentPace(values)).toBeCloseTo(pace, 10)
})

test('the recent pace looks back as far as asked', () => {
  expect(recentPace([100, 50, 40, 38], 2)).toBe(-6)
})

test.each([
  ['no figure', []],
  ['one figure', [520]],
  ['no figure of late', [520, 510, null]],
  ['one figure since a gap', [520, null, 510]],
])('%s has no recent pace', (_, values) => {
  expect(recentPace(values)).toBeUndefined()
})
