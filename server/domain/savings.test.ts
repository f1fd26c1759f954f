import { describe, expect, test } from 'vitest'
import { round } from './rounding.ts'
import {
  addUp,
  annualEffect,
  reinvest,
  SAVING_KIND_WORDS,
  SAVING_STAGE_WORDS,
  type SavingLine,
  savingsPath,
} from './savings.ts'

describe('a third of the spending saved over five years', () => {
  test.each([
    [0, 0, 1, 0],
    [1, 0.066, 0.934, 0.066],
    [2, 0.132, 0.868, 0.198],
    [3, 0.198, 0.802, 0.396],
    [4, 0.264, 0.736, 0.66],
    [5, 0.33, 0.67, 0.99],
  ])(
    'in year %i saves %d of the baseline, spends %d and has saved %d in all',
    (k, saving, spend, cumulative) => {
      const year = savingsPath(1, 0.33, 5)[k]
      expect(year?.k).toBe(k)
      expect(year?.saving).toBeCloseTo(saving, 12)
      expect(year?.spend).toBeCloseTo(spend, 12)
      expect(year?.cumulative).toBeCloseTo(cumulative, 12)
    },
  )

  test('ends with its last year', () => {
    expect(savingsPath(1, 0.33, 5)).toHaveLength(6)
  })

  test('from £68,151,296 leaves £45,661,368 in the fifth year', () => {
    const last = savingsPath(68_151_296, 0.33, 5).at(-1)
    expect(round(last?.saving ?? 0, 0)).toBe(22_489_928)
    expect(round(last?.spend ?? 0, 0)).toBe(45_661_368)
  })
})

describe('15% of what is saved put into prevention', () => {
  test('is 4.95% of the baseline, and 28.05% is left', () => {
    const { reinvested, net } = reinvest(0.33, 0.15)
    expect(reinvested).toBeCloseTo(0.0495, 12)
    expect(net).toBeCloseTo(0.2805, 12)
  })

  test('is £3,373,489 of the fifth year, and £19,116,439 is left', () => {
    const { reinvested, net } = reinvest(0.33 * 68_151_296, 0.15)
    expect(round(reinvested, 0)).toBe(3_373_489)
    expect(round(net, 0)).toBe(19_116_439)
  })
})

const ledger: SavingLine[] = [
  { kind: 'cashable', stage: 'identified', amount: 1, year: '2021-22' },
  { kind: 'cashable', stage: 'planned', amount: 20, year: '2021-22' },
  { kind: 'cashable', stage: 'delivered', amount: 300, year: '2021-22' },
  { kind: 'cashable', stage: 'delivered', amount: 500, year: '2022-23' },
  { kind: 'cashable', stage: 'confirmed', amount: 4000, year: '2022-23' },
  { kind: 'cashable', stage: 'not-deliverable', amount: 50_000, year: '2023-24' },
  { kind: 'cost-avoided', stage: 'confirmed', amount: 600_000, year: '2022-23' },
  { kind: 'one-off', stage: 'delivered', amount: 7_000_000, year: '2022-23' },
]

describe('a ledger added up', () => {
  test('has each stage, and counts as delivered what finance has confirmed too', () => {
    expect(addUp(ledger).kinds.cashable).toEqual({
      stages: { identified: 1, planned: 20, delivered: 800, confirmed: 4000, 'not-deliverable': 50_000 },
      delivered: 4800,
      confirmed: 4000,
      toCome: 20,
      atRisk: 1,
      lost: 50_000,
    })
  })

  test('keeps cost avoided and one-offs out of what is cashable', () => {
    const { kinds, cashableDelivered } = addUp(ledger)
    expect(cashableDelivered).toBe(4800)
    expect(kinds['cost-avoided'].delivered).toBe(600_000)
    expect(kinds['one-off'].delivered).toBe(7_000_000)
  })

  test('is nothing where nothing was written in it', () => {
    expect(addUp([]).cashableDelivered).toBe(0)
  })
})

test.each([
  ['2020-21', 0, 0, 0],
  ['2021-22', 300, 0, 0],
  ['2022-23', 4800, 600_000, 7_000_000],
  ['2023-24', 4800, 600_000, 0],
])(
  'in %s £%i cashable, £%i cost avoided and £%i one-off had been delivered',
  (year, cashable, avoided, oneOff) => {
    const { kinds, cashableDelivered } = annualEffect(ledger, year)
    expect(cashableDelivered).toBe(cashable)
    expect(kinds['cost-avoided'].delivered).toBe(avoided)
    expect(kinds['one-off'].delivered).toBe(oneOff)
  },
)

test('a saving that will not come is lost from the year on in which it was to come', () => {
  expect(annualEffect(ledger, '2022-23').kinds.cashable.lost).toBe(0)
  expect(annualEffect(ledger, '2023-24').kinds.cashable.lost).toBe(50_000)
})

test('kinds and stages are said in words', () => {
  expect(SAVING_KIND_WORDS['cost-avoided']).toBe('cost avoided: growth that was prevented')
  expect(SAVING_STAGE_WORDS.confirmed).toBe('confirmed by finance')
})
