import { describe, expect, test } from 'vitest'
import type { FieldAnswer } from '../../../server/contract/registers.ts'
import { draftOf } from './draft.ts'
import { groupsOf, isFaulty, isFilled } from './groups.ts'

const field = (kind: FieldAnswer['kind'], name: string, group: string | null = null): FieldAnswer => ({
  name,
  label: name,
  hint: null,
  kind,
  required: false,
  one: null,
  options: [],
  fields: [],
  when: null,
  group,
})
const FUNDING = [
  field('number', 'saved', 'Money'),
  { ...field('rows', 'funding', 'Money'), fields: [field('line', 'funder')] },
  field('flag', 'agreed', 'Money'),
  field('measures', 'indicators', 'Money'),
  field('list', 'notes', 'Money'),
]

describe('the fields of a form', () => {
  test('stay in their order, those of one heading together', () => {
    const fields = [
      field('line', 'name'),
      field('day', 'from'),
      field('line', 'board', 'Boards'),
      ...FUNDING.slice(0, 2),
      field('line', 'page'),
    ]
    expect(
      groupsOf(fields).map(({ heading, fields }) => [heading, ...fields.map(({ name }) => name)]),
    ).toEqual([
      [null, 'name', 'from'],
      ['Boards', 'board'],
      ['Money', 'saved', 'funding'],
      [null, 'page'],
    ])
  })

  test('may all be folded away', () => {
    expect(groupsOf(FUNDING).map(({ heading }) => heading)).toEqual(['Money'])
  })

  test('are none where there are none', () => {
    expect(groupsOf([])).toEqual([])
  })
})

describe('a group is filled in', () => {
  test.each([
    [true, { saved: 0 }],
    [true, { funding: [{ funder: null }] }],
    [true, { agreed: true }],
    [true, { indicators: ['cla-rate'] }],
    [true, { notes: [''] }],
    [false, { saved: null, funding: [], agreed: false, indicators: [], notes: [] }],
    [false, { name: 'A plan' }],
  ])('%s: %j', (filled, terms) => {
    const fields = [field('line', 'name'), ...FUNDING]
    expect(isFilled(FUNDING, draftOf(fields, terms))).toBe(filled)
  })
})

describe('a group has a fault', () => {
  test.each([
    [true, 'field-saved'],
    [true, 'field-funding'],
    [true, 'field-funding-0-funder'],
    [true, 'field-notes-1'],
    [false, 'field-savedBy'],
    [false, 'save-reason'],
    [false, null],
  ])('%s: at %s', (faulty, at) => {
    expect(isFaulty(FUNDING, [{ field: at, message: 'is needed' }])).toBe(faulty)
  })

  test('no fault is none', () => {
    expect(isFaulty(FUNDING, [])).toBe(false)
  })
})
