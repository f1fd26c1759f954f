import { formatNumber } from '../../domain/rounding.ts'
import type { Check } from '../checks.ts'

/** Shares whose numerator is a part of the denominator. */
const NOT_A_PART = new Set(['sw-turnover-pct', 'sw-sickness-pct', 'savings-reinvested-pct'])

export const partAboveWhole: Check = {
  id: 'part-above-whole',
  level: 'stop',
  guidance: 'Check that numerator and denominator have not changed places.',
  find({ figure, columns }, { reference }) {
    const { numerator, denominator } = figure
    if (numerator === null || denominator === null || numerator <= denominator) return undefined
    if (reference.indicator(figure.indicator)?.unit !== 'percent' || NOT_A_PART.has(figure.indicator))
      return undefined
    const [part, whole] = [formatNumber(numerator, 0), formatNumber(denominator, 0)]
    const message = `The part (${part}) is more than the whole (${whole}). ${whole} ÷ ${part} may be meant.`
    return { column: columns.numerator, value: String(numerator), message }
  },
}
