import { describe, expect, test } from 'vitest'
import { emptyDraft } from './target-draft.ts'
import { emptiesOf, faultsOf } from './target-faults.ts'

const problem = (...errors: { path: string; message: string }[]) => ({
  type: 'urn:problem:invalid-request',
  title: 'The request is not valid',
  status: 400,
  detail: 'Something is wrong',
  instance: 'urn:request:1',
  errors,
})

describe('what the server says', () => {
  test.each([
    ['terms.value', 'target-value', 'Goal: needs a number'],
    ['terms.baseline', 'target-baseline-value', 'Baseline: needs a number'],
    ['terms.baseline.on', 'target-baseline-on', 'Day of the baseline: needs a number'],
    ['terms.benchmark', 'target-benchmark-group', 'Whose figure it goes to: needs a number'],
    [
      'terms.benchmark.frozen.value',
      'target-benchmark-frozen-value',
      'Value that it stays at: needs a number',
    ],
    ['terms.milestones', 'target-milestones', 'Milestones: needs a number'],
    ['terms.milestones.1.on', 'target-milestones-1-on', 'Milestone 2: needs a number'],
    ['terms.tolerance.size', 'target-toleranceSize', 'Tolerance: needs a number'],
    ['reason', 'target-reason', 'Needs a number'],
    ['by', 'target-by', 'Needs a number'],
  ])('of %s stands at %s', (path, field, message) => {
    expect(faultsOf(problem({ path, message: 'needs a number' }))).toEqual([
      { field, message, atField: 'Needs a number' },
    ])
  })

  test('of one field twice is told once', () => {
    const errors = [
      { path: 'terms.baseline', message: 'first' },
      { path: 'terms.baseline', message: 'second' },
    ]
    expect(faultsOf(problem(...errors)).map(({ atField }) => atField)).toEqual(['First'])
  })

  test.each([[problem()], [problem({ path: 'after', message: 'is not a number' })]])(
    'of no field of the form stands by itself',
    (refused) => {
      expect(faultsOf(refused)).toMatchObject([{ field: null, message: 'Something is wrong' }])
    },
  )
})

describe('what is empty', () => {
  const messages = (change: object, reason = '') =>
    emptiesOf({ ...emptyDraft('E06000009', ''), ...change }, reason).map(({ message }) => message)

  test('is told in the order of the form', () => {
    expect(messages({})).toEqual([
      'Choose the measure',
      'Say what is aimed at',
      'Enter the value aimed at',
      'Enter the role that answers for it',
      'Enter the paper that states it',
      'Enter the day on which it was stated',
      'Say why, in a few words',
    ])
  })

  test('depends on the kind of goal', () => {
    expect(messages({ basis: 'to-benchmark' })).not.toContain('Enter the value aimed at')
    expect(messages({ aim: 'within' })).toContain('Enter the upper end of the range')
    expect(messages({ basis: 'abs-from-baseline' })).toContain('Enter by how much it shall change')
  })

  test('is a day of which nothing is typed, and is none with a part of it', () => {
    expect(messages({ statedOn: '--' })).toContain('Enter the day on which it was stated')
    expect(messages({ statedOn: '2026--' })).not.toContain('Enter the day on which it was stated')
  })
})
