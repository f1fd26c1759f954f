import type { Check } from '../checks.ts'
import { faultOf } from '../rate-fault.ts'

export const wrongPopulation: Check = {
  id: 'wrong-population',
  level: 'warn',
  title: 'Divided by another population',
  guidance:
    'Use the estimate of children aged 0 to 17 that the message names, or leave the denominator empty: it is then filled in.',
  find: (row, context) => faultOf('wrong-population', row, context),
}
