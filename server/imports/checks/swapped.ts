import type { Check } from '../checks.ts'
import { faultOf } from '../rate-fault.ts'

export const swapped: Check = {
  id: 'swapped',
  level: 'stop',
  title: 'Numerator and denominator changed places',
  guidance:
    'Exchange the two, or correct the value: the numerator is the part that is counted, the denominator what it is set against.',
  find: (row, context) => faultOf('swapped', row, context),
}
