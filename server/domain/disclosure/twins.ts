import type { Identity } from './identity.ts'
import type { Cell } from './table.ts'

/**
 * What is to be made of an identity of two numbers that should be one and are not. Between two figures of the council's
 * own it still holds nearly; what is public already tells nothing of one that differs from it.
 */
export function reconciled(identity: Identity, cells: ReadonlyMap<string, Cell>): Identity[] {
  if (!identity.same) return [identity]
  const [a, b] = identity.terms.flatMap(({ cell }) => cells.get(cell) ?? [])
  if (!a || !b || agree(a, b)) return [identity]
  const isOpen = [a, b].every(({ figure, fixed }) => figure !== null && !fixed)
  return isOpen ? [{ ...identity, same: false, exact: false }] : []
}

/** Whether two cells could be one number; one that is only known by a range of numbers could be any of them. */
function agree(a: Cell, b: Cell): boolean {
  const isRange = (cell: Cell) => cell.figure === null && !cell.fixed
  if (isRange(a)) return isRange(b) || (b.value >= a.least && b.value <= a.most)
  return isRange(b) ? agree(b, a) : a.value === b.value
}
