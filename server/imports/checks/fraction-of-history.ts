import type { SeriesCheck } from '../checks.ts'
import type { Context } from '../format.ts'
import { median, type WithPast, withPast } from '../history.ts'
import { fractionMessage } from '../rate-fault.ts'

/** With fewer periods the usual value isn't known. */
const LEAST_PERIODS = 4
/** A share that is usually above this is hardly ever below one. */
const USUALLY_ABOVE = 5

/** Whether a percentage that came without its numbers looks like a fraction beside the periods before. */
export function isFractionOfHistory({ figure, value, past }: WithPast, { reference }: Context): boolean {
  if (value <= 0 || value >= 1 || reference.indicator(figure.indicator)?.unit !== 'percent') return false
  if (figure.numerator !== null && figure.denominator !== null) return false
  return past.numbers.length >= LEAST_PERIODS && median(past.numbers) > USUALLY_ABOVE
}

/** The same question as the check "fraction" asks where numerator and denominator stand in the row. */
export const fractionOfHistory: SeriesCheck = {
  id: 'fraction-of-history',
  level: 'warn',
  title: 'Percentages written as fractions',
  guidance: 'Enter 23.4 for 23.4%, or confirm that less than one in a hundred is meant.',
  find: (series, context) =>
    withPast(series, context)
      .filter((each) => isFractionOfHistory(each, context))
      .map(({ figure, value }) => ({
        period: figure.period,
        column: 'value',
        value: String(value),
        message: fractionMessage(value),
      })),
}
