import { expect, test } from 'vitest'
import type { MappingProposal } from '../server/contract/mapping.ts'
import { choiceOf, columnUseOf, draftOf, FIELDS, faultsOf, mappingOf, USES } from './mapping-draft.ts'

const PROPOSAL: MappingProposal = {
  signature: 's',
  header: ['Measure', 'Q1 2025/26', 'Comment'],
  sample: [],
  mapping: {
    area: 'E06000009',
    areaColumn: null,
    measureColumn: 'Measure',
    partColumn: null,
    columns: { Comment: { use: 'note' } },
    measures: {
      'Children in care': { indicator: 'cla-rate', dimension: '', part: 'value' },
      'Something else': null,
      'A heading': null,
    },
    areas: {},
    parts: {},
    status: 'final',
  },
  unsure: ['Something else'],
}

test('what the guess has no place for must be decided, what it leaves out stays left out', () => {
  const draft = draftOf(PROPOSAL)
  expect(draft.measures).toMatchObject({ 'Something else': undefined, 'A heading': null })
  expect(faultsOf(draft, undefined)).toEqual([
    { field: FIELDS.measure(1), message: 'Say what “Something else” is, or leave it out' },
  ])
  draft.measures['Something else'] = null
  expect(faultsOf(draft, undefined)).toEqual([])
  expect(mappingOf(draft)).toEqual(PROPOSAL.mapping)
})

test('a column of "this quarter" needs the quarter to be chosen, a sheet without areas needs one', () => {
  const draft = {
    ...draftOf(PROPOSAL),
    measures: {},
    area: null,
    columns: { Now: columnUseOf('this-period') },
  }
  expect(faultsOf(draft, undefined).map((fault) => fault.field)).toEqual(['quarter', FIELDS.area])
  expect(faultsOf(draft, '2025-26Q2').map((fault) => fault.field)).toEqual([FIELDS.area])
})

test.each(USES)('the choice "%s" stands for a use and back', (value) => {
  expect(choiceOf(columnUseOf(value))).toBe(value)
})
