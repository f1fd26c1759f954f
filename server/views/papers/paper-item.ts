import type { PaperItem } from '../../contract/papers.ts'
import type { Register } from '../../domain/register.ts'
import type { Database } from '../../store/database.ts'
import { type Entry, loadEntries, type Schema } from '../registers/register.ts'
import { compareAsPrinted } from '../scrutiny/scrutiny-shared.ts'
import type { Setting } from '../subject.ts'

/** A fact of a paper before it has its place on the page. */
export type Told = Omit<PaperItem, 'id'>

/** A paper and what its facts are told with. */
export type Paper = { db: Database; setting: Setting; id: string; title: string }

type Sourced = { document: string; page: string | null }

/** The entries of a register that count and were taken from a paper, named by its id or by its title; as it has them. */
export async function entriesFrom<T extends Sourced>(
  { db, id, title }: Paper,
  register: Register,
  schema: Schema<T>,
): Promise<Entry<T>[]> {
  const entries = await loadEntries(db, register, schema)
  return entries
    .filter(({ retired, terms }) => !retired && (terms.document === id || terms.document === title))
    .sort((a, b) => compareAsPrinted(a.terms, b.terms))
}

/** The address of a screen; the area is named in it where it is not the home area. */
export function screenPath(
  { home }: Setting,
  path: string,
  { area, ...query }: Readonly<Record<string, string>>,
): string {
  const search = new URLSearchParams(area === undefined || area === home ? query : { ...query, area })
  return search.size === 0 ? path : `${path}?${search}`
}

/** The lines that there are, in their order. */
export const lines = (...parts: readonly (string | null)[]): string[] =>
  parts.filter((part) => part !== null && part !== '') as string[]

/** `Due: Summer 2017`, or nothing where nothing is said. */
export const line = (label: string, text: string | null): string | null => text && `${label}: ${text}`
