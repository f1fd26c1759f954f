import { MOST_SMALL } from './primary.ts'
import { type Room, type Row, reachOf } from './reach.ts'
import type { Entry, Table } from './table.ts'

/** Whether a hidden number stays open: whether it could still be enough others, given all that is shown. */

/** A hidden number must have this many possible values, one of them above what counts as small. */
export const LEAST_VALUES = 6

/** Numbers further away are taken to stay as they are while one is looked at: the answer is the safer for it. */
const REACHES = [12, 48, 96, 192]

const TINY = 1e-6

const roomOf = ({ value, least, most }: Entry): Room => ({
  down: Math.max(0, value - least),
  up: Math.max(0, most - value),
})

/** Whether a number that could move so far has enough possible values. */
function isOpen({ value }: Entry, reach: Room): boolean {
  const [up, down] = [Math.floor(reach.up + TINY), Math.floor(reach.down + TINY)]
  const isWide = up + down + 1 >= LEAST_VALUES
  return isWide && (value + up > MOST_SMALL || value - down < -MOST_SMALL)
}

/** The places of the numbers near one (itself among them) that are sure to be open; `isUnknown` says which are hidden. */
export function openNear(table: Table, place: number, isUnknown: (place: number) => boolean): Set<number> {
  const open = new Set<number>()
  for (const limit of REACHES) {
    const near = neighbourhood(table, place, isUnknown, limit)
    const places = new Map(near.map((each, i) => [each, i]))
    const entries = near.flatMap((each) => table.entries[each] ?? [])
    const numbers = new Set(entries.flatMap(({ rows }) => rows))
    const rows = [...numbers].map((row) => within(table.rows[row], places))
    const enough = (i: number, reach: Room) => {
      const entry = entries[i]
      return entry === undefined || isOpen(entry, reach)
    }
    // Only the one in question has to be settled; of the others it is noted what comes to light.
    const settle = (i: number, reach: Room) => i > 0 || enough(i, reach)
    const reach = reachOf(entries.map(roomOf), rows, settle)
    for (const [i, each] of near.entries()) if (reach[i] && enough(i, reach[i])) open.add(each)
    if (open.has(place) || near.length < limit) break
  }
  return open
}

/** The hidden numbers that one is bound to, itself first, the nearest first. */
function neighbourhood(
  table: Table,
  place: number,
  isUnknown: (place: number) => boolean,
  limit: number,
): number[] {
  const found = new Set([place])
  for (const each of found) {
    for (const row of table.entries[each]?.rows ?? []) {
      for (const next of table.rows[row]?.keys() ?? []) {
        if (found.size >= limit) return [...found]
        if (isUnknown(next)) found.add(next)
      }
    }
  }
  return [...found]
}

const within = (row: Row | undefined, places: ReadonlyMap<number, number>): Row =>
  new Map([...(row ?? [])].flatMap(([place, x]) => (places.has(place) ? [[places.get(place) ?? 0, x]] : [])))

/** The rows that by themselves leave a number too few possible values. */
export function tightRows(table: Table, place: number, isUnknown: (place: number) => boolean): number[] {
  const entry = table.entries[place]
  if (!entry) return []
  return entry.rows.filter((number) => {
    const row = table.rows[number]
    const own = row?.get(place) ?? 0
    const others = [...(row ?? [])].filter(([other]) => other !== place && isUnknown(other))
    const reach = { ...roomOf(entry) }
    let [up, down] = [0, 0]
    for (const [other, x] of others) {
      const room = table.entries[other]
      if (!room) continue
      const { up: rises, down: falls } = roomOf(room)
      const [against, along] = x / own > 0 ? [falls, rises] : [rises, falls]
      up += against * Math.abs(x / own)
      down += along * Math.abs(x / own)
    }
    reach.up = Math.min(reach.up, up)
    reach.down = Math.min(reach.down, down)
    return !isOpen(entry, reach)
  })
}
