import type { Figure } from '../domain/figure.ts'
import { comparePeriods, type Period, periodOf } from '../domain/period.ts'
import type { Database } from '../store/database.ts'
import { findFigures } from '../store/figures.ts'
import { findNeighbours, insertNeighbours, type NeighbourLink } from '../store/neighbours.ts'
import { insertFigures, SeriesBook } from '../store/write-figures.ts'
import { CHECKS, FILE_CHECKS, type Held, SERIES_CHECKS } from './checks.ts'
import { type Changes, compare, type Inspect } from './compare.ts'
import { Duplicates } from './duplicates.ts'
import type { Table } from './file.ts'
import type { Findings } from './finding.ts'
import type { Context, FigureReader, FigureRow, NeighbourReader } from './format.ts'

/** `newest` is the latest period in the file. */
export type Staged = { rows: number; figures: number; changes: Changes; newest: Period | null }

export const NOTHING_STAGED: Staged = {
  rows: 0,
  figures: 0,
  changes: { new: 0, revised: 0, unchanged: 0, revisions: [] },
  newest: null,
}

/** What staging needs beside the file. `onProgress` is told now and then how much of it is read, from 0 to 1. */
export type Staging = {
  db: Database
  release: number
  context: Context
  findings: Findings
  onProgress: (part: number) => void
  /** Is told when the file is read and the comparing begins. */
  onCompare: () => void
}

/**
 * Reads every figure of a table into a draft release, each checked, and compares them with what is held now. Works
 * through the file in batches, so that its size doesn't matter.
 */
export async function stageFigures(table: Table, reader: FigureReader, staging: Staging): Promise<Staged> {
  const { db, release, context, findings, onProgress, onCompare } = staging
  const book = await SeriesBook.open(db)
  const seen = new Duplicates(db, release, findings)
  const touched = new Set<number>()
  const fileChecks = FILE_CHECKS.map((each) => ({ each, open: each.open(context, reader.releaseKind) }))
  let rows = 0
  let figures = 0

  async function keep(read: readonly FigureRow[]) {
    for (const figure of read) {
      check(figure, context, findings)
      for (const { open } of fileChecks) open.see(figure)
    }
    const ids = await book.idsOf(read.map((each) => each.figure))
    const fresh = await seen.filter(read, ids)
    for (const id of fresh.ids) if (!book.isNew(id)) touched.add(id)
    figures += fresh.figures.length
    await insertFigures(db, release, fresh.figures, fresh.ids)
  }

  for await (const batch of table.batches()) {
    const read: FigureRow[] = []
    for (const [i, cells] of batch.rows.entries()) {
      const row = batch.first + i
      if (isBlank(cells) || !hasWidth(cells, table.header, row, findings)) continue
      rows++
      read.push(...reader.read(cells, row))
    }
    await keep(read)
    onProgress(table.progress())
  }
  if (reader.end) await keep(reader.end())

  onCompare()
  const reference = context.reference
  const changes = await compare(
    { db, release, reference },
    [...touched],
    inspectSeries(staging, reader, seen),
  )
  // What lies in series that did not exist before is new by itself.
  changes.new = figures - changes.revised - changes.unchanged
  const held = openHeld(db)
  for (const { each, open } of fileChecks) {
    for (const found of await open.find(held)) {
      findings.add({ check: each.id, level: each.level, ...found, remedy: each.guidance })
    }
  }
  return { rows, figures, changes, newest: seen.newestPeriod() }
}

/** The figures held of a series, without what papers quote, in the order of time. */
function openHeld(db: Database): Held {
  return async (indicator, area, dimension = '') => {
    const figures = await findFigures(db, { indicator, dimension, areas: [area] })
    return inTime(figures.filter((figure) => figure.source.kind !== 'document'))
  }
}

const inTime = <F extends Figure>(figures: readonly F[]): F[] =>
  [...figures].sort((a, b) => comparePeriods(periodOf(a.period), periodOf(b.period)))

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

/**
 * A row must be as wide as the heading; empty cells beyond it are a spreadsheet's habit and are passed over. A line with
 * one text is a note under the table, which is for the format to tell.
 */
function hasWidth(
  cells: readonly string[],
  header: readonly string[],
  row: number,
  findings: Findings,
): boolean {
  const tooLong =
    cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== '')
  if ((cells.length >= header.length || cells.length === 1) && !tooLong) return true
  findings.add({
    check: 'ragged-row',
    level: 'stop',
    row,
    column: null,
    value: null,
    message: `Row ${row} has ${cells.length} columns, expected ${header.length}.`,
    remedy:
      'Look for a comma inside a name or note: put such text in double quotes. Or for a column left out.',
  })
  return false
}

function check(row: FigureRow, context: Context, findings: Findings): void {
  for (const { id, level, guidance, find } of CHECKS) {
    const found = find(row, context)
    if (found) findings.add({ check: id, level, row: row.row, ...found, remedy: guidance })
  }
}

/** Puts a series of a council's own return through the checks that set it beside what is held. */
function inspectSeries(
  { context, findings }: Pick<Staging, 'context' | 'findings'>,
  reader: FigureReader,
  seen: Duplicates,
): Inspect {
  return (id, own, before) => {
    if (reader.releaseKind !== 'return') return
    const figures = inTime(own.map((each) => each.figure))
    const [first] = figures
    if (!first) return
    const held = inTime([...(before?.values() ?? [])].filter((figure) => figure.source.kind !== 'document'))
    const { indicator, dimension, area } = first
    for (const each of SERIES_CHECKS) {
      for (const found of each.find({ indicator, dimension, area, figures, held }, context)) {
        const { period, column, value, message } = found
        findings.add({
          check: each.id,
          level: each.level,
          row: seen.rowOf(id, period),
          column: reader.columnsOf({ ...first, period })[column],
          value,
          message,
          remedy: each.guidance,
        })
      }
    }
  }
}

/** Reads a list of statistical neighbours into a draft release. Lists are small: all of it is held at once. */
export async function stageNeighbours(
  table: Table,
  reader: NeighbourReader,
  { db, release, findings }: Staging,
): Promise<Staged> {
  const links: NeighbourLink[] = []
  const rowOf = new Map<string, number>()
  let rows = 0
  for await (const batch of table.batches()) {
    for (const [i, cells] of batch.rows.entries()) {
      const row = batch.first + i
      if (isBlank(cells)) continue
      const read = reader.read(cells, row)
      if (read.length === 0) continue
      rows++
      const area = read[0]?.area ?? ''
      const earlier = rowOf.get(area)
      if (earlier !== undefined) {
        findings.add({
          check: 'duplicate',
          level: 'stop',
          row,
          column: null,
          value: area,
          message: `The neighbours of ${area} stand in row ${earlier} already.`,
          remedy: `Decide which of rows ${earlier} and ${row} is right and delete the other.`,
        })
        continue
      }
      rowOf.set(area, row)
      links.push(...read)
    }
  }
  await insertNeighbours(db, release, reader.model, links)
  const held = new Map(
    (await findNeighbours(db, reader.model)).map((link) => [`${link.area} ${link.position}`, link]),
  )
  const changes: Changes = { new: 0, revised: 0, unchanged: 0, revisions: [] }
  for (const link of links) {
    const before = held.get(`${link.area} ${link.position}`)
    if (!before) changes.new++
    else if (before.neighbour === link.neighbour && before.closeness === link.closeness) changes.unchanged++
    else changes.revised++
  }
  return { rows, figures: links.length, changes, newest: null }
}
