import { expect, test } from 'vitest'
import { emptied } from './emptied.ts'
import { flag, line, list, rows } from './field.ts'

const FIELDS = [
  line('name', 'Name'),
  flag('closed', 'Closed'),
  list('notes', 'Notes', 'note'),
  rows('stages', 'Stages', 'stage', [line('name', 'Name'), line('text', 'Text', { optional: true })]),
]

test('a text of blanks is nothing', () => {
  expect(emptied({ name: ' \n ' }, FIELDS)).toEqual({ name: null })
})

test('so is one in a row and in a line, which keep their places', () => {
  expect(emptied({ stages: [{ name: '', text: 'x' }, { text: ' ' }], notes: ['', 'a'] }, FIELDS)).toEqual({
    stages: [{ name: null, text: 'x' }, { text: null }],
    notes: [null, 'a'],
  })
})

test('everything else stays as it was given', () => {
  const terms = { name: ' Ann ', closed: false, progress: 0, stages: [], notes: 'none', other: { a: '' } }
  expect(emptied(terms, FIELDS)).toEqual(terms)
})
