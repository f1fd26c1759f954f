import { useState } from 'react'
import { TARGET_FIELDS } from '../../../server/domain/target-fields.ts'
import type { DraftKey, TargetDraft } from '../../target-draft.ts'
import { idOf } from '../../target-faults.ts'

/** What every part of the form of a target is given: what is typed, how to change it, and what is wrong with it. */
export type TargetFormParts = {
  draft: TargetDraft
  set: (change: Partial<TargetDraft>) => void
  /** What is wrong at a field, by its id. */
  at: (id: string) => string | undefined
  /** A field with its label, as a text field, a select, a day or radio buttons take it. */
  field: (key: DraftKey, options?: { optional?: boolean; label?: string }) => Field
}
type Field = {
  id: string
  label: string
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

/** The form's state: what is typed stays, whatever is chosen or refused. */
export function useTargetDraft(first: () => TargetDraft) {
  const [draft, setDraft] = useState(first)
  const set = (change: Partial<TargetDraft>) => setDraft((before) => ({ ...before, ...change }))
  const partsWith = (at: TargetFormParts['at']): TargetFormParts => {
    const field: TargetFormParts['field'] = (key, { optional = false, label } = {}) => ({
      id: idOf(key),
      label: `${label ?? (key === 'toleranceSize' ? 'How much' : TARGET_FIELDS[key])}${optional ? ' (optional)' : ''}`,
      value: draft[key],
      error: at(idOf(key)),
      onChange: (value) => set({ [key]: value }),
    })
    return { draft, set, at, field }
  }
  return { draft, partsWith }
}
