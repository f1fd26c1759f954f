import { type SavingTerms, savingTerms } from '../../contract/savings.ts'
import type { Database } from '../../store/database.ts'
import { type Entry, findEntry, loadEntries, type Version } from '../registers/register.ts'

/** One version of a line of the savings ledger as the register holds it. */
export type SavingVersion = Version<SavingTerms>

/** A line as it stands, with every version of it, the oldest first. */
export type RegisteredSaving = Entry<SavingTerms>

/** Every line of every programme, those that were taken out too, by the year from which they count. */
export async function loadSavings(db: Database): Promise<readonly RegisteredSaving[]> {
  const lines = await loadEntries(db, 'saving', savingTerms)
  return [...lines].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

const keyOf = ({ terms, id }: SavingVersion) => `${terms.year} ${terms.title.toLowerCase()} ${id}`

/** Throws a Problem if nobody knows it. */
export const findSaving = (db: Database, id: string): Promise<RegisteredSaving> =>
  findEntry(db, 'saving', savingTerms, id, 'a saving')
