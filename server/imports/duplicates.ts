import type { Figure } from '../domain/figure.ts'
import { comparePeriods, type Period, periodOf } from '../domain/period.ts'
import type { Database } from '../store/database.ts'
import { findDraftFigures } from '../store/figures.ts'
import { sameFigure } from './compare.ts'
import type { Findings } from './finding.ts'
import type { FigureRow } from './format.ts'

/** Finds the second figure for a key. Only the rows of figures are kept: half a million fit in a few megabytes. */
export class Duplicates {
  readonly #db: Database
  readonly #release: number
  readonly #findings: Findings
  /** The row of each figure of a series, by the number of its period. */
  readonly #rows = new Map<number, number[]>()
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
      const period = this.#periodNumber(each.figure.period)
      const key = id * 10_000 + period
      const own = this.#rows.get(id) ?? []
      const earlier = own[period]
      if (earlier === undefined) {
        own[period] = each.row
        this.#rows.set(id, own)
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
    return this.#rows.get(series)?.[this.#periodNumber(period)] ?? null
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
