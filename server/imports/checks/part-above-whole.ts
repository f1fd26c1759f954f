import type { Check } from '../checks.ts'
import { faultOf } from '../rate-fault.ts'

/** A part that is a little too large was miscounted; one that is far too large has changed places with its whole. */
export const partAboveWhole: Check = {
  id: 'part-above-whole',
  level: 'stop',
  title: 'A part larger than its whole',
  guidance: 'Check that both were counted on the same day and of the same children.',
  find: (row, context) => faultOf('part-above-whole', row, context),
}
