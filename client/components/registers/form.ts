import { useState } from 'react'
import type { FormFault } from '../ErrorSummary.tsx'
import type { EntryDraft } from './draft.ts'

/** What every part of the form of an entry is given: what is typed, how to change it, and what is wrong with it. */
export type EntryFormParts = {
  draft: EntryDraft
  set: (change: (before: EntryDraft) => Partial<EntryDraft>) => void
  /** What is wrong at a field, by its id. */
  at: (id: string) => string | undefined
  faults: readonly FormFault[]
}

/** The form's state: what is typed stays, whatever is chosen or refused. */
export function useEntryDraft(first: () => EntryDraft) {
  const [draft, setDraft] = useState(first)
  const set: EntryFormParts['set'] = (change) => setDraft((before) => ({ ...before, ...change(before) }))
  const partsWith = (found: Pick<EntryFormParts, 'at' | 'faults'>): EntryFormParts => ({
    draft,
    set,
    ...found,
  })
  return { draft, partsWith }
}
