import { describe, expect, test } from 'vitest'
import type { Change } from './change.ts'
import { changeBetween } from './change.ts'
import type { Measure } from './indicator.ts'
import {
  comparisonSentence,
  countOf,
  earlierInBrackets,
  gapSentence,
  type Subject,
  statement,
  title,
  type Wording,
} from './sentence.ts'

const care: Wording = { verb: 'had', one: 'child in care', other: 'children in care' }
const repeats: Wording = {
  verb: 'had',
  one: 'repeat referral',
  other: 'repeat referrals',
  whole: 'referrals',
  part: 'were for a child already referred in the 12 months before',
}
const wholeRate: Measure = { unit: 'per-10000', decimals: 0 }
const percentage: Measure = { unit: 'percent', decimals: 1 }
const blackpool: Subject = { area: 'Blackpool', when: 'On 31 March 2025', measure: wholeRate, wording: care }

describe('what a figure says', () => {
  test('a rate comes with its count', () => {
    expect(statement({ value: 184, numerator: 531, denominator: 28923 }, blackpool)).toBe(
      'On 31 March 2025 Blackpool had 531 children in care, 184 for every 10,000 children',
    )
  })

  test('a rate without its count', () => {
    expect(statement({ value: 184, numerator: null, denominator: null }, blackpool)).toBe(
      'On 31 March 2025 Blackpool had 184 children in care for every 10,000 children',
    )
  })

  test('one is singular', () => {
    expect(statement({ value: 0, numerator: 1, denominator: 28923 }, blackpool)).toBe(
      'On 31 March 2025 Blackpool had 1 child in care, 0 for every 10,000 children',
    )
  })

  test('none is said in words', () => {
    expect(statement({ value: 0, numerator: 0, denominator: 28923 }, blackpool)).toBe(
      'On 31 March 2025 Blackpool had no children in care, 0 for every 10,000 children',
    )
  })

  test('a suppressed figure says why it is hidden', () => {
    expect(statement({ value: 'suppressed', numerator: null, denominator: null }, blackpool)).toBe(
      'On 31 March 2025 there is no figure for Blackpool: hidden because so few children are counted that one could be recognised',
    )
  })

  test('a figure nobody sent says so', () => {
    expect(statement({ value: 'not-reported', numerator: null, denominator: null }, blackpool)).toBe(
      'On 31 March 2025 there is no figure for Blackpool: not reported',
    )
  })

  test('a count whose rate is missing is still told', () => {
    expect(statement({ value: 'not-available', numerator: 208, denominator: null }, blackpool)).toBe(
      'On 31 March 2025 there is no figure for Blackpool: not available from the source, although Blackpool had 208 children in care',
    )
  })

  test('a percentage says of what', () => {
    const subject = {
      ...blackpool,
      when: 'In the year to 31 March 2025',
      measure: percentage,
      wording: repeats,
    }
    expect(statement({ value: 23.4, numerator: 634, denominator: 2707 }, subject)).toBe(
      'In the year to 31 March 2025, 23.4% of referrals in Blackpool were for a child already referred in the 12 months before: 634 of 2,707',
    )
  })

  test('a count', () => {
    const subject: Subject = { ...blackpool, measure: { unit: 'count', decimals: 0 } }
    expect(statement({ value: 160, numerator: null, denominator: null }, subject)).toBe(
      'On 31 March 2025 Blackpool had 160 children in care',
    )
  })

  test('anything else has a phrase of its own', () => {
    const caseload: Subject = {
      area: 'Blackpool',
      when: 'On 30 September 2025',
      measure: { unit: 'ratio', decimals: 1 },
      wording: { ...care, phrase: 'each case-holder in {area} held {value} cases on average' },
    }
    expect(statement({ value: 16.8, numerator: 1815, denominator: 107.8 }, caseload)).toBe(
      'On 30 September 2025, each case-holder in Blackpool held 16.8 cases on average',
    )
  })
})

test.each([
  [0, 'no children in care'],
  [1, '1 child in care'],
  [1753, '1,753 children in care'],
])('%i is counted as "%s"', (count, words) => {
  expect(countOf(count, care)).toBe(words)
})

test('what stood a year before goes into brackets', () => {
  expect(earlierInBrackets('2024', { value: 182, numerator: 520, denominator: 28630 }, wholeRate)).toBe(
    '2024: 520, 182',
  )
  expect(earlierInBrackets('2023/24', { value: 19.3, numerator: 420, denominator: 2174 }, percentage)).toBe(
    '2023/24: 19.3%',
  )
  expect(
    earlierInBrackets('2024', { value: 'suppressed', numerator: null, denominator: null }, wholeRate),
  ).toBe('2024: [c]')
})

describe('the comparison', () => {
  const neighbours = { value: 124.5, contributing: 10, of: 10 }

  test('says how many contributed', () => {
    expect(comparisonSentence({ neighbours, england: 67, when: null }, wholeRate)).toBe(
      'Similar councils averaged 125 (10 of 10 reported); England 67.',
    )
  })

  test('says its own day where that is another than ours', () => {
    expect(comparisonSentence({ neighbours, england: 67, when: 'On 31 March 2020' }, wholeRate)).toBe(
      'On 31 March 2020 similar councils averaged 125 (10 of 10 reported); England 67.',
    )
  })

  test('leaves out what is missing', () => {
    expect(comparisonSentence({ neighbours, england: 'not-available', when: null }, wholeRate)).toBe(
      'Similar councils averaged 125 (10 of 10 reported).',
    )
    expect(comparisonSentence({ neighbours: null, england: 67, when: null }, wholeRate)).toBe(
      'England had 67.',
    )
    expect(comparisonSentence({ neighbours: null, england: null, when: null }, wholeRate)).toBe('')
  })
})

test.each([
  [-170.9, 'Matching similar councils would mean 171 fewer children in care.'],
  [1.2, 'Matching similar councils would mean 1 more child in care.'],
  [0.3, 'That is the same as similar councils.'],
  ['suppressed' as const, ''],
])('a gap of %s reads "%s"', (gap, words) => {
  expect(gapSentence(gap, care)).toBe(words)
})

describe('the title', () => {
  const change = (now: number, then: number, measure: Measure): Change | null =>
    changeBetween(now, then, measure)

  test.each([
    [184, 182, 'Children in care rose from 182 to 184 per 10,000'],
    [182, 190, 'Children in care fell from 190 to 182 per 10,000'],
    [184, 184, 'Children in care stayed at 184 per 10,000'],
  ])('from %3$s', (now, then, expected) => {
    expect(title('Children in care', now, change(now, then, wholeRate), wholeRate)).toBe(expected)
  })

  test('a percentage carries its sign', () => {
    expect(title('Repeat referrals', 23.4, change(23.4, 19.3, percentage), percentage)).toBe(
      'Repeat referrals rose from 19.3% to 23.4%',
    )
  })

  test('a first figure has nothing to have come from', () => {
    expect(title('Children in care', 184, null, wholeRate)).toBe('Children in care: 184 per 10,000')
  })

  test('without a figure it says so', () => {
    expect(title('Children in care', 'not-reported', null, wholeRate)).toBe('Children in care: no figure')
  })
})
