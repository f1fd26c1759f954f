import { expect, test } from 'vitest'
import { hoursInWords } from './retention.ts'

test.each([
  [1, 'an hour'],
  [2, '2 hours'],
  [12, '12 hours'],
])('%d is told as %s', (hours, words) => {
  expect(hoursInWords(hours)).toBe(words)
})
