import { describe, expect, test } from 'vitest'
import {
  compareQuestions,
  daysOpen,
  meetingOf,
  needsCarrying,
  nextMeeting,
  type QuestionDays,
  questionState,
} from './question.ts'

const question = (days: Partial<QuestionDays> = {}): QuestionDays => ({
  askedOn: '2017-03-09',
  answeredOn: null,
  meeting: null,
  carriedTo: null,
  closed: false,
  ...days,
})
const answered = { answeredOn: '2017-04-20' }

describe('how a question stands on a day', () => {
  test.each([
    ['without an answer it is open', {}, '2017-06-08', 'open'],
    ['the day before its answer it is open', answered, '2017-04-19', 'open'],
    ['on the day of its answer it is answered', answered, '2017-04-20', 'answered'],
    ['it is closed once the committee is content', { ...answered, closed: true }, '2017-04-20', 'closed'],
    ['before its answer it is not closed either', { ...answered, closed: true }, '2017-04-19', 'open'],
  ] as const)('%s', (_, days, on, state) => {
    expect(questionState(question(days), on)).toBe(state)
  })
})

describe('how long it has waited', () => {
  test.each([
    ['until the day that is looked at', {}, '2017-04-27', 49],
    ['until its answer', answered, '2017-06-08', 42],
    ['until the day that is looked at, where the answer came later', answered, '2017-04-10', 32],
    ['no day yet on the day that it was asked', {}, '2017-03-09', 0],
    ['no day yet before it was asked', {}, '2017-03-01', 0],
  ] as const)('%s', (_, days, on, open) => {
    expect(daysOpen(question(days), on)).toBe(open)
  })
})

test('a question that is carried on comes before the later meeting', () => {
  expect(meetingOf({ meeting: '2017-04-27', carriedTo: '2017-06-08' })).toBe('2017-06-08')
  expect(meetingOf({ meeting: '2017-04-27', carriedTo: null })).toBe('2017-04-27')
})

describe('a question has to be carried on', () => {
  test.each([
    ['once its meeting is over', { meeting: '2017-04-27' }, '2017-04-28', true],
    ['not on the day of the meeting', { meeting: '2017-04-27' }, '2017-04-27', false],
    ['not once it is carried on', { meeting: '2017-04-27', carriedTo: '2017-06-08' }, '2017-05-01', false],
    ['not once it is answered', { ...answered, meeting: '2017-04-27' }, '2017-04-28', false],
    ['not where it was asked for no meeting', {}, '2020-01-01', false],
  ] as const)('%s', (_, days, on, expected) => {
    expect(needsCarrying(question(days), on)).toBe(expected)
  })
})

test('what has waited longest stands first, and what was answered last leads those with an answer', () => {
  const closed = question({ askedOn: '2016-01-01', answeredOn: '2016-02-01', closed: true })
  const early = question({ answeredOn: '2017-04-01' })
  const late = question({ answeredOn: '2017-04-20' })
  const [first, second] = [question(), question({ askedOn: '2017-04-01' })]
  const sorted = [closed, early, second, late, first].sort((a, b) => compareQuestions(a, b, '2017-06-08'))
  expect(sorted).toEqual([first, second, late, early, closed])
})

describe('the meeting that a question can be carried on to', () => {
  const meetings = ['2017-03-09', '2017-04-27', '2017-06-08']
  test.each([
    ['comes after the one that it was asked for', { meeting: '2017-03-09' }, '2017-03-20', '2017-04-27'],
    ['comes after it on the day of that meeting too', { meeting: '2017-04-27' }, '2017-04-27', '2017-06-08'],
    [
      'comes after the one that it was carried on to',
      { meeting: '2017-03-09', carriedTo: '2017-04-27' },
      '2017-03-20',
      '2017-06-08',
    ],
    ['is not over', { meeting: '2017-03-09' }, '2017-04-28', '2017-06-08'],
    ['may be on the day itself', { meeting: '2017-03-09' }, '2017-04-27', '2017-04-27'],
    ['is the next one where it was asked for none', {}, '2017-03-20', '2017-04-27'],
    ['is none after the last', { meeting: '2017-03-09' }, '2017-06-09', null],
    ['is none where it has an answer', { meeting: '2017-03-09', ...answered }, '2017-03-20', null],
  ])('%s', (_, days, on, next) => {
    expect(nextMeeting(question(days), meetings, on)).toBe(next)
  })
})
