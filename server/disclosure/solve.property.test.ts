import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Identity } from '../domain/disclosure/identity.ts'
import { protect } from '../domain/disclosure/secondary.ts'
import type { Cell } from '../domain/disclosure/table.ts'
import { leaksOf } from './solve.ts'
import type { SeenCell } from './view.ts'

/** Random tables with totals of rows, columns and all, hidden and then solved by somebody who knows nothing of how. */

const count = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 5 }),
  fc.integer({ min: 6, max: 20 }),
  fc.integer({ min: 6, max: 300 }),
)
const ALL = 'T'

function tableFrom(rows: number[][]) {
  const [height, width] = [rows.length, rows[0]?.length ?? 0]
  const names = (length: number) => Array.from({ length }, (_, i) => String(i))
  const at = (i: string, j: string) =>
    rows
      .filter((_, row) => i === ALL || String(row) === i)
      .flatMap((row) => row.filter((_, column) => j === ALL || String(column) === j))
      .reduce((a, b) => a + b, 0)
  const cells = [...names(height), ALL].flatMap((i) =>
    [...names(width), ALL].map((j): Cell => {
      const value = at(i, j)
      return {
        key: `${i} ${j}`,
        figure: `${i} ${j}`,
        value,
        fixed: false,
        least: 0,
        most: Number.POSITIVE_INFINITY,
        sensitive: value >= 1 && value <= 5,
        usefulness: 0,
      }
    }),
  )
  const sum = (total: string, parts: string[]): Identity => ({
    terms: [{ cell: total, coefficient: 1 }, ...parts.map((part) => ({ cell: part, coefficient: -1 }))],
    same: false,
    exact: true,
    says: 'parts make the total',
  })
  const identities = [
    ...[...names(height), ALL].map((i) =>
      sum(
        `${i} ${ALL}`,
        names(width).map((j) => `${i} ${j}`),
      ),
    ),
    ...[...names(width), ALL].map((j) =>
      sum(
        `${ALL} ${j}`,
        names(height).map((i) => `${i} ${j}`),
      ),
    ),
  ]
  return { cells, identities }
}

const tables = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map(tableFrom)

const seenWithout = (cells: readonly Cell[], hidden: ReadonlySet<string>) =>
  cells.map(
    ({ key, value }): SeenCell =>
      hidden.has(key)
        ? { cell: key, as: 'hidden', least: 0, most: Number.POSITIVE_INFINITY }
        : { cell: key, as: 'shown', least: value, most: value },
  )

test('what is protected can’t be solved', () => {
  fc.assert(
    fc.property(tables, ({ cells, identities }) => {
      const hidden = new Set(protect(cells, identities, new Set()).added.keys())
      expect(leaksOf({ cells: seenWithout(cells, hidden), identities })).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('what is hidden without protection is solved', () => {
  const oneSmall = tables.filter(({ cells }) => cells.filter(({ sensitive }) => sensitive).length === 1)
  fc.assert(
    fc.property(oneSmall, ({ cells, identities }) => {
      const small = cells.filter(({ sensitive }) => sensitive)
      const hidden = new Set(small.map(({ key }) => key))
      const leaks = leaksOf({ cells: seenWithout(cells, hidden), identities })
      expect(leaks.map(({ cell, least, most }) => [cell, least, most])).toEqual(
        small.map(({ key, value }) => [key, value, value]),
      )
    }),
    { numRuns: 60 },
  )
})
