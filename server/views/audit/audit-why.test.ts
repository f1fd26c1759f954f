import { expect, test } from 'vitest'
import { whyInWords } from './audit-why.ts'

test.each([
  ['INVALID_EMAIL_OR_PASSWORD', 'Invalid email or password'],
  ['Agreed by the board', 'Agreed by the board'],
  ['OK', 'OK'],
  [null, null],
])('%s is told as: %s', (why, words) => {
  expect(whyInWords(why)).toBe(words)
})
