import { describe, expect, test } from 'vitest'
import { type Attendance, type Attended, attendanceInWords, attendanceOf, type Came } from './attendance.ts'

const row = (who: string, came: Came): Attended => ({ who, came })
const none = { listed: 0, came: 0, deputy: 0, apologies: 0, absent: 0 }
const police = (counts: Partial<Attendance>): Attendance => ({ who: 'Police', ...none, ...counts })

describe('attendance', () => {
  test('of no meeting is of nobody', () => {
    expect(attendanceOf([])).toEqual([])
    expect(attendanceOf([[], []])).toEqual([])
  })

  test.each<[string, Came[], Partial<Attendance>]>([
    ['one that was attended', ['yes'], { listed: 1, came: 1 }],
    ['one to which a deputy went', ['deputy'], { listed: 1, deputy: 1 }],
    ['one for which apologies came', ['apologies'], { listed: 1, apologies: 1 }],
    ['one that was missed', ['no'], { listed: 1, absent: 1 }],
    ['several', ['yes', 'deputy', 'yes', 'yes'], { listed: 4, came: 3, deputy: 1 }],
    [
      'one of each',
      ['no', 'apologies', 'deputy', 'yes'],
      { listed: 4, came: 1, deputy: 1, apologies: 1, absent: 1 },
    ],
  ])('counts meetings: %s', (_name, came, counts) => {
    expect(attendanceOf(came.map((each) => [row('Police', each)]))).toEqual([police(counts)])
  })

  test('counts for each only the meetings that list them', () => {
    expect(
      attendanceOf([[row('Police', 'yes'), row('Probation', 'no')], [row('Police', 'apologies')]]),
    ).toEqual([
      police({ listed: 2, came: 1, apologies: 1 }),
      { who: 'Probation', ...none, listed: 1, absent: 1 },
    ])
  })

  test('is in the order of the newest meeting, whom it does not list last', () => {
    const meetings = [
      [row('Probation', 'yes'), row('Police', 'yes')],
      [row('Health', 'yes'), row('Police', 'yes')],
    ]
    expect(attendanceOf(meetings).map(({ who }) => who)).toEqual(['Probation', 'Police', 'Health'])
  })

  test('takes names that differ in capitals or blanks for one, and calls it as the newest meeting does', () => {
    expect(attendanceOf([[row('Youth  Justice Board', 'yes')], [row('youth justice board ', 'no')]])).toEqual(
      [{ who: 'Youth  Justice Board', ...none, listed: 2, came: 1, absent: 1 }],
    )
  })
})

test.each<[Partial<Attendance>, string]>([
  [{}, 'listed at no meeting'],
  [{ listed: 1, came: 1 }, 'came to the only meeting that lists it'],
  [{ listed: 1, deputy: 1 }, 'sent a deputy to the only meeting that lists it'],
  [{ listed: 1, apologies: 1 }, 'sent apologies for the only meeting that lists it'],
  [{ listed: 1, absent: 1 }, 'did not come to the only meeting that lists it'],
  [{ listed: 2, came: 2 }, 'came to both'],
  [{ listed: 2, came: 1, deputy: 1 }, 'came to 1 of 2, sent a deputy to 1'],
  [{ listed: 2, deputy: 2 }, 'came to none of 2, sent a deputy to both'],
  [{ listed: 2, absent: 2 }, 'did not come to either of 2'],
  [{ listed: 4, came: 4 }, 'came to all 4'],
  [{ listed: 4, came: 3, deputy: 1 }, 'came to 3 of 4, sent a deputy to 1'],
  [{ listed: 4, apologies: 4 }, 'came to none of 4, sent apologies for all 4'],
  [{ listed: 4, apologies: 1, absent: 3 }, 'came to none of 4, sent apologies for 1, did not come to 3'],
  [{ listed: 4, absent: 4 }, 'did not come to any of 4'],
  [
    { listed: 4, came: 1, deputy: 1, apologies: 1, absent: 1 },
    'came to 1 of 4, sent a deputy to 1, sent apologies for 1, did not come to 1',
  ],
])('%o in words: %s', (counts, words) => {
  expect(attendanceInWords(police(counts))).toBe(words)
})
