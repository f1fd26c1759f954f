import { describe, expect, test } from 'vitest'
import { DAMPED_HOLT, dampedHolt, forecastDampedHolt } from './damped-holt.ts'

test('the constants are fixed', () => {
  expect(DAMPED_HOLT).toEqual({ alpha: 0.5, beta: 0.2, phi: 0.9 })
})

describe('the children in care of Blackpool on 31 March, 2016 to 2025', () => {
  const counts = [469, 525, 533, 568, 653, 609, 609, 539, 520, 531]

  test('are forecast one step ahead with an error of 57.4233', () => {
    expect(dampedHolt(counts).rmse).toBeCloseTo(57.4233, 4)
  })

  test.each([
    [1, 540.043, 57.423],
    [2, 535.897, 66.673],
    [3, 532.166, 77.006],
    [4, 528.808, 88.061],
  ])('would be, %i ahead, %f with a standard error of %f', (step, mean, sd) => {
    const at = forecastDampedHolt(counts, 4)[step - 1]
    expect(at?.mean).toBeCloseTo(mean, 3)
    expect(at?.sd).toBeCloseTo(sd, 3)
  })
})

test('two values start the level and the trend, and are its only error', () => {
  const { level, trend, rmse } = dampedHolt([100, 110])
  expect(rmse).toBeCloseTo(1, 10)
  expect(level).toBeCloseTo(109.5, 10)
  expect(trend).toBeCloseTo(9.1, 10)
})

test('the trend fades: a forecast far ahead stays within nine trends of the level', () => {
  const far = forecastDampedHolt([100, 110], 200).at(-1)
  expect(far?.mean).toBeCloseTo(109.5 + 9 * 9.1, 6)
})

test('what never changed will not', () => {
  expect(forecastDampedHolt([7, 7, 7, 7], 2)).toEqual([
    { mean: 7, sd: 0 },
    { mean: 7, sd: 0 },
  ])
})

test('a single value has no trend', () => {
  expect(dampedHolt([4]).trend).toBeNaN()
})
