import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type TargetTerms, targetTerms } from '../server/contract/targets.ts'
import { dayOf, draftOf, emptyDraft, numberOf, termsOf } from './target-draft.ts'

const seeds = JSON.parse(readFileSync(new URL('../data/targets.json', import.meta.url), 'utf8')) as ({
  id: string
} & TargetTerms)[]

test.each(seeds.map(({ id, ...terms }) => [id, terms] as const))(
  'the form of %s, sent as it is, changes nothing',
  (_id, terms) => {
    expect(termsOf(draftOf(terms))).toEqual(terms)
  },
)

const FILLED = {
  ...emptyDraft('E06000009', 'cla-rate'),
  title: 'Fewer children in care',
  value: '443',
  'baseline.value': '531',
  'baseline.on': '2025-3-31',
  'baseline.source': 'Published',
  due: '2028-3-31',
  owner: 'Head of Service',
  statedOn: '2026-5-1',
  document: 'Council Plan',
}

test('a form that is filled in makes terms that the server takes', () => {
  expect(targetTerms.parse(termsOf(FILLED))).toMatchObject({
    basis: 'fixed-value',
    value: 443,
    baseline: { value: 531, on: '2025-03-31', source: 'Published' },
    due: '2028-03-31',
    benchmark: null,
    tolerance: null,
    statedOn: '2026-05-01',
    approvedOn: null,
  })
})

describe('what was typed for another kind of goal', () => {
  const draft = { ...FILLED, low: '400', high: '450', change: '-10' }

  test('stays in the form and is not sent', () => {
    expect(termsOf(draft)).toMatchObject({ value: 443, change: null, low: null, high: null })
    expect(termsOf({ ...draft, basis: 'pct-from-baseline' })).toMatchObject({ value: null, change: -10 })
  })

  test('is sent for a range as soon as one is to be kept within, whatever goal was chosen before', () => {
    expect(termsOf({ ...draft, aim: 'within' })).toMatchObject({
      basis: 'range',
      value: null,
      low: 400,
      high: 450,
      shape: 'level',
    })
  })

  test('is sent for a benchmark with what its group and its mode need', () => {
    const benchmark = { ...draft, basis: 'to-benchmark' }
    expect(termsOf(benchmark).benchmark).toEqual({
      group: 'neighbours',
      model: '2025',
      statistic: 'mean',
      mode: 'live',
      frozen: null,
    })
    const frozen = {
      ...benchmark,
      'benchmark.group': 'england',
      'benchmark.statistic': 'p75',
      'benchmark.mode': 'frozen',
      'benchmark.frozen.value': '67',
      'benchmark.frozen.period': '2024-25',
    }
    expect(termsOf(frozen).benchmark).toEqual({
      group: 'england',
      model: null,
      statistic: 'mean',
      mode: 'frozen',
      frozen: { value: 67, period: '2024-25' },
    })
  })
})

test('milestones and a tolerance of one’s own are sent where they are chosen', () => {
  const draft = {
    ...emptyDraft('E06000009', 'cla-rate'),
    milestones: [{ key: 3, on: '2027-3-31', value: '480' }],
    tolerance: 'percent',
    toleranceSize: '2.5',
  }
  expect(termsOf(draft)).toMatchObject({ milestones: [], tolerance: { kind: 'percent', size: 2.5 } })
  expect(termsOf({ ...draft, shape: 'milestones' }).milestones).toEqual([{ on: '2027-03-31', value: 480 }])
})

test('a baseline that was begun is sent as far as it is filled in', () => {
  const draft = { ...emptyDraft('E06000009', 'cla-rate'), 'baseline.value': '531' }
  expect(termsOf(draft).baseline).toEqual({ value: 531, on: '', source: '' })
})

test.each([
  ['443', 443],
  [' 68,151,296 ', 68_151_296],
  ['£1,234.50', 1234.5],
  ['−33%', -33],
  ['', null],
  ['  ', null],
  ['about 400', 'about 400'],
])('the number typed as %j is %j', (typed, number) => {
  expect(numberOf(typed)).toBe(number)
})

test.each([
  ['2028-3-1', '2028-03-01'],
  ['2028-03-31', '2028-03-31'],
  ['--', null],
  ['', null],
  ['2028--', '2028-00-00'],
  ['28-3-1', '28-03-01'],
])('the day typed as %j is %j', (typed, day) => {
  expect(dayOf(typed)).toBe(day)
})
