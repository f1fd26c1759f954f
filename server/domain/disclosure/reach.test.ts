import { describe, expect, test } from 'vitest'
import { reachOf } from './reach.ts'

const ALL = () => false
const row = (...coefficients: number[]) => new Map(coefficients.entries())
const count = (value: number) => ({ down: value, up: Number.POSITIVE_INFINITY })

describe('numbers that others bind', () => {
  test('one that stands alone in a sum cannot move', () => {
    expect(reachOf([count(2)], [row(1)], ALL)).toEqual([{ down: 0, up: 0 }])
  })

  test('two that make 20 share it among them', () => {
    const reach = reachOf([count(2), count(18)], [row(1, 1)], ALL)
    expect(reach).toEqual([
      { down: 2, up: 18 },
      { down: 18, up: 2 },
    ])
  })

  test('three pairs give each other away', () => {
    const pairs = [row(1, 1, 0), row(0, 1, 1), row(1, 0, 1)]
    const reach = reachOf([count(20), count(30), count(40)], pairs, ALL)
    expect(reach.flatMap(({ down, up }) => [down, up])).toEqual([0, 0, 0, 0, 0, 0])
  })

  test('four at the corners of a table move together, as far as the smallest lets them', () => {
    const table = [row(1, 1, 0, 0), row(0, 0, 1, 1), row(1, 0, 1, 0), row(0, 1, 0, 1)]
    expect(reachOf([count(2), count(9), count(7), count(30)], table, ALL)).toEqual([
      { down: 2, up: 7 },
      { down: 7, up: 2 },
      { down: 7, up: 2 },
      { down: 2, up: 7 },
    ])
  })

  test('a part and its hidden total can both rise for ever', () => {
    const [part, total] = reachOf([count(3), count(50)], [row(-1, 1)], ALL)
    expect(part).toEqual({ down: 3, up: Number.POSITIVE_INFINITY })
    expect(total).toEqual({ down: 3, up: Number.POSITIVE_INFINITY })
  })

  test('a number that is published roughly gives little room', () => {
    const rough = { down: 1, up: 1 }
    expect(reachOf([count(4), rough], [row(1, -1)], ALL)[0]).toEqual({ down: 1, up: 1 })
  })

  test('what binds twice binds once', () => {
    const reach = reachOf([count(2), count(18)], [row(1, 1), row(1, 1), row(2, 2)], ALL)
    expect(reach[0]).toEqual({ down: 2, up: 18 })
  })
})

test('no further is looked than is enough', () => {
  const asked: number[] = []
  reachOf([count(2), count(18)], [row(1, 1)], (i) => {
    asked.push(i)
    return true
  })
  expect(asked).toEqual([0, 1])
})
