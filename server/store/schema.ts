import type { Generated } from 'kysely'
import type { MissingReason, SourceKind, Status } from '../domain/figure.ts'
import type { Register } from '../domain/register.ts'

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

/** A file that was uploaded or imported: what it was found to be, and who let it through. One for each release that came from a file. */
export type UploadTable = {
  id: string
  release_id: number
  format: string
  file_size: number
  /** The sheet of a workbook that was read. */
  sheet: string | null
  /** The quarter that the analyst said it is for. */
  period: string | null
  rows: number
  figures: number
  /** JSON of what the importer said: see imports/finding.ts. */
  findings: string
  /** JSON of how many findings there were, the sheets of the file, and the rows that findings are about. */
  report: string
  /** JSON of what it would change or changed: see imports/stage.ts. */
  changes: string
  /** JSON of what that does to ranks and exceptions; null until it is worked out. */
  effects: string | null
  /** The revision of the store that the changes were worked out against. */
  compared_at: number
  published_by: string | null
  warnings_reason: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}

/** The file itself, compressed. */
export type UploadFileTable = { upload_id: string; bytes: Uint8Array }

/** How to read sheets with a certain row of headings, as an analyst once said. */
export type MappingTable = { signature: string; mapping: string; made_at: string; made_by: string }

/**
 * One version of an entry of a register. Nothing is ever changed or removed: a change, a retirement and an undoing are
 * versions of their own.
 */
export type EntryTable = {
  register: Register
  id: string
  /** 1, 2, 3 … */
  version: number
  /** JSON in the shape of its register: see contract/. */
  body: string
  retired: 0 | 1
  reason: string
  made_by: string
  /** ISO time. What a paper says counts since the day it came out. */
  made_at: string
}

export type Schema = {
  release: ReleaseTable
  series: SeriesTable
  figure: FigureTable
  neighbour: NeighbourTable
  revision: RevisionTable
  upload: UploadTable
  upload_file: UploadFileTable
  mapping: MappingTable
  entry: EntryTable
}
