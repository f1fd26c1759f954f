import { describe, expect, test } from 'vitest'
import { dayOfLastWord, untilItHeld, type Word } from './last-word.ts'

const word = (says: string, statedOn: string, recordedOn = '2026-11-21'): Word => ({
  says,
  statedOn,
  recordedOn,
})

describe('the day of the last word', () => {
  test.each([
    ['the day that it speaks of, however late it is put on record', [word('a', '2017-04-27')], '2017-04-27'],
    [
      'that of the newest version, where that speaks of another day',
      [word('a', '2017-04-27'), word('b', '2017-06-08')],
      '2017-06-08',
    ],
    [
      'the day of the record, where new words were written and the old day was left',
      [word('a', '2017-04-27', '2017-04-27'), word('b', '2017-04-27', '2017-09-01')],
      '2017-09-01',
    ],
    [
      'the day on which these words were first put on record, whatever else was changed since',
      [
        word('a', '2017-04-27', '2017-04-27'),
        word('b', '2017-04-27', '2017-09-01'),
        word('b', '2017-04-27', '2018-01-01'),
      ],
      '2017-09-01',
    ],
    [
      'the old day, where new words were taken back',
      [
        word('a', '2017-04-27', '2017-04-27'),
        word('b', '2017-04-27', '2017-09-01'),
        word('a', '2017-04-27', '2017-09-02'),
      ],
      '2017-04-27',
    ],
    ['none without a version', [], null],
  ])('is %s', (_, words, day) => {
    expect(dayOfLastWord(words)).toBe(day)
  })
})

describe('the versions until something held', () => {
  test.each([
    ['the first alone, where it always held', ['done', 'done'], 1],
    ['those up to the one since which it holds', ['open', 'done', 'done'], 2],
    ['those up to the last time that it began to hold', ['done', 'open', 'done', 'done'], 3],
    ['none, where it does not hold now', ['done', 'open'], 0],
    ['none without a version', [], 0],
  ])('are %s', (_, states, count) => {
    expect(untilItHeld(states, (state) => state === 'done')).toHaveLength(count)
  })
})
