import { describe, expect, test } from 'vitest'
import type { FieldAnswer, PlainField } from '../../../server/contract/registers.ts'
import { draftOf, prefilled, termsOf } from './draft.ts'

const plain = (kind: PlainField['kind'], name: string, options: string[] = []): FieldAnswer => ({
  name,
  label: name,
  hint: null,
  kind,
  required: false,
  one: null,
  options: options.map((value) => ({ value, label: value })),
  fields: [],
})
const FIELDS: FieldAnswer[] = [
  plain('entry', 'plan', ['improvement-2019']),
  plain('area', 'area'),
  plain('line', 'title'),
  plain('day', 'due'),
  plain('number', 'progress'),
  plain('choice', 'state', ['open', 'done']),
  plain('flag', 'closed'),
  plain('measures', 'indicators'),
  plain('list', 'notes'),
  { ...plain('rows', 'stages'), fields: [plain('line', 'name'), plain('day', 'from')] },
]
const BLANK = {
  plan: null,
  area: 'E06000009',
  title: null,
  due: null,
  progress: null,
  state: null,
  closed: false,
  indicators: [],
  notes: [],
  stages: [],
}
const TERMS = {
  plan: 'improvement-2019',
  area: 'E06000009',
  title: 'Train',
  due: '2026-03-31',
  progress: 40,
  state: 'open',
  closed: true,
  indicators: ['cla-rate'],
  notes: ['A note'],
  stages: [{ name: 'First', from: null }],
}

test.each([
  ['an entry', TERMS],
  ['a blank', BLANK],
])('%s that nobody touches is sent as it was', (_what, terms) => {
  expect(termsOf(FIELDS, draftOf(FIELDS, terms))).toEqual(terms)
})

describe('what is typed', () => {
  const typed = (texts: Record<string, string>) => {
    const draft = draftOf(FIELDS, BLANK)
    return termsOf(FIELDS, { ...draft, texts: { ...draft.texts, ...texts } })
  }

  test.each([
    ['due', '2026-3-1', '2026-03-01'],
    ['due', '2026--', '2026-00-00'],
    ['due', '--', null],
    ['progress', ' 40% ', 40],
    ['progress', '1,234', 1234],
    ['progress', 'half', 'half'],
    ['progress', '', null],
    ['title', '  Train  ', 'Train'],
    ['title', ' ', null],
    ['state', '', null],
  ])('in %s as %j is sent as %j', (name, text, sent) => {
    expect(typed({ [name]: text })[name]).toBe(sent)
  })

  test('in a row is sent by the kinds of its fields, in a list as it is', () => {
    const draft = draftOf(FIELDS, BLANK)
    const stages = [{ key: 0, texts: { name: ' First ', from: '2026-1-1' } }]
    const notes = [{ key: 0, texts: { line: '' } }]
    expect(termsOf(FIELDS, { ...draft, rows: { stages, notes } })).toMatchObject({
      stages: [{ name: 'First', from: '2026-01-01' }],
      notes: [''],
    })
  })
})

describe('what the address says of a new entry', () => {
  test('fills its fields', () => {
    const search = {
      plan: 'improvement-2019',
      area: 'E08000028',
      indicators: 'cla-rate,cpp-rate',
      closed: '1',
    }
    expect(prefilled(FIELDS, BLANK, search)).toEqual({
      ...BLANK,
      plan: 'improvement-2019',
      area: 'E08000028',
      indicators: ['cla-rate', 'cpp-rate'],
      closed: true,
    })
  })

  test.each([
    ['an entry that is not offered', { plan: 'improvement-1999' }],
    ['a choice that there is not', { state: 'ajar' }],
    ['rows', { stages: 'First', notes: 'A note' }],
    ['what is no field', { back: '/plans' }],
    ['what is no text', { title: 5 }],
  ])('is left out where it is %s', (_what, search) => {
    expect(prefilled(FIELDS, BLANK, search)).toEqual(BLANK)
  })
})
