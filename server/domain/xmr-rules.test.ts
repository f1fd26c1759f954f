import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limitsOf } from './xmr-limits.ts'
import { signalsOf } from './xmr-rules.ts'

const CARE = [163, 183, 185, 200, 228, 215, 219, 190, 182, 184]
const SPIKE = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
const FALL = [20, 22, 19, 21, 23, 20, 22, 21, 18, 24, 20, 22, 17, 18, 17, 16, 18, 17, 16, 17]

/** Limits as round as can be: an average of 0, 3 either side, close from 2 on. */
const ROUND = { mean: 0, movingRange: 1, lower: -3, upper: 3, nearLower: -2, nearUpper: 2 }
const named = (values: readonly number[], limits = ROUND) =>
  signalsOf(values, limits).map((signal) => (signal ? `${signal.rule} ${signal.side}` : ''))
const own = (values: readonly number[]) => named(values, limitsOf(values))

describe('published examples', () => {
  test('of a single spike only the spike is flagged', () => {
    expect(own(SPIKE)).toEqual(SPIKE.map((value) => (value === 10 ? 'beyond-limit high' : '')))
  })

  test('children in care: 2020 and 2022 are two of three, and 2025 varies as figures do', () => {
    const two = 'two-of-three high'
    expect(own(CARE)).toEqual(['', '', '', '', two, '', two, '', '', ''])
  })

  test('after a fall to another level the last eight are a shift, and nothing else is flagged', () => {
    expect(own(FALL)).toEqual([...Array(12).fill(''), ...Array(8).fill('shift low')])
    expect(signalsOf(FALL, limitsOf(FALL)).at(-1)).toEqual({ rule: 'shift', side: 'low', run: 8 })
  })
})

describe('beyond a limit', () => {
  test.each([
    ['above the upper', 3.01, 'beyond-limit high'],
    ['on the upper', 3, ''],
    ['on the lower', -3, ''],
    ['below the lower', -3.01, 'beyond-limit low'],
  ])('%s: %d', (_case, value, flag) => {
    expect(named([0, value, 0])).toEqual(['', flag, ''])
  })
})

describe('a trend', () => {
  const [up, down] = ['trend high', 'trend low']
  test.each([
    ['seven that rise, from the first on', [-1.5, -1, -0.5, 0, 0.5, 1, 1.5], Array(7).fill(up)],
    ['seven that fall', [1.5, 1, 0.5, 0, -0.5, -1, -1.5], Array(7).fill(down)],
    ['six are too few', [-1.5, -1, -0.5, 0, 0.5, 1], Array(6).fill('')],
    ['a tie breaks it', [-1.5, -1, -0.5, 0, 0, 0.5, 1, 1.5], Array(8).fill('')],
    [
      'what comes before and after is not part of it',
      [0, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 0],
      ['', ...Array(7).fill(up), ''],
    ],
    [
      'the one where a rise turns into a fall belongs to the rise',
      [-1.5, -1, -0.5, 0, 0.5, 1, 1.5, 1.4, 0.9, 0.4, -0.1, -0.6, -1.1],
      [...Array(7).fill(up), ...Array(6).fill(down)],
    ],
  ])('%s', (_case, values, flags) => {
    expect(named(values)).toEqual(flags)
  })

  test('says how many figures it has in all', () => {
    expect(signalsOf([-1.8, -1.5, -1, -0.5, 0, 0.5, 1, 1.5], ROUND)[0]?.run).toBe(8)
  })
})

describe('two of three', () => {
  const [high, low] = ['two-of-three high', 'two-of-three low']
  test.each([
    ['the close ones are flagged, the one between not', [2.5, 1, 2.5], [high, '', high]],
    ['with the far one first', [1, 2.5, 2.5], ['', high, high]],
    ['with the far one last', [2.5, 2.5, 1], [high, high, '']],
    ['below the average', [-2.5, -1, -2.5], [low, '', low]],
    ['all three close', [2.5, 2.1, 2.5], [high, high, high]],
    ['exactly two thirds of the way is not close', [2, 2, 2.5], ['', '', '']],
    ['exactly on the limit is close', [3, 1, 3], [high, '', high]],
    ['two in a row are not yet three', [2.5, 2.5], ['', '']],
    ['the third on the other side', [2.5, -1, 2.5], ['', '', '']],
    ['the third on the average', [2.5, 0, 2.5], ['', '', '']],
    ['close to the two different limits', [2.5, 1, -2.5], ['', '', '']],
    ['with two between them', [2.5, 1, 1, 2.5], ['', '', '', '']],
    ['one outside the limit is not close to it', [3.5, 1, 2.5], ['beyond-limit high', '', '']],
    ['one outside the limit may be the third', [2.5, 3.5, 2.5], [high, 'beyond-limit high', high]],
  ])('%s', (_case, values, flags) => {
    expect(named(values)).toEqual(flags)
  })
})

describe('a shift', () => {
  const high = 'shift high'
  test.each([
    ['seven above the average', [1, 0.5, 1, 0.5, 1, 0.5, 1], Array(7).fill(high)],
    ['seven below it', [-1, -0.5, -1, -0.5, -1, -0.5, -1], Array(7).fill('shift low')],
    ['six are too few', [1, 0.5, 1, 0.5, 1, 0.5], Array(6).fill('')],
    ['one on the average breaks it', [1, 0.5, 1, 0, 1, 0.5, 1, 0.5], Array(8).fill('')],
    [
      'what comes before and after is not part of it',
      [-1, 1, 0.5, 1, 0.5, 1, 0.5, 1, -1],
      ['', ...Array(7).fill(high), ''],
    ],
  ])('%s', (_case, values, flags) => {
    expect(named(values)).toEqual(flags)
  })
})

test('figures that stand still are no run of any kind', () => {
  expect(own(Array(9).fill(0.1))).toEqual(Array(9).fill(''))
})

test('the first rule that fits names a figure: limit, trend, two of three, shift', () => {
  expect(named([0.1, 0.2, 0.3, 0.4, 2.4, 2.6, 3.5, 2.5, 0.5, 2.5])).toEqual([
    ...Array(6).fill('trend high'),
    'beyond-limit high',
    'two-of-three high',
    'shift high',
    'two-of-three high',
  ])
})

const figures = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 8, maxLength: 40 })
const FLIPPED: Record<string, string> = { high: 'low', low: 'high' }

test('mirrored figures have mirrored signals', () => {
  fc.assert(
    fc.property(figures, (values) => {
      const mirrored = values.map((value) => -value)
      const expected = signalsOf(values, limitsOf(values)).map(
        (signal) => signal && { ...signal, side: FLIPPED[signal.side] },
      )
      expect(signalsOf(mirrored, limitsOf(mirrored))).toEqual(expected)
    }),
  )
})

test('to add the same to every figure changes no signal', () => {
  fc.assert(
    fc.property(figures, fc.integer({ min: 1, max: 500 }), (values, more) => {
      const moved = values.map((value) => value + more)
      expect(signalsOf(moved, limitsOf(moved))).toEqual(signalsOf(values, limitsOf(values)))
    }),
  )
})

test('read backwards the same figures are flagged by the same rules', () => {
  fc.assert(
    fc.property(figures, (values) => {
      const rules = (list: readonly number[]) => signalsOf(list, limitsOf(list)).map((signal) => signal?.rule)
      expect(rules(values.toReversed())).toEqual(rules(values).toReversed())
    }),
  )
})
