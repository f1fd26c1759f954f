import { isMoment } from '../indicator.ts'
import { type Period, periodOf } from '../period.ts'
import type { CountedIndicator } from './counted.ts'
import { type CellName, seriesKey } from './identity.ts'

/**
 * A cell that is held. `own` is of the council's current figures, `published` of a national publication, `earlier` of a
 * version of an own figure that was public before.
 */
export type HeldCell = CellName & {
  key: string
  period: string
  origin: 'own' | 'published' | 'earlier'
  figure: string
}

/** The held cells of each series, by the moment or the stretch of time that they are about. */
export class CellIndex {
  readonly #series = new Map<string, Map<string, HeldCell[]>>()
  readonly #indicators: (id: string) => CountedIndicator | undefined

  constructor(cells: readonly HeldCell[], indicators: (id: string) => CountedIndicator | undefined) {
    this.#indicators = indicators
    for (const cell of cells) {
      const name = seriesKey(cell)
      let own = this.#series.get(name)
      if (!own) {
        own = new Map()
        this.#series.set(name, own)
      }
      const when = this.#when(cell, periodOf(cell.period))
      const same = own.get(when)
      if (same) same.push(cell)
      else own.set(when, [cell])
    }
  }

  /** Cells that are one number, the council's own first. */
  groups(): HeldCell[][] {
    return [...this.#series.values()].flatMap((series) => [...series.values()])
  }

  /** One cell of each group of a series. */
  of(name: CellName): HeldCell[] {
    return [...(this.#series.get(seriesKey(name))?.values() ?? [])].flatMap(([first]) => first ?? [])
  }

  at(name: CellName, period: Period): HeldCell | undefined {
    return this.#series.get(seriesKey(name))?.get(this.#when(name, period))?.[0]
  }

  /** Counts at a moment are one number whatever the period that ends with it; stocks stay so in figures of a year. */
  #when({ indicator: id, part }: CellName, { start, end }: Period): string {
    const indicator = this.#indicators(id)
    const isStock = part === 'whole' && indicator?.denominatorKind === 'stock'
    return indicator && (isMoment(indicator.kind) || isStock) ? end : `${start} ${end}`
  }
}
