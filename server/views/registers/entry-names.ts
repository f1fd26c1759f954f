import { DEFINITIONS, OWN_FORMS } from '../../registers/definitions.ts'
import type { Database } from '../../store/database.ts'
import { loadEntries } from './register.ts'

/** What an entry is called, and whether it was taken out. */
export type Named = { id: string; name: string; retired: boolean }
/** The entries that a field can name, by register. */
export type Names = ReadonlyMap<string, ReadonlyMap<string, Named>>

/** What the entries of every register are called, those that were taken out too. */
export async function loadNames(db: Database): Promise<Names> {
  const names = new Map<string, ReadonlyMap<string, Named>>()
  for (const { register, schema, named } of [...DEFINITIONS, ...OWN_FORMS]) {
    const entries = await loadEntries(db, register, schema)
    names.set(
      register,
      new Map(entries.map(({ id, terms, retired }) => [id, { id, name: String(terms[named]), retired }])),
    )
  }
  return names
}

/** Cut at so many characters. */
export const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text
