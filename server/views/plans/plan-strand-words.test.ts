import { describe, expect, test } from 'vitest'
import { groupInWords, recommendationsOnRecord, strandCountsInWords } from './plan-strand-words.ts'

const ON = '2017-04-27'
const late = { state: 'under-way', due: '2016-05-31' } as const
const later = { state: 'not-started', due: '2017-05-26' } as const
const undated = { state: 'under-way', due: null } as const
const done = { state: 'done', due: '2016-05-31' } as const
const stopped = { state: 'stopped', due: '2016-05-31' } as const

describe('the actions that serve a part of a plan', () => {
  test.each([
    [[], 'No action serves it yet.'],
    [[done], '1 action: done.'],
    [[late], '1 action: overdue.'],
    [[late, done], '2 actions: 1 done and 1 overdue.'],
    [[undated, undated], '2 actions: 2 under way.'],
    [
      [stopped, later, undated, late, done],
      '5 actions: 1 done, 1 overdue, 1 under way, 1 not started and 1 stopped.',
    ],
  ])('%#', (actions, words) => {
    expect(strandCountsInWords(actions, ON)).toBe(words)
  })
})

test.each([
  [11, 0, 'By the paper it answers 11 recommendations; none of them is on record.'],
  [11, 1, 'By the paper it answers 11 recommendations; 1 of them is on record.'],
  [11, 3, 'By the paper it answers 11 recommendations; 3 of them are on record.'],
  [11, 11, 'By the paper it answers 11 recommendations; all 11 are on record.'],
  [2, 2, 'By the paper it answers 2 recommendations; both are on record.'],
  [2, 3, 'By the paper it answers 2 recommendations; 3 are on record.'],
  [1, 0, 'By the paper it answers 1 recommendation; it is not on record.'],
  [1, 1, 'By the paper it answers 1 recommendation; it is on record.'],
])('of %i printed recommendations %i on record: %s', (printed, held, words) => {
  expect(recommendationsOnRecord(printed, held)).toBe(words)
})

describe('the parts of a kind', () => {
  test.each([
    ['standard', 0, 0, 'No standard is on record.'],
    ['standard', 1, 0, '1 standard is on record. No action serves it yet.'],
    ['standard', 1, 1, '1 standard is on record. An action serves it.'],
    ['priority', 2, 0, '2 priorities are on record. No action serves either of them yet.'],
    ['priority', 3, 0, '3 priorities are on record. No action serves any of them yet.'],
    ['component', 3, 2, '3 components are on record. 1 of them has no action yet.'],
    ['component', 5, 2, '5 components are on record. 3 of them have no action yet.'],
    ['component', 5, 5, '5 components are on record. Each is served by an action.'],
    ['recommendation', 1, 1, '1 recommendation is on record. An action serves it.'],
    ['block', 4, 0, 'In place already when the plan was made: 4 building blocks.'],
    ['block', 1, 0, 'In place already when the plan was made: 1 building block.'],
  ] as const)('%s: %i, of which %i are served: %s', (kind, held, served, words) => {
    expect(groupInWords(kind, { printed: null, held, served })).toBe(words)
  })

  test('recommendations are told of the number that the paper gives, and only they', () => {
    expect(groupInWords('recommendation', { printed: 11, held: 2, served: 1 })).toBe(
      'By the paper it answers 11 recommendations; 2 of them are on record. 1 of them has no action yet.',
    )
    expect(groupInWords('recommendation', { printed: 11, held: 0, served: 0 })).toBe(
      'By the paper it answers 11 recommendations; none of them is on record.',
    )
    expect(groupInWords('standard', { printed: 11, held: 0, served: 0 })).toBe('No standard is on record.')
  })
})
