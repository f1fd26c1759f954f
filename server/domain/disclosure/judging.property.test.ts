import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Figure } from '../figure.ts'
import type { CountedIndicator } from './counted.ts'
import type { IdentityRule } from './identity.ts'
import { parseCellName } from './identity.ts'
import { judgeCarefully } from './judging.ts'
import { protectionOf } from './withheld.ts'

/** Small worlds: stocks, flows, shares and parts of an area, in quarters and years, sent, published and corrected. */

const STOCK: CountedIndicator = {
  id: '',
  theme: 'children-in-care',
  kind: 'snapshot',
  unit: 'per-10000',
  decimals: 1,
  denominatorKind: 'population',
  restricted: false,
}
const FLOW = { ...STOCK, kind: 'flow' } as const
const KNOWN: Record<string, CountedIndicator> = {
  care: STOCK,
  foster: { ...STOCK, unit: 'percent', denominatorKind: 'counted' },
  agency: { ...STOCK, unit: 'count', denominatorKind: 'none' },
  starts: FLOW,
  ends: FLOW,
  change: { ...FLOW, unit: 'count', denominatorKind: 'none', derived: { plus: 'contacts', minus: 'closed' } },
  contacts: FLOW,
  converted: { ...FLOW, unit: 'percent', denominatorKind: 'counted' },
  closed: FLOW,
  alone: FLOW,
  score: { ...STOCK, unit: 'score', denominatorKind: 'counted' },
  spending: { ...STOCK, unit: 'pounds', denominatorKind: 'none', theme: 'finance' },
}

const cell = (text: string) => {
  const name = parseCellName(text)
  if (!name) throw new Error(text)
  return name
}
const rule = (kind: IdentityRule['rule'], whole: string, plus: string[], minus: string[] = []) => ({
  rule: kind,
  whole: cell(whole),
  plus: plus.map(cell),
  minus: minus.map(cell),
  exact: true,
  says: 'they hang together',
})
const RULES: IdentityRule[] = [
  rule('same', 'care:count', ['foster:whole']),
  rule('within', 'foster:count', ['agency:count']),
  rule('balance', 'care:count', ['starts:count'], ['ends:count']),
  rule('parts', 'change:count', ['contacts:count'], ['closed:count']),
  rule('same', 'contacts:count', ['converted:whole']),
]

const numbers = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }) },
  { weight: 6, arbitrary: fc.integer({ min: 6, max: 400 }) },
)
const figuresOf = (periods: readonly string[]) =>
  fc.uniqueArray(
    fc.record({
      indicator: fc.constantFrom(...Object.keys(KNOWN)),
      period: fc.constantFrom(...periods),
      count: numbers,
      rest: numbers,
      isHidden: fc.integer({ min: 0, max: 40 }).map((n) => n === 0),
    }),
    { selector: ({ indicator, period }) => `${indicator} ${period}`, maxLength: 30 },
  )

type Drawn = { indicator: string; period: string; count: number; rest: number; isHidden: boolean }

function figureFrom({ indicator, period, count, rest, isHidden }: Drawn): Figure {
  const { unit = 'count', denominatorKind } = KNOWN[indicator] ?? {}
  const whole = denominatorKind === 'none' ? null : unit === 'percent' ? count + rest : 20_000
  const share = { 'per-10000': (count / 20_000) * 10_000, percent: (100 * count) / (count + rest || 1) }
  const value = Math.round((share[unit as keyof typeof share] ?? count) * 10) / 10
  const base = { indicator, area: 'E06000009', dimension: '', period, status: 'final' } as const
  return isHidden
    ? { ...base, value: 'suppressed', numerator: null, denominator: null, note: null, doubt: null }
    : {
        ...base,
        value,
        numerator: unit === 'count' ? null : count,
        denominator: whole,
        note: null,
        doubt: null,
      }
}

const QUARTERS = ['2019-20Q1', '2019-20Q2', '2019-20Q3', '2019-20Q4']
const worlds = fc.constantFrom(QUARTERS, [...QUARTERS, '2019-20', '2020-03-31']).chain((periods) => {
  const figures = figuresOf(periods)
  const known = figures.map((drawn) => drawn.filter(({ isHidden }) => !isHidden))
  return fc.record({
    own: figures,
    published: known,
    earlier: known,
    stands: fc.integer({ min: 0, max: 4 }),
    corrections: fc.array(fc.integer({ min: -7, max: 7 }), { maxLength: 30 }),
  })
})

test('what is judged quickly is judged as it would be carefully, all indicators together', () => {
  fc.assert(
    fc.property(worlds, ({ own: drawn, published, earlier, stands, corrections }) => {
      const own = drawn.map(figureFrom)
      // Some of what was shown before is what stands now, and some was corrected by a little.
      const corrected = drawn
        .filter(({ isHidden }, i) => !isHidden && (corrections[i] ?? 0) !== 0)
        .map((each, i) => ({ ...each, count: Math.max(0, each.count + (corrections[i] ?? 0)) }))
      const shown = [...earlier, ...corrected].map(figureFrom).concat(own.filter((_, i) => i % 5 < stands))
      const world = {
        own,
        published: published.map(figureFrom),
        earlier: shown,
        rules: RULES,
        indicator: (id: string) => KNOWN[id],
      }
      const quickly = protectionOf(world)
      const carefully = judgeCarefully(world)
      expect(new Map([...quickly.reasons].sort())).toEqual(new Map([...carefully.reasons].sort()))
      expect(quickly.exposed).toEqual(carefully.exposed)
    }),
    { numRuns: 1500 },
  )
})
