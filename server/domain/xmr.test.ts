import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assuranceOf, newestSignal, processChart, variationOf } from './xmr.ts'
import type { Signal } from './xmr-rules.ts'

const CARE = [163, 183, 185, 200, 228, 215, 219, 190, 182, 184]
const wave = (length: number) => Array.from({ length }, (_, i) => 10 + (i % 2))

test.each([
  [0, undefined],
  [7, undefined],
  [8, true],
  [12, true],
  [13, false],
  [20, false],
])('with %i figures the limits are on trial: %s', (length, onTrial) => {
  expect(processChart(wave(length))?.onTrial).toBe(onTrial)
})

test('a chart has its limits, a signal or none for every figure, and how many there are', () => {
  const chart = processChart(CARE)
  expect(chart?.limits.mean).toBe(194.9)
  expect(chart?.signals.map((signal) => signal?.rule ?? '')).toEqual([
    '',
    '',
    '',
    '',
    'two-of-three',
    '',
    'two-of-three',
    '',
    '',
    '',
  ])
  expect(chart?.points).toBe(10)
})

test('it is screened unless that is turned off', () => {
  const values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
  expect(processChart(values)?.limits.upper).toBeCloseTo(4.6044, 4)
  expect(processChart(values, { screen: false })?.limits.upper).toBeCloseTo(6.9515, 4)
})

test('only the newest figure says how a measure stands now', () => {
  expect(newestSignal({ signals: [{ rule: 'shift', side: 'low', run: 7 }, null] })).toBeNull()
  expect(newestSignal({ signals: [] })).toBeNull()
  expect(newestSignal({ signals: [null, { rule: 'trend', side: 'low', run: 7 }] })?.rule).toBe('trend')
})

const high: Signal = { rule: 'beyond-limit', side: 'high', run: 1 }
const low: Signal = { rule: 'shift', side: 'low', run: 7 }

test.each([
  ['high, where low is good', high, 'low', 'concern'],
  ['low, where low is good', low, 'low', 'improvement'],
  ['high, where high is good', high, 'high', 'improvement'],
  ['low, where high is good', low, 'high', 'concern'],
  ['high, without a good end', high, null, 'high'],
  ['low, without a good end', low, null, 'low'],
  ['no signal', null, 'low', 'common-cause'],
] as const)('%s', (_case, signal, goodEnd, variation) => {
  expect(variationOf(signal, goodEnd)).toBe(variation)
})

describe('whether a target will be met if nothing changes', () => {
  test('children in care never come down to 121 by chance', () => {
    const limits = processChart(CARE)?.limits ?? { lower: 0, upper: 0 }
    expect(assuranceOf(limits, 121, 'low')).toBe('fails')
  })

  test.each([
    ['low is good, above both limits', 231, 'low', 'meets'],
    ['low is good, on the upper limit', 230, 'low', 'hit-and-miss'],
    ['low is good, between them', 200, 'low', 'hit-and-miss'],
    ['low is good, on the lower limit', 160, 'low', 'hit-and-miss'],
    ['low is good, below both', 159, 'low', 'fails'],
    ['high is good, above both', 231, 'high', 'fails'],
    ['high is good, on the upper limit', 230, 'high', 'hit-and-miss'],
    ['high is good, on the lower limit', 160, 'high', 'hit-and-miss'],
    ['high is good, below both', 159, 'high', 'meets'],
    ['no good end', 159, null, null],
    ['no target', null, 'low', null],
    ['a target of zero is a target', 0, 'low', 'fails'],
  ] as const)('%s: %s', (_case, target, goodEnd, assurance) => {
    expect(assuranceOf({ lower: 160, upper: 230 }, target, goodEnd)).toBe(assurance)
  })

  test('is told of limits that are not cut off: a lower limit below zero can be reached by no target', () => {
    expect(assuranceOf({ lower: -5, upper: 20 }, 0, 'low')).toBe('hit-and-miss')
  })

  test('is the same for mirrored figures with the other good end', () => {
    const number = fc.integer({ min: -100, max: 100 })
    fc.assert(
      fc.property(number, fc.nat(100), number, (lower, width, target) => {
        const upper = lower + width
        expect(assuranceOf({ lower: -upper, upper: -lower }, -target, 'high')).toBe(
          assuranceOf({ lower, upper }, target, 'low'),
        )
      }),
    )
  })
})
