import { missingFromSymbol, type Quantity, STATUSES, type Status } from '../domain/figure.ts'

/** What the files of the demonstration have in their cells. */

export const DATA = new URL('../../data/', import.meta.url)

/** A number, or the symbol of one that is missing. Throws where it is neither. */
export function readQuantity(cell: string): Quantity {
  const reason = missingFromSymbol(cell)
  if (reason) return reason
  const number = Number(cell)
  if (cell === '' || Number.isNaN(number)) throw new Error(`"${cell}" is neither a number nor a symbol`)
  return number
}

/** Throws where it is no status; `file` is named in what is thrown. */
export function readStatus(text: string, file: string): Status {
  const status = STATUSES.find((each) => each === text)
  if (!status) throw new Error(`data/${file}: "${text}" is not a status`)
  return status
}
