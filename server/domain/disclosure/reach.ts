import { type Dictionary, dictionaryOf, maximise, solutionOf } from './simplex.ts'

/**
 * How far numbers that nobody is shown could be from what they are, given what binds them to each other: the bounds of a
 * linear programme, found from the point that is known to be possible, the truth.
 */

/** How far a number may be below and above what it is; Infinity where nothing says. */
export type Room = { down: number; up: number }

/** Moves that have to cancel out: Σ coefficient × move = 0, by the number's place in the list. */
export type Row = ReadonlyMap<number, number>

const TINY = 1e-9

/**
 * How far each number can move within its own room if all the others move with it. Looks no further for a number once
 * what was found for it is `enough`, so that it may be able to move further than is said.
 */
export function reachOf(
  rooms: readonly Room[],
  rows: readonly Row[],
  enough: (index: number, reach: Room) => boolean,
): Room[] {
  const moves = movesOf(rooms.length, rows)
  const free = moves[0]?.length ?? 0
  const reach = rooms.map((): Room => ({ down: 0, up: 0 }))
  if (free === 0) return reach
  const dictionary = dictionaryOf(moves, rooms)
  for (const [i, move] of moves.entries()) {
    for (const sign of [1, -1]) {
      const found = reach[i]
      if (!found || enough(i, found) || move.every((x) => Math.abs(x) < TINY)) break
      const ray = maximise(
        dictionary,
        move.map((x) => sign * x),
      )
      witness(reach, moves, dictionary, ray)
    }
  }
  return reach
}

/** What one possible point shows of all the numbers, and one direction that it can go on in for ever. */
function witness(
  reach: Room[],
  moves: readonly number[][],
  dictionary: Dictionary,
  ray: readonly number[] | null,
): void {
  const point = solutionOf(dictionary)
  for (const [i, move] of moves.entries()) {
    const found = reach[i]
    if (!found) continue
    const at = dot(move, point)
    found.up = Math.max(found.up, at)
    found.down = Math.max(found.down, -at)
    const further = ray ? dot(move, ray) : 0
    if (further > TINY) found.up = Number.POSITIVE_INFINITY
    if (further < -TINY) found.down = Number.POSITIVE_INFINITY
  }
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0)

/**
 * Each number's move as a sum of free ones, whose coefficients it gives: Gauss–Jordan elimination of what binds them.
 */
function movesOf(count: number, rows: readonly Row[]): number[][] {
  const matrix = rows.map((row) => {
    const dense = new Float64Array(count)
    for (const [i, x] of row) dense[i] = x
    return dense
  })
  const pivots = new Map<number, Float64Array>()
  for (let column = 0; column < count && pivots.size < matrix.length; column++) {
    const place = pivots.size
    const best = largest(matrix, column, place)
    const row = matrix[best]
    const pivot = row?.[column] ?? 0
    if (!row || Math.abs(pivot) < TINY) continue
    matrix[best] = matrix[place] ?? row
    matrix[place] = row
    for (let i = column; i < count; i++) row[i] = (row[i] ?? 0) / pivot
    for (const other of matrix) if (other !== row) subtract(other, row, column)
    pivots.set(column, row)
  }
  const free = Array.from({ length: count }, (_, i) => i).filter((i) => !pivots.has(i))
  return Array.from({ length: count }, (_, i) => {
    const row = pivots.get(i)
    return free.map((f) => (row ? 0 - (row[f] ?? 0) : Number(f === i)))
  })
}

function largest(matrix: readonly Float64Array[], column: number, from: number): number {
  let best = from
  for (let i = from; i < matrix.length; i++) {
    if (Math.abs(matrix[i]?.[column] ?? 0) > Math.abs(matrix[best]?.[column] ?? 0)) best = i
  }
  return best
}

/** Takes off a row as often as clears a column. What is left of rounding counts as nothing. */
function subtract(from: Float64Array, row: Float64Array, column: number): void {
  const factor = from[column] ?? 0
  if (factor === 0) return
  for (let i = column; i < row.length; i++) {
    const by = row[i] ?? 0
    if (by === 0) continue
    const left = (from[i] ?? 0) - factor * by
    from[i] = Math.abs(left) < TINY ? 0 : left
  }
}
