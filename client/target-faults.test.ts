import { describe, expect, test } from 'vitest'
import { faultAt } from './components/versions/faults.ts'
import { emptyDraft } from './target-draft.ts'
import { emptiesOf, placeOf } from './target-faults.ts'

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
  ])('of %s stands at %s', (path, field, message) => {
    const place = placeOf(path)
    expect(place && faultAt(place, 'needs a number')).toEqual({ field, message, atField: 'Needs a number' })
  })

  test.each(['after', 'terms.colour', ''])('of %j has no field in the form', (path) => {
    expect(placeOf(path)).toBeNull()
  })
})

describe('what is empty', () => {
  const messages = (change: object) =>
    emptiesOf({ ...emptyDraft('E06000009', ''), ...change }).map(({ message }) => message)

  test('is told in the order of the form', () => {
    expect(messages({})).toEqual([
      'Choose the measure',
      'Say what is aimed at',
      'Enter the value aimed at',
      'Enter the role that answers for it',
      'Enter the paper that states it',
      'Enter the day on which it was stated',
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
