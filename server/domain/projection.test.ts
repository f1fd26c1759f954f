import { describe, expect, test } from 'vitest'
import { chanceOf, LEAST_POINTS, PROJECTION_METHODS, type Projection, project } from './projection.ts'

const CARE = [469, 525, 533, 568, 653, 609, 609, 539, 520, 531]

/** What `project` gives where there are values enough. */
function projected(...args: Parameters<typeof project>): Projection {
  const projection = project(...args)
  expect(projection).toBeDefined()
  return projection as Projection
}

test('two methods are known, and eight values are the least', () => {
  expect(PROJECTION_METHODS).toEqual(['theil-sen', 'damped-holt'])
  expect(LEAST_POINTS).toBe(8)
})

test('from seven values nothing is projected', () => {
  expect(project(CARE.slice(0, 7), 4)).toBeUndefined()
  expect(project(CARE.slice(0, 8), 4)?.points).toHaveLength(4)
})

describe('the backtest, from the first five values on, one to three steps ahead', () => {
  test.each([
    ['a series that turned', CARE, 130.0833, 108.5855, 'damped-holt'],
    ['its first eight', CARE.slice(0, 8), 112.4444, 105.8437, 'damped-holt'],
    ['a steady fall', [20, 18, 16, 14, 12, 10, 8, 7, 4, 2], 0.25, 1.8253, 'theil-sen'],
    ['up and down', [98, 96, 99, 97, 98, 99, 98, 97, 99, 99], 1.0615, 1.5255, 'theil-sen'],
  ])('of %s', (_, values, line, smoothing, method) => {
    const projection = projected(values, 1)
    expect(projection.errors['theil-sen']).toBeCloseTo(line, 4)
    expect(projection.errors['damped-holt']).toBeCloseTo(smoothing, 4)
    expect(projection.method).toBe(method)
  })

  test('is a tie where nothing ever changed, and the straight line wins it', () => {
    expect(project([7, 7, 7, 7, 7, 7, 7, 7], 1)).toMatchObject({
      method: 'theil-sen',
      errors: { 'theil-sen': 0, 'damped-holt': 0 },
      points: [{ value: 7, low: 7, high: 7 }],
    })
  })
})

test.each([
  [1, 540.043, 57.423, 466.426, 613.66],
  [2, 535.897, 66.673, 450.423, 621.372],
  [3, 532.166, 77.006, 433.444, 630.888],
  [4, 528.808, 88.061, 415.914, 641.701],
])('care, %i ahead: %f, standard error %f, four in five between %f and %f', (step, value, se, low, high) => {
  const projection = projected(CARE, 4)
  const point = projection.points[step - 1]
  expect(point?.value).toBeCloseTo(value, 3)
  expect(projection.se[step - 1]).toBeCloseTo(se, 3)
  expect(point?.low).toBeCloseTo(low, 3)
  expect(point?.high).toBeCloseTo(high, 3)
})

describe('values that cannot be', () => {
  const falling = [20, 18, 16, 14, 12, 10, 8, 7, 4, 2]

  test('below nothing are shown as nothing, but are remembered', () => {
    const { points, means } = projected(falling, 3)
    expect(points[2]).toMatchObject({ value: 0, low: 0, high: 0 })
    expect(means[2]).toBeCloseTo(-4, 8)
  })

  test('may be below nothing where a figure can be, as a net change', () => {
    expect(projected(falling, 3, { floor: Number.NEGATIVE_INFINITY }).points[2]?.value).toBeCloseTo(-4, 8)
  })

  test('above all of it are shown as all of it', () => {
    const percentages = [98, 96, 99, 97, 98, 99, 98, 97, 99, 99]
    expect(projected(percentages, 1).points[0]?.high).toBeGreaterThan(100)
    expect(projected(percentages, 1, { ceiling: 100 }).points[0]).toMatchObject({ high: 100 })
    expect(projected(percentages, 1, { ceiling: 100 }).points[0]?.value).toBeCloseTo(98.9375, 8)
  })
})

describe('the chance', () => {
  test.each([
    [4, 443, 'lower', 0.1649],
    [4, 443, 'higher', 0.8351],
    [1, 443, 'lower', 0.0455],
    [1, 540.043, 'lower', 0.5],
  ] as const)('of care, %i ahead, at %f or %s is %f', (step, goal, aim, chance) => {
    expect(chanceOf(projected(CARE, 4), step, goal, aim)).toBeCloseTo(chance, 4)
  })

  test('goes by the forecast before it was cut off at nothing', () => {
    const projection = projected([20, 18, 16, 14, 12, 10, 8, 7, 4, 2], 3)
    expect(projection.points[2]?.value).toBe(0)
    expect(chanceOf(projection, 3, 0, 'lower')).toBeGreaterThan(0.99)
  })

  test.each([
    ['lower', 6, 0],
    ['lower', 7, 1],
    ['higher', 7, 1],
    ['higher', 8, 0],
  ] as const)('of what never changed: %s than 7, %i has %i', (aim, goal, chance) => {
    expect(chanceOf(projected([7, 7, 7, 7, 7, 7, 7, 7], 1), 1, goal, aim)).toBe(chance)
  })

  test.each([0, 5, 1.5])('of step %f is refused where four were projected', (step) => {
    expect(() => chanceOf(projected(CARE, 4), step, 443, 'lower')).toThrow(RangeError)
  })
})
