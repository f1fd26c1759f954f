import { describe, expect, test } from 'vitest'
import type { FieldAnswer, PlainField } from '../../../server/contract/registers.ts'
import { draftOf, emptyRow, type Filled, prefilled, termsOf } from './draft.ts'

const plain = (kind: PlainField['kind'], name: string, options: string[] = []): FieldAnswer => ({
  name,
  label: name,
  hint: null,
  kind,
  required: false,
  one: null,
  options: options.map((value) => ({ value, label: value })),
  fields: [],
  when: null,
  group: null,
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
  {
    ...plain('rows', 'strands'),
    fields: [plain('line', 'name'), plain('measures', 'indicators'), plain('flag', 'closed')],
  },
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
  strands: [],
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
  strands: [
    { name: 'Early help', indicators: ['cla-rate', 'cpp-rate'], closed: true },
    { name: 'Placements', indicators: [], closed: false },
  ],
}

test.each([
  ['an entry', TERMS],
  ['a blank', BLANK],
])('%s that nobody touches is sent as it was', (_what, terms) => {
  expect(termsOf(FIELDS, draftOf(FIELDS, terms))).toEqual(terms)
})

const row = (filled: Partial<Filled>) => ({ key: 0, texts: {}, flags: {}, measures: {}, ...filled })

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
    const stages = [row({ texts: { name: ' First ', from: '2026-1-1' } })]
    const notes = [row({ texts: { line: '' } })]
    expect(termsOf(FIELDS, { ...draft, rows: { stages, notes } })).toMatchObject({
      stages: [{ name: 'First', from: '2026-01-01' }],
      notes: [''],
    })
  })
})

describe('a row', () => {
  test('holds the measures that are chosen in it', () => {
    const draft = draftOf(FIELDS, TERMS)
    expect(draft.rows.strands?.map(({ measures }) => measures)).toEqual([
      { indicators: ['cla-rate', 'cpp-rate'] },
      { indicators: [] },
    ])
  })

  test('is sent with the measures that were chosen in it, and no other', () => {
    const strands = [
      row({ texts: { name: 'Early help' }, measures: { indicators: ['cpp-rate'] } }),
      row({ texts: { name: 'Placements' }, flags: { closed: true }, measures: { indicators: [] } }),
    ]
    expect(termsOf(FIELDS, { ...draftOf(FIELDS, BLANK), rows: { strands } }).strands).toEqual([
      { name: 'Early help', indicators: ['cpp-rate'], closed: false },
      { name: 'Placements', indicators: [], closed: true },
    ])
  })

  test.each([
    ['strands', { texts: { name: '' }, flags: { closed: false }, measures: { indicators: [] } }],
    ['stages', { texts: { name: '', from: '' }, flags: {}, measures: {} }],
    ['notes', { texts: { line: '' }, flags: {}, measures: {} }],
  ])('of %s that was just added says nothing yet', (name, filled) => {
    const field = FIELDS.find((each) => each.name === name) ?? plain('list', name)
    expect(emptyRow(field, 3)).toEqual({ key: 3, ...filled })
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
