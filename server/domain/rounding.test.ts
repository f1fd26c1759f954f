import { expect, test } from 'vitest'
import { clean, decimalsOf, formatNumber, round } from './rounding.ts'

test.each([
  [0.5, 0, 1],
  [1.5, 0, 2],
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [0.285, 2, 0.29],
  [1.005, 2, 1.01],
  [183.59, 0, 184],
  [124.5, 0, 125],
  [-32.34, 1, -32.3],
  [-0.04, 1, 0],
  [935.93, 1, 935.9],
])('%d to %i decimals is %d', (x, decimals, expected) => {
  expect(round(x, decimals)).toBe(expected)
})

test.each([
  [1235.0999999999999, 1235.1],
  [87.19999999999999, 87.2],
  [16012355892, 16012355892],
])('%d without its binary noise is %d', (x, expected) => {
  expect(clean(x)).toBe(expected)
})

test.each([
  [12183016, 0, '12,183,016'],
  [-32.3, 1, '−32.3'],
  [0, 1, '0.0'],
  [2.5, 0, '3'],
])('%d is written %s', (x, decimals, expected) => {
  expect(formatNumber(x, decimals)).toBe(expected)
})

test('counts the decimals that a number is written with', () => {
  expect([184, 23.4, 1.25].map(decimalsOf)).toEqual([0, 1, 2])
})
