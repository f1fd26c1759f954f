import { expect, test } from 'vitest'
import { realismOf, verdictOf, windowsOf, type Years } from './realism.ts'

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
