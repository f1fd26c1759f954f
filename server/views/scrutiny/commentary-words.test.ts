import { describe, expect, test } from 'vitest'
import type { Turn } from '../../domain/turn.ts'
import { changeNote, commentarySentence, commentaryWords } from './commentary-words.ts'

test.each<[listed: number, written: number, words: string]>([
  [0, 0, 'None is listed, so no commentary is required.'],
  [3, 0, 'Of 3 listed none has a commentary. None is red against an approved target, so none is required.'],
  [3, 1, 'Of 3 listed 1 has a commentary.'],
  [3, 2, 'Of 3 listed 2 have a commentary.'],
])('where none of %i listed is red, %i with a commentary are told', (listed, written, words) => {
  expect(commentarySentence({ listed, written, red: 0, complete: 0 })).toContain(words)
})

test.each<[red: number, complete: number, words: string]>([
  [1, 0, 'The one red measure does not have a commentary'],
  [1, 1, 'The one red measure has a commentary'],
  [6, 0, 'Of 6 red measures none has a commentary'],
  [6, 1, 'Of 6 red measures 1 has a commentary'],
  [6, 5, 'Of 6 red measures 5 have a commentary'],
])('of %i red measures %i are explained', (red, complete, words) => {
  expect(commentarySentence({ listed: 7, written: complete, red, complete })).toContain(words)
})

describe('commentary', () => {
  test('is required of what is red, with its four parts named', () => {
    expect(commentaryWords([], 'red')).toEqual({
      words:
        'No commentary yet. It is required where a figure is red: cause, action, owner and recovery date.',
      missing: true,
    })
  })

  test('of what is not red is welcome, and not missing', () => {
    expect(commentaryWords([], 'amber')).toEqual({ words: 'No commentary yet.', missing: false })
    expect(commentaryWords([], null)).toEqual({ words: 'No commentary yet.', missing: false })
    expect(commentaryWords([{ unsaid: ['owner'] }], 'green')).toEqual({
      words: 'It does not give the owner.',
      missing: false,
    })
  })

  test('that leaves something out says what', () => {
    expect(commentaryWords([{ unsaid: ['owner', 'recovery date'] }], 'red')).toEqual({
      words: 'It does not give the owner and recovery date. These are required where a figure is red.',
      missing: true,
    })
    expect(commentaryWords([{ unsaid: ['owner'] }, { unsaid: [] }], 'red').words).toBe(
      'It does not give the owner. This is required where a figure is red.',
    )
  })

  test('that gives all four leaves nothing to ask for', () => {
    expect(commentaryWords([{ unsaid: [] }], 'red')).toEqual({
      words: 'Cause, action, owner and recovery date are given.',
      missing: false,
    })
  })
})

const ASKED = 'a commentary on what lies behind it is asked for, though not required.'

test.each<[turn: Turn | null, beyondChance: boolean, words: string | null]>([
  [null, false, null],
  [{ now: 'up', after: 3 }, false, `It went up after 3 quarters in which it went down: ${ASKED}`],
  [{ now: 'down', after: 2 }, false, `It went down after 2 quarters in which it went up: ${ASKED}`],
  [null, true, `It is outside what chance alone would usually give: ${ASKED}`],
  [
    { now: 'up', after: 2 },
    true,
    `It went up after 2 quarters in which it went down, and is outside what chance alone would usually give: ${ASKED}`,
  ],
])('a turn of %j, beyond chance: %s, asks for a note', (turn, beyondChance, words) => {
  expect(changeNote(turn, beyondChance, 'quarter')).toBe(words)
})
