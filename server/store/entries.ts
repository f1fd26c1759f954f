import type { Register } from '../domain/register.ts'
import type { Database } from './database.ts'
import { editionOf } from './edition.ts'
import { withoutRestricted } from './public-entries.ts'
import { keptUntilRevision, nextRevision } from './revision.ts'
import { withoutWithheld } from './withheld-entries.ts'

/** One version of an entry; `body` is JSON in the shape of its register. */
export type EntryVersion = {
  register: Register
  id: string
  version: number
  body: string
  retired: boolean
  reason: string
  madeBy: string
  madeAt: string
}

/**
 * Every version of every entry, by register and in the order that they were made. The public edition can't read entries
 * but through this: it gets those that the public may see.
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
    const versions = rows.map(
      ({ made_by, made_at, retired, ...row }): EntryVersion => ({
        ...row,
        retired: retired === 1,
        madeBy: made_by,
        madeAt: made_at,
      }),
    )
    const told = edition ? await withoutWithheld(db, withoutRestricted(versions, edition), edition) : versions
    return Map.groupBy(told, (version) => version.register)
  },
)

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

/** The registers that have ever held an entry. */
export async function findFilledRegisters(db: Database): Promise<ReadonlySet<Register>> {
  const rows = await db.selectFrom('entry').select('register').distinct().execute()
  return new Set(rows.map(({ register }) => register))
}
