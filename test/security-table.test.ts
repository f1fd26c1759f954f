import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const ROOT = new URL('../', import.meta.url)
const text = readFileSync(new URL('SECURITY.md', ROOT), 'utf8')

const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| (\d) \| (.+?) \| (.+?) \| (.+) \|$/gm)].map(
  ([, number = '', level = '', short = '', state = '', note = '']) => ({ number, level, short, state, note }),
)
/** Every file or folder of the project that the text names. */
const named = [...text.matchAll(/\b(?:test|server|client|data|bench)\/[\w./-]*[\w/]/g)].map(([path]) => path)

describe('the table of requirements', () => {
  test('is whole: each number of both levels once', () => {
    expect(rows.map(({ number }) => number)).toEqual([...new Set(rows.map(({ number }) => number))])
    const counts = ['1', '2'].map((level) => rows.filter((row) => row.level === level).length)
    expect(counts).toEqual([70, 183])
  })

  test('says of each whether it is met, not applicable or open', () => {
    const states = new Set(['met', 'not applicable', 'open'])
    expect(rows.filter(({ state }) => !states.has(state))).toEqual([])
  })

  test('names a test for what is met, and a reason for the rest', () => {
    expect(rows.filter(({ state, note }) => state === 'met' && !/\.test\.ts/.test(note))).toEqual([])
    expect(rows.filter(({ note }) => note.length < 10)).toEqual([])
  })

  test('puts nothing off: what is open says what lacks', () => {
    expect(
      rows.filter(({ note }) => /\bto be (entered|written|decided|tested|confirmed)\b/.test(note)),
    ).toEqual([])
  })

  test('is counted right above it', () => {
    const count = (state: string) => rows.filter((row) => row.state === state).length
    expect(text).toContain(
      `Of ${rows.length} requirements (70 of level 1, 183 of level 2) ${count('met')} are met, ` +
        `${count('not applicable')} are not applicable, and ${count('open')} are open.`,
    )
  })
})

test('every file that is named is there', () => {
  expect(named.length).toBeGreaterThan(50)
  expect([...new Set(named)].filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([])
})
