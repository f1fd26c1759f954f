import { savingLinePath } from '../../../server/contract/paths.ts'
import type { SavingLineAnswer, SavingTerms } from '../../../server/contract/savings.ts'
import { post, put } from '../../api.ts'

/** Who does it and why, as the API wants it. */
export const signedBy = (name: string, reason: string) => ({
  reason: reason.trim(),
  ...(name.trim() ? { by: name.trim() } : {}),
})

/** Writes a new version of a line, made from version `after`. */
export const putLine = (
  { id }: Pick<SavingLineAnswer, 'id'>,
  body: { terms: SavingTerms; after: number; reason: string; by?: string },
) => put(savingLinePath(id), body)

export const moveLine = (
  { id, version }: Pick<SavingLineAnswer, 'id' | 'version'>,
  action: 'retire' | 'bring-back' | 'undo',
  body: { reason: string; by?: string },
) => post(`${savingLinePath(id)}/${action}`, { ...body, after: version })
