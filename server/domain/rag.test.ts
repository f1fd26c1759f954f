import { describe, expect, test } from 'vitest'
import type { Quantity } from './figure.ts'
import type { Measure } from './indicator.ts'
import { amberMargin, defaultTolerance, ragInWords, rateAgainst, type Terms } from './rag.ts'
import { expectedOn } from './trajectory.ts'

const lower: Terms = { aim: 'lower', tolerance: null, unit: 'count', approved: true }
const points: Terms = { aim: 'higher', tolerance: null, unit: 'percent', approved: true }
const within: Terms = { aim: 'within', tolerance: null, unit: 'count', approved: true }

describe('the usual tolerance', () => {
  test.each([
    [50, 'percent', 'points', 2],
    [5, 'percent', 'points', 2],
    [443, 'count', 'percent', 5],
    [20, 'count', 'percent', 5],
    [19.9, 'count', 'absolute', 1],
    [8.1, 'per-10000', 'absolute', 1],
    [1, 'count', 'absolute', 1],
    [-10, 'count', 'absolute', 1],
    [-40, 'count', 'percent', 5],
    [45_661_368, 'pounds', 'percent', 5],
  ] as const)('around %f in the unit %s is %s %f', (expected, unit, kind, size) => {
    expect(defaultTolerance(expected, unit)).toEqual({ kind, size })
  })

  test.each(['count', 'percent', 'ratio'] as const)('around zero is nothing, also in the unit %s', (unit) => {
    expect(defaultTolerance(0, unit)).toEqual({ kind: 'absolute', size: 0 })
  })

  test('around a ratio of 1 is not a whole unit, within which nothing would ever be red', () => {
    expect(defaultTolerance(1, 'ratio')).toEqual({ kind: 'percent', size: 5 })
  })
})

test.each([
  [443, 'percent', 5, 22.15],
  [-40, 'percent', 5, 2],
  [50, 'points', 2, 2],
  [443, 'absolute', 10, 10],
  [0, 'percent', 5, 0],
  [0, 'absolute', 2, 2],
] as const)('around %f, %s %f is %f in the unit of the figure', (expected, kind, size, margin) => {
  expect(amberMargin(expected, { kind, size })).toBeCloseTo(margin, 12)
})

describe('a target to come down to 443', () => {
  test.each([
    [440, 'green'],
    [443, 'green'],
    [443.1, 'amber'],
    [460, 'amber'],
    [465.15, 'amber'],
    [443 * 1.05, 'amber'],
    [465.16, 'red'],
    [520, 'red'],
    [532, 'red'],
  ])('%f is %s', (value, rag) => {
    expect(rateAgainst(value, 443, lower)).toEqual({ rag, aim: 'lower', expected: 443, limit: 465.15 })
  })
})

describe('a target to come up to 50%', () => {
  test.each([
    [50.1, 'green'],
    [50, 'green'],
    [49.9, 'amber'],
    [48.5, 'amber'],
    [48, 'amber'],
    [47.9, 'red'],
  ])('%f%% is %s', (value, rag) => {
    expect(rateAgainst(value, 50, points)).toEqual({ rag, aim: 'higher', expected: 50, limit: 48 })
  })
})

test.each([
  [0, 'green'],
  [1, 'red'],
])('against a target of no incidents %i is %s', (value, rag) => {
  expect(rateAgainst(value, 0, lower)).toMatchObject({ rag, limit: 0 })
})

test.each([
  ['percent', 'red', 0],
  ['absolute', 'amber', 2],
] as const)(
  'a target of nothing needs an absolute tolerance: with one in %s, 1 is %s',
  (kind, rag, limit) => {
    expect(rateAgainst(1, 0, { ...lower, tolerance: { kind, size: 2 } })).toMatchObject({ rag, limit })
  },
)

describe('against the path of care, which comes from 608 down to 322.24', () => {
  const afterFourQuarters = expectedOn(
    {
      shape: 'linear',
      baseline: { value: 608, on: '2020-12-31' },
      goal: 322.24,
      due: '2025-12-31',
      milestones: [],
    },
    '2021-12-31',
  )

  test.each([
    [550, 'green'],
    [560, 'amber'],
    [578.39, 'amber'],
    [580, 'red'],
  ])('%f after four quarters is %s', (value, rag) => {
    expect(rateAgainst(value, afterFourQuarters, lower)).toMatchObject({ rag, expected: 550.848 })
  })
})

test.each([
  [0.1 + 0.2, 0.3, 'lower', 'green'],
  [0.7 + 0.1, 0.8, 'higher', 'green'],
  [1.1 * 1.1, 0.21, 'lower', 'amber'],
  [0.1 * 3 - 0.2, 1.1, 'higher', 'amber'],
] as const)(
  'binary noise decides nothing: %f against %f, meant to be %s, is %s',
  (value, expected, aim, rag) => {
    expect(rateAgainst(value, expected, { ...lower, aim })).toMatchObject({ rag })
  },
)

describe('a target to stay between 40 and 60', () => {
  const range = { low: 40, high: 60 }

  test.each([
    [37.9, 'red', 38],
    [38, 'amber', 38],
    [39.9, 'amber', 38],
    [40, 'green', 38],
    [49, 'green', 38],
    [51, 'green', 63],
    [60, 'green', 63],
    [60.1, 'amber', 63],
    [63, 'amber', 63],
    [63.1, 'red', 63],
  ])('%f is %s, and the nearer limit is %f', (value, rag, limit) => {
    expect(rateAgainst(value, range, within)).toEqual({ rag, aim: 'within', expected: range, limit })
  })
})

test('a tolerance that somebody set takes the place of the usual one', () => {
  const terms: Terms = { ...lower, tolerance: { kind: 'percent', size: 20 } }
  expect(rateAgainst(520, 443, terms)).toMatchObject({ rag: 'amber', limit: 531.6 })
  expect(rateAgainst(532, 443, terms)).toMatchObject({ rag: 'red', limit: 531.6 })
})

test('a limit is free of binary noise, to be printed as it is', () => {
  const terms: Terms = { ...lower, unit: 'ratio', tolerance: { kind: 'absolute', size: 0.1 } }
  expect(rateAgainst(0.75, 0.7, terms)).toMatchObject({ rag: 'amber', limit: 0.8 })
})

describe('nothing is rated', () => {
  test.each<[string, Quantity, number | null, Partial<Terms>, string]>([
    [
      'nobody approved it, whatever else is lacking',
      'suppressed',
      null,
      { approved: false, aim: null },
      'not-approved',
    ],
    ['no direction is set', 'suppressed', null, { aim: null }, 'no-direction'],
    ['the path has not begun', 'suppressed', null, {}, 'not-started'],
    ['the figure is hidden', 'suppressed', 443, {}, 'hidden'],
    ['nobody reported it', 'not-reported', 443, {}, 'no-data'],
    ['the source has none', 'not-available', 443, {}, 'no-data'],
  ])('where %s', (_, value, expected, terms, unrated) => {
    expect(rateAgainst(value, expected, { ...lower, ...terms })).toEqual({ unrated })
  })
})

test('a range cannot be gone below, nor a single value kept within', () => {
  expect(() => rateAgainst(50, { low: 40, high: 60 }, lower)).toThrow(RangeError)
  expect(() => rateAgainst(50, 40, within)).toThrow(RangeError)
})

const whole: Measure = { unit: 'count', decimals: 0 }
const rate: Measure = { unit: 'per-10000', decimals: 0 }
const percent: Measure = { unit: 'percent', decimals: 1 }
const pounds: Measure = { unit: 'pounds', decimals: 0 }

describe('the reason for a rating, in words', () => {
  test.each([
    [440, 443, lower, whole, 'Green: 440 is at or below the 443 that is asked for.'],
    [460, 443, lower, whole, 'Amber: 460 is above 443, but within the tolerance, which ends at 465.2.'],
    [
      184,
      123.7,
      lower,
      rate,
      'Red: 184 is above the 123.7 asked for by its day, and above the amber limit of 129.9.',
    ],
    [51.2, 50, points, percent, 'Green: 51.2% is at or above the 50.0% that is asked for.'],
    [
      48.5,
      50,
      points,
      percent,
      'Amber: 48.5% is below 50.0%, but within the tolerance, which ends at 48.0%.',
    ],
    [
      47.9,
      50,
      points,
      percent,
      'Red: 47.9% is below the 50.0% asked for by its day, and below the amber limit of 48.0%.',
    ],
    [1, 0, lower, whole, 'Red: 1 is above the 0 asked for by its day, and there is no tolerance.'],
    [
      87_902_719,
      45_661_368.32,
      { ...lower, unit: 'pounds' },
      pounds,
      'Red: £87,902,719 is above the £45,661,368 asked for by its day, and above the amber limit of £47,944,437.',
    ],
  ] as const)('%f against %f', (value, expected, terms, measure, words) => {
    expect(ragInWords(rateAgainst(value, expected, terms), { value, measure })).toBe(words)
  })

  test.each([
    [50, 'Green: 50 is within the range that is asked for, 40 to 60.'],
    [
      62,
      'Amber: 62 is above the range that is asked for, 40 to 60, but within the tolerance, which ends at 63.',
    ],
    [
      39,
      'Amber: 39 is below the range that is asked for, 40 to 60, but within the tolerance, which ends at 38.',
    ],
    [64, 'Red: 64 is above the range that is asked for, 40 to 60, and above the amber limit of 63.'],
    [12, 'Red: 12 is below the range that is asked for, 40 to 60, and below the amber limit of 38.'],
  ])('%f against a range', (value, words) => {
    const rating = rateAgainst(value, { low: 40, high: 60 }, within)
    expect(ragInWords(rating, { value, measure: whole })).toBe(words)
  })

  test('needs no decimals for a limit that it does not name', () => {
    const terms: Terms = { ...lower, tolerance: { kind: 'absolute', size: 0.04 } }
    expect(ragInWords(rateAgainst(440.4, 443, terms), { value: 440.4, measure: whole })).toBe(
      'Green: 440 is at or below the 443 that is asked for.',
    )
  })

  test('of a range that nothing may be outside of', () => {
    const terms: Terms = { ...within, tolerance: { kind: 'absolute', size: 0 } }
    expect(ragInWords(rateAgainst(39, { low: 40, high: 60 }, terms), { value: 39, measure: whole })).toBe(
      'Red: 39 is below the range that is asked for, 40 to 60, and there is no tolerance.',
    )
  })
})

describe('no figure is said to be above or below itself', () => {
  test.each([
    [184, 183.98, lower, rate, 'Amber: 184 is above 183.98, but within the tolerance, which ends at 193.18.'],
    [
      184.4,
      184.2,
      lower,
      rate,
      'Amber: 184.4 is above 184.2, but within the tolerance, which ends at 193.4.',
    ],
    [
      184.0004,
      184,
      lower,
      rate,
      'Amber: 184.0004 is above 184, but within the tolerance, which ends at 193.2.',
    ],
    [
      465.17,
      443,
      lower,
      whole,
      'Red: 465.17 is above the 443 asked for by its day, and above the amber limit of 465.15.',
    ],
    [
      49.96,
      50,
      points,
      percent,
      'Amber: 49.96% is below 50.0%, but within the tolerance, which ends at 48.0%.',
    ],
    [465.15, 443, lower, whole, 'Amber: 465.2 is above 443, but within the tolerance, which ends at 465.2.'],
    [183.6, 183.6, lower, rate, 'Green: 183.6 is at or below the 183.6 that is asked for.'],
    [
      45_661_368.4,
      45_661_368.3,
      { ...lower, unit: 'pounds' },
      pounds,
      'Amber: £45,661,368.4 is above £45,661,368.3, but within the tolerance, which ends at £47,944,436.7.',
    ],
  ] as const)('%f against %f', (value, expected, terms, measure, words) => {
    expect(ragInWords(rateAgainst(value, expected, terms), { value, measure })).toBe(words)
  })
})

test.each([
  ['not-approved', 'Not rated: nobody has approved a target.'],
  ['no-direction', 'Not rated: no direction is set for this measure, so it is only monitored.'],
  ['not-started', 'Not rated: the path begins later than this figure.'],
  ['no-data', 'No data: there is no figure to rate.'],
  ['hidden', 'Not rated here: the figure is hidden so that no child can be recognised.'],
] as const)('a figure that is not rated, %s, says why', (unrated, words) => {
  expect(ragInWords({ unrated }, { value: 184, measure: rate })).toBe(words)
})

test.each([
  ['suppressed', 'Not rated here: the figure is hidden so that no child can be recognised.'],
  ['not-reported', 'No data: there is no figure to rate.'],
] as const)('a rating says nothing of a figure that is shown as %s', (value, words) => {
  expect(ragInWords(rateAgainst(3, 2, lower), { value, measure: whole })).toBe(words)
})
