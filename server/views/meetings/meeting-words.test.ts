import { describe, expect, test } from 'vitest'
import type { Attended } from '../../domain/attendance.ts'
import type { MeetingState } from '../../domain/meeting.ts'
import {
  cameInWords,
  heldInWords,
  knownInWords,
  outcomeInWords,
  stateInWords,
  theBody,
} from './meeting-words.ts'

const BOARDS = { one: 'meeting of its boards', many: 'meetings of its boards' }

test.each<[readonly MeetingState[], string]>([
  [['held'], 'One meeting of its boards is on record: it was held.'],
  [['planned'], 'One meeting of its boards is on record: it is planned.'],
  [['cancelled'], 'One meeting of its boards is on record: it was cancelled.'],
  [['held', 'held'], '2 meetings of its boards are on record: 2 were held.'],
  [['planned', 'held'], '2 meetings of its boards are on record: 1 was held and 1 is planned.'],
  [
    ['held', 'planned', 'held', 'cancelled', 'cancelled'],
    '5 meetings of its boards are on record: 2 were held, 1 is planned and 2 were cancelled.',
  ],
])('%j is told as: %s', (states, words) => {
  expect(heldInWords(states, BOARDS)).toBe(words)
})

test.each<[MeetingState, string, string]>([
  ['held', '2018-05-03', 'Held'],
  ['cancelled', '2018-05-03', 'Cancelled'],
  ['planned', '2018-05-05', 'Planned'],
  ['planned', '2018-05-04', 'Planned'],
  ['planned', '2018-05-03', 'Planned for a day that has passed; nothing is on record of it'],
])('a meeting that is %s on %s, on 4 May 2018: %s', (state, on, words) => {
  expect(stateInWords(state, on, '2018-05-04')).toBe(words)
})

test.each([
  [null, 'What was agreed is not on record.'],
  ['Training was moved forward.', 'What was agreed: Training was moved forward.'],
])('an outcome of %s is told as: %s', (outcome, words) => {
  expect(outcomeInWords(outcome, { outcome: 'What was agreed' })).toBe(words)
})

describe('who came', () => {
  const rows: Attended[] = [
    { who: 'Health', came: 'deputy' },
    { who: 'Police', came: 'yes' },
    { who: 'Probation', came: 'yes' },
    { who: 'Schools', came: 'apologies' },
    { who: 'Courts', came: 'no' },
  ]

  test('is told by how they came, in the order of the record', () => {
    expect(cameInWords(rows)).toBe(
      'Came: Police, Probation. Sent a deputy: Health. Sent apologies: Schools. Did not come: Courts.',
    )
    expect(cameInWords(rows.slice(1, 2))).toBe('Came: Police.')
  })

  test('is said to be unknown where nobody was noted', () => {
    expect(cameInWords([])).toBe('Who came is not on record.')
  })
})

test.each([
  [1, 1, 'Of its only meeting held.'],
  [0, 1, 'Who came to its only meeting held is not on record.'],
  [0, 3, 'Who came is not on record for any of its 3 meetings held.'],
  [3, 3, 'Of its 3 meetings held.'],
  [2, 3, 'Of 2 of its 3 meetings held; of the others it is not on record who came.'],
])('attendance that is known of %i of %i meetings: %s', (known, held, words) => {
  expect(knownInWords(known, held)).toBe(words)
})

test.each([
  ['Improvement board', 'the Improvement board'],
  ['The Executive', 'the Executive'],
  ['Theatre board', 'the Theatre board'],
])('%s is called %s within a sentence', (body, words) => {
  expect(theBody(body)).toBe(words)
})
