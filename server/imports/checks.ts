import { futurePeriod } from './checks/future-period.ts'
import { negative } from './checks/negative.ts'
import { partAboveWhole } from './checks/part-above-whole.ts'
import { percentAboveHundred } from './checks/percent-above-hundred.ts'
import { rateMismatch } from './checks/rate-mismatch.ts'
import type { Finding } from './finding.ts'
import type { Context, FigureRow } from './format.ts'

/** A check of one figure. `guidance` says what the analyst can do, whatever the row. */
export type Check = {
  id: string
  level: Finding['level']
  guidance: string
  /** What is wrong, and with which cell; `undefined` where nothing is. */
  find: (row: FigureRow, context: Context) => { column: string; value: string; message: string } | undefined
}

/** Every check that a figure goes through, each a file of its own. */
export const CHECKS: readonly Check[] = [
  negative,
  percentAboveHundred,
  partAboveWhole,
  futurePeriod,
  rateMismatch,
]
