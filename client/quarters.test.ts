import { expect, test } from 'vitest'
import { recentQuarters } from './quarters.ts'

test.each([
  ['2026-01-01', ['2025-26Q4', '2025-26Q3', '2025-26Q2']],
  ['2026-03-31', ['2025-26Q4', '2025-26Q3', '2025-26Q2']],
  ['2026-04-01', ['2026-27Q1', '2025-26Q4', '2025-26Q3']],
  ['2026-11-22', ['2026-27Q3', '2026-27Q2', '2026-27Q1']],
])('on %s the running quarter stands first', (day, ids) => {
  expect(recentQuarters(new Date(day), 3).map(({ id }) => id)).toEqual(ids)
})
