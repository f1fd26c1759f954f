import type { KnownNumber, NumberKind } from '../../domain/commentary-check.ts'
import { formatValue, type Measure, type Unit } from '../../domain/indicator.ts'

/** A number that a commentary may name, with how it is written. */
export type Known = KnownNumber & { text: string }

export const kindOf = (unit: Unit): NumberKind =>
  unit === 'percent' ? 'percent' : unit === 'pounds' ? 'pounds' : 'plain'

/** A value of a measure, as it is written. */
export const known = (value: number, measure: Measure, words: string): Known => ({
  value,
  kind: kindOf(measure.unit),
  words,
  text: formatValue(value, measure),
})
