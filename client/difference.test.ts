import { expect, test } from 'vitest'
import { differenceInWords } from './difference.ts'

const figure = (text: string, value: number | null, more = {}) => ({
  text,
  value,
  numerator: null,
  denominator: null,
  status: 'final',
  ...more,
})

test.each([
  ['a rate that grows', figure('184', 184), figure('186', 186), '+2'],
  ['a rate that shrinks', figure('23.4', 23.4), figure('21.0', 21), '−2.4'],
  ['a percentage', figure('23.3%', 23.3), figure('23.7%', 23.7), '+0.4 points'],
  ['pounds', figure('£2,010', 2010), figure('£1,005', 1005), '−£1,005'],
  ['what is not shown of both', figure('184', 184.04), figure('184', 184.01), '−0.03'],
  ['a figure that was hidden', figure('[c]', null), figure('12', 12), 'a figure where there was none'],
  ['a figure that goes', figure('12', 12), figure('[c]', null), 'no figure any more'],
  [
    'another population',
    figure('184', 184, { denominator: 28_923 }),
    figure('184', 184, { denominator: 28_900 }),
    'same value, made of other numbers',
  ],
  [
    'another status',
    figure('184', 184, { status: 'provisional' }),
    figure('184', 184),
    'same value, now final instead of provisional',
  ],
  ['another note', figure('184', 184), figure('184', 184), 'same value, another note'],
])('%s', (_name, before, after, words) => {
  expect(differenceInWords(before, after)).toBe(words)
})
