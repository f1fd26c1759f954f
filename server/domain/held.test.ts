import { describe, expect, test } from 'vitest'
import { HELD_STATES, STATE_WORDS, stateOfFigure, stateOfGap } from './held.ts'

test('a figure that is held is as certain as its status, or missing for its reason', () => {
  expect(stateOfFigure({ value: 184, status: 'final' })).toBe('final')
  expect(stateOfFigure({ value: 184, status: 'illustrative' })).toBe('illustrative')
  expect(stateOfFigure({ value: 'suppressed', status: 'illustrative' })).toBe('suppressed')
})

describe('of what is not held', () => {
  const due = { by: '2026-10-31', precision: 'month' } as const
  test.each([
    ['a publication that is due', { kind: 'publication', due, overtaken: false }, '2026-11-21', 'late'],
    ['one on its last day', { kind: 'publication', due, overtaken: false }, '2026-10-31', 'not-yet-due'],
    ['one without a calendar', { kind: 'publication', due: null, overtaken: false }, '2026-11-21', 'no-date'],
    [
      'a year that is not over',
      { kind: 'publication', due: null, overtaken: false },
      '2026-03-31',
      'not-yet-due',
    ],
    [
      'what a publication lacks',
      { kind: 'publication', due, overtaken: true },
      '2026-11-21',
      'not-published',
    ],
    [
      'a return after which another came',
      { kind: 'return', due, overtaken: true },
      '2026-11-21',
      'not-reported',
    ],
    ['a return that is waited for', { kind: 'return', due, overtaken: false }, '2026-11-21', 'late'],
  ] as const)('%s', (_name, gap, today, state) => {
    expect(stateOfGap({ end: '2026-03-31', ...gap }, today)).toBe(state)
  })
})

test('every state has a word and a sign of its own, so that colour is never alone', () => {
  const words = HELD_STATES.map((state) => STATE_WORDS[state].word)
  const signs = HELD_STATES.map((state) => STATE_WORDS[state].sign)
  expect(new Set(words).size).toBe(HELD_STATES.length)
  expect(new Set(signs).size).toBe(HELD_STATES.length)
})
