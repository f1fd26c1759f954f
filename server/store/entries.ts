import type { Register } from '../domain/register.ts'
import { withNames } from './by-lines.ts'
import type { Database } from './database.ts'
import { type Edition, editionOf } from './edition.ts'
import { withoutRestricted, withoutUnseen } from './public-entries.ts'
import { keptUntilRevision, nextRevision } from './revision.ts'
import { withUnseen } from './unseen.ts'
import { withoutWithheld } from './withheld-entries.ts'

/** One version of an entry; `body` is JSON in the shape of its register. */
export type EntryVersion = {
  register: Register
  id: string
  version: number
  body: string
  retired: boolean
  reason: string
  /** Where it is written the key of whoever made it, where it is read their name: see by-lines.ts. */
  madeBy: string
  madeAt: string
}

/**
 * Every version of every entry, by register and in the order that they were made. An edition can't read entries but
 * through this: it gets those that may be seen in it.
 */
export const findEntryVersions = keptUntilRevision(
  async (db): Promise<ReadonlyMap<Register, readonly EntryVersion[]>> => {
    const edition = editionOf(db)
    const rows = await (edition?.whole ?? db)
      .selectFrom('entry')
      .selectAll()
      .orderBy('register')
      .orderBy('id')
      .orderBy('version')
      .execute()
    // The public is not told who; whether it ships with the program is told by what stands there.
    const named = edition?.isPublic ? rows : await withNames(db, rows, ['made_by'])
    const versions = named.map(
      ({ made_by, made_at, retired, ...row }): EntryVersion => ({
        ...row,
        retired: retired === 1,
        madeBy: made_by,
        madeAt: made_at,
      }),
    )
    const seen = edition ? seenIn(edition, versions) : versions
    const told = edition?.isPublic ? await withoutWithheld(db, seen, edition) : seen
    return Map.groupBy(told, (version) => version.register)
  },
)

/** By what they name. First by themes: what ships with the program stays in the public edition only as far as it is of them. */
function seenIn(edition: Edition, versions: readonly EntryVersion[]): readonly EntryVersion[] {
  const seen = withoutUnseen(versions, edition)
  return edition.isPublic ? withoutRestricted(seen, edition) : seen
}

/**
 * The body of a new version of an entry, made from `version`: the terms, and whatever whoever changes them could not see
 * in it, so that nobody takes a link away that they do not know of. Null where all that it names would be such, so that
 * they would not see the entry any more.
 */
export async function bodyOfNext(
  db: Database,
  from: Pick<EntryVersion, 'register' | 'id' | 'version'>,
  terms: unknown,
): Promise<string | null> {
  const edition = editionOf(db)
  const held = edition && (await findVersion(edition.whole, from))
  if (!held) return JSON.stringify(terms)
  const own = (await findEntryVersions(db)).get(from.register) ?? []
  const seen = own.find(({ id, version }) => id === from.id && version === from.version)
  if (!seen || seen.body === held.body) return JSON.stringify(terms)
  const body = JSON.stringify(withUnseen(JSON.parse(held.body), JSON.parse(seen.body), terms))
  return seenIn(edition, [{ ...seen, body }]).length > 0 ? body : null
}

/** How many versions an entry has; 0 where there is no such entry. */
export async function countVersions(db: Database, register: Register, id: string): Promise<number> {
  const row = await db
    .selectFrom('entry')
    .select((eb) => eb.fn.max('version').as('newest'))
    .where('register', '=', register)
    .where('id', '=', id)
    .executeTakeFirst()
  return Number(row?.newest ?? 0)
}

/** One version of an entry, without the others of its register. */
export async function findVersion(
  db: Database,
  { register, id, version }: Pick<EntryVersion, 'register' | 'id' | 'version'>,
): Promise<Pick<EntryVersion, 'version' | 'body' | 'retired'> | undefined> {
  const row = await db
    .selectFrom('entry')
    .select(['version', 'body', 'retired'])
    .where('register', '=', register)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && { ...row, retired: row.retired === 1 }
}

/** Adds a version. To be called in a transaction that has locked; throws if the version is there already. */
export async function insertVersion(db: Database, version: EntryVersion): Promise<void> {
  const { register, id, reason, body } = version
  await db
    .insertInto('entry')
    .values({
      register,
      id,
      version: version.version,
      body,
      retired: version.retired ? 1 : 0,
      reason,
      made_by: version.madeBy,
      made_at: version.madeAt,
    })
    .execute()
  await nextRevision(db)
}

export async function countEntries(db: Database): Promise<number> {
  const row = await db
    .selectFrom('entry')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Which entries there have ever been, as {@link entryKey} names them; those that were taken out too. */
export async function findEntryKeys(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('entry').select(['register', 'id']).where('version', '=', 1).execute()
  return new Set(rows.map(entryKey))
}

export const entryKey = ({ register, id }: Pick<EntryVersion, 'register' | 'id'>) => `${register} ${id}`
