import { expect, test } from 'vitest'
import type { TargetTerms } from '../../contract/targets.ts'
import { loadReference } from '../../reference.ts'
import { termsInWords } from './terms-in-words.ts'

const reference = loadReference()
const setting = { reference, home: 'E06000009', today: '2026-11-21' }
const [seed] = reference.targets
const plans = new Map([['mtfs-2021', { name: 'Medium-term financial strategy' }]])

const textOf = (key: string, change: Partial<TargetTerms>) => {
  const terms = { ...(seed?.terms as TargetTerms), ...change }
  return termsInWords(terms, setting, plans).find((each) => each.key === key)?.text
}

test.each<[string, Partial<TargetTerms>, string]>([
  ['value', { value: 443 }, '443'],
  ['value', { value: 1443.25 }, '1,443.25'],
  ['value', { indicator: 'cpp-reviews-pct', view: 'rate', value: 98.5 }, '98.5%'],
  ['value', { indicator: 'cs-expenditure', view: 'rate', value: 45_661_368 }, '£45,661,368'],
  ['change', { basis: 'pct-from-baseline', change: -33 }, '−33%'],
  ['change', { basis: 'pct-from-baseline', change: 2.5 }, '+2.5%'],
  ['change', { basis: 'abs-from-baseline', change: -120 }, '−120'],
  ['change', { basis: 'abs-from-baseline', view: 'rate', change: -10 }, '−10 per 10,000'],
  [
    'change',
    { basis: 'abs-from-baseline', indicator: 'cpp-reviews-pct', view: 'rate', change: 5 },
    '+5 percentage points',
  ],
  ['tolerance', { tolerance: { kind: 'percent', size: 2.5 } }, '2.5% of what the path asks for'],
  ['tolerance', { tolerance: { kind: 'points', size: 1 } }, '1 percentage point'],
  ['tolerance', { view: 'rate', tolerance: { kind: 'absolute', size: 10 } }, '10 per 10,000'],
  [
    'milestones',
    {
      milestones: [
        { on: '2027-03-31', value: 500 },
        { on: '2028-03-31', value: 470.5 },
      ],
    },
    '500 on 31 March 2027; 470.5 on 31 March 2028',
  ],
  ['programme', { programme: 'mtfs-2021' }, 'Medium-term financial strategy'],
  ['programme', { programme: 'plan-unknown' }, 'plan-unknown'],
  ['document', { document: 'Council Plan 2026' }, 'Council Plan 2026'],
])('%s of %j reads %j', (key, change, text) => {
  expect(textOf(key, change)).toBe(text)
})

test.each(['tolerance', 'milestones', 'benchmark.group', 'reviewOn'])(
  '%s that nobody set is not told',
  (key) => {
    expect(textOf(key, {})).toBeUndefined()
  },
)
