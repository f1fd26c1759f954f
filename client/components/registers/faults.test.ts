import { describe, expect, test } from 'vitest'
import type { FieldAnswer, PlainField } from '../../../server/contract/registers.ts'
import { faultAt } from '../versions/faults.ts'
import { draftOf } from './draft.ts'
import { emptiesOf, placeOf } from './faults.ts'

const plain = (kind: PlainField['kind'], name: string, label: string, required = false): FieldAnswer => ({
  name,
  label,
  hint: null,
  kind,
  required,
  one: null,
  options: [],
  fields: [],
  when: null,
  group: null,
})
const FIELDS: FieldAnswer[] = [
  plain('entry', 'plan', 'Plan', true),
  plain('line', 'title', 'What is done', true),
  plain('day', 'statedOn', 'Stated on', true),
  plain('text', 'evidence', 'Evidence'),
  plain('flag', 'closed', 'It is closed', true),
  plain('measures', 'indicators', 'Measures'),
  { ...plain('list', 'notes', 'Notes'), one: 'note' },
  {
    ...plain('rows', 'stages', 'Stages'),
    one: 'stage',
    fields: [
      plain('line', 'name', 'Name', true),
      plain('day', 'from', 'From'),
      plain('measures', 'indicators', 'Measures', true),
    ],
  },
]
const TERMS = { plan: 'a', title: 'Train', statedOn: '2026-01-01', closed: false, indicators: [] }

describe('before anything is sent', () => {
  test('nothing is missing of what is filled in', () => {
    expect(emptiesOf(FIELDS, draftOf(FIELDS, TERMS))).toEqual([])
  })

  test('what is missing is told in the order of the form', () => {
    const draft = draftOf(FIELDS, { ...TERMS, plan: null, title: ' ', statedOn: null })
    expect(emptiesOf(FIELDS, { ...draft, texts: { ...draft.texts, statedOn: '--' } })).toEqual([
      { field: 'field-plan', message: 'Plan: has to be chosen', atField: 'Has to be chosen' },
      { field: 'field-title', message: 'What is done: has to be filled in', atField: 'Has to be filled in' },
      { field: 'field-statedOn', message: 'Stated on: has to be filled in', atField: 'Has to be filled in' },
    ])
  })

  test('rows and lines tell which of them it is', () => {
    const draft = draftOf(FIELDS, { ...TERMS, notes: ['a', ''], stages: [{ name: '', from: null }] })
    expect(emptiesOf(FIELDS, draft).map(({ field, message }) => [field, message])).toEqual([
      ['field-notes-1', 'Note 2: has to be filled in'],
      ['field-stages-0-name', 'Stage 1, Name: has to be filled in'],
    ])
  })
})

describe('what the server has against it', () => {
  test.each([
    ['terms.evidence', 'field-evidence', 'Evidence: is needed', 'Is needed'],
    ['terms.stages.1.from', 'field-stages-1-from', 'Stage 2, From: is needed', 'Is needed'],
    ['terms.stages.1', 'field-stages-1', 'Stage 2: is needed', 'Is needed'],
    ['terms.stages', 'field-stages', 'Stages: is needed', 'Is needed'],
    ['terms.stages.1.indicators', 'field-stages-1-indicators', 'Stage 2, Measures: is needed', 'Is needed'],
    ['terms.stages.1.indicators.3', 'field-stages-1-indicators', 'Stage 2, Measures: is needed', 'Is needed'],
    ['terms.indicators.3', 'field-indicators', 'Measures: is needed', 'Is needed'],
  ])('at %s stands at %s', (path, field, message, atField) => {
    const place = placeOf(FIELDS, path)
    expect(place && faultAt(place, 'is needed')).toEqual({ field, message, atField })
  })

  test.each(['terms.colour', 'terms', 'after', 'title'])('at %s has no field in the form', (path) => {
    expect(placeOf(FIELDS, path)).toBeNull()
  })
})
