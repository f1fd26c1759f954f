import { describe, expect, test } from 'vitest'
import type { ActionMeasure } from '../../../server/contract/plan-action-answers.ts'
import { measureLayout } from './measure-layout.ts'

const point = (end: string, value: number | null): ActionMeasure['points'][number] => ({
  period: end,
  label: end,
  shortLabel: end,
  start: end,
  end,
  value,
  text: String(value),
  numerator: null,
  denominator: null,
  status: 'final',
  missing: value === null ? 'not-reported' : null,
  reason: null,
  note: null,
  doubt: null,
  source: null,
  publishedAt: null,
})
const from = { on: '2019-06-17', words: 'The day on which it began' }
const points = [
  point('2018-03-31', 160),
  point('2019-03-31', null),
  point('2020-03-31', 180),
  point('2021-03-31', 170),
]
const layoutOf = (part: Partial<Pick<ActionMeasure, 'points' | 'due'>> = {}) =>
  measureLayout({ points, from, due: null, ...part }, 700, String)

describe('the small line of a measure', () => {
  test('breaks where a figure is missing', () => {
    const layout = layoutOf()
    expect(layout?.runs).toHaveLength(2)
    expect(layout?.dots).toHaveLength(3)
  })

  test('has the day of the action between the figures before and after it', () => {
    const layout = layoutOf()
    const [before, after] = layout?.dots ?? []
    expect(layout?.days[0]?.x).toBeGreaterThan(before?.x ?? 0)
    expect(layout?.days[0]?.x).toBeLessThan(after?.x ?? 0)
  })

  test('keeps the numbers of two days apart that lie side by side', () => {
    const [first, second] = layoutOf({ due: '2019-06-20' })?.days ?? []
    expect(Math.abs((second?.x ?? 0) - (first?.x ?? 0))).toBeLessThan(5)
    expect((second?.badge ?? 0) - (first?.badge ?? 0)).toBeGreaterThanOrEqual(25.9)
  })

  test('reaches as far as a due day after the last figure', () => {
    const layout = layoutOf({ due: '2024-06-20' })
    expect(layout?.days[1]?.x).toBeGreaterThan(layout?.dots.at(-1)?.x ?? 0)
    expect(layout?.days[1]?.x).toBeLessThan(layout?.plot.right ?? 0)
  })

  test.each([[[]], [[point('2018-03-31', 160)]]])('is none without two figures', (few) => {
    expect(layoutOf({ points: few })).toBeNull()
  })
})
