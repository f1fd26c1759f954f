import { type Coefficients, type Constraint, solve } from 'yalps'
import type { Identity } from '../domain/disclosure/identity.ts'
import { formatNumber } from '../domain/rounding.ts'
import type { Leak } from './solve.ts'
import type { SeenCell } from './view.ts'
import { inWords } from './words.ts'

/** The least and the most that hidden numbers could be, by linear programmes in whole numbers. */

type Range = { least: number; most: number }
type Tells = (cell: SeenCell, range: Range) => boolean
type Known = ReadonlyMap<string, SeenCell>

/** The leaks among the cells of equations that have more than one unknown each. */
export function boundsOf(known: Known, open: readonly Identity[], tells: Tells): Leak[] {
  return componentsOf(known, open).flatMap((component) => leaksOfComponent(component, known, tells))
}

const isOpenIn = (known: Known) => (cell: string) => {
  const seen = known.get(cell)
  return seen !== undefined && seen.least !== seen.most
}

/** Equations that share an unknown, one way or another. */
function componentsOf(known: Known, open: readonly Identity[]): Identity[][] {
  const isOpen = isOpenIn(known)
  const byCell = new Map<string, Identity[]>()
  for (const identity of open) {
    for (const { cell } of identity.terms) {
      if (isOpen(cell)) byCell.set(cell, [...(byCell.get(cell) ?? []), identity])
    }
  }
  const placed = new Set<Identity>()
  return open.flatMap((start) => {
    if (placed.has(start)) return []
    const component = new Set([start])
    for (const identity of component) {
      placed.add(identity)
      for (const { cell } of identity.terms) for (const next of byCell.get(cell) ?? []) component.add(next)
    }
    return [[...component]]
  })
}

function leaksOfComponent(component: readonly Identity[], known: Known, tells: Tells): Leak[] {
  const cells = [...new Set(component.flatMap(({ terms }) => terms.map(({ cell }) => cell)))]
    .filter(isOpenIn(known))
    .flatMap((cell) => known.get(cell) ?? [])
  const programme = programmeOf(component, cells, known)
  const reached = new Map<string, Range>()
  const leaks: Leak[] = []
  for (const cell of cells) {
    const met = reached.get(cell.cell)
    if (met && !tells(cell, met)) continue
    const range = rangeOf(cell, programme, reached)
    if (range === 'contradiction') return component.length > 1 ? oneByOne(component, known, tells) : []
    if (range === 'undecided') {
      leaks.push({ cell: cell.cell, least: cell.least, most: cell.most, how: 'It could not be settled.' })
    } else if (tells(cell, range)) {
      leaks.push({ cell: cell.cell, ...range, how: howIn(component, cell, known, tells) })
    }
  }
  return leaks
}

/** Where what is shown can't all be true, each equation is tried by itself. */
function oneByOne(component: readonly Identity[], known: Known, tells: Tells): Leak[] {
  const leaks = component.flatMap((identity) => leaksOfComponent([identity], known, tells))
  return [...new Map(leaks.map((leak) => [leak.cell, leak])).values()]
}

/** How many equations are told of those that only give a number away together: its own come first. */
const MOST_TOLD = 5

/** The equation that gives a number away by itself, or those that do together. */
function howIn(component: readonly Identity[], { cell }: SeenCell, known: Known, tells: Tells): string {
  const own = component.filter(({ terms }) => terms.some((term) => term.cell === cell))
  if (component.length > 1) {
    const alone = own.find((identity) =>
      leaksOfComponent([identity], known, tells).some((leak) => leak.cell === cell),
    )
    if (alone) return inWords(alone, cell, known)
  }
  const told = [...own, ...component.filter((identity) => !own.includes(identity))]
  const more = told.length - MOST_TOLD
  return [
    ...told.slice(0, MOST_TOLD).map((identity) => inWords(identity, cellIn(identity, cell), known)),
    ...(more > 0 ? [`${formatNumber(more, 0)} more`] : []),
  ].join('; together with ')
}

const cellIn = ({ terms }: Identity, cell: string) =>
  terms.some((term) => term.cell === cell) ? cell : (terms[0]?.cell ?? cell)

type Programme = {
  constraints: Map<string, Constraint>
  variables: Map<string, [string, number][]>
  cells: readonly SeenCell[]
}

/** What a number is taken below, where it may be below nothing without end. */
const BELOW = '−'
const GOAL = 'goal'

function programmeOf(component: readonly Identity[], cells: readonly SeenCell[], known: Known): Programme {
  const constraints = new Map<string, Constraint>()
  const variables = new Map<string, [string, number][]>()
  const isOpen = isOpenIn(known)
  for (const { cell, least, most } of cells) {
    variables.set(cell, [])
    if (least === Number.NEGATIVE_INFINITY) variables.set(BELOW + cell, [])
    if (most === Number.POSITIVE_INFINITY) continue
    constraints.set(`most ${cell}`, { max: most - offsetOf({ least }) })
    variables.get(cell)?.push([`most ${cell}`, 1])
    variables.get(BELOW + cell)?.push([`most ${cell}`, -1])
  }
  for (const [i, { terms, total = 0 }] of component.entries()) {
    const name = `equation ${i}`
    let constant = total
    for (const { cell, coefficient } of terms) {
      constant -= coefficient * offsetOf(known.get(cell) ?? { least: 0 })
      if (!isOpen(cell)) continue
      variables.get(cell)?.push([name, coefficient])
      variables.get(BELOW + cell)?.push([name, -coefficient])
    }
    constraints.set(name, { equal: constant })
  }
  return { constraints, variables, cells }
}

/** A variable counts from the least that its cell could be. */
const offsetOf = ({ least }: { least: number }) => (least === Number.NEGATIVE_INFINITY ? 0 : least)

/** Bounds of one cell. What the solutions show of others is noted on the way. */
function rangeOf(
  { cell, least }: SeenCell,
  programme: Programme,
  reached: Map<string, Range>,
): Range | 'contradiction' | 'undecided' {
  const ends: number[] = []
  for (const direction of ['minimize', 'maximize'] as const) {
    const variables = new Map<string, Coefficients<string>>(programme.variables)
    variables.set(cell, [...(programme.variables.get(cell) ?? []), [GOAL, 1]])
    const below = programme.variables.get(BELOW + cell)
    if (below) variables.set(BELOW + cell, [...below, [GOAL, -1]])
    const model = { direction, objective: GOAL, constraints: programme.constraints, variables }
    const whole = solve<string, string>({ ...model, integers: true }, { maxIterations: 2000 })
    // Bounds of the same programme without whole numbers are wider, so what they settle is settled.
    const { status, result, variables: found } = whole.status === 'timedout' ? solve(model) : whole
    if (status === 'infeasible') return 'contradiction'
    if (status !== 'optimal' && status !== 'unbounded') return 'undecided'
    ends.push(
      status === 'unbounded'
        ? direction === 'minimize'
          ? Number.NEGATIVE_INFINITY
          : Number.POSITIVE_INFINITY
        : result + offsetOf({ least }),
    )
    if (whole.status === 'optimal') note(programme.cells, new Map(found), reached)
  }
  const [from = least, to = Number.POSITIVE_INFINITY] = ends
  // Adding nothing makes a nothing from below a plain one.
  return { least: Math.ceil(from - 1e-6) + 0, most: Math.floor(to + 1e-6) + 0 }
}

/** One possible solution: every cell could be at least this different. */
function note(
  cells: readonly SeenCell[],
  found: ReadonlyMap<string, number>,
  reached: Map<string, Range>,
): void {
  for (const { cell, least } of cells) {
    const value = offsetOf({ least }) + (found.get(cell) ?? 0) - (found.get(BELOW + cell) ?? 0)
    const met = reached.get(cell)
    reached.set(cell, {
      least: Math.min(value, met?.least ?? value),
      most: Math.max(value, met?.most ?? value),
    })
  }
}
