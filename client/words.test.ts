import { expect, test } from 'vitest'
import { countOf, momentInWords, sizeInWords } from './words.ts'

test.each([
  [0, 'no figures'],
  [1, '1 figure'],
  [24, '24 figures'],
  [124_000, '124,000 figures'],
])('%i is %s', (n, words) => {
  expect(countOf(n, 'figure')).toBe(words)
})

test.each([
  [1, '1 byte'],
  [512, '512 bytes'],
  [1622, '1.6 kilobytes'],
  [69_188_969, '66 megabytes'],
  [80 * 1024 * 1024, '80 megabytes'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words)
})

test('a moment is told by the clock of England, summer time included', () => {
  expect(momentInWords('2026-11-22T14:05:00.000Z')).toBe('22 November 2026 at 14:05')
  expect(momentInWords('2026-07-01T23:30:00.000Z')).toBe('2 July 2026 at 00:30')
})
