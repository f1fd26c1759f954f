import { expect, test } from 'vitest'
import { moreOrLess, movementOf, percentText, pounds, roughly, signed } from './savings-words.ts'

test.each([
  [87_902_719, '£87.9 million'],
  [950_000, '£1.0 million'],
  [949_999, '£950,000'],
  [340_400, '£340,000'],
  [999, '£999'],
  [0, '£0'],
  [-5_165_271, '−£5.2 million'],
])('%d pounds are told as %s', (x, text) => {
  expect(roughly(x)).toBe(text)
})

test.each([
  [16_630_848, '+£16.6 million'],
  [-692_700, '−£0.7 million'],
  [40_400, '+£40,000'],
  [-999, '−£999'],
  [0, '£0'],
  [0.2, '£0'],
])('a change of %d pounds is told as %s', (x, text) => {
  expect(signed(x)).toBe(text)
})

test.each([
  [37_743_365, '£37.7 million more'],
  [-1_200_000, '£1.2 million less'],
  [0.4, null],
  [-0.4, null],
])('%d pounds apart is %s', (x, text) => {
  expect(moreOrLess(x)).toBe(text)
})

test.each([
  [68_151_296, 87_902_719, 'rose by 29.0%'],
  [100, 98, 'fell by 2.0%'],
  [100_000, 100_004, 'stayed the same'],
  [0, 5, null],
])('from %d to %d it %s', (from, to, words) => {
  expect(movementOf(from, to)).toBe(words)
})

test.each([
  [33, '33%'],
  [33.000000000001, '33%'],
  [12.5, '12.5%'],
])('%d per cent is written %s', (x, text) => {
  expect(percentText(x)).toBe(text)
})

test('a table has every pound', () => {
  expect(pounds(45_661_368.32)).toEqual({ value: 45_661_368.32, text: '£45,661,368' })
})
