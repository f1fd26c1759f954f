import type { FormFault } from '../ErrorSummary.tsx'

export const REASON_HINT =
  'It stays on record, even when the account is erased: leave out names and anything personal.'

export const reasonFaults = (field: string, reason: string): FormFault[] =>
  reason.trim().length < 3 ? [{ field, message: 'Say why, in a few words' }] : []
