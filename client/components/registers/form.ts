import { useState } from 'react'
import type { EntryDraft } from './draft.ts'
import type { EntryFault } from './faults.ts'

/** What every part of the form of an entry is given: what is typed, how to change it, and what is wrong with it. */
export type EntryFormParts = {
  draft: EntryDraft
  set: (change: (before: EntryDraft) => Partial<EntryDraft>) => void
  /** What is wrong at a field, by its id. */
  at: (id: string) => string | undefined
}

/** The form's state: what is typed stays, whatever is chosen or refused. */
export function useEntryDraft(first: () => EntryDraft) {
  const [draft, setDraft] = useState(first)
  const set: EntryFormParts['set'] = (change) => setDraft((before) => ({ ...before, ...change(before) }))
  const partsWith = (faults: readonly EntryFault[]): EntryFormParts => ({
    draft,
    set,
    at: (id) => faults.find(({ field }) => field === id)?.atField,
  })
  return { draft, partsWith }
}
