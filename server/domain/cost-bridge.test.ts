import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { costBridge, type PlacementGroup, remainderGroup } from './cost-bridge.ts'

const foster = (children: number, weekly = 700): PlacementGroup => ({ id: 'fostering', children, weekly })
const home = (children: number, weekly = 7000): PlacementGroup => ({ id: 'residential', children, weekly })

const million = (pounds: number) => pounds / 1_000_000

describe('20 more children, all in homes, and homes that cost a tenth more', () => {
  const bridge = costBridge([foster(80), home(20)], [foster(80), home(40, 7700)])

  test.each([
    ['before', 10.22],
    ['volume', 2.044],
    ['mix', 5.256],
    ['price', 1.46],
    ['after', 18.98],
  ] as const)('%s is £%dm a year', (step, expected) => {
    expect(million(bridge[step])).toBeCloseTo(expected, 9)
  })

  test.each([
    [0, 'fostering', 0.584, 1.0512, 0],
    [1, 'residential', 1.46, 4.2048, 1.46],
  ])('group %i, %s, adds £%dm by volume, £%dm by mix and £%dm by price', (i, id, volume, mix, price) => {
    const group = bridge.groups[i]
    expect(group?.id).toBe(id)
    expect(million(group?.volume ?? Number.NaN)).toBeCloseTo(volume, 9)
    expect(million(group?.mix ?? Number.NaN)).toBeCloseTo(mix, 9)
    expect(million(group?.price ?? Number.NaN)).toBeCloseTo(price, 9)
  })
})

test('four children fewer can cost more: a few moves into homes outweigh them', () => {
  const bridge = costBridge([foster(96), home(4)], [foster(89), home(7)])
  expect(bridge.volume).toBeLessThan(0)
  expect(bridge.mix).toBeGreaterThan(-bridge.volume)
  expect(bridge.price).toBe(0)
})

test('a group that is new adds by mix, not by price', () => {
  const { mix, price } = costBridge([foster(10)], [foster(9), home(1)])
  expect(price).toBe(0)
  expect(mix).toBeCloseTo(365_000 - 36_500, 6)
})

test('a unit cost that was written for nobody is not an old price', () => {
  expect(costBridge([foster(10), home(0, 0)], [foster(9), home(1)]).price).toBe(0)
})

test('a group that is gone is in the bridge, and leaves by mix', () => {
  const { mix, price, groups } = costBridge([foster(9), home(1)], [foster(10)])
  expect(groups.map(({ id }) => id)).toEqual(['fostering', 'residential'])
  expect(price).toBe(0)
  expect(mix).toBeCloseTo(36_500 - 365_000, 6)
})

test.each([
  ['nobody before', [], [foster(80), home(20)], 10.22],
  ['nobody after', [foster(80), home(20)], [], -10.22],
  ['nobody at all', [], [], 0],
  ['groups without anybody', [foster(0)], [home(0)], 0],
])('with %s everything is volume', (_, before, after, expected) => {
  const { volume, mix, price } = costBridge(before, after)
  expect(million(volume)).toBeCloseTo(expected, 9)
  expect(mix).toBeCloseTo(0, 6)
  expect(price).toBeCloseTo(0, 6)
})

const group = (id: string) =>
  fc.record({
    id: fc.constant(id),
    children: fc.integer({ min: 0, max: 3000 }),
    weekly: fc.integer({ min: 0, max: 15_000 }),
  })
const groups = fc
  .tuple(group('fostering'), group('residential'), group('supported'), group('other'))
  .chain((all) => fc.subarray(all))
const pence = (pounds: number) => Math.round(pounds * 100) / 100 + 0

describe('whatever the groups', () => {
  test('before, volume, mix and price add up to after', () => {
    fc.assert(
      fc.property(groups, groups, (from, to) => {
        const { before, after, volume, mix, price } = costBridge(from, to)
        expect(before + volume + mix + price).toBeCloseTo(after, 2)
      }),
    )
  })

  test('the groups add up to each effect', () => {
    const total = (numbers: number[]) => numbers.reduce((sum, x) => sum + x, 0)
    fc.assert(
      fc.property(groups, groups, (from, to) => {
        const bridge = costBridge(from, to)
        expect(total(bridge.groups.map(({ volume }) => volume))).toBeCloseTo(bridge.volume, 2)
        expect(total(bridge.groups.map(({ mix }) => mix))).toBeCloseTo(bridge.mix, 2)
        expect(total(bridge.groups.map(({ price }) => price))).toBeCloseTo(bridge.price, 2)
      }),
    )
  })

  test('no change is nothing everywhere', () => {
    fc.assert(
      fc.property(groups, (same) => {
        const bridge = costBridge(same, same)
        const effects = bridge.groups.flatMap(({ volume, mix, price }) => [volume, mix, price])
        expect([bridge.volume, bridge.mix, bridge.price, ...effects].filter((x) => x !== 0)).toEqual([])
      }),
    )
  })

  test('so many times the children of each group is volume alone', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 2, max: 9 }), (from, times) => {
        const to = from.map((each) => ({ ...each, children: each.children * times }))
        const { before, after, volume, mix, price } = costBridge(from, to)
        expect(volume).toBeCloseTo(after - before, 2)
        expect([mix, price].map(pence)).toEqual([0, 0])
      }),
    )
  })

  test('new unit costs for the same children are price alone', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: -100, max: 100 }), (from, more) => {
        const to = from.map((each) => ({ ...each, weekly: each.weekly + more }))
        const { before, after, volume, mix, price } = costBridge(from, to)
        expect(price).toBeCloseTo(after - before, 2)
        expect([volume, mix].map(pence)).toEqual([0, 0])
      }),
    )
  })
})

describe('the children that published figures leave over', () => {
  const all = { children: 531, weekly: 2010 }

  test('are those of no named group, at what is left of the cost: Blackpool 2024-25', () => {
    expect(remainderGroup('other', all, [home(74, 6390), foster(350, 740)])).toEqual({
      id: 'other',
      children: 107,
      weekly: 335_450 / 107,
    })
  })

  test('may cost nothing', () => {
    expect(remainderGroup('other', { children: 10, weekly: 63 }, [foster(9, 70)])?.weekly).toBe(0)
  })

  test.each([
    ['nobody is left', [foster(531, 740)]],
    ['more are named than there are', [foster(540, 740)]],
    ['the named cost more than all', [home(170, 6390)]],
  ])('are no group where %s', (_, named) => {
    expect(remainderGroup('other', all, named)).toBeUndefined()
  })
})
