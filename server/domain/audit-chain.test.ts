import { expect, test } from 'vitest'
import type { AuditEvent } from './audit.ts'
import {
  type AuditRow,
  breaksAtEnd,
  breaksOf,
  canonicalText,
  chained,
  type Link,
  START,
} from './audit-chain.ts'

/** No hash to rely on, but one that differs where the text does. */
const hash = (text: string) => `#${text}`

const event = (why: string | null): AuditEvent => ({
  at: '2026-05-01T12:00:00.000Z',
  actor: 'account:a',
  action: 'entry-changed',
  about: 'entry:target/t',
  before: { value: 1 },
  after: { value: 2 },
  why,
})

function chain(...whys: string[]): AuditRow[] {
  const rows: AuditRow[] = []
  for (const why of whys) rows.push(chained(event(why), rows.at(-1) ?? START, hash))
  return rows
}

const ROWS = chain('one', 'two', 'three', 'four', 'five')
const without = (...numbers: number[]) => ROWS.filter(({ number }) => !numbers.includes(number))
const altered = (number: number, change: Partial<AuditRow>) =>
  ROWS.map((row) => (row.number === number ? { ...row, ...change } : row))
/** With its own hash made to fit again. */
const rehashed = (number: number, change: Partial<AuditRow>) =>
  altered(number, change).map((row) =>
    row.number === number ? { ...row, hash: hash(canonicalText(row)) } : row,
  )
const wordsOf = (rows: readonly AuditRow[], after?: Link) =>
  breaksOf(rows, hash, after).map(({ words }) => words)

test('records are numbered from one, and each holds the hash of the one before', () => {
  expect(ROWS.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  expect(ROWS.map(({ previous }) => previous)).toEqual([
    START.hash,
    ...ROWS.slice(0, -1).map((row) => row.hash),
  ])
})

test('what was put on record as it should be has no break, whole or in parts', () => {
  expect(breaksOf(ROWS, hash)).toEqual([])
  expect(breaksOf(ROWS.slice(2), hash, ROWS[1])).toEqual([])
  expect(breaksOf([], hash)).toEqual([])
})

test.each([
  ['the first', without(1), 'Record 1 is missing.'],
  ['one', without(3), 'Record 3 is missing.'],
  ['several in a row', without(2, 3, 4), 'Records 2 to 4 are missing.'],
])('removing %s shows', (_what, rows, words) => {
  expect(wordsOf(rows)).toEqual([words])
})

test.each([
  ['at', { at: '2026-05-02T12:00:00.000Z' }],
  ['actor', { actor: 'account:b' }],
  ['action', { action: 'entry-added' }],
  ['about', { about: null }],
  ['before', { before: null }],
  ['after', { after: '{"value":3}' }],
  ['why', { why: null }],
])('altering %s shows', (_column, change) => {
  expect(breaksOf(altered(3, change), hash)).toEqual([
    { number: 3, kind: 'altered', words: 'Record 3 is not as it was written.' },
  ])
})

test('moving a text from one column to the next shows', () => {
  expect(wordsOf(altered(3, { actor: 'account:aentry-changed', action: '' }))).toEqual([
    'Record 3 is not as it was written.',
  ])
})

test('a record that was altered with its hash made to fit shows at the next one', () => {
  expect(wordsOf(rehashed(3, { why: 'another' }))).toEqual([
    'Record 4 does not follow record 3: one of them was put in or written anew later.',
  ])
})

test('a chain with another beginning does not follow the start', () => {
  expect(wordsOf(rehashed(1, { previous: 'f' }))).toEqual([
    'Record 1 does not follow the start: one of them was put in or written anew later.',
    'Record 2 does not follow record 1: one of them was put in or written anew later.',
  ])
})

test('records in another order show', () => {
  const [one, two, three] = ROWS as [AuditRow, AuditRow, AuditRow]
  expect(wordsOf([one, three, two])).toEqual(['Record 2 is missing.', 'Record 2 stands behind record 3.'])
})

test('two records that changed places show', () => {
  const [one, two, three] = ROWS as [AuditRow, AuditRow, AuditRow]
  expect(wordsOf([one, { ...three, number: 2 }, { ...two, number: 3 }])).toContain(
    'Record 2 is not as it was written.',
  )
})

const end = (number: number): Link => ROWS[number - 1] ?? START

test.each([
  ['none is missing', end(5), end(5), []],
  ['there is none at all', START, START, []],
  ['one is cut off', end(4), end(5), ['Record 5 is missing.']],
  ['all are cut off', START, end(5), ['Records 1 to 5 are missing.']],
  ['one was put behind', end(5), end(4), ['Record 5 was not put on record by the program.']],
  [
    'the last was written anew',
    { number: 5, hash: 'f' },
    end(5),
    ['Record 5 is not the one that was written last.'],
  ],
])('at the end, where %s', (_what, last, head, words) => {
  expect(breaksAtEnd(last, head).map((each) => each.words)).toEqual(words)
})

test('texts that a database would change or refuse are put on record as it keeps them', () => {
  const row = chained({ ...event('half \ud800, nul \0'), about: 'upload:\udfff' }, START, hash)
  expect(row.why).toBe('half \ufffd, nul \ufffd')
  expect(row.about).toBe('upload:\ufffd')
  expect(chained({ ...event(null), after: { text: '\ud800' } }, START, hash).after).toBe('{"text":"\\ud800"}')
})

test('nothing before and nothing after are nothing, not the word for it', () => {
  expect(chained({ ...event(null), before: null, after: undefined }, START, hash)).toMatchObject({
    before: null,
    after: null,
    why: null,
  })
})
