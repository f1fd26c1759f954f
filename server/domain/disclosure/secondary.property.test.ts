import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Identity } from './identity.ts'
import { protect } from './secondary.ts'
import type { Cell } from './table.ts'

/** Tables of counts with the totals of rows, columns and all; some of the large counts were public before. */

const count = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 5 }),
  fc.integer({ min: 6, max: 20 }),
  fc.integer({ min: 6, max: 300 }),
)
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
const identity = (total: string, parts: string[]): Identity => ({
  terms: [{ cell: total, coefficient: 1 }, ...parts.map((part) => ({ cell: part, coefficient: -1 }))],
  same: false,
  exact: true,
  says: 'parts make the total',
})

function tableFrom({ counts, fixed }: { counts: number[][]; fixed: number }) {
  const columns = counts[0]?.map((_, j) => counts.map((row) => row[j] ?? 0)) ?? []
  const values = new Map<string, number>([['all', sum(counts.flat())]])
  for (const [i, row] of counts.entries()) values.set(`row ${i}`, sum(row))
  for (const [j, column] of columns.entries()) values.set(`column ${j}`, sum(column))
  for (const [i, row] of counts.entries())
    for (const [j, each] of row.entries()) values.set(`${i} ${j}`, each)
  const cells = [...values].map(
    ([key, value], i): Cell => ({
      key,
      figure: key,
      value,
      fixed: value > 5 && i % 7 === fixed,
      least: 0,
      most: Number.POSITIVE_INFINITY,
      sensitive: value >= 1 && value <= 5,
      usefulness: key.includes(' ') ? 0 : 1,
    }),
  )
  const identities = [
    ...counts.map((row, i) =>
      identity(
        `row ${i}`,
        row.map((_, j) => `${i} ${j}`),
      ),
    ),
    ...columns.map((column, j) =>
      identity(
        `column ${j}`,
        column.map((_, i) => `${i} ${j}`),
      ),
    ),
    identity(
      'all',
      counts.map((_, i) => `row ${i}`),
    ),
    identity(
      'all',
      columns.map((_, j) => `column ${j}`),
    ),
  ]
  return { cells, identities }
}

const counts = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
const tables = fc.record({ counts, fixed: fc.constantFrom(0, 3, 7) }).map(tableFrom)

test('what is hidden stays hidden, and hiding it again hides nothing more', () => {
  fc.assert(
    fc.property(tables, fc.integer({ min: 1, max: 9 }), ({ cells, identities }, step) => {
      const hidden = new Set(cells.filter((_, i) => i % step === step - 1).map(({ key }) => key))
      const { added } = protect(cells, identities, hidden)
      expect([...added.keys()].filter((key) => hidden.has(key))).toEqual([])
      const again = protect(cells, identities, new Set([...hidden, ...added.keys()]))
      expect([...again.added.keys()]).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('the order of cells and of their identities makes no difference', () => {
  fc.assert(
    fc.property(tables, ({ cells, identities }) => {
      const one = protect(cells, identities, new Set())
      const other = protect(cells.toReversed(), identities.toReversed(), new Set())
      expect([...other.added.keys()].sort()).toEqual([...one.added.keys()].sort())
    }),
    { numRuns: 100 },
  )
})

test('every small number is hidden, and nothing is where none is small', () => {
  fc.assert(
    fc.property(tables, ({ cells, identities }) => {
      const { added } = protect(cells, identities, new Set())
      const small = cells.filter(({ sensitive }) => sensitive).map(({ key }) => key)
      expect([...added.keys()]).toEqual(expect.arrayContaining(small))
      const large = cells.map((cell) => ({ ...cell, sensitive: false }))
      expect(protect(large, identities, new Set()).added.size).toBe(0)
    }),
    { numRuns: 100 },
  )
})
