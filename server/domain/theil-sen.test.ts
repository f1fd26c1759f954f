import { describe, expect, test } from 'vitest'
import { forecastTheilSen, theilSen } from './theil-sen.ts'

describe('the children in care of Blackpool on 31 March, 2016 to 2025', () => {
  const counts = [469, 525, 533, 568, 653, 609, 609, 539, 520, 531]

  test('rise by 2.33 a year, give or take twenty', () => {
    const { slope, intercept, low, high } = theilSen(counts)
    expect(slope).toBeCloseTo(2.3333, 4)
    expect(intercept).toBeCloseTo(525.5, 8)
    expect(low).toBeCloseTo(-19, 8)
    expect(high).toBeCloseTo(21.5, 8)
  })

  test.each([
    [1, 548.83, 73.235],
    [2, 551.17, 76.78],
    [3, 553.5, 80.72],
  ])('would be, %i ahead, %f with a standard error of %f', (step, mean, sd) => {
    const at = forecastTheilSen(counts, 3)[step - 1]
    expect(at?.mean).toBeCloseTo(mean, 2)
    expect(at?.sd).toBeCloseTo(sd, 3)
  })
})

test('one wild value does not turn the line', () => {
  expect(theilSen([10, 12, 14, 16, 99, 20, 22])).toMatchObject({ slope: 2, intercept: 10 })
})

// Limits by SciPy's theilslopes.
test.each([
  ['a steady fall', [50, 47, 44, 41], -3, -3, -3],
  ['no change at all', [7, 7, 7, 7, 7], 0, 0, 0],
  ['many ties', [3, 3, 4, 4, 4, 7, 3, 3, 12, 4, 4, 5], 0.1111111111, 0, 0.5],
  ['ties that narrow the limits', [2, 6, 6, 6, 6, 4, 5, 6, 2], 0, -0.5714285714, 0.4],
  ['two values', [1, 4], 3, 3, 3],
])('the slope and its limits: %s', (_, values, slope, low, high) => {
  const line = theilSen(values)
  expect(line.slope).toBeCloseTo(slope, 8)
  expect(line.low).toBeCloseTo(low, 8)
  expect(line.high).toBeCloseTo(high, 8)
})

test('a single value has no line', () => {
  expect(theilSen([4]).slope).toBeNaN()
})

test('a steady fall goes on without doubt', () => {
  expect(forecastTheilSen([50, 47, 44, 41], 2)).toEqual([
    { mean: 38, sd: 0 },
    { mean: 35, sd: 0 },
  ])
})
