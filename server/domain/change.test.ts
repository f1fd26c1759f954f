import { describe, expect, test } from 'vitest'
import { changeBetween, changeInWords, isAdverse } from './change.ts'
import type { Measure } from './indicator.ts'

const wholeRate: Measure = { unit: 'per-10000', decimals: 0 }
const percentage: Measure = { unit: 'percent', decimals: 1 }
const wholePercentage: Measure = { unit: 'percent', decimals: 0 }
const count: Measure = { unit: 'count', decimals: 0 }

const inWords = (now: number, then: number, measure: Measure) => {
  const change = changeBetween(now, then, measure)
  return change && changeInWords(change)
}

test('a rate changes by so much and by so many per cent', () => {
  expect(inWords(184, 182, wholeRate)).toBe('up 2 (1.1%) from 182')
  expect(inWords(182, 190, wholeRate)).toBe('down 8 (4.2%) from 190')
})

test('a percentage changes by percentage points', () => {
  expect(inWords(23.4, 19.3, percentage)).toBe('up 4.1 percentage points from 19.3%')
  expect(inWords(46, 47, wholePercentage)).toBe('down 1 percentage point from 47%')
})

test('a count from nothing has no per cent', () => {
  expect(inWords(3, 0, count)).toBe('up 3 from 0')
})

test('a change too small to show is no change', () => {
  expect(inWords(184.3, 184, wholeRate)).toBe('no change from 184')
})

test('a count below nothing keeps its sign and has no per cent', () => {
  expect(inWords(6, -24, count)).toBe('up 30 from −24')
})

test('there is no change from or to a figure that is not there', () => {
  expect(changeBetween('suppressed', 182, wholeRate)).toBeNull()
  expect(changeBetween(184, 'not-reported', wholeRate)).toBeNull()
})

describe('a change is adverse', () => {
  test.each([
    ['up', 'low', true],
    ['down', 'low', false],
    ['down', 'high', true],
    ['up', 'high', false],
    ['same', 'low', false],
    ['up', null, false],
    ['down', null, false],
  ] as const)('%s, where the good end is %s: %s', (movement, goodEnd, expected) => {
    expect(isAdverse(movement, goodEnd)).toBe(expected)
  })
})
