import type { Figure } from '../domain/figure.ts'
import { PER } from '../domain/indicator.ts'
import { completeRate } from '../domain/population.ts'
import type { Reference } from '../reference.ts'
import type { Database } from '../store/database.ts'
import { findDraftFigures, findFiguresOfSeries, insertFigures, SeriesBook } from '../store/figures.ts'
import { findNeighbours, insertNeighbours, type NeighbourLink } from '../store/neighbours.ts'
import { CHECKS } from './checks.ts'
import type { Table } from './file.ts'
import type { Findings } from './finding.ts'
import type { Context, FigureReader, FigureRow, NeighbourReader } from './format.ts'

/** What a file would do to what is held. */
export type Changes = { new: number; revised: number; unchanged: number }
export type Staged = { rows: number; figures: number; changes: Changes }

/**
 * Reads every figure of a table into a draft release, each checked, and compares them with what is held now. Works
 * through the file in batches, so that its size doesn't matter.
 */
export async function stageFigures(
  db: Database,
  release: number,
  table: Table,
  reader: FigureReader,
  context: Context,
  findings: Findings,
): Promise<Staged> {
  const book = await SeriesBook.open(db)
  const seen = new Duplicates(db, release, findings)
  const touched = new Set<number>()
  let rows = 0
  let figures = 0

  for await (const batch of table.batches()) {
    const read: FigureRow[] = []
    for (const [i, cells] of batch.rows.entries()) {
      const row = batch.first + i
      if (isBlank(cells) || !hasWidth(cells, table.header, row, findings)) continue
      rows++
      for (const figure of reader.read(cells, row)) {
        check(figure, context, findings)
        read.push(figure)
      }
    }
    const ids = await book.idsOf(read.map((each) => each.figure))
    const fresh = await seen.filter(read, ids)
    for (const id of fresh.ids) if (!book.isNew(id)) touched.add(id)
    await insertFigures(db, release, fresh.figures, fresh.ids)
    figures += fresh.figures.length
  }
  return { rows, figures, changes: await compare(db, release, [...touched], figures, context.reference) }
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

/** A row must be as wide as the heading; empty cells beyond it are a spreadsheet's habit and are passed over. */
function hasWidth(
  cells: readonly string[],
  header: readonly string[],
  row: number,
  findings: Findings,
): boolean {
  const tooLong =
    cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== '')
  if (cells.length >= header.length && !tooLong) return true
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

/** Whether a figure is held as the file has it. A rate that only gains the population it is divided by is the same rate. */
function isHeld(before: Figure, draft: Figure, reference: Reference): boolean {
  const indicator = reference.indicator(draft.indicator)
  if (indicator?.denominatorKind !== 'population') return sameFigure(before, draft)
  const { unit, decimals } = indicator
  return sameFigure(completeRate(before, draft.denominator, { per: PER[unit], decimals }), draft)
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

/** Compares the draft with what is held, for the series that existed before; the rest is new by itself. */
async function compare(
  db: Database,
  release: number,
  series: readonly number[],
  figures: number,
  reference: Reference,
): Promise<Changes> {
  let revised = 0
  let unchanged = 0
  for (let i = 0; i < series.length; i += 400) {
    const ids = series.slice(i, i + 400)
    const held = await findFiguresOfSeries(db, ids)
    for (const draft of await findDraftFigures(db, release, ids)) {
      const before = held.get(draft.series)?.get(draft.figure.period)
      if (!before) continue
      if (isHeld(before, draft.figure, reference)) unchanged++
      else revised++
    }
  }
  return { new: figures - revised - unchanged, revised, unchanged }
}

/** Reads a list of statistical neighbours into a draft release. Lists are small: all of it is held at once. */
export async function stageNeighbours(
  db: Database,
  release: number,
  table: Table,
  reader: NeighbourReader,
  findings: Findings,
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
  const changes: Changes = { new: 0, revised: 0, unchanged: 0 }
  for (const link of links) {
    const before = held.get(`${link.area} ${link.position}`)
    if (!before) changes.new++
    else if (before.neighbour === link.neighbour && before.closeness === link.closeness) changes.unchanged++
    else changes.revised++
  }
  return { rows, figures: links.length, changes }
}
