import { describe, expect, test } from 'vitest'
import { changeBetween } from './change.ts'
import { beyondChance, EXCEPTION_RULES, exceptionsOf, listedBy, offPath, runOf } from './exception.ts'

const rate = { unit: 'per-10000', decimals: 1 } as const
const labels = { previous: 'on the quarter before', yearBefore: 'on the same quarter last year' }
const from = (now: number, previous: number, yearBefore: number) => ({
  previous: changeBetween(now, previous, rate),
  yearBefore: changeBetween(now, yearBefore, rate),
})

test('an indicator that moved away from its good end is listed, with the rule', () => {
  expect(exceptionsOf(from(180.2, 175.6, 190), labels, 'low')).toEqual([
    { rule: 'previous', words: 'Up 4.6 (2.6%) from 175.6 on the quarter before' },
  ])
})

test('both rules can apply', () => {
  const rules = exceptionsOf(from(60, 62, 65), labels, 'high').map((exception) => exception.rule)
  expect(rules).toEqual(['previous', 'year-before'])
})

test('without a good end nothing is an exception', () => {
  expect(exceptionsOf(from(180.2, 175.6, 160), labels, null)).toEqual([])
})

test('without an earlier figure there is no exception', () => {
  expect(exceptionsOf({ previous: null, yearBefore: null }, labels, 'low')).toEqual([])
})

describe('against an approved target', () => {
  test('a red figure is an exception, with the reason of the rating', () => {
    expect(offPath({ state: 'red', words: 'Red: 525 is above the 443 asked for by its day.' })).toEqual([
      { rule: 'off-path', words: 'Red: 525 is above the 443 asked for by its day' },
    ])
  })

  test.each(['green', 'amber', 'no-data', 'not-approved', 'not-started', 'hidden'] as const)(
    'one that is %s is none',
    (state) => {
      expect(offPath({ state, words: 'Whatever.' })).toEqual([])
    },
  )

  test('without a target there is none', () => {
    expect(offPath(null)).toEqual([])
  })
})

describe('against its own ordinary variation', () => {
  const words =
    '232 per 10,000 is above the range that ordinary quarter-to-quarter variation gives (159 to 231)'

  test('a figure beyond it, away from its good end, is an exception with the reason', () => {
    expect(beyondChance({ variation: 'concern', words })).toEqual([{ rule: 'process-chart', words }])
  })

  test.each(['improvement', 'high', 'low', 'common-cause'] as const)(
    'one that is %s is none',
    (variation) => {
      expect(beyondChance({ variation, words })).toEqual([])
    },
  )

  test('where it can’t be told there is none', () => {
    expect(beyondChance(null)).toEqual([])
  })
})

test('what moved away, is red and is beyond chance too is listed by each rule, in this order', () => {
  const moved = exceptionsOf(from(180.2, 175.6, 160), labels, 'low')
  const varied = { variation: 'concern', words: 'Beyond.' } as const
  const rules = listedBy({ moved, rated: { state: 'red', words: 'Red.' }, varied }).map(({ rule }) => rule)
  expect(rules).toEqual([...EXCEPTION_RULES])
})

test.each<[run: number, periods: (boolean | null)[]]>([
  [0, []],
  [0, [false, true, true]],
  [1, [true, false, true]],
  [3, [true, true, true, false]],
  [3, [true, true, true]],
  [2, [true, true, null, true]],
  [0, [null, true]],
])('a run of %i in %j', (run, periods) => {
  expect(runOf(periods)).toBe(run)
})
