import type { Check } from '../checks.ts'
import { faultOf } from '../rate-fault.ts'

/**
 * Whether the printed rate can be its numerator over its denominator, given how the three are rounded. Every row of
 * DfE's own files passes. A paper that printed 163 beside 527 children would have been told.
 */
export const rateMismatch: Check = {
  id: 'rate-mismatch',
  level: 'warn',
  title: 'Rates that do not match their numbers',
  guidance: 'Check the year of the rate, the population it was divided by, and the number.',
  find: (row, context) => faultOf('rate-mismatch', row, context),
}
