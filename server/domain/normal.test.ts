import { expect, test } from 'vitest'
import { chanceUpTo } from './normal.ts'

test.each([
  [0, 0.5],
  [1, 0.841344746068543],
  [-1, 0.158655253931457],
  [1.2815515655446004, 0.9],
  [1.959963984540054, 0.975],
  [-3, 0.001349898031630095],
  [-5, 2.866515718791946e-7],
  [8, 0.9999999999999993],
])('the standard normal distribution up to %f is %f', (z, chance) => {
  expect(chanceUpTo(z, { mean: 0, sd: 1 })).toBeCloseTo(chance, 14)
})

test('the scale is that of the forecast', () => {
  expect(chanceUpTo(443, { mean: 520, sd: 77 })).toBeCloseTo(0.158655253931457, 14)
})

test.each([
  [-100, 0],
  [100, 1],
])('%i standard deviations off is certain', (z, chance) => {
  expect(chanceUpTo(z, { mean: 0, sd: 1 })).toBe(chance)
})

test.each([
  [9.99, 0],
  [10, 1],
  [10.01, 1],
])('what has no spread is its mean: 10 is at most %f with chance %i', (x, chance) => {
  expect(chanceUpTo(x, { mean: 10, sd: 0 })).toBe(chance)
})

test('an unknown forecast has an unknown chance', () => {
  expect(chanceUpTo(1, { mean: Number.NaN, sd: 1 })).toBeNaN()
})
