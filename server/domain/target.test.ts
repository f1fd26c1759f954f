import { describe, expect, test } from 'vitest'
import { type GoalTerms, goalOf, nearestEnd } from './target.ts'

const terms = (own: Partial<GoalTerms>): GoalTerms => ({
  basis: 'fixed-value',
  value: null,
  change: null,
  low: null,
  high: null,
  baseline: null,
  ...own,
})

describe('the goal of a target', () => {
  test.each<[string, GoalTerms, number | null, ReturnType<typeof goalOf>]>([
    ['a fixed number', terms({ value: 443 }), null, 443],
    [
      'a third less than a baseline',
      terms({ basis: 'pct-from-baseline', change: -33, baseline: { value: 200 } }),
      null,
      134,
    ],
    [
      '120 fewer than a baseline',
      terms({ basis: 'abs-from-baseline', change: -120, baseline: { value: 160 } }),
      null,
      40,
    ],
    ['a benchmark', terms({ basis: 'to-benchmark' }), 124.5, 124.5],
    ['a benchmark that nobody published', terms({ basis: 'to-benchmark' }), null, null],
    ['a range', terms({ basis: 'range', low: 10, high: 20 }), null, { low: 10, high: 20 }],
    ['what it was', terms({ basis: 'maintain', baseline: { value: 97.7 } }), null, 97.7],
    ['a change from no baseline', terms({ basis: 'pct-from-baseline', change: -33 }), null, null],
  ])('%s', (_, given, benchmark, goal) => {
    expect(goalOf(given, benchmark)).toEqual(goal)
  })
})

test.each([
  [5, 10],
  [15, 15],
  [25, 20],
])('from %i a range of 10 to 20 is reached at %i', (value, end) => {
  expect(nearestEnd({ low: 10, high: 20 }, value)).toBe(end)
})
