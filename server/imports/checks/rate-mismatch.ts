import { isNumber } from '../../domain/figure.ts'
import { PER } from '../../domain/indicator.ts'
import { rateFits, rateInterval } from '../../domain/rate.ts'
import { decimalsOf, formatNumber, slackOf } from '../../domain/rounding.ts'
import type { Check } from '../checks.ts'

/**
 * Whether the printed rate can be its numerator over its denominator, given how the three are rounded. Every row of
 * DfE's own files passes. A paper that printed 163 beside 527 children would have been told.
 */
export const rateMismatch: Check = {
  id: 'rate-mismatch',
  level: 'warn',
  guidance: 'Check the year of the rate, the population it was divided by, and the number.',
  find({ figure, columns, denominatorSlack }, { reference }) {
    const { value, numerator, denominator } = figure
    if (!isNumber(value) || numerator === null || denominator === null || denominator <= 0) return undefined
    const indicator = reference.indicator(figure.indicator)
    if (!indicator || indicator.denominatorKind === 'none') return undefined
    // DfE's rates of regions and of England leave out authorities that sent no figure, but their counts do not.
    if (reference.area(figure.area)?.kind !== 'authority') return undefined
    const per = PER[indicator.unit]
    const exact = (numerator / denominator) * per
    if (Math.abs(exact - value) <= 0.5 * 10 ** -indicator.decimals) return undefined
    const possible = rateInterval(
      { number: numerator, slack: slackOf(numerator) },
      { number: denominator, slack: denominatorSlack?.() ?? slackOf(denominator) },
      per,
    )
    if (rateFits({ number: value, slack: slackOf(value) }, possible)) return undefined
    const times = per === 1 ? '' : ` × ${formatNumber(per, 0)}`
    const worked = `${formatNumber(numerator, decimalsOf(numerator))} ÷ ${formatNumber(denominator, decimalsOf(denominator))}${times}`
    return {
      column: columns.value,
      value: String(value),
      message: `${value} doesn't match ${worked} = ${formatNumber(exact, Math.max(1, indicator.decimals))}. Wrong year or population?`,
    }
  },
}
