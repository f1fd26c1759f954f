import type { Register } from '../../domain/register.ts'
import { Problem } from '../../problem.ts'
import type { Database } from '../../store/database.ts'
import { type EntryVersion, findEntryVersions } from '../../store/entries.ts'

/** One version of an entry, its terms read. */
export type Version<T> = Omit<EntryVersion, 'register' | 'body'> & { terms: T }

/** An entry as it stands, with every version of it, the oldest first. */
export type Entry<T> = Version<T> & { versions: readonly Version<T>[] }

/** What reads the terms of a register: a zod schema. */
export type Schema<T> = { parse: (body: unknown) => T }

/** The terms of each version, read once: a version never changes. */
const read = new WeakMap<EntryVersion, Version<unknown>>()
/** Every entry of a register, as long as the register is the same. */
const grouped = new WeakMap<readonly EntryVersion[], readonly Entry<unknown>[]>()

function versionOf<T>(entry: EntryVersion, schema: Schema<T>): Version<T> {
  const known = read.get(entry)
  if (known) return known as Version<T>
  const { register: _, body, ...rest } = entry
  const version = { ...rest, terms: schema.parse(JSON.parse(body)) }
  read.set(entry, version)
  return version
}

/** Every entry of a register, retired ones too; with `asAt` as it stood at the end of that day. */
export async function loadEntries<T>(
  db: Database,
  register: Register,
  schema: Schema<T>,
  asAt?: string,
): Promise<readonly Entry<T>[]> {
  const entries = (await findEntryVersions(db)).get(register) ?? []
  if (asAt !== undefined) {
    const until = `${asAt}T23:59:59.999Z`
    return group(
      entries.filter((entry) => entry.madeAt <= until),
      schema,
    )
  }
  const known = (grouped.get(entries) as readonly Entry<T>[] | undefined) ?? group(entries, schema)
  grouped.set(entries, known)
  return known
}

const group = <T>(entries: readonly EntryVersion[], schema: Schema<T>): Entry<T>[] => {
  const versions = entries.map((entry) => versionOf(entry, schema))
  return [...Map.groupBy(versions, ({ id }) => id).values()].flatMap((own) => {
    const newest = own.at(-1)
    return newest ? [{ ...newest, versions: own }] : []
  })
}

/** Throws a Problem if nobody knows it; `one` is what it would be: "a target". */
export async function findEntry<T>(
  db: Database,
  register: Register,
  schema: Schema<T>,
  id: string,
  one: string,
): Promise<Entry<T>> {
  const entry = (await loadEntries(db, register, schema)).find((each) => each.id === id)
  if (!entry) throw new Problem('not-found', `There is no ${one.replace(/^an? /, '')} "${id}".`)
  return entry
}

export type VersionKind = 'set' | 'changed' | 'retired' | 'brought-back'

/** What a version did to the one before it. */
export function kindOf(
  { retired }: Pick<Version<unknown>, 'retired'>,
  previous: Pick<Version<unknown>, 'retired'> | undefined,
): VersionKind {
  if (!previous) return 'set'
  if (retired === previous.retired) return 'changed'
  return retired ? 'retired' : 'brought-back'
}

/** Whether two versions say the same. Terms are read through one schema, so their keys stand in one order. */
export const isSame = <T>(a: Pick<Version<T>, 'terms' | 'retired'>, b: typeof a): boolean =>
  a.retired === b.retired && JSON.stringify(a.terms) === JSON.stringify(b.terms)

/** What came along with the program says so. */
export const nameOf = (by: string): string => (by === 'demonstration' ? 'the demonstration' : by)
