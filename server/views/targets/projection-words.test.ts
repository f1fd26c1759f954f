import { expect, test } from 'vitest'
import { inHundred, roughly } from './projection-words.ts'

test.each([
  [0, 'less than 1 in 100'],
  [0.99, 'less than 1 in 100'],
  [1, 'about 1 in 100'],
  [5.5, 'about 6 in 100'],
  [50, 'about 50 in 100'],
  [99, 'about 99 in 100'],
  [99.01, 'more than 99 in 100'],
  [100, 'more than 99 in 100'],
])('a chance of %f%% is never told as nothing or everything: %s', (percent, words) => {
  expect(inHundred(percent)).toBe(words)
})

test.each([
  ['a large sum in three figures', 93_926_700, 'pounds', 0, '£93,900,000'],
  ['a smaller one to the pound', 2011.46, 'pounds', 0, '£2,011'],
  ['a rate as it is published', 188.64, 'per-10000', 0, '189'],
  ['a finer one likewise', 299.25, 'per-10000', 1, '299.3'],
  ['a fall of a large sum', -2_544_543, 'pounds', 0, '−£2,540,000'],
] as const)('a projection tells %s', (_, value, unit, decimals, text) => {
  expect(roughly(value, { unit, decimals })).toBe(text)
})
