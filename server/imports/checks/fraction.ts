import type { Check } from '../checks.ts'
import { faultOf } from '../rate-fault.ts'

export const fraction: Check = {
  id: 'fraction',
  level: 'warn',
  title: 'Percentages written as fractions',
  guidance: 'Enter 23.4 for 23.4%, or confirm that less than one in a hundred is meant.',
  find: (row, context) => faultOf('fraction', row, context),
}
