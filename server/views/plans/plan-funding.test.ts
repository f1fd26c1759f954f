import { expect, test } from 'vitest'
import { sumText, viewFunding } from './plan-funding.ts'

test.each([
  [0, '£0'],
  [12.5, '£12.50'],
  [5000, '£5,000'],
  [300_000, '£300,000'],
  [999_999, '£999,999'],
  [1_000_000, '£1 million'],
  [7_840_000, '£7.84 million'],
  [39_500_000, '£39.5 million'],
  [1_234_567, '£1,234,567'],
  [1_000_000_000, '£1,000 million'],
])('%d pounds are %s', (pounds, words) => {
  expect(sumText(pounds)).toBe(words)
})

test('sums of two papers both stand as they are, with what each says', () => {
  const told = { funder: 'A fund', amount: 11_000_000, period: 'five years', note: 'By the report.' }
  const other = { funder: 'A fund', amount: 10_000_000, period: null, note: 'By the pack.' }
  expect(viewFunding({ funding: [told, other] })).toEqual([
    { ...told, amountText: '£11 million' },
    { ...other, amountText: '£10 million' },
  ])
})
