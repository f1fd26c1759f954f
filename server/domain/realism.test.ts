import { describe, expect, test } from 'vitest'
import { realismOf, standingOf, verdictOf, windowsFromFarEnd, windowsOf, type Years } from './realism.ts'

const years = (area: string, from: number, ...values: number[]): Years => ({
  area,
  values: new Map(values.map((value, i) => [from + i, value])),
})

test('a window has a figure at both ends, and begins no earlier than asked', () => {
  expect(windowsOf([years('A', 2015, 100, 90, 80, 99)], 2, 2016)).toEqual([
    { area: 'A', from: 2016, to: 2018, change: 10 },
  ])
  const gap: Years = {
    area: 'B',
    values: new Map([
      [2016, 50],
      [2018, 40],
      [2019, 45],
    ]),
  }
  expect(windowsOf([gap], 2, 2016)).toEqual([{ area: 'B', from: 2016, to: 2018, change: -20 }])
})

test('what began with nothing has no change in per cent', () => {
  expect(windowsOf([years('A', 2016, 0, 10)], 1, 2016)).toEqual([])
})

const four = windowsOf([years('A', 2016, 100, 90, 81), years('B', 2016, 100, 70, 77)], 1, 2016)

test('a fall is managed by whoever fell at least as far', () => {
  expect(realismOf(-10, four)).toMatchObject({
    windows: 4,
    areas: 2,
    reached: 3,
    reachedAreas: 2,
    share: 75,
    best: { area: 'B', from: 2016, to: 2017 },
  })
})

test('a rise is managed by whoever rose at least as far', () => {
  expect(realismOf(10, four)).toMatchObject({ reached: 1, best: { area: 'B', from: 2017, to: 2018 } })
})

test('without figures nothing is said', () => {
  expect(realismOf(-10, [])).toBeUndefined()
})

const five = [
  years('A', 2016, 10, 20, 30),
  years('B', 2016, 20, 10, 10),
  years('C', 2016, 30, 30, 15),
  years('D', 2016, 40, 36, 20),
  years('E', 2016, 50, 40),
]

test('a fall is set beside those who began in the top quarter of that year', () => {
  expect(windowsFromFarEnd(five, -10, 1, 2016)).toEqual([
    { area: 'D', from: 2016, to: 2017, change: -10 },
    { area: 'D', from: 2017, to: 2018, change: (-16 / 36) * 100 },
    { area: 'E', from: 2016, to: 2017, change: -20 },
  ])
})

test('a rise is set beside those who began in the bottom quarter of that year', () => {
  expect(windowsFromFarEnd(five, 10, 1, 2016)).toEqual([
    { area: 'A', from: 2016, to: 2017, change: 100 },
    { area: 'A', from: 2017, to: 2018, change: 50 },
    { area: 'B', from: 2016, to: 2017, change: -50 },
    { area: 'B', from: 2017, to: 2018, change: 0 },
  ])
})

test.each([-10, 10])(
  'of 21 councils six begin at a quartile or beyond it, for a change of %i%%',
  (needed) => {
    const all = Array.from({ length: 21 }, (_, i) => years(`${i}`, 2016, 10 + i, 20))
    expect(windowsFromFarEnd(all, needed, 1, 2016)).toHaveLength(6)
  },
)

test('the quarter is that of all figures of the year, also of those with no figure later', () => {
  const lasting = [years('A', 2016, 10, 10), years('B', 2016, 20, 20), years('C', 2016, 30)]
  expect(windowsFromFarEnd(lasting, -10, 1, 2016)).toEqual([])
})

test('windows from the top quarter begin no earlier than asked', () => {
  expect(windowsFromFarEnd(five, -10, 1, 2017).map(({ from }) => from)).toEqual([2017])
})

test('whoever is at the quartile itself belongs to the quarter, whatever its decimals', () => {
  const thirds = [1, 2, 3, 4, 5].map((n) => years(`${n}`, 2016, (n * 50) / 3, 1))
  expect(windowsFromFarEnd(thirds, -10, 1, 2016).map(({ area }) => area)).toEqual(['4', '5'])
})

describe('among our own past changes', () => {
  const own = windowsOf([years('A', 2016, 100, 90, 81, 100, 60)], 1, 2016)

  test.each([
    [-10, 3, 75],
    [-11, 1, 25],
    [-47, 0, 0],
    [20, 1, 25],
  ])('%i%% was reached in %i of four, %i%%', (needed, reached, percentile) => {
    expect(standingOf(needed, own)).toEqual({ windows: 4, reached, percentile })
  })

  test('without any there is no standing', () => {
    expect(standingOf(-10, [])).toBeUndefined()
  })
})

test.each([
  [0, 'never seen'],
  [0.1, 'done by few'],
  [4.99, 'done by few'],
  [5, 'done by some'],
  [24.9, 'done by some'],
  [25, 'done by many'],
])('%f%% of the windows is %s', (share, words) => {
  expect(verdictOf(share)).toBe(words)
})
