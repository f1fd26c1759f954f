import { expect, test } from 'vitest'
import { guarded, isGuarded, unguarded, wouldRun } from './spreadsheet-text.ts'

test.each([
  '=1+1',
  '+SUM(A1)',
  '@cmd',
  '-2+3',
  '-',
  '--5',
  '+44 1253',
  '\tx',
  '\t5',
  '\r=1',
  '\n=1',
  '\0=1',
  '-Infinity',
  '＝1+1',
  '＋1+1',
  '－x',
  '＠x',
  "=HYPERLINK('http://x')",
])('%j would run, and is text behind an apostrophe', (text) => {
  expect(wouldRun(text)).toBe(true)
  expect(guarded(text)).toBe(`'${text}`)
  expect(wouldRun(guarded(text))).toBe(false)
})

test.each([
  '',
  'a=1',
  ' words',
  '5',
  '-5',
  '+5',
  '-0.5',
  '.5',
  '-.5',
  '1e3',
  '-1E-3',
  '5.',
  "'",
  "'words",
  '’tis',
  '–5',
])('%j would not, and is left as it is', (text) => {
  expect(wouldRun(text)).toBe(false)
  expect(guarded(text)).toBe(text)
  expect(isGuarded(text)).toBe(false)
})

test.each(['=1', "'=1", "''=1", "'-5", "'words", "'", 'words', '-5', "'\t"])(
  '%j is read again as it was written',
  (text) => {
    expect(unguarded(guarded(text))).toBe(text)
  },
)

test('a guard is seen and taken off once', () => {
  expect([isGuarded("'=1"), unguarded("''=1")]).toEqual([true, "'=1"])
})
