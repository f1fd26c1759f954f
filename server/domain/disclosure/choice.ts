import type { Entry, Table } from './table.ts'

/** Which number to hide next. */

/** Of the numbers in some identities that are shown and could be hidden: the smallest, by {@link bySize}. */
export function smallestOf(
  table: Table,
  rows: readonly number[],
  isUnknown: (place: number) => boolean,
): Entry | undefined {
  const places = new Set(rows.flatMap((row) => [...(table.rows[row]?.keys() ?? [])]))
  const shown = [...places].flatMap((place) => {
    const entry = table.entries[place]
    return entry && !entry.fixed && !isUnknown(place) ? [entry] : []
  })
  return shown.sort(bySize)[0]
}

/** The same for a number that several identities together give away: of those that it stands in, then of those beyond. */
export function smallestNear(
  table: Table,
  place: number,
  isUnknown: (place: number) => boolean,
): Entry | undefined {
  const near = new Set([place])
  for (const each of near) {
    const rows = table.entries[each]?.rows ?? []
    const next = smallestOf(table, rows, isUnknown)
    if (next) return next
    for (const row of rows) {
      for (const other of table.rows[row]?.keys() ?? []) if (isUnknown(other)) near.add(other)
    }
  }
  return undefined
}

/** The smallest first, nothing last; of two alike the less useful. */
function bySize(a: Entry, b: Entry): number {
  if ((a.value === 0) !== (b.value === 0)) return a.value === 0 ? 1 : -1
  return Math.abs(a.value) - Math.abs(b.value) || a.usefulness - b.usefulness || (a.key < b.key ? -1 : 1)
}
