import { openNear, tightRows } from './bounds.ts'
import { smallestNear, smallestOf } from './choice.ts'
import type { Identity } from './identity.ts'
import { type Cell, type Table, tableOf } from './table.ts'

/** What else has to be hidden so that nobody can work out what is hidden from what is shown. */

/**
 * `added`: the figures to hide besides, each with the cell that would otherwise be known. `exposed`: cells that nothing
 * can protect, since what gives them away is public already.
 */
export type Protection = { added: Map<string, string>; exposed: string[] }

/**
 * Hides more until every hidden number has at least six possible values, one of them above five, by bounds over all the
 * identities together. Where a number can be worked out, the smallest number that isn't nothing in the identity that
 * gives it away is hidden too; of two alike the less useful. What turns out not to have been needed is shown again. The
 * same cells in any order give the same answer, and hiding the answer hides nothing more.
 */
export function protect(
  cells: readonly Cell[],
  identities: readonly Identity[],
  hidden: ReadonlySet<string>,
): Protection {
  const work = new Work(tableOf(cells, identities), hidden)
  work.hideSensitive()
  work.hideUntilOpen()
  work.showUnneeded()
  return { added: work.added, exposed: work.exposed() }
}

const NOTHING: ReadonlySet<number> = new Set()

class Work {
  readonly added = new Map<string, string>()
  readonly #table: Table
  readonly #hidden: Set<string>
  /** The figures that each step hid, in the order of the steps, and the places of the numbers in each figure. */
  readonly #steps: string[][] = []
  readonly #places = new Map<string, number[]>()
  readonly #exposed = new Set<number>()

  constructor(table: Table, hidden: ReadonlySet<string>) {
    this.#table = table
    this.#hidden = new Set(hidden)
    for (const [place, { figures }] of table.entries.entries()) {
      for (const figure of figures) this.#places.set(figure, [...(this.#places.get(figure) ?? []), place])
    }
  }

  readonly #isUnknown = (place: number): boolean => {
    const entry = this.#table.entries[place]
    if (!entry || entry.fixed) return false
    return entry.figures.every((figure) => this.#hidden.has(figure))
  }

  /** A hidden number that some figure would print, or one that no figure prints but that is too small to be known. */
  readonly #needsCover = (place: number): boolean => {
    const entry = this.#table.entries[place]
    return this.#isUnknown(place) && entry !== undefined && (entry.figures.length > 0 || entry.sensitive)
  }

  /** A small number is hidden in whatever prints it. */
  hideSensitive(): void {
    for (const entry of this.#table.entries) {
      if (entry.sensitive) for (const figure of entry.figures) this.#hide(figure, entry.key)
    }
  }

  hideUntilOpen(): void {
    const waiting = new Set([...this.#table.entries.keys()].filter(this.#needsCover))
    for (const place of waiting) {
      waiting.delete(place)
      if (!this.#needsCover(place)) continue
      const tight = tightRows(this.#table, place, this.#isUnknown)
      const open = tight.length > 0 ? NOTHING : openNear(this.#table, place, this.#isUnknown)
      for (const each of open) waiting.delete(each)
      if (open.has(place)) continue
      const next =
        tight.length > 0
          ? smallestOf(this.#table, tight, this.#isUnknown)
          : smallestNear(this.#table, place, this.#isUnknown)
      if (!next) {
        // All that it is bound to is public or hidden already, so nothing that is hidden later can help it.
        this.#exposed.add(place)
        continue
      }
      const figures = next.figures.filter((figure) => !this.#hidden.has(figure))
      for (const figure of figures) this.#hide(figure, this.#table.entries[place]?.key ?? '')
      this.#steps.push(figures)
      const touched = figures.flatMap((figure) => this.#places.get(figure) ?? [])
      for (const each of [place, ...touched]) waiting.add(each)
    }
  }

  /** Tries each step backwards, the latest first: whether all stays open without it. */
  showUnneeded(): void {
    for (const figures of this.#steps.reverse()) {
      for (const figure of figures) this.#hidden.delete(figure)
      const shown = figures.flatMap((figure) => this.#places.get(figure) ?? [])
      if (!this.#staysOpen(shown)) {
        for (const figure of figures) this.#hidden.add(figure)
      } else for (const figure of figures) this.added.delete(figure)
    }
  }

  exposed(): string[] {
    const known = this.#table.entries.filter(({ sensitive, fixed, figures }) => {
      return sensitive && fixed && figures.length > 0
    })
    const places = [...this.#exposed].filter((place) => this.#needsCover(place))
    const keys = [...known, ...places.flatMap((place) => this.#table.entries[place] ?? [])]
    return [...new Set(keys.map(({ key }) => key))].sort()
  }

  #hide(figure: string, cell: string): void {
    if (this.#hidden.has(figure)) return
    this.#hidden.add(figure)
    this.added.set(figure, cell)
  }

  /** Whether every hidden number that some others are bound to stays open. */
  #staysOpen(shown: readonly number[]): boolean {
    const near = new Set(shown)
    const checked = new Set<number>()
    for (const place of near) {
      for (const row of this.#table.entries[place]?.rows ?? []) {
        for (const next of this.#table.rows[row]?.keys() ?? []) if (this.#isUnknown(next)) near.add(next)
      }
      if (checked.has(place) || !this.#needsCover(place) || this.#exposed.has(place)) continue
      if (tightRows(this.#table, place, this.#isUnknown).length > 0) return false
      const open = openNear(this.#table, place, this.#isUnknown)
      if (!open.has(place)) return false
      for (const each of open) checked.add(each)
    }
    return true
  }
}
