import type { Figure, PublishedFigure } from '../domain/figure.ts'
import { definitionChange } from './checks/definition-change.ts'
import { englandRange } from './checks/england-range.ts'
import { formula } from './checks/formula.ts'
import { fraction } from './checks/fraction.ts'
import { fractionOfHistory } from './checks/fraction-of-history.ts'
import { futurePeriod } from './checks/future-period.ts'
import { identity } from './checks/identity.ts'
import { negative } from './checks/negative.ts'
import { outlier } from './checks/outlier.ts'
import { partAboveWhole } from './checks/part-above-whole.ts'
import { partialReturn } from './checks/partial-return.ts'
import { partsTotal } from './checks/parts-total.ts'
import { percentAboveHundred } from './checks/percent-above-hundred.ts'
import { rateMismatch } from './checks/rate-mismatch.ts'
import { sameAsBefore } from './checks/same-as-before.ts'
import { scale } from './checks/scale.ts'
import { smallNumber } from './checks/small-number.ts'
import { swapped } from './checks/swapped.ts'
import { wrongPeriod } from './checks/wrong-period.ts'
import { wrongPopulation } from './checks/wrong-population.ts'
import type { Level } from './finding.ts'
import type { Columns, Context, FigureRow } from './format.ts'

/**
 * What every check has. `title` heads its findings on screen; `guidance` says what the analyst can do, whatever the
 * row. A check is one of three kinds: of a figure by itself, of a series beside what is held of it, of a whole file.
 */
type Named = { id: string; level: Level; title: string; guidance: string }

/** A check of one figure. `find` says what is wrong, and with which cell; `undefined` where nothing is. */
export type Check = Named & {
  find: (row: FigureRow, context: Context) => { column: string; value: string; message: string } | undefined
}

/** What a return says of one series, beside the figures held of it now; both in the order of time. */
export type SeriesInFile = {
  indicator: string
  dimension: string
  area: string
  figures: readonly Figure[]
  held: readonly PublishedFigure[]
}

/** A finding about one period of a series; `column` is the role of the cell, which the format has a heading for. */
export type FoundInSeries = { period: string; column: keyof Columns; value: string; message: string }

/** A check of a council's own return: each of its series is set beside what is held. National figures are not. */
export type SeriesCheck = Named & {
  find: (series: SeriesInFile, context: Context) => FoundInSeries[]
}

/** The current figures of a series, in the order of time; what papers quote is not among them. */
export type Held = (
  indicator: string,
  area: string,
  dimension?: string,
) => Promise<readonly PublishedFigure[]>

/** A finding about a file; `row` and `column` are null where it is about no single cell. */
export type FoundInFile = { row: number | null; column: string | null; value: string | null; message: string }

/**
 * A check of a whole file. It is shown every figure once, must keep little of them (a file can have half a million),
 * and is asked in the end. `kind` tells a council's own return from a national file.
 */
export type FileCheck = Named & {
  open: (
    context: Context,
    kind: 'return' | 'published',
  ) => {
    see: (row: FigureRow) => void
    find: (held: Held) => Promise<FoundInFile[]>
  }
}

/** Every check, by kind; each is a file of its own in checks/. */
export const CHECKS: readonly Check[] = [
  negative,
  futurePeriod,
  wrongPeriod,
  swapped,
  partAboveWhole,
  percentAboveHundred,
  fraction,
  wrongPopulation,
  rateMismatch,
  formula,
]
export const SERIES_CHECKS: readonly SeriesCheck[] = [outlier, scale, fractionOfHistory, definitionChange]
export const FILE_CHECKS: readonly FileCheck[] = [
  sameAsBefore,
  partialReturn,
  identity,
  partsTotal,
  englandRange,
  smallNumber,
]
