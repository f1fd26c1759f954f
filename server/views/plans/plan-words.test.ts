import { describe, expect, test } from 'vitest'
import { dueMove, dueMoves } from '../../domain/plan-dates.ts'
import {
  countActions,
  countsInWords,
  daysOf,
  dueInWords,
  dueMoveInWords,
  dueMovesInWords,
  periodInWords,
  unheardInWords,
} from './plan-words.ts'

const ON = '2017-04-27'
const late = { state: 'under-way', due: '2016-05-31' } as const
const later = { state: 'not-started', due: '2017-04-26' } as const
const inTime = { state: 'under-way', due: '2017-05-31' } as const
const undated = { state: 'under-way', due: null } as const
const done = { state: 'done', due: '2016-05-31' } as const
const stopped = { state: 'stopped', due: null } as const

test('actions are counted by where they stand, and overdue ones among those that are open and dated', () => {
  expect(countActions([late, later, inTime, undated, done, stopped], ON)).toEqual({
    actions: 6,
    done: 1,
    underWay: 3,
    notStarted: 1,
    stopped: 1,
    open: 4,
    openWithDue: 3,
    overdue: 2,
    longest: 331,
  })
})

describe('how many stand where', () => {
  test.each([
    [[], 'No action is on record.'],
    [[done], 'The only action is done.'],
    [[undated, inTime], 'Both actions are under way.'],
    [[done, done, done], 'All 3 actions are done.'],
    [[done, undated, undated], 'Of 3 actions 1 is done and 2 are under way.'],
    [
      [done, undated, later, stopped, stopped],
      'Of 5 actions 1 is done, 1 is under way, 1 is not started and 2 are stopped.',
    ],
  ])('%#', (actions, words) => {
    expect(countsInWords(countActions(actions, ON))).toBe(words)
  })
})

describe('what is overdue', () => {
  test.each([
    ['nothing is open', [done], 'None is open.'],
    ['one, undated', [undated], 'The open one has no due day, so it can’t be counted as overdue.'],
    [
      'two, undated',
      [undated, undated],
      'None of the 2 open ones has a due day, so none can be counted as overdue.',
    ],
    ['one, in time', [inTime], 'The open one has a due day, which has not passed.'],
    ['one, late', [late], 'The open one has a due day, which passed 331 days before: overdue.'],
    ['one, late by a day', [later], 'The open one has a due day, which passed 1 day before: overdue.'],
    [
      'all in time',
      [inTime, inTime, undated],
      'Of the 3 open ones 2 have a due day, none of which has passed. 1 has no due day and is counted apart.',
    ],
    [
      'one of two late',
      [late, inTime, undated, undated],
      'Of the 4 open ones 2 have a due day, and 1 of these is overdue, by 331 days. 2 have no due day and are counted apart.',
    ],
    [
      'two late',
      [late, later],
      'Both open ones have a due day, and both are overdue, the longest by 331 days.',
    ],
    [
      'two of three late, all dated',
      [late, later, inTime],
      'All 3 open ones have a due day, and 2 of these are overdue, the longest by 331 days.',
    ],
    [
      'all three late',
      [late, later, later],
      'All 3 open ones have a due day, and all 3 are overdue, the longest by 331 days.',
    ],
    [
      'the one that is dated',
      [late, undated],
      'Of the 2 open ones 1 has a due day, which passed 331 days before: overdue. 1 has no due day and is counted apart.',
    ],
  ])('%s', (_name, actions, words) => {
    expect(dueInWords(countActions(actions, ON))).toBe(words)
  })
})

describe('how due days moved', () => {
  const kept = dueMove(['2017-05-08'])
  const moved = dueMove(['2017-05-08', '2017-06-07'])
  const movedMore = dueMove(['2017-05-08', '2017-06-22', '2017-07-07'])
  test.each([
    ['none ever', [dueMove([null])], 'No action has ever had a due day, so none was moved.'],
    ['one, kept', [kept], 'One action has a due day; it was never changed.'],
    ['two, kept', [kept, kept], '2 actions have a due day; none was ever changed.'],
    [
      'two of three later',
      [moved, movedMore, kept],
      'Of 3 due days 2 are later than first set, by 45 days on average. Due days were changed 3 times in all.',
    ],
    [
      'the only one',
      [moved],
      'Of the only due day 1 is later than first set, by 30 days. Due days were changed once in all.',
    ],
    [
      'earlier, and taken out',
      [dueMove(['2017-05-08', '2017-05-01']), dueMove(['2017-05-08', null]), moved],
      'Of 3 due days 1 is later than first set, by 30 days, 1 is earlier and 1 was taken out. Due days were changed 3 times in all.',
    ],
    [
      'moved and put back',
      [dueMove(['2017-05-08', '2017-05-01', '2017-05-08']), kept],
      'Of 2 due days none is on another day than first set. Due days were changed 2 times in all.',
    ],
  ])('of a plan: %s', (_name, moves, words) => {
    expect(dueMovesInWords(dueMoves(moves))).toBe(words)
  })

  test.each([
    [[null], null],
    [['2017-05-08'], 'First set to 8 May 2017, and never changed.'],
    [['2017-05-08', '2017-06-07'], 'First set to 8 May 2017, changed once; now 7 June 2017, 30 days later.'],
    [['2017-05-08', '2017-05-07'], 'First set to 8 May 2017, changed once; now 7 May 2017, 1 day earlier.'],
    [
      ['2017-05-08', '2017-05-07', '2017-05-08'],
      'First set to 8 May 2017, changed 2 times; now 8 May 2017 again.',
    ],
    [['2017-05-08', null], 'First set to 8 May 2017, changed once; now there is none.'],
  ])('of an action: %#', (dues, words) => {
    expect(dueMoveInWords(dueMove(dues))).toBe(words)
  })
})

describe('when a plan runs', () => {
  test.each([
    ['2017-02-06', '2017-05-08', '14 weeks', '6 February 2017 to 8 May 2017 (as printed: 14 weeks)'],
    ['2017-02-06', null, null, 'From 6 February 2017; no end is stated'],
    [null, '2017-05-08', null, 'To 8 May 2017; no start is stated'],
    [null, null, 'twelve months', 'No day is stated; as printed: twelve months'],
    [null, null, null, 'No day is stated'],
  ])('%#', (from, to, lengthText, words) => {
    expect(periodInWords({ from, to, lengthText })).toBe(words)
  })

  test.each([
    ['2017-02-06', '2017-05-07', '6 February 2017 to 7 May 2017'],
    ['2017-05-08', '2017-05-08', '8 May 2017'],
    ['2017-05-08', null, 'from 8 May 2017'],
    [null, '2017-05-08', 'to 8 May 2017'],
    [null, null, 'no day is stated'],
  ])('a stage of it: %#', (from, to, words) => {
    expect(daysOf(from, to)).toBe(words)
  })
})

test.each([
  [
    1,
    1,
    'Nothing has been heard of it after the due day: the newest word is of 27 March 2017. It is not known whether it was done since.',
  ],
  [
    2,
    2,
    'Nothing has been heard of any of them after the due day: the newest word is of 27 March 2017. It is not known whether they were done since.',
  ],
  [
    1,
    3,
    'Nothing has been heard of 1 of the overdue ones after the due day: the newest word is of 27 March 2017. It is not known whether it was done since.',
  ],
])('%i unheard of %i that are overdue may have been done since', (unheard, overdue, words) => {
  expect(unheardInWords(unheard, overdue, '2017-03-27')).toBe(words)
})
