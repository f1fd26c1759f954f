import { describe, expect, test } from 'vitest'
import { draftOf, EMPTY, faultsOf, readPounds, type SavingDraft, termsOf } from './saving-draft.ts'

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
  reason: 'Agreed by the board',
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
    expect(faultsOf(EMPTY).map(({ field }) => field)).toEqual([
      'saving-title',
      'saving-kind',
      'saving-stage',
      'saving-amount',
      'saving-year',
      'saving-owner',
      'saving-reason',
    ])
  })

  test('of a full form is nothing', () => {
    expect(faultsOf(full)).toEqual([])
  })

  test.each(['delivered', 'confirmed'] as const)('is the evidence where a saving is %s', (stage) => {
    expect(faultsOf({ ...full, stage })).toEqual([
      { field: 'saving-evidence', message: 'Say where a delivered saving can be checked' },
    ])
    expect(faultsOf({ ...full, stage, evidence: 'Budget line 42' })).toEqual([])
  })

  test('is a title or a reason of spaces only', () => {
    expect(faultsOf({ ...full, title: '    ', reason: '   ' }).map(({ field }) => field)).toEqual([
      'saving-title',
      'saving-reason',
    ])
  })
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
    expect(termsOf({ ...full, reason: '' }, 'mtfs-2021')).toBeNull()
  })

  test('is what a line held, if nothing is changed', () => {
    const terms = termsOf({ ...full, component: '', evidence: 'Budget line 42' }, 'mtfs-2021')
    expect(terms).not.toBeNull()
    const again = terms && termsOf({ ...draftOf({ terms }), reason: 'again' }, 'mtfs-2021')
    expect(again).toEqual(terms)
  })
})
