import { expect, test } from 'vitest'
import { changeBetween } from './change.ts'
import { exceptionsOf } from './exception.ts'

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
