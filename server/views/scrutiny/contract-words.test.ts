import { expect, test } from 'vitest'
import { endInWords } from './contract-words.ts'

test.each([
  [null, null],
  ['2026-11-21', 'Its last day is today, 21 November 2026.'],
  ['2026-11-22', 'It ends on 22 November 2026: 1 day is left.'],
  ['2026-12-01', 'It ends on 1 December 2026: 10 days are left.'],
  ['2028-03-31', 'It ends on 31 March 2028: 16 months (496 days) are left.'],
  ['2026-11-20', 'It ended on 20 November 2026, 1 day ago.'],
  ['2023-03-31', 'It ended on 31 March 2023, 3 years 7 months ago.'],
])('a contract that ends on %s, on 21 November 2026: %s', (endsOn, words) => {
  expect(endInWords(endsOn, '2026-11-21')).toBe(words)
})
