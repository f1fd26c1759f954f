import { describe, expect, test } from 'vitest'
import { openNear, tightRows } from './bounds.ts'
import { type Cell, tableOf } from './table.ts'

const cell = (key: string, value: number, most = Number.POSITIVE_INFINITY): Cell => ({
  key,
  figure: key,
  value,
  fixed: false,
  least: 0,
  most,
  sensitive: false,
  usefulness: 0,
})
/** The first cells are parts, the last is what they make. */
const tableFor = (cells: Cell[]) =>
  tableOf(cells, [
    {
      terms: cells.map(({ key }, i) => ({ cell: key, coefficient: i === cells.length - 1 ? 1 : -1 })),
      same: false,
      exact: true,
      says: '',
    },
  ])

const hidden =
  (...places: number[]) =>
  (place: number) =>
    places.includes(place)

describe.each([
  ['alone', [cell('a', 20), cell('z', 50)], [0], false],
  ['with one that is as much again', [cell('a', 3), cell('b', 3), cell('z', 6)], [0, 1], true],
  ['with one that makes five of it', [cell('a', 3), cell('b', 2), cell('z', 5)], [0, 1], false],
  ['with its total', [cell('a', 3), cell('z', 50)], [0, 1], true],
  ['with a total that is at most two more', [cell('a', 2), cell('z', 50, 52)], [0, 1], false],
  ['with a total that is at most four more', [cell('a', 2), cell('z', 50, 54)], [0, 1], true],
])('a number that is hidden %s', (_, cells, places, open) => {
  const table = tableFor(cells)

  test('is open or not', () => {
    expect(openNear(table, 0, hidden(...places)).has(0)).toBe(open)
  })

  test('is told by its row or not', () => {
    expect(tightRows(table, 0, hidden(...places))).toEqual(open ? [] : [0])
  })
})

test('what is open comes to light for the others too', () => {
  const table = tableFor([cell('a', 30), cell('b', 40), cell('z', 70)])
  expect([...openNear(table, 0, hidden(0, 1))].sort()).toEqual([0, 1])
})

test('a number is bound to few others: a chain of hundreds is looked at only so far', () => {
  const cells = Array.from({ length: 400 }, (_, i) => cell(String(i).padStart(3, '0'), 10))
  const table = tableOf(
    cells,
    cells.slice(1).map(({ key }, i) => ({
      terms: [
        { cell: cells[i]?.key ?? '', coefficient: 1 },
        { cell: key, coefficient: 1 },
      ],
      same: false,
      exact: true,
      says: '',
    })),
  )
  // All move together, or none; the ones beyond stay where they are, so that none is sure to be open.
  expect(openNear(table, 0, () => true).size).toBe(0)
})
