import { describe, expect, test } from 'vitest'
import { coverInWords, coverStateInWords, viewCover } from './plan-cover.ts'

const ON = '2021-05-01'
const spring = { from: '2021-04-01', to: '2021-06-30' }

describe('where a cover stands', () => {
  test.each([
    ['2021-03-31', spring, 'Not begun'],
    ['2021-04-01', spring, 'Covered on this day'],
    ['2021-06-30', spring, 'Covered on this day'],
    ['2021-07-01', spring, 'Ended'],
    ['2021-03-31', { from: '2021-04-01', to: null }, 'Not begun'],
    ['2026-11-21', { from: '2021-04-01', to: null }, 'Begun; no end is stated'],
    ['2021-06-30', { from: null, to: '2021-06-30' }, 'Not ended; no start is stated'],
    ['2021-07-01', { from: null, to: '2021-06-30' }, 'Ended'],
    ['2021-07-01', { from: null, to: null }, 'No day is stated'],
  ])('on %s of %j: %s', (on, days, words) => {
    expect(coverStateInWords(days, on, false)).toBe(words)
  })

  test('today is now', () => {
    expect(coverStateInWords(spring, ON, true)).toBe('Covered now')
  })
})

const none = { from: null, to: null }
const ended = { from: '2020-04-01', to: '2020-06-30' }

test.each([
  [
    [none],
    'By the plan 1 post is covered. No day is stated, so it can’t be told who holds it on a given day.',
  ],
  [
    [none, none],
    'By the plan 2 posts are covered. No day is stated, so it can’t be told who holds which on a given day.',
  ],
  [
    [{ from: '2021-04-01', to: null }],
    'By the plan 1 post is covered. It does not state both a first and a last day, so it can’t be told who holds it on a given day.',
  ],
  [
    [none, { from: '2021-04-01', to: null }],
    'By the plan 2 posts are covered. For none of them does it state both a first and a last day, so it can’t be told who holds which on a given day.',
  ],
  [[spring], 'By the plan 1 post is covered. Covered on 1 May 2021: 1 of 1.'],
  [[spring, ended], 'By the plan 2 posts are covered. Covered on 1 May 2021: 1 of 2.'],
  [
    [spring, spring, ended, none],
    'By the plan 4 posts are covered. Covered on 1 May 2021: 2 of 3 whose days are both stated; of 1 they are not.',
  ],
])('%j in a sentence', (rows, words) => {
  expect(coverInWords(rows, ON, false)).toBe(words)
})

test('today is told as today', () => {
  expect(coverInWords([spring], ON, true)).toBe(
    'By the plan 1 post is covered. Covered today, 1 May 2021: 1 of 1.',
  )
})

test('a plan that covers no post has none to show', () => {
  expect(viewCover({ plan: { terms: { cover: [] } }, on: ON, isToday: true })).toBeNull()
})
