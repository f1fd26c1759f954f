import { describe, expect, test } from 'vitest'
import { draftOf, EMPTY, emptiesOf, placeOf, readPounds, type SavingDraft, termsOf } from './saving-draft.ts'

const full: SavingDraft = {
  title: ' Review of carers’ payments ',
  kind: 'cashable',
  stage: 'planned',
  amount: '£250,000',
  year: '2025-26',
  component: 'fostering',
  owner: 'Head of Fostering',
  evidence: '',
  illustrative: false,
}

test.each([
  ['250000', 250_000],
  ['250,000', 250_000],
  [' £250 000 ', 250_000],
  ['0', 0],
  ['', null],
  ['£', null],
  ['-5', null],
  ['1.5', null],
  ['a lot', null],
  ['123456789012', null],
])('%j is %j pounds', (text, expected) => {
  expect(readPounds(text)).toBe(expected)
})

describe('what is missing', () => {
  test('of an empty form is told for each field that has to be filled in, in their order', () => {
    expect(emptiesOf(EMPTY).map(({ field }) => field)).toEqual([
      'saving-title',
      'saving-kind',
      'saving-stage',
      'saving-amount',
      'saving-year',
      'saving-owner',
    ])
  })

  test('of a full form is nothing', () => {
    expect(emptiesOf(full)).toEqual([])
  })

  test.each(['delivered', 'confirmed'] as const)('is the evidence where a saving is %s', (stage) => {
    expect(emptiesOf({ ...full, stage })).toMatchObject([
      { field: 'saving-evidence', message: 'Say where a delivered saving can be checked' },
    ])
    expect(emptiesOf({ ...full, stage, evidence: 'Budget line 42' })).toEqual([])
  })

  test('is a title of spaces only', () => {
    expect(emptiesOf({ ...full, title: '    ' }).map(({ field }) => field)).toEqual(['saving-title'])
  })
})

test.each([
  ['terms.amount', { field: 'saving-amount', label: null }],
  ['terms.programme', null],
  ['after', null],
])('what the server says of %s stands at %j', (path, place) => {
  expect(placeOf(path)).toEqual(place)
})

describe('what is sent', () => {
  test('is trimmed, in whole pounds, with null for what was left out', () => {
    expect(termsOf(full, 'mtfs-2021')).toEqual({
      programme: 'mtfs-2021',
      component: 'fostering',
      title: 'Review of carers’ payments',
      kind: 'cashable',
      stage: 'planned',
      amount: 250_000,
      year: '2025-26',
      owner: 'Head of Fostering',
      evidence: null,
      illustrative: false,
    })
  })

  test('is nothing as long as something is missing', () => {
    expect(termsOf({ ...full, owner: '' }, 'mtfs-2021')).toBeNull()
  })

  test('is what a line held, if nothing is changed', () => {
    const terms = termsOf({ ...full, component: '', evidence: 'Budget line 42' }, 'mtfs-2021')
    expect(terms).not.toBeNull()
    const again = terms && termsOf(draftOf({ terms }), 'mtfs-2021')
    expect(again).toEqual(terms)
  })
})
