import { parsePeriod, periodLabel, periodOf } from '../../domain/period.ts'
import type { Check } from '../checks.ts'

/** A row of another quarter than the one that the file was said to be for. A month inside that quarter is right. */
export const wrongPeriod: Check = {
  id: 'wrong-period',
  level: 'stop',
  title: 'Another quarter than the one chosen',
  guidance:
    'Choose the quarter that the file is for, or leave it open where a file is for several; or correct the row.',
  find({ figure, columns }, context) {
    const chosen = context.period === null ? undefined : parsePeriod(context.period)
    if (!chosen) return undefined
    const period = periodOf(figure.period)
    if (period.kind !== 'quarter' && period.kind !== 'month') return undefined
    if (period.start >= chosen.start && period.end <= chosen.end) return undefined
    const message = `The file is for ${periodLabel(chosen)}; this row is for ${periodLabel(period)}.`
    return { column: columns.period, value: figure.period, message }
  },
}
