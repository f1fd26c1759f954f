import { describe, expect, test } from 'vitest'
import { dayNumber, scale, spread, valueTicks, yearTicks } from './scale.ts'

describe('ticks of values', () => {
  test('start at nothing where the values come near it', () => {
    expect(valueTicks([67, 184, 228])).toEqual([0, 50, 100, 150, 200, 250])
  })

  test('start near the values where nothing would squeeze them', () => {
    expect(valueTicks([81.4, 85.7, 92])).toEqual([80, 82.5, 85, 87.5, 90, 92.5])
  })

  test('reach below nothing for changes', () => {
    expect(valueTicks([-69, 80])).toEqual([-100, -50, 0, 50, 100])
  })

  test('can be told to start at nothing', () => {
    expect(valueTicks([81.4, 92], { fromZero: true })[0]).toBe(0)
  })

  test('do not fail on one value, on nothing, or on none at all', () => {
    expect(valueTicks([5]).length).toBeGreaterThan(1)
    expect(valueTicks([0, 0])).toEqual([0, 1])
    expect(valueTicks([])).toEqual([0, 1])
  })

  test('have no binary noise', () => {
    expect(valueTicks([0.1, 0.3], { count: 3 })).toEqual([0, 0.1, 0.2, 0.3])
  })
})

describe('years as ticks', () => {
  const decade = { min: dayNumber('2016-03-31'), max: dayNumber('2025-03-31') }

  test('stand on the first of January', () => {
    const ticks = yearTicks(decade, 12)
    expect(ticks.map((tick) => tick.label)).toEqual([
      '2017',
      '2018',
      '2019',
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
    ])
    expect(ticks[0]?.at).toBe(dayNumber('2017-01-01'))
  })

  test('are thinned out from the newest back where there is little room', () => {
    expect(yearTicks(decade, 4).map((tick) => tick.label)).toEqual(['2019', '2022', '2025'])
  })
})

test('a scale maps its domain onto its range', () => {
  const y = scale({ min: 0, max: 200 }, { min: 300, max: 20 })
  expect(y(0)).toBe(300)
  expect(y(200)).toBe(20)
  expect(y(100)).toBe(160)
})

describe('spreading labels', () => {
  test('leaves those alone that have room', () => {
    expect(spread([10, 100], 18, { min: 0, max: 200 })).toEqual([10, 100])
  })

  test('moves two apart around their middle', () => {
    expect(spread([100, 104], 18, { min: 0, max: 200 })).toEqual([93, 111])
  })

  test('keeps their order and stays inside', () => {
    const [a = 0, b = 0, c = 0] = spread([198, 199, 200], 18, { min: 0, max: 200 })
    expect(a).toBeLessThan(b)
    expect(b).toBeLessThan(c)
    expect(c).toBeLessThanOrEqual(200)
  })
})
