import type { Identity } from '../domain/disclosure/identity.ts'
import { boundsOf } from './bounds.ts'
import type { PublicView, SeenCell } from './view.ts'
import { inWords } from './words.ts'

/**
 * Tries to work out what the public edition hides. It knows nothing but what is shown: single equations are solved one
 * after the other, what is left is bounded by linear programmes in whole numbers.
 */

/** A number that should not be known: all that it could be (infinite where nothing says), and how that comes out. */
export type Leak = { cell: string; least: number; most: number; how: string }

/** So few people are not to be known of; a hidden number has to have so many possible values. */
const [SMALL, VALUES] = [5, 6]

/** Every hidden number with fewer than six possible values or none above five, and every number of one to five that can be read off or worked out. */
export function leaksOf({ cells, identities }: PublicView): Leak[] {
  const known = new Map(cells.map((cell) => [cell.cell, { ...cell }]))
  shareTwins(known, identities)
  const shown = [...known.values()].filter((cell) => cell.as === 'shown' && isSurelySmall(cell))
  const leaks = shown.map(({ cell, least, most }): Leak => ({ cell, least, most, how: 'It is shown.' }))
  const open = solveSingles(known, identities, leaks)
  return [...leaks, ...boundsOf(known, open, tells)].sort((a, b) => (a.cell < b.cell ? -1 : 1))
}

const isSurelySmall = ({ least, most }: { least: number; most: number }) =>
  (least >= 1 && most <= SMALL) || (most <= -1 && least >= -SMALL)

/** Whether what a cell could be tells too much of it. */
function tells({ as }: SeenCell, range: { least: number; most: number }): boolean {
  if (as === 'remainder') return isSurelySmall(range)
  if (as !== 'hidden') return false
  const values = range.most - range.least + 1
  return values < VALUES || (range.most <= SMALL && range.least >= -SMALL)
}

type Known = Map<string, SeenCell>

const isExact = ({ least, most }: SeenCell) => least === most

/** Every identity that is worked with has all its cells. */
function seen(known: Known, cell: string): SeenCell {
  const found = known.get(cell)
  if (!found) throw new Error(`"${cell}" is not in the view`)
  return found
}

/** A number that is hidden in one place and shown in another is not hidden. */
function shareTwins(known: Known, identities: readonly Identity[]): void {
  const twins = identities.filter(({ same }) => same)
  for (let found = true; found; ) {
    found = false
    for (const { terms } of twins) {
      const [a, b] = terms.flatMap(({ cell }) => known.get(cell) ?? [])
      const [from, to] = a?.as === 'hidden' ? [b, a] : [a, b]
      if (!from || !to || to.as !== 'hidden' || from.as === 'hidden' || !isExact(from)) continue
      Object.assign(to, { as: 'public', least: from.least, most: from.most })
      found = true
    }
  }
}

/**
 * Solves every equation with one unknown, again and again, and says which gave a leak. Gives the equations that still
 * have unknowns. One that can't be true as it is shown tells nothing, and is left out.
 */
function solveSingles(known: Known, identities: readonly Identity[], leaks: Leak[]): Identity[] {
  const waiting = new Set(identities.filter(({ terms }) => terms.every(({ cell }) => known.has(cell))))
  for (let found = true; found; ) {
    found = false
    for (const identity of waiting) {
      const unknown = identity.terms.filter(({ cell }) => !isExact(seen(known, cell)))
      const [only] = unknown
      if (unknown.length > 1) continue
      waiting.delete(identity)
      if (!only) continue
      const cell = seen(known, only.cell)
      const value = ((identity.total ?? 0) - sumOfOthers(identity, only.cell, known)) / only.coefficient
      if (value < cell.least || value > cell.most || !Number.isInteger(value)) continue
      found = true
      const range = { least: value, most: value }
      if (tells(cell, range)) {
        leaks.push({ cell: only.cell, ...range, how: inWords(identity, only.cell, known) })
      }
      Object.assign(cell, range)
    }
  }
  return [...waiting]
}

const sumOfOthers = ({ terms }: Identity, except: string, known: Known) =>
  terms.reduce(
    (sum, { cell, coefficient }) => (cell === except ? sum : sum + coefficient * seen(known, cell).least),
    0,
  )
