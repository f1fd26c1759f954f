import { expect, test } from 'vitest'
import { dailyPseudonyms } from './pseudonym.ts'

const DAY = 86_400_000

test('one word for one thing, as long as the day lasts', () => {
  let now = 10 * DAY
  const wordFor = dailyPseudonyms(() => now)
  const first = wordFor('192.0.2.7')
  expect(first).toMatch(/^[0-9a-f]{12}$/)
  now += DAY - 1
  expect(wordFor('192.0.2.7')).toBe(first)
  expect(wordFor('192.0.2.8')).not.toBe(first)
})

test('another word the next day', () => {
  let now = 10 * DAY
  const wordFor = dailyPseudonyms(() => now)
  const first = wordFor('192.0.2.7')
  now += DAY
  expect(wordFor('192.0.2.7')).not.toBe(first)
})

test('another word in every program: what is stored does not give it away', () => {
  expect(dailyPseudonyms(() => 0)('192.0.2.7')).not.toBe(dailyPseudonyms(() => 0)('192.0.2.7'))
})
