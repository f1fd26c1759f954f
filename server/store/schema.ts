import type { Generated } from 'kysely'
import type { MissingReason, SourceKind, Status } from '../domain/figure.ts'

/** One accepted file or document, whole. Nothing in it is ever changed; only its state moves on. */
export type ReleaseTable = {
  id: Generated<number>
  kind: SourceKind
  /** What it is: a publication's title, a return's name. */
  title: string
  publisher: string
  licence: string
  /** The period id of when the source came out, for showing: `2025-11` where only the month is known. */
  source_date: string | null
  file_name: string | null
  file_hash: string | null
  state: 'draft' | 'published' | 'withdrawn'
  /** ISO time since when its figures count; `asAt` looks back along it. */
  published_at: string | null
  withdrawn_at: string | null
  loaded_at: string
  loaded_by: string
  reason: string | null
}

/** A series is one breakdown of one indicator for one area; figures hang on its number to keep their rows small. */
export type SeriesTable = {
  id: number
  indicator_id: string
  dimension: string
  area_id: string
}

export type FigureTable = {
  series_id: number
  period: string
  release_id: number
  /** Null when there is no number; `missing` then says why. Never a sentinel. */
  value: number | null
  missing: MissingReason | null
  numerator: number | null
  denominator: number | null
  status: Status
  note: string | null
  doubt: string | null
}

/** A model of statistical neighbours: ten authorities for each, the closest first. */
export type NeighbourTable = {
  model: string
  area_id: string
  position: number
  release_id: number
  neighbour_id: string
  closeness: string
}

/** One row, whose number grows by one whenever what may be read changes: caches and ETags hang on it. */
export type RevisionTable = { id: number; number: number }

export type Schema = {
  release: ReleaseTable
  series: SeriesTable
  figure: FigureTable
  neighbour: NeighbourTable
  revision: RevisionTable
}
