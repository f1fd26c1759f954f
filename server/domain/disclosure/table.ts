import type { Identity } from './identity.ts'
import type { Row } from './reach.ts'

/** The cells of an area as a table to protect: cells that are one number become one, bound by rows. */

/**
 * `figure` is what prints it (with it, all its cells go); null for one that no figure prints. `fixed`: public whatever is
 * withheld. `sensitive`: so few people that it must not be known. Of two alike the less useful is hidden first.
 */
export type Cell = {
  key: string
  figure: string | null
  value: number
  fixed: boolean
  least: number
  most: number
  sensitive: boolean
  usefulness: number
}

/** One number, with every cell that prints it. */
export type Entry = Omit<Cell, 'figure'> & { figures: string[]; rows: number[] }

export type Table = { entries: Entry[]; rows: Row[]; entryOf: ReadonlyMap<string, number> }

/** Its entries and rows come in an order of their own, so that nothing hangs on the order of what they are made of. */
export function tableOf(cells: readonly Cell[], identities: readonly Identity[]): Table {
  const groups = Map.groupBy(
    cells.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    groupsOf(identities),
  )
  const entries = [...groups.values()].flatMap((group) => entryOf(group) ?? [])
  const places = new Map(
    [...groups.values()].flatMap((group, i) => group.map(({ key }) => [key, i] as const)),
  )
  const rows: Row[] = []
  for (const row of inOrder(identities.map((identity) => rowOf(identity, places)))) {
    if (row.size === 0) continue
    for (const place of row.keys()) entries[place]?.rows.push(rows.length)
    rows.push(row)
  }
  return { entries, rows, entryOf: places }
}

/** The name of the group that each cell is one number with. */
function groupsOf(identities: readonly Identity[]): (cell: Cell) => string {
  const parents = new Map<string, string>()
  const find = (key: string): string => {
    let at = key
    for (let parent = parents.get(at); parent !== undefined; parent = parents.get(at)) at = parent
    return at
  }
  for (const { same, terms } of identities) {
    const [a, b] = terms.map(({ cell }) => find(cell))
    if (same && a !== undefined && b !== undefined && a !== b) parents.set(a, b)
  }
  return ({ key }) => find(key)
}

function entryOf(group: readonly Cell[]): Entry | undefined {
  // What the council itself prints says best what the number is; a published rate only gives a range.
  const [main] = group.toSorted((a, b) => Number(a.figure === null) - Number(b.figure === null))
  if (!main) return undefined
  return {
    key: main.key,
    value: main.value,
    fixed: group.some(({ fixed }) => fixed),
    least: Math.max(...group.map(({ least }) => least)),
    most: Math.min(...group.map(({ most }) => most)),
    sensitive: group.some(({ sensitive }) => sensitive),
    usefulness: Math.max(...group.map(({ usefulness }) => usefulness)),
    figures: [...new Set(group.flatMap(({ figure }) => figure ?? []))],
    rows: [],
  }
}

function rowOf({ terms }: Identity, places: ReadonlyMap<string, number>): Row {
  const row = new Map<number, number>()
  for (const { cell, coefficient } of terms) {
    const place = places.get(cell)
    // Of an identity with a cell that isn't there nothing follows.
    if (place === undefined) return new Map()
    row.set(place, (row.get(place) ?? 0) + coefficient)
  }
  return new Map([...row].filter(([, coefficient]) => coefficient !== 0).sort(([a], [b]) => a - b))
}

const inOrder = (rows: readonly Row[]) =>
  rows
    .map((row) => ({ row, name: [...row].join(' ') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ row }) => row)
