import type { Room } from './reach.ts'

/**
 * The simplex method in its plain form, started at a point that is known to be possible, so that none has to be looked
 * for. It takes the variable that helps most, and after steps that lead nowhere the first that helps (Bland's rule), which
 * keeps it from going round in circles.
 */

/**
 * `basic` = `constants` − `rows` × `open`, none of them below nothing. The first 2 × `free` variables are the parts
 * above and below nothing of the free moves; the others are what is left of each room.
 */
export type Dictionary = {
  free: number
  constants: number[]
  rows: number[][]
  basic: number[]
  open: number[]
}

const TINY = 1e-9
/** Steps that may lead nowhere, one after the other. */
const PATIENCE = 20

/** All moves at nothing. `moves` gives each number's move as a sum of free ones. */
export function dictionaryOf(moves: readonly (readonly number[])[], rooms: readonly Room[]): Dictionary {
  const free = moves[0]?.length ?? 0
  const limits = moves.flatMap((move, i) => {
    const { up, down } = rooms[i] ?? { up: 0, down: 0 }
    const upward = { room: up, row: [...move, ...move.map((x) => -x)] }
    const downward = { room: down, row: [...move.map((x) => -x), ...move] }
    return [upward, downward].filter(({ room }) => room !== Number.POSITIVE_INFINITY)
  })
  return {
    free,
    constants: limits.map(({ room }) => room),
    rows: limits.map(({ row }) => row),
    basic: limits.map((_, i) => 2 * free + i),
    open: Array.from({ length: 2 * free }, (_, i) => i),
  }
}

/**
 * Moves to a point where a sum of the free moves is largest. Where there is none, gives the direction that it grows in
 * for ever; null otherwise.
 */
export function maximise(dictionary: Dictionary, objective: readonly number[]): number[] | null {
  const gain = [...objective, ...objective.map((x) => -x)]
  for (let idle = 0; ; ) {
    const column = entering(dictionary, gain, idle < PATIENCE)
    if (column === undefined) return null
    const row = leaving(dictionary, column)
    if (row === undefined) return rayOf(dictionary, column)
    idle = (dictionary.constants[row] ?? 0) > TINY ? 0 : idle + 1
    pivot(dictionary, row, column)
  }
}

/** The free moves at the present point. */
export function solutionOf({ free, basic, constants }: Dictionary): number[] {
  const at = new Array<number>(2 * free).fill(0)
  for (const [i, variable] of basic.entries()) if (variable < 2 * free) at[variable] = constants[i] ?? 0
  return joined(at, free)
}

/** The parts above nothing without those below. */
const joined = (parts: readonly number[], free: number) =>
  Array.from({ length: free }, (_, i) => (parts[i] ?? 0) - (parts[free + i] ?? 0))

function entering(
  { rows, basic, open }: Dictionary,
  gain: readonly number[],
  isPatient: boolean,
): number | undefined {
  const worth = open.map((variable) => gain[variable] ?? 0)
  for (const [i, variable] of basic.entries()) {
    const each = gain[variable] ?? 0
    const row = rows[i]
    if (each === 0 || !row) continue
    for (const [c, x] of row.entries()) worth[c] = (worth[c] ?? 0) - each * x
  }
  if (!isPatient) return first(open, (c) => (worth[c] ?? 0) > TINY)
  const best = worth.indexOf(Math.max(...worth))
  return (worth[best] ?? 0) > TINY ? best : undefined
}

function leaving({ rows, constants, basic }: Dictionary, column: number): number | undefined {
  let least = Number.POSITIVE_INFINITY
  const ratios = rows.map((row, i) => {
    const x = row[column] ?? 0
    const ratio = x > TINY ? Math.max(0, constants[i] ?? 0) / x : Number.POSITIVE_INFINITY
    least = Math.min(least, ratio)
    return ratio
  })
  if (least === Number.POSITIVE_INFINITY) return undefined
  return first(basic, (i) => (ratios[i] ?? 0) <= least + TINY)
}

/** The place of the lowest variable among those that pass. */
function first(variables: readonly number[], passes: (place: number) => boolean): number | undefined {
  let best: number | undefined
  for (const [place, variable] of variables.entries()) {
    if (passes(place) && (best === undefined || variable < (variables[best] ?? 0))) best = place
  }
  return best
}

function rayOf({ free, rows, basic, open }: Dictionary, column: number): number[] {
  const at = new Array<number>(2 * free).fill(0)
  const variable = open[column] ?? 0
  if (variable < 2 * free) at[variable] = 1
  for (const [i, each] of basic.entries()) if (each < 2 * free) at[each] = -(rows[i]?.[column] ?? 0)
  return joined(at, free)
}

function pivot(dictionary: Dictionary, at: number, column: number): void {
  const { rows, constants, basic, open } = dictionary
  const old = rows[at] ?? []
  const by = old[column] ?? 1
  const row = old.map((x, c) => (c === column ? 1 / by : x / by))
  const constant = (constants[at] ?? 0) / by
  for (const [i, each] of rows.entries()) {
    const factor = each[column] ?? 0
    if (i === at || factor === 0) continue
    for (const [c, x] of row.entries()) each[c] = (c === column ? 0 : (each[c] ?? 0)) - factor * x
    constants[i] = (constants[i] ?? 0) - factor * constant
  }
  rows[at] = row
  constants[at] = constant
  const entered = open[column] ?? 0
  open[column] = basic[at] ?? 0
  basic[at] = entered
}
