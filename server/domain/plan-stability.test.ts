import { describe, expect, test } from 'vitest'
import { stabilityOf } from './plan-stability.ts'

const ON = '2026-11-21'
const steady = { changedOn: [], dues: 10, later: 0 }

describe('a plan keeps changing', () => {
  test.each([
    ['never changed', [], 0, false],
    ['changed on one day', ['2026-10-01'], 1, false],
    ['changed on two days', ['2026-10-01', '2026-11-01'], 2, false],
    ['changed on three days', ['2026-09-01', '2026-10-01', '2026-11-01'], 3, true],
    ['changed thrice on one day', ['2026-10-01', '2026-10-01', '2026-10-01'], 1, false],
    ['one of three a year ago to the day', ['2025-11-21', '2026-10-01', '2026-11-01'], 2, false],
    ['one of three the day after', ['2025-11-22', '2026-10-01', '2026-11-01'], 3, true],
    ['one of three on the day itself', ['2026-09-01', '2026-10-01', '2026-11-21'], 3, true],
    ['one of three after it', ['2026-09-01', '2026-10-01', '2026-11-22'], 2, false],
  ])('by the days on which it was changed: %s', (_, changedOn, recentDays, keepsChanging) => {
    expect(stabilityOf({ ...steady, changedOn }, ON)).toEqual({ keepsChanging, recentDays })
  })

  test.each([
    [0, 0, false],
    [1, 1, false],
    [2, 1, false],
    [2, 2, true],
    [3, 2, true],
    [4, 2, false],
    [10, 5, false],
    [10, 6, true],
  ])('of %i due days with %i later: %s', (dues, later, keepsChanging) => {
    expect(stabilityOf({ changedOn: [], dues, later }, ON).keepsChanging).toBe(keepsChanging)
  })
})

test('the twelve months before a leap day begin with March', () => {
  expect(stabilityOf({ ...steady, changedOn: ['2023-02-28', '2023-03-01'] }, '2024-02-29').recentDays).toBe(1)
})
