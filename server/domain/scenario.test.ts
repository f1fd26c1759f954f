import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Assumptions,
  leavingShare,
  runScenario,
  SCENARIO_ASSUMPTIONS,
  steadyState,
  yearlySpend,
} from './scenario.ts'

/** £700 a week is £36,500 a year, £7,000 is £365,000. */
const mix = (fostering: number, residential: number) => [
  { id: 'fostering', share: fostering, weekly: 700 },
  { id: 'residential', share: residential, weekly: 7000 },
]

const base: Assumptions = {
  children: 100,
  starts: 40,
  // Of what is in care 90% stays for a quarter, so 65.61% for a year.
  ends: 34.39,
  years: 1,
  mixNow: mix(80, 20),
  mix: mix(80, 20),
  otherSpend: 1_000_000,
  population: 20_000,
}

const childrenOf = (assumptions: Assumptions) => runScenario(assumptions).map(({ children }) => children)
const careSpendOf = (assumptions: Assumptions) => runScenario(assumptions).map(({ careSpend }) => careSpend)
const rounded = (numbers: number[], decimals: number) => numbers.map((x) => Number(x.toFixed(decimals)))

describe('children in care', () => {
  test('stay as many as they are where as many enter as leave', () => {
    expect(rounded(childrenOf(base), 8)).toEqual([100, 100, 100, 100, 100])
  })

  test('change by a quarter of the starts and by a share of those there, so fewer and fewer leave', () => {
    const points = runScenario({ ...base, starts: 20 })
    expect(
      rounded(
        points.map(({ children }) => children),
        8,
      ),
    ).toEqual([100, 95, 90.5, 86.45, 82.805])
    expect(
      rounded(
        points.map(({ ends }) => ends),
        8,
      ),
    ).toEqual([0, 10, 9.5, 9.05, 8.645])
    expect(points.map(({ starts }) => starts)).toEqual([0, 5, 5, 5, 5])
  })

  test('of whom 40% leave a year are 60% a year later if nobody enters', () => {
    expect(childrenOf({ ...base, starts: 0, ends: 40 }).at(-1)).toBeCloseTo(60, 9)
  })

  test('all leave in the first quarter where everybody leaves', () => {
    expect(childrenOf({ ...base, starts: 0, ends: 100 })).toEqual([100, 0, 0, 0, 0])
  })

  test('only grow where nobody leaves', () => {
    expect(childrenOf({ ...base, ends: 0 })).toEqual([100, 110, 120, 130, 140])
  })

  test('are never fewer than none', () => {
    const impossible = { ...base, children: 5, starts: -400 }
    expect(childrenOf(impossible)).toEqual([5, 0, 0, 0, 0])
    expect(steadyState(impossible)).toBe(0)
  })

  test('are a rate per 10,000 of those who live in the area', () => {
    expect(runScenario(base)[0]?.rate).toBe(50)
    expect(runScenario({ ...base, population: 0 })[0]?.rate).toBe(0)
  })

  test('have a point for the start and one for each quarter', () => {
    expect(runScenario({ ...base, years: 10 }).map(({ quarter }) => quarter)).toEqual(
      Array.from({ length: 41 }, (_, i) => i),
    )
  })
})

describe('spending', () => {
  test('is children at the average cost of where they live, and everything else', () => {
    const [start] = runScenario(base)
    expect(start?.careSpend).toBeCloseTo(80 * 36_500 + 20 * 365_000, 4)
    expect(start?.spend).toBeCloseTo(11_220_000, 4)
  })

  test('follows the mix, which moves in a straight line', () => {
    expect(rounded(careSpendOf({ ...base, mix: mix(100, 0) }), 4)).toEqual([
      10_220_000, 8_577_500, 6_935_000, 5_292_500, 3_650_000,
    ])
  })

  test('is the same whatever shares add up to', () => {
    expect(careSpendOf({ ...base, mixNow: mix(8, 2), mix: mix(4, 1) })[2]).toBeCloseTo(10_220_000, 4)
  })

  test('follows a unit cost that is set to another amount, in a straight line too', () => {
    const cheaper = [{ id: 'fostering', share: 100, weekly: 350 }]
    const spend = careSpendOf({ ...base, mixNow: mix(100, 0).slice(0, 1), mix: cheaper })
    expect(rounded(spend, 4)).toEqual([3_650_000, 3_193_750, 2_737_500, 2_281_250, 1_825_000])
  })

  test('of a placement that only one mix has goes by the cost that it has there', () => {
    const [fostering, residential] = [mix(100, 0).slice(0, 1), mix(0, 100).slice(1)]
    const spend = careSpendOf({ ...base, mixNow: fostering, mix: residential })
    expect(spend[2]).toBeCloseTo(50 * 36_500 + 50 * 365_000, 4)
  })

  test('of a year is the mean of its four quarters, without the start', () => {
    const years = yearlySpend(runScenario({ ...base, years: 2, starts: 0, ends: 0, mix: mix(100, 0) }))
    const care = years.map(({ careSpend }) => careSpend)
    expect(years.map(({ year }) => year)).toEqual([1, 2])
    expect(rounded(care, 4)).toEqual([8_166_875, 4_881_875])
    expect(
      rounded(
        years.map(({ spend }) => spend),
        4,
      ),
    ).toEqual([9_166_875, 5_881_875])
  })

  test('is not said of less than a year', () => {
    expect(yearlySpend(runScenario(base).slice(0, 4))).toEqual([])
  })
})

describe('where it settles', () => {
  test.each([
    [40, 34.39, 100],
    [20, 34.39, 50],
    [0, 34.39, 0],
    [40, 100, 10],
  ])('%d entering a year and %d%% leaving: %d children', (starts, ends, expected) => {
    expect(steadyState({ starts, ends })).toBeCloseTo(expected, 9)
  })

  test('is nowhere if nobody leaves', () => {
    expect(steadyState({ starts: 40, ends: 0 })).toBeNull()
  })

  test('is where the model arrives', () => {
    const settled = { ...base, starts: 25, ends: 45, years: 60 }
    expect(childrenOf(settled).at(-1)).toBeCloseTo(steadyState(settled) ?? Number.NaN, 6)
  })
})

describe('the share that leaves, from published counts', () => {
  test('is less than those who left divided by those in care: 159 of 531', () => {
    expect(leavingShare(159, 531)).toBeCloseTo(26.75, 2)
  })

  test('keeps the number as it is where as many entered', () => {
    const children = childrenOf({
      ...base,
      children: 531,
      starts: 159,
      ends: leavingShare(159, 531),
      years: 5,
    })
    expect(children.at(-1)).toBeCloseTo(531, 9)
  })

  test.each([
    [0, 531, 0],
    [10, 0, 0],
    [5000, 531, 100],
  ])('%i who left of %i in care are %i%%', (left, inCare, expected) => {
    expect(leavingShare(left, inCare)).toBe(expected)
  })
})

test('whatever is put in, numbers come out, and none below zero', () => {
  const some = (max: number) => fc.oneof(fc.constant(0), fc.double({ min: 0, max, noNaN: true }))
  const anyMix = fc.array(
    fc.record({ id: fc.constantFrom('fostering', 'residential'), share: some(100), weekly: some(50_000) }),
    { maxLength: 2 },
  )
  const any = fc.record({
    children: some(5000),
    starts: some(5000),
    ends: some(100),
    years: fc.integer({ min: 0, max: 10 }),
    mix: anyMix,
    mixNow: anyMix,
    otherSpend: some(1e9),
    population: fc.integer({ min: 0, max: 2_000_000 }),
  })
  fc.assert(
    fc.property(any, (assumptions) => {
      const points = runScenario(assumptions)
      const years = yearlySpend(points)
      const numbers = [...points, ...years].flatMap((each) => Object.values(each))
      expect(points).toHaveLength(4 * assumptions.years + 1)
      expect(years).toHaveLength(assumptions.years)
      expect(numbers.filter((x) => !(Number.isFinite(x) && x >= 0))).toEqual([])
    }),
  )
})

test('what is taken for granted is said in whole sentences', () => {
  expect(SCENARIO_ASSUMPTIONS.filter((each) => !/^[A-Z].*\.$/.test(each))).toEqual([])
  expect(SCENARIO_ASSUMPTIONS.join(' ')).toContain('averages, not what one child more or less really costs')
})
