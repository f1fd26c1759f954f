import type { Insertable, Selectable } from 'kysely'
import type { Database } from './database.ts'
import { keptUntilRevision, nextRevision } from './revision.ts'
import type { ReleaseTable } from './schema.ts'

export type Release = Selectable<ReleaseTable>
export type NewRelease = Omit<Insertable<ReleaseTable>, 'state' | 'published_at' | 'withdrawn_at' | 'id'>

/** Opens a release that nobody can read yet, and gives its number. */
export async function createRelease(db: Database, release: NewRelease): Promise<number> {
  const row = await db
    .insertInto('release')
    .values({ ...release, state: 'draft' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Makes a draft readable from `publishedAt` on, in one step. */
export async function publishRelease(db: Database, id: number, publishedAt: string): Promise<void> {
  await db
    .updateTable('release')
    .set({ state: 'published', published_at: publishedAt })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()
  await nextRevision(db)
}

/** Takes a release back: what stood before it stands again. Its figures stay, for looking back. */
export async function withdrawRelease(db: Database, id: number, withdrawnAt: string): Promise<void> {
  await db
    .updateTable('release')
    .set({ state: 'withdrawn', withdrawn_at: withdrawnAt })
    .where('id', '=', id)
    .where('state', '=', 'published')
    .execute()
  await nextRevision(db)
}

export async function countReleases(db: Database): Promise<number> {
  const row = await db
    .selectFrom('release')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** What there is to know of the releases that figures were ever read from, by number. */
export type PublishedRelease = Pick<Release, 'id' | 'state' | 'kind' | 'title'> & {
  publishedAt: string
  withdrawnAt: string | null
}

/** Every release that is or was readable. */
export const findReleases = keptUntilRevision(async (db): Promise<ReadonlyMap<number, PublishedRelease>> => {
  const rows = await db
    .selectFrom('release')
    .select(['id', 'state', 'kind', 'title', 'published_at', 'withdrawn_at'])
    .where('published_at', 'is not', null)
    .execute()
  return new Map(
    rows.map(({ published_at, withdrawn_at, ...row }) => [
      row.id,
      { ...row, publishedAt: published_at ?? '', withdrawnAt: withdrawn_at },
    ]),
  )
})
