import type { Figure } from '../domain/figure.ts'
import type { Reference } from '../reference.ts'
import type { NeighbourLink } from '../store/neighbours.ts'
import type { Findings } from './finding.ts'

/** What a format may ask about while it reads. */
export type Context = {
  fileName: string
  /** ISO day, for telling what lies in the future. */
  today: string
  reference: Reference
  /** The quarter that the analyst said the return is for; null where it wasn't said. */
  period: string | null
  /** Children aged 0 to 17 of an area in the middle of a year, as held now. */
  population: (area: string, year: number) => number | undefined
}

/** Which headings a figure came from, so that a finding can name them. */
export type Columns = { period: string; area: string; value: string; numerator: string; denominator: string }

/**
 * A figure with the row it came from. `denominatorSlack`: how far its denominator can be from the true one, where
 * that is more than half a unit of its last decimal. `denominatorHeld`: the file left it empty, and it is the
 * population held. `noteGuarded`: an apostrophe stood before the note, so that no spreadsheet runs it.
 */
export type FigureRow = {
  figure: Figure
  row: number
  columns: Columns
  denominatorSlack?: (() => number) | undefined
  denominatorHeld?: boolean
  noteGuarded?: boolean
}

/** What a file is, for the release that it becomes. */
export type Publication = { title: string; publisher: string; licence: string }

/** Reads figures; of a council's own return it also knows the headings that a figure's cells stand under. */
export type FigureReader = {
  kind: 'figures'
  publication: Publication
  read: (cells: readonly string[], row: number) => FigureRow[]
  /** What is left when the last row is read, for layouts that spread a figure over several rows. */
  end?: () => FigureRow[]
} & ({ releaseKind: 'published' } | { releaseKind: 'return'; columnsOf: (figure: Figure) => Columns })

export type NeighbourReader = {
  kind: 'neighbours'
  publication: Publication
  model: string
  read: (cells: readonly string[], row: number) => NeighbourLink[]
}

/** One layout of file. `open` is given the heading and returns how to read a row, or nothing if it had to stop. */
export type Format = {
  id: string
  name: string
  recognises: (header: readonly string[], context: Context) => boolean
  open: (
    header: readonly string[],
    context: Context,
    findings: Findings,
  ) => FigureReader | NeighbourReader | undefined
}
