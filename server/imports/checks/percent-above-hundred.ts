import type { Check } from '../checks.ts'
import { faultOf } from '../rate-fault.ts'

export const percentAboveHundred: Check = {
  id: 'percent-above-hundred',
  level: 'stop',
  title: 'More than 100%',
  guidance: 'Check the value, and that a rate or a number has not been entered for a percentage.',
  find: (row, context) => faultOf('percent-above-hundred', row, context),
}
