import { isNumber } from '../../domain/figure.ts'
import type { Check } from '../checks.ts'

/** Shares of a whole. Leavers and days lost are set against staff in post, and can be more than all of it. */
const MAY_EXCEED = new Set(['sw-turnover-pct', 'sw-sickness-pct', 'savings-reinvested-pct'])

export const percentAboveHundred: Check = {
  id: 'percent-above-hundred',
  level: 'stop',
  guidance: 'Check that numerator and denominator have not changed places.',
  find({ figure, columns }, { reference }) {
    const { value } = figure
    if (!isNumber(value) || value <= 100 || MAY_EXCEED.has(figure.indicator)) return undefined
    if (reference.indicator(figure.indicator)?.unit !== 'percent') return undefined
    return { column: columns.value, value: String(value), message: `${value}% is more than all of them.` }
  },
}
