import { describe, expect, test } from 'vitest'
import {
  directionSentence,
  exceptionsSentence,
  listOf,
  RULE_WORDS,
  runInWords,
  variationSentence,
} from './exceptions-words.ts'

const counts = {
  measures: 3,
  listed: 3,
  moved: 3,
  red: 0,
  beyondChance: 0,
  notListed: 0,
  notCompared: 0,
  noDirection: 0,
  noData: 0,
}
const QUARTER = 'October to December 2016 (Quarter 3 2016/17)'
const AWAY = 'since the quarter before or the same quarter last year'

describe('the sentence on top', () => {
  test.each<[change: Partial<typeof counts>, sentence: string]>([
    [{}, `3 are listed for ${QUARTER}: all moved away from their aim ${AWAY}; none is without data.`],
    [
      { listed: 2, moved: 2, notListed: 1 },
      `2 are listed for ${QUARTER}: both moved away from their aim ${AWAY}; none is without data.`,
    ],
    [
      { listed: 1, moved: 1, noData: 1 },
      `1 is listed for ${QUARTER}: it moved away from its aim ${AWAY}; 1 has no data.`,
    ],
    [
      { listed: 3, moved: 1, red: 2 },
      `3 are listed for ${QUARTER}: 1 moved away from its aim ${AWAY}, and 2 are red against an approved target; none is without data.`,
    ],
    [
      { listed: 1, moved: 0, red: 1, noDirection: 2 },
      `1 is listed for ${QUARTER}: it is red against an approved target; 2 have no direction, none is without data.`,
    ],
    [
      { listed: 3, moved: 2, red: 2 },
      `3 are listed for ${QUARTER}: 2 moved away from their aim ${AWAY}, and 2 are red against an approved target (1 is both); none is without data.`,
    ],
    [
      { listed: 1, moved: 1, red: 1, notCompared: 2 },
      `1 is listed for ${QUARTER}: it moved away from its aim ${AWAY} and is red against an approved target; 2 have nothing to compare with, none is without data.`,
    ],
    [
      { listed: 1, moved: 0, beyondChance: 1 },
      `1 is listed for ${QUARTER}: it is outside what chance alone would usually give; none is without data.`,
    ],
    [
      { listed: 2, moved: 2, beyondChance: 1 },
      `2 are listed for ${QUARTER}: 2 moved away from their aim ${AWAY}, and 1 is outside what chance alone would usually give (1 is both); none is without data.`,
    ],
    [
      { listed: 3, moved: 1, red: 1, beyondChance: 1 },
      `3 are listed for ${QUARTER}: 1 moved away from its aim ${AWAY}, 1 is red against an approved target, and 1 is outside what chance alone would usually give; none is without data.`,
    ],
    [
      { listed: 3, moved: 2, red: 2, beyondChance: 2 },
      `3 are listed for ${QUARTER}: 2 moved away from their aim ${AWAY}, 2 are red against an approved target, and 2 are outside what chance alone would usually give (some by more than one of these); none is without data.`,
    ],
    [
      { listed: 1, moved: 1, red: 1, beyondChance: 1 },
      `1 is listed for ${QUARTER}: it moved away from its aim ${AWAY}, is red against an approved target and is outside what chance alone would usually give; none is without data.`,
    ],
    [
      { listed: 0, moved: 0, noDirection: 1, noData: 2 },
      `none is listed for ${QUARTER}; 1 has no direction, 2 have no data.`,
    ],
  ])('of %j', (change, sentence) => {
    expect(exceptionsSentence({ ...counts, ...change }, 'quarter', QUARTER)).toBe(`Of 3 measures ${sentence}`)
  })

  test('of a year names the year before only', () => {
    expect(exceptionsSentence(counts, 'financial-year', 'Year to 31 March 2025')).toBe(
      'Of 3 measures 3 are listed for the year to 31 March 2025: all moved away from their aim since the year before; none is without data.',
    )
  })

  test('says so where nothing is held', () => {
    const none = { ...counts, listed: 0, moved: 0, noData: 3 }
    expect(exceptionsSentence(none, 'quarter', QUARTER)).toBe(
      `None of 3 measures has a figure for ${QUARTER}, so none can be listed.`,
    )
    expect(exceptionsSentence(none, 'quarter', null)).toBe(
      'None of 3 measures has a figure, so none can be listed.',
    )
  })
})

test.each<[run: { listed: number; red: number }, before: boolean | null, words: string]>([
  [{ listed: 1, red: 0 }, false, 'New on the list: it was not on it the quarter before.'],
  [{ listed: 1, red: 0 }, null, 'On the list; nothing is known of the quarter before.'],
  [{ listed: 1, red: 1 }, false, 'New on the list: it was not on it the quarter before; red this quarter.'],
  [{ listed: 3, red: 0 }, true, 'On the list 3 quarters in a row.'],
  [{ listed: 3, red: 3 }, true, 'On the list and red 3 quarters in a row.'],
  [{ listed: 4, red: 2 }, true, 'On the list 4 quarters in a row; red 2 quarters in a row.'],
  [{ listed: 8, red: 8 }, true, 'On the list and red 8 quarters in a row or more.'],
])('a run of %j', (run, before, words) => {
  expect(runInWords(run, before, 'quarter')).toBe(words)
})

describe('which way is meant', () => {
  const row = (name: string, short: string) => ({ name, direction: { short } })

  test('is told once where it is the same for all', () => {
    expect(directionSentence([row('Care', 'Aim: lower'), row('Referrals', 'Aim: lower')])).toBe(
      'Aim: lower. This holds for every measure listed.',
    )
  })

  test('is told with the measures where it differs, and not at all of none', () => {
    const rows = [
      row('Care', 'Aim: lower'),
      row('Visits', 'Higher is better'),
      row('Referrals', 'Aim: lower'),
    ]
    expect(directionSentence(rows)).toBe('Aim: lower, for Care and Referrals. Higher is better, for Visits.')
    expect(directionSentence([])).toBeNull()
  })
})

test('a rule is told in the rhythm of the card', () => {
  expect(RULE_WORDS.previous('financial-year')).toBe('It moved away from its aim since the year before.')
  expect(RULE_WORDS.previous('quarter')).toBe('It moved away from its aim since the quarter before.')
})

test('the rule on chance names the periods of the card', () => {
  expect(RULE_WORDS['process-chart']('quarter')).toMatch(
    /its own quarter-to-quarter ups and downs give, .* in two of three quarters, or in a run of 7 or more quarters/,
  )
  expect(RULE_WORDS['process-chart']('financial-year')).toMatch(/year-to-year.* 7 or more years/)
})

test.each<[told: number, by: 'quarter' | 'financial-year', words: string]>([
  [
    4,
    'quarter',
    'What is ordinary can be told for 4 of 9 measures: it takes 8 quarters in a row that compare with each other. With fewer than 13 the range is a first estimate. To be outside of it says that something is different, not what lies behind it.',
  ],
  [
    0,
    'financial-year',
    'Whether a figure is outside what chance alone would usually give is not looked at here: none of 9 measures has 10 years in a row that compare with each other.',
  ],
])('that it can be told for %i of 9 measures by %s is said', (told, by, words) => {
  expect(variationSentence({ measures: 9, told, by })).toBe(words)
})

test.each<[words: string[], text: string]>([
  [[], ''],
  [['cause'], 'cause'],
  [['cause', 'owner'], 'cause and owner'],
  [['cause', 'action', 'owner'], 'cause, action and owner'],
])('%j are listed as %s', (words, text) => {
  expect(listOf(words)).toBe(text)
})
