import { isNumber } from '../../domain/figure.ts'
import type { Check } from '../checks.ts'

/** Only a change can be less than nothing. */
const MAY_BE_NEGATIVE = new Set(['cla-net-change', 'savings-delivered'])

export const negative: Check = {
  id: 'negative',
  level: 'stop',
  title: 'Less than nothing',
  guidance: 'Enter the number without the minus sign, or check that a formula has not gone wrong.',
  find({ figure, columns }) {
    if (MAY_BE_NEGATIVE.has(figure.indicator)) return undefined
    const parts: [string, number | null][] = [
      [columns.value, isNumber(figure.value) ? figure.value : null],
      [columns.numerator, figure.numerator],
      [columns.denominator, figure.denominator],
    ]
    const [wrong, ...others] = parts.filter(([, number]) => number !== null && number < 0)
    if (!wrong) return undefined
    const also = others.map(([column, number]) => `, and so is ${number} under "${column}"`).join('')
    return { column: wrong[0], value: String(wrong[1]), message: `${wrong[1]} is less than nothing${also}.` }
  },
}
