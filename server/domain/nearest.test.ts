import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

const known = ['cpp-rate', 'cla-rate', 'cin-rate', 'referrals-rate']

test.each([
  ['cpp-rates', 'cpp-rate'],
  ['CLA-rate', 'cla-rate'],
  ['referal-rate', 'referrals-rate'],
])('%s is nearest to %s', (word, expected) => {
  expect(nearest(word, known)).toBe(expected)
})

test('what is like nothing has no nearest', () => {
  expect(nearest('attendance', known)).toBeUndefined()
})
