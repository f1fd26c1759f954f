import { describe, expect, test } from 'vitest'
import {
  daysOfWeek,
  dueMove,
  dueMoves,
  frameOf,
  isOpen,
  overdueDays,
  phaseOf,
  weekOf,
  weeksIn,
  weeksOver,
} from './plan-dates.ts'

/** The mapping review of the Corporate Delivery Unit: 14 weeks from 6 February 2017. */
const START = '2017-02-06'

describe('the weeks of a review', () => {
  test.each([
    ['2017-02-05', 0],
    ['2017-02-06', 1],
    ['2017-02-12', 1],
    ['2017-02-13', 2],
    ['2017-03-09', 5],
    ['2017-03-26', 7],
    ['2017-03-27', 8],
    ['2017-04-02', 8],
    ['2017-05-07', 13],
    ['2017-05-08', 14],
    ['2017-05-14', 14],
    ['2017-05-15', 15],
  ])('%s lies in week %i of one that began on 6 February 2017', (day, week) => {
    expect(weekOf(START, day)).toBe(week)
  })

  test('on 9 March 2017 it is four weeks in, as the minutes of that day say', () => {
    expect(weeksIn(START, '2017-03-09')).toBe(4)
  })

  test('before it begins no week has passed', () => {
    expect(weeksIn(START, '2017-01-01')).toBe(0)
  })

  test('an hour lost in spring does not move a week', () => {
    expect(weekOf('2017-03-20', '2017-03-27')).toBe(2)
  })

  test.each([
    [1, '2017-02-06', '2017-02-12'],
    [8, '2017-03-27', '2017-04-02'],
    [14, '2017-05-08', '2017-05-14'],
  ])('week %i runs from %s to %s', (week, from, to) => {
    expect(daysOfWeek(START, week)).toEqual({ from, to })
  })

  test.each([
    ['2017-02-05', 14, 'before'],
    ['2017-02-06', 14, 'running'],
    ['2017-05-14', 14, 'running'],
    ['2017-05-15', 14, 'over'],
    ['2026-11-21', null, 'running'],
  ] as const)('on %s one of %s weeks is %s', (day, weeks, phase) => {
    expect(phaseOf(START, weeks, day)).toBe(phase)
  })

  test.each([
    ['2017-05-08', 0],
    ['2017-05-14', 0],
    ['2017-05-22', 2],
    ['2017-05-01', -1],
  ])('an end on %s lies %i weeks after the 14 planned', (end, over) => {
    expect(weeksOver(START, end, 14)).toBe(over)
  })
})

describe('an action', () => {
  test.each([
    ['not-started', true],
    ['under-way', true],
    ['done', false],
    ['stopped', false],
  ] as const)('that is %s is open: %s', (state, open) => {
    expect(isOpen({ state })).toBe(open)
  })

  test.each([
    ['31 May 2016 on 27 April 2017', 'under-way', '2016-05-31', '2017-04-27', 331],
    ['the day after', 'not-started', '2017-05-08', '2017-05-09', 1],
    ['the day itself', 'not-started', '2017-05-08', '2017-05-08', null],
    ['the day before', 'under-way', '2017-05-08', '2017-05-07', null],
    ['one that is done', 'done', '2016-05-31', '2017-04-27', null],
    ['one that was stopped', 'stopped', '2016-05-31', '2017-04-27', null],
    ['one without a due day', 'under-way', null, '2017-04-27', null],
  ] as const)('is overdue by days: %s', (_name, state, due, on, days) => {
    expect(overdueDays({ state, due }, on)).toBe(days)
  })
})

describe('a due day', () => {
  test.each([
    ['never set', [null, null], { first: null, now: null, changes: 0, days: null }],
    ['set and kept', ['2017-05-08'], { first: '2017-05-08', now: '2017-05-08', changes: 0, days: 0 }],
    [
      'set later is not a change',
      [null, '2017-05-08', '2017-05-08'],
      { first: '2017-05-08', now: '2017-05-08', changes: 0, days: 0 },
    ],
    [
      'moved twice',
      ['2017-05-08', '2017-05-22', '2017-06-22'],
      { first: '2017-05-08', now: '2017-06-22', changes: 2, days: 45 },
    ],
    [
      'moved and put back',
      ['2017-05-08', '2017-05-22', '2017-05-08'],
      { first: '2017-05-08', now: '2017-05-08', changes: 2, days: 0 },
    ],
    [
      'brought forward',
      ['2017-05-08', '2017-05-01'],
      { first: '2017-05-08', now: '2017-05-01', changes: 1, days: -7 },
    ],
    ['taken out', ['2017-05-08', null], { first: '2017-05-08', now: null, changes: 1, days: null }],
  ])('%s', (_name, dues, move) => {
    expect(dueMove(dues)).toEqual(move)
  })

  test('of several is counted among those ever set, and only those that are later make the average', () => {
    const moves = [
      dueMove(['2017-05-08', '2017-06-07']),
      dueMove(['2017-05-08', '2017-06-22', '2017-07-07']),
      dueMove(['2017-05-08', '2017-05-01']),
      dueMove(['2017-05-08', null]),
      dueMove(['2017-05-08']),
      dueMove([null]),
    ]
    expect(dueMoves(moves)).toEqual({
      dues: 5,
      changes: 5,
      later: 2,
      earlier: 1,
      dropped: 1,
      averageDays: 45,
    })
  })

  test('has no average where none is later', () => {
    expect(dueMoves([dueMove([null])])).toEqual({
      dues: 0,
      changes: 0,
      later: 0,
      earlier: 0,
      dropped: 0,
      averageDays: null,
    })
  })
})

describe('a timeline', () => {
  const days = ['2017-05-08', '2017-02-06']
  test.each([
    ['within', '2017-03-27', '2017-02-06', '2017-05-08', true],
    ['a little after', '2017-06-20', '2017-02-06', '2017-06-20', true],
    ['a little before', '2017-01-20', '2017-01-20', '2017-05-08', true],
    ['nine years after', '2026-11-21', '2017-02-06', '2017-05-08', false],
    ['long before', '2016-01-01', '2017-02-06', '2017-05-08', false],
  ])('holds the day that it is read on where that is near: %s', (_name, on, from, to, holdsDay) => {
    expect(frameOf(days, on)).toEqual({ from, to, holdsDay })
  })

  test('of a single day still reaches a month to either side', () => {
    expect(frameOf(['2017-05-08'], '2017-06-07')).toEqual({
      from: '2017-05-08',
      to: '2017-06-07',
      holdsDay: true,
    })
    expect(frameOf(['2017-05-08'], '2017-06-08')?.holdsDay).toBe(false)
  })

  test('of no day is none', () => {
    expect(frameOf([], '2017-05-08')).toBeNull()
  })
})
