import { periodLabel, periodOf } from '../../domain/period.ts'
import type { Check } from '../checks.ts'

export const futurePeriod: Check = {
  id: 'future-period',
  level: 'stop',
  title: 'Periods that have not begun',
  guidance: 'Correct the period. A figure can be sent once its period has begun.',
  find({ figure, columns }, { today }) {
    const period = periodOf(figure.period)
    if (period.start <= today) return undefined
    const message = `${periodLabel(period)} has not begun.`
    return { column: columns.period, value: figure.period, message }
  },
}
