import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limitsOf } from './xmr-limits.ts'

/** Children in care per 10,000 in Blackpool, 31 March 2016 to 2025. */
const CARE = [163, 183, 185, 200, 228, 215, 219, 190, 182, 184]
const SPIKE = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
const FALL = [20, 22, 19, 21, 23, 20, 22, 21, 18, 24, 20, 22, 17, 18, 17, 16, 18, 17, 16, 17]

test.each([
  ['mean', 194.9],
  ['movingRange', 13.4444],
  ['lower', 159.1378],
  ['upper', 230.6622],
  ['nearLower', 171.0585],
  ['nearUpper', 218.7415],
] as const)('children in care, 2016 to 2025: %s is %d', (limit, expected) => {
  expect(limitsOf(CARE)[limit]).toBeCloseTo(expected, 3)
})

test.each([
  ['screened, as by default', SPIKE, undefined, 1.9444, 1, -0.7156, 4.6044],
  ['screened when asked for', SPIKE, { screen: true }, 1.9444, 1, -0.7156, 4.6044],
  ['not screened', SPIKE, { screen: false }, 1.9444, 1.8824, -3.0626, 6.9515],
  ['with nothing to screen', FALL, undefined, 19.4, 2.2632, 13.38, 25.42],
])('%s', (_case, values, options, mean, movingRange, lower, upper) => {
  const limits = limitsOf(values, options)
  expect(limits.mean).toBeCloseTo(mean, 4)
  expect(limits.movingRange).toBeCloseTo(movingRange, 4)
  expect(limits.lower).toBeCloseTo(lower, 3)
  expect(limits.upper).toBeCloseTo(upper, 3)
})

describe('the screen', () => {
  test('leaves out a step of 3.267 times the average, and not a smaller one', () => {
    // Steps of 1 a hundred times, and one of about 3.38 or 3.34: the average is 1.0236 or 1.0232.
    const steady = Array.from({ length: 101 }, (_, i) => i % 2)
    expect(limitsOf([...steady, 3.38]).movingRange).toBe(1)
    expect(limitsOf([...steady, 3.34]).movingRange).toBeGreaterThan(1.02)
  })

  test('is used once: what is large beside the ordinary steps that are left stays', () => {
    const values = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 5, 105]
    expect(limitsOf(values).movingRange).toBeCloseTo(19 / 16, 9)
  })

  test('keeps the only step of figures that stand still otherwise', () => {
    expect(limitsOf([5, 5, 5, 5, 5, 5, 5, 9]).movingRange).toBeCloseTo(4 / 7, 9)
  })
})

test('figures that never move have limits without width, free of the noise of fractions', () => {
  expect(limitsOf([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])).toMatchObject({
    mean: 0.1,
    lower: 0.1,
    upper: 0.1,
  })
})

test('one figure has none', () => {
  expect(() => limitsOf([5])).toThrow(RangeError)
})

const figures = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 40 })

test('to add the same to every figure moves all limits by it, and no step', () => {
  fc.assert(
    fc.property(figures, fc.integer({ min: -300, max: 300 }), (values, more) => {
      const [before, after] = [limitsOf(values), limitsOf(values.map((value) => value + more))]
      expect(after.movingRange).toBeCloseTo(before.movingRange, 6)
      expect(after.mean).toBeCloseTo(before.mean + more, 6)
      expect(after.lower).toBeCloseTo(before.lower + more, 6)
      expect(after.upper).toBeCloseTo(before.upper + more, 6)
    }),
  )
})

test('limits of mirrored figures are mirrored', () => {
  fc.assert(
    fc.property(figures, (values) => {
      const [before, after] = [limitsOf(values), limitsOf(values.map((value) => -value))]
      expect(after.upper).toBeCloseTo(-before.lower, 6)
      expect(after.nearLower).toBeCloseTo(-before.nearUpper, 6)
    }),
  )
})

test('what is close to a limit lies two thirds of the way to it', () => {
  fc.assert(
    fc.property(figures, (values) => {
      const { mean, upper, nearUpper, lower, nearLower } = limitsOf(values)
      expect(nearUpper - mean).toBeCloseTo(((upper - mean) * 2) / 3, 1)
      expect(mean - nearLower).toBeCloseTo(((mean - lower) * 2) / 3, 1)
    }),
  )
})
