import { describe, expect, test } from 'vitest'
import { HEIGHT, shortNumber, smallLayout, WIDTH } from './small-layout.ts'

const point = (on: string, value: number | null) => ({
  on,
  value,
  text: `${value}.0`,
  hollow: false,
  isBreak: false,
})
const chart = {
  points: [point('2024-03-31', 180), point('2025-03-31', 184)],
  path: [
    { on: '2024-03-31', value: 150 },
    { on: '2026-03-31', value: 124.5 },
  ],
  fan: [],
  benchmark: null,
  sentence: '',
}
const goal = (value: number) => ({ value, text: `${value}.0` })

test('nothing is laid out where there is no figure', () => {
  expect(smallLayout({ ...chart, points: [] }, goal(120), 'per-10000')).toBeNull()
  expect(smallLayout({ ...chart, points: [point('2025-03-31', null)] }, goal(120), 'per-10000')).toBeNull()
})

test('later days stand further right and larger values higher, all within the drawing', () => {
  const layout = smallLayout(chart, goal(124.5), 'per-10000')
  expect(layout?.x('2026-03-31')).toBeGreaterThan(layout?.x('2024-03-31') ?? Number.NaN)
  expect(layout?.y(184)).toBeLessThan(layout?.y(124.5) ?? Number.NaN)
  expect(layout?.plot.left).toBeGreaterThan(0)
  expect(layout?.plot.right).toBeLessThan(WIDTH)
  expect(layout?.plot.bottom).toBeLessThan(HEIGHT)
})

test('the axis holds the whole fan', () => {
  const fan = [{ on: '2026-03-31', value: 200, low: 20, high: 390 }]
  const layout = smallLayout({ ...chart, fan }, null, 'per-10000')
  expect(layout?.y(390)).toBeGreaterThanOrEqual(layout?.plot.top ?? Number.NaN)
  expect(layout?.y(20)).toBeLessThanOrEqual(layout?.plot.bottom ?? Number.NaN)
})

test('the newest figure and the goal are labelled, and never over each other', () => {
  const labels = smallLayout(chart, goal(183), 'per-10000')?.labels ?? []
  expect(labels.map(({ kind, text }) => [kind, text])).toEqual([
    ['now', '184.0'],
    ['goal', '183.0'],
  ])
  expect((labels[1]?.at ?? 0) - (labels[0]?.at ?? 0)).toBeGreaterThanOrEqual(18.9)
})

test('sums of pounds are labelled in millions', () => {
  const spend = { ...chart, points: [point('2025-03-31', 87_902_719)] }
  const labels = smallLayout(spend, { value: 45_661_368, text: '£45,661,368' }, 'pounds')?.labels
  expect(labels?.map(({ text }) => text)).toEqual(['£87.9m', '£45.7m'])
})

test('a goal without a single number has no label', () => {
  expect(smallLayout(chart, null, 'per-10000')?.labels).toHaveLength(1)
})

describe('numbers for an axis', () => {
  test.each([
    ['per-10000', 124.5, '124.5'],
    ['per-10000', 1500, '1,500'],
    ['percent', 15, '15%'],
    ['pounds', 87_902_719, '£87.9m'],
    ['pounds', 100_000_000, '£100m'],
    ['count', -12, '−12'],
  ])('of %s: %d', (unit, value, text) => {
    expect(shortNumber(unit)(value)).toBe(text)
  })
})
