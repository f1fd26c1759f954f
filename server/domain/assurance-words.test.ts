import { expect, test } from 'vitest'
import { assuranceInWords } from './assurance-words.ts'
import { assuranceOf, type ProcessChart, processChart } from './xmr.ts'

const CARE = [163, 183, 185, 200, 228, 215, 219, 190, 182, 184]
const care = processChart(CARE) as ProcessChart
const measure = { unit: 'per-10000', decimals: 0 } as const
const told = (value: number) => ({ value, measure, period: 'year' }) as const

test.each([
  [
    'low',
    124.5,
    'If nothing changes, it will be missed: the goal of 124.5 lies below all of the range that ordinary year-to-year variation gives (159 to 231), worked out from 10 years in a row; with so few it is a first estimate.',
  ],
  [
    'high',
    124.5,
    'If nothing changes, it will be met: the goal of 124.5 lies below all of the range that ordinary year-to-year variation gives (159 to 231), worked out from 10 years in a row; with so few it is a first estimate.',
  ],
  [
    'low',
    240,
    'If nothing changes, it will be met: the goal of 240 lies above all of the range that ordinary year-to-year variation gives (159 to 231), worked out from 10 years in a row; with so few it is a first estimate.',
  ],
  [
    'low',
    180,
    'If nothing changes, it will be met in some years and missed in others: the goal of 180 lies within the range that ordinary year-to-year variation gives (159 to 231), worked out from 10 years in a row; with so few it is a first estimate.',
  ],
] as const)('where %s is aimed at, of a goal of %d: %s', (goodEnd, goal, words) => {
  const assurance = assuranceOf(care.limits, goal, goodEnd) ?? 'meets'
  expect(assuranceInWords(care, assurance, String(goal), told(goal))).toBe(words)
})

test('limits of thirteen figures or more are no first estimate', () => {
  const firm = { ...care, points: 13, onTrial: false }
  expect(assuranceInWords(firm, 'fails', '124.5', told(124.5))).toMatch(
    /worked out from 13 years in a row\.$/,
  )
})

test('a goal that is just outside the range is not told as if it stood at its end', () => {
  expect(assuranceInWords(care, 'meets', '230.9', told(230.9))).toContain('(159 to 230.7)')
})

test('the range is cut off where no figure can be', () => {
  const limits = { ...care.limits, lower: -5, upper: 20 }
  const words = assuranceInWords({ ...care, limits }, 'hit-and-miss', '0', told(0))
  expect(words).toContain(
    'the goal of 0 lies within the range that ordinary year-to-year variation gives (0 to 20)',
  )
})
