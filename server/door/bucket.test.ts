import { expect, test } from 'vitest'
import { tokenBuckets } from './bucket.ts'

/** A clock that is set by hand, in seconds. */
function clock() {
  let at = 0
  const wait = (seconds: number) => {
    at += seconds
  }
  return { now: () => at * 1000, wait }
}

test('so many at once, then one for each that has come back', () => {
  const { now, wait } = clock()
  const take = tokenBuckets({ burst: 2, perMinute: 6 }, now)
  expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 10])
  wait(9)
  expect(take('a')).toBe(1)
  wait(1)
  expect([take('a'), take('a')]).toEqual([0, 10])
})

test('a bucket never holds more than its burst, however long nobody came', () => {
  const { now, wait } = clock()
  const take = tokenBuckets({ burst: 2, perMinute: 60 }, now)
  expect(take('a')).toBe(0)
  wait(3600)
  expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 1])
})

test('asking in vain costs nothing', () => {
  const { now, wait } = clock()
  const take = tokenBuckets({ burst: 1, perMinute: 60 }, now)
  expect([take('a'), take('a'), take('a')]).toEqual([0, 1, 1])
  wait(1)
  expect(take('a')).toBe(0)
})

test('one key is not held back for another', () => {
  const take = tokenBuckets({ burst: 1, perMinute: 1 }, clock().now)
  expect([take('a'), take('b'), take('a')]).toEqual([0, 0, 60])
})

test('beyond the most keys the one not seen for longest is forgotten', () => {
  const take = tokenBuckets({ burst: 1, perMinute: 1 }, clock().now, 2)
  expect([take('a'), take('b'), take('a'), take('c')]).toEqual([0, 0, 60, 0])
  expect([take('a'), take('b')]).toEqual([60, 0])
})

test('a clock that goes back takes no token away', () => {
  const { now, wait } = clock()
  const take = tokenBuckets({ burst: 2, perMinute: 60 }, now)
  expect(take('a')).toBe(0)
  wait(-100)
  expect(take('a')).toBe(0)
})
