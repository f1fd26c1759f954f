import { expect, test } from 'vitest'
import {
  countedWords,
  heldWords,
  inAList,
  overdueWords,
  passedWords,
  questionsWords,
} from './scrutiny-words.ts'

test.each([
  [[], ''],
  [['one'], 'one'],
  [['one', 'two'], 'one and two'],
  [['one', 'two', 'three'], 'one, two and three'],
])('%j is read as %j', (parts, expected) => {
  expect(inAList(parts)).toBe(expected)
})

test.each([
  [331, '2017-04-27', '2017-04-27', '331 days late on 27 April 2017'],
  [1, '2017-04-27', '2017-04-27', '1 day late on 27 April 2017'],
  [
    3826,
    '2017-04-27',
    '2026-11-21',
    '3,826 days late on 21 November 2026, unless it was done after 27 April 2017',
  ],
])('%i days, told on %s, looked at on %s', (days, asOf, on, expected) => {
  expect(overdueWords(days, asOf, on)).toBe(expected)
})

test('what is Green after its day says why it is not late', () => {
  expect(passedWords(331, '2017-04-27')).toBe(
    'Its day was over 331 days before 27 April 2017. The tracker calls it Green, so it is not counted as late.',
  )
})

const ratings = [
  { rag: 'Green' as const, count: 3 },
  { rag: 'Red' as const, count: 0 },
]

test.each([
  [
    { total: 3, ratings, overdue: 0 },
    '3 recommendations: 3 Green and no Red. Counted to 27 April 2017, none is late.',
  ],
  [
    { total: 3, ratings, overdue: 1 },
    '3 recommendations: 3 Green and no Red. Counted to 27 April 2017, 1 is late.',
  ],
  [
    { total: 3, ratings, overdue: 2 },
    '3 recommendations: 3 Green and no Red. Counted to 27 April 2017, 2 are late.',
  ],
  [
    { total: 0, ratings, overdue: 0 },
    'No recommendation of a committee is held for Blackpool by 27 April 2017.',
  ],
])('%j is told as %s', (counts, expected) => {
  expect(countedWords(counts, 'Blackpool', '2017-04-27')).toBe(expected)
})

test.each([
  ['rows of the day itself need no words', ['2017-04-27'], null],
  ['no rows need none either', [], null],
  [
    'older rows say that nothing newer was entered',
    ['2017-03-09', '2017-03-09'],
    'The rows are as they stood in the tracker of 9 March 2017; nothing newer was entered.',
  ],
  [
    'later rows say that nothing older is held',
    ['2017-06-08'],
    'The rows are as they stood in the tracker of 8 June 2017. That is after 27 April 2017: of before, nothing is held.',
  ],
  [
    'rows of several days are counted by day',
    ['2017-04-27', '2017-03-09', '2017-04-27'],
    'Of the rows, 1 is as it stood on 9 March 2017 and 2 are as they stood on 27 April 2017.',
  ],
])('%s', (_, days, expected) => {
  expect(heldWords(days, '2017-04-27')).toBe(expected)
})

test.each([
  [{ open: 0, answered: 0, closed: 0 }, 'No question of a member is held for Blackpool.'],
  [{ open: 1, answered: 0, closed: 0 }, '1 question waits for an answer.'],
  [{ open: 0, answered: 1, closed: 0 }, 'No question waits for an answer; 1 is answered and not closed yet.'],
  [
    { open: 2, answered: 3, closed: 1 },
    '2 questions wait for an answer; 3 are answered and not closed yet, 1 is answered and closed.',
  ],
])('%j is told as %s', (counts, expected) => {
  expect(questionsWords(counts, 'Blackpool')).toBe(expected)
})
