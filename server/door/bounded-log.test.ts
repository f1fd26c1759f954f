import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { boundedLog } from './bounded-log.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A log of two lines a minute, and what came into it. */
function smallLog() {
  const lines: Record<string, unknown>[] = []
  const note = boundedLog((line, message) => void lines.push({ ...line, message }), 2)
  return { lines, note }
}

test('a flood is so many lines, and one with how many more there were', () => {
  const { lines, note } = smallLog()
  for (const at of Array(1000).keys()) note('guess', { at }, 'refused')
  expect(lines).toEqual([
    { kind: 'guess', at: 0, message: 'refused' },
    { kind: 'guess', at: 1, message: 'refused' },
  ])
  vi.advanceTimersByTime(60_000)
  expect(lines.slice(2)).toEqual([
    { kind: 'guess', more: 998, message: 'refused: so many more in this minute' },
  ])
})

test('a flood of one kind hides no other', () => {
  const { lines, note } = smallLog()
  for (const at of [1, 2, 3, 4]) note('guess', { at }, 'refused')
  note('forged', { at: 5 }, 'refused')
  expect(lines.at(-1)).toMatchObject({ kind: 'forged', at: 5 })
})

test('a quiet minute is told as it is, and the next begins anew', () => {
  const { lines, note } = smallLog()
  note('guess', { at: 1 }, 'refused')
  note('guess', { at: 2 }, 'refused')
  vi.advanceTimersByTime(60_000)
  note('guess', { at: 3 }, 'refused')
  vi.advanceTimersByTime(120_000)
  expect(lines.map(({ at }) => at)).toEqual([1, 2, 3])
})
