import { type Figure, isNumber, type PublishedFigure } from '../domain/figure.ts'
import { PER } from '../domain/indicator.ts'
import { comparePeriods, type Period, periodOf } from '../domain/period.ts'
import { completeRate } from '../domain/population.ts'
import type { Reference } from '../reference.ts'
import type { Database } from '../store/database.ts'
import {
  findDraftFigures,
  findFigures,
  findFiguresOfSeries,
  findSeriesOfRelease,
  insertFigures,
  markRevised,
  SeriesBook,
} from '../store/figures.ts'
import { findNeighbours, insertNeighbours, type NeighbourLink } from '../store/neighbours.ts'
import { CHECKS, FILE_CHECKS, type Held, SERIES_CHECKS } from './checks.ts'
import type { Table } from './file.ts'
import type { Findings } from './finding.ts'
import type { Context, FigureReader, FigureRow, NeighbourReader } from './format.ts'

/** A figure that the file would change. */
export type Revision = { before: PublishedFigure; after: Figure }

/** What a file would do to what is held. `revisions` are the largest of them, the largest first. */
export type Changes = { new: number; revised: number; unchanged: number; revisions: Revision[] }
/** `newest` is the latest period in the file. */
export type Staged = { rows: number; figures: number; changes: Changes; newest: Period | null }

export const NOTHING_STAGED: Staged = {
  rows: 0,
  figures: 0,
  changes: { new: 0, revised: 0, unchanged: 0, revisions: [] },
  newest: null,
}

/** How many revisions are told one by one. */
const MOST_REVISIONS = 200
/** How many series are compared at a time. */
const SERIES_AT_A_TIME = 400

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

const sameFigure = (a: Figure, b: Figure) =>
  a.value === b.value &&
  a.numerator === b.numerator &&
  a.denominator === b.denominator &&
  a.status === b.status &&
  a.note === b.note &&
  a.doubt === b.doubt

/** A figure that was final and changes is not final from the start any more: readers are told that it is revised. */
const isSettled = ({ status }: Figure) => status === 'final' || status === 'revised'
const asRevised = (figure: Figure): Figure =>
  figure.status === 'revised' ? figure : { ...figure, status: 'revised' }

/**
 * Whether a figure is held as the file has it. A file goes on calling final what was marked as revised here, and a rate
 * that only gains the population it is divided by is the same rate.
 */
function isHeld(before: Figure, draft: Figure, reference: Reference): boolean {
  const known = isSettled(before) && isSettled(draft) ? { ...before, status: draft.status } : before
  const indicator = reference.indicator(draft.indicator)
  if (indicator?.denominatorKind !== 'population') return sameFigure(known, draft)
  const { unit, decimals } = indicator
  return sameFigure(completeRate(known, draft.denominator, { per: PER[unit], decimals }), draft)
}

/** Finds the second figure for a key. Keys are kept as numbers: half a million of them fit in a few megabytes. */
class Duplicates {
  readonly #db: Database
  readonly #release: number
  readonly #findings: Findings
  readonly #rows = new Map<number, number>()
  readonly #periods = new Map<string, number>()

  constructor(db: Database, release: number, findings: Findings) {
    this.#db = db
    this.#release = release
    this.#findings = findings
  }

  /** Leaves out what came before; an identical repeat is told as put right, a different one stops the file. */
  async filter(
    rows: readonly FigureRow[],
    ids: readonly number[],
  ): Promise<{ figures: Figure[]; ids: number[] }> {
    const figures: Figure[] = []
    const kept: number[] = []
    const batch = new Map<number, Figure>()
    for (const [i, each] of rows.entries()) {
      const id = ids[i] as number
      const key = id * 10_000 + this.#periodNumber(each.figure.period)
      const earlier = this.#rows.get(key)
      if (earlier === undefined) {
        this.#rows.set(key, each.row)
        batch.set(key, each.figure)
        figures.push(each.figure)
        kept.push(id)
        continue
      }
      const stored = batch.get(key) ?? (await this.#stored(id, each.figure.period))
      this.#tell(each, earlier, stored !== undefined && sameFigure(stored, each.figure))
    }
    return { figures, ids: kept }
  }

  /** The row that a figure stands in. */
  rowOf(series: number, period: string): number | null {
    return this.#rows.get(series * 10_000 + this.#periodNumber(period)) ?? null
  }

  /** The latest period that any figure is of. */
  newestPeriod(): Period | null {
    return [...this.#periods.keys()].map(periodOf).sort(comparePeriods).at(-1) ?? null
  }

  #periodNumber(period: string): number {
    let number = this.#periods.get(period)
    if (number === undefined) {
      number = this.#periods.size
      this.#periods.set(period, number)
    }
    return number
  }

  async #stored(series: number, period: string): Promise<Figure | undefined> {
    const drafts = await findDraftFigures(this.#db, this.#release, [series])
    return drafts.find(({ figure }) => figure.period === period)?.figure
  }

  #tell({ figure, row, columns }: FigureRow, earlier: number, same: boolean) {
    const breakdown = figure.dimension === '' ? '' : ` (${figure.dimension})`
    const what = `${figure.indicator}${breakdown}, ${figure.area}, ${figure.period}`
    this.#findings.add({
      check: 'duplicate',
      level: same ? 'fixed' : 'stop',
      row,
      column: columns.period,
      value: figure.period,
      message: same
        ? `Left out: the same figure (${what}) stands in row ${earlier}.`
        : `${what} stands in row ${earlier} already, with another value.`,
      remedy: same ? '' : `Decide which of rows ${earlier} and ${row} is right and delete the other.`,
    })
  }
}

type Drafts = { series: number; figure: Figure }[]
type Inspect = (series: number, own: Drafts, held: ReadonlyMap<string, PublishedFigure> | undefined) => void

/**
 * Compares what a draft holds of some series with what is held now. Each series is shown to `inspect` on the way.
 */
async function compare(
  { db, release, reference }: { db: Database; release: number; reference: Reference },
  series: readonly number[],
  inspect: Inspect,
): Promise<Changes> {
  const changes: Changes = { new: 0, revised: 0, unchanged: 0, revisions: [] }
  for (let i = 0; i < series.length; i += SERIES_AT_A_TIME) {
    const ids = series.slice(i, i + SERIES_AT_A_TIME)
    const held = await findFiguresOfSeries(db, ids)
    const marked: { series: number; period: string }[] = []
    const drafts = Map.groupBy(await findDraftFigures(db, release, ids), (draft) => draft.series)
    for (const [id, own] of drafts) {
      const before = held.get(id)
      for (const { figure } of own) {
        const known = before?.get(figure.period)
        if (!known) changes.new++
        else if (isHeld(known, figure, reference)) changes.unchanged++
        else {
          changes.revised++
          const after = isSettled(known) && isSettled(figure) ? asRevised(figure) : figure
          changes.revisions.push({ before: known, after })
          if (after !== figure) marked.push({ series: id, period: figure.period })
        }
      }
      inspect(id, own, before)
    }
    await markRevised(db, release, marked)
    changes.revisions = changes.revisions.sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, MOST_REVISIONS)
  }
  return changes
}

/** What a draft would change now, which may be another thing than when it was checked. */
export async function compareDraft(db: Database, release: number, reference: Reference): Promise<Changes> {
  return compare({ db, release, reference }, await findSeriesOfRelease(db, release), () => undefined)
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

/** How large a revision is beside what stood before; a number that comes or goes is the largest. */
function sizeOf({ before, after }: Revision): number {
  if (!isNumber(before.value) || !isNumber(after.value)) {
    return before.value === after.value ? 0 : Number.POSITIVE_INFINITY
  }
  return Math.abs(after.value - before.value) / Math.max(Math.abs(before.value), 1e-9)
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
