import type { Linked, Remainder } from './identities.ts'
import type { Identity } from './identity.ts'
import { isSmall } from './primary.ts'
import type { Cell } from './table.ts'

/** The numbers that no figure prints but that are left over in identities, as cells of a table to protect. */
export function remainderCells(
  { identities, remainders }: Linked,
  numberOf: (cell: string) => number | undefined,
): Cell[] {
  const identityOf = new Map<string, Identity>()
  // What is left over is the last term of its identity.
  for (const identity of identities) identityOf.set(identity.terms.at(-1)?.cell ?? '', identity)
  return remainders.map((remainder) => remainderCell(remainder, identityOf.get(remainder.key), numberOf))
}

function remainderCell(
  { key, kind }: Remainder,
  identity: Identity | undefined,
  numberOf: (cell: string) => number | undefined,
): Cell {
  const left = (identity?.terms ?? []).reduce(
    (sum, { cell, coefficient }) => sum + coefficient * (numberOf(cell) ?? 0),
    0,
  )
  const least = kind === 'part' ? 0 : Number.NEGATIVE_INFINITY
  const value = Math.max(left, least)
  return {
    key,
    figure: null,
    value,
    fixed: false,
    least,
    most: Number.POSITIVE_INFINITY,
    sensitive: isSmall(value),
    usefulness: 0,
  }
}
