import type { Insertable, Selectable } from 'kysely'
import { withNames } from './by-lines.ts'
import type { Database } from './database.ts'
import { editionOf } from './edition.ts'
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

/** Names a draft by what turned out to be in it. */
export async function nameRelease(db: Database, id: number, title: string): Promise<void> {
  await db.updateTable('release').set({ title }).where('id', '=', id).where('state', '=', 'draft').execute()
}

/** Makes a draft readable from `publishedAt` on, in one step. */
export async function publishRelease(
  db: Database,
  id: number,
  publishedAt: string,
  reason?: string,
): Promise<void> {
  await db
    .updateTable('release')
    .set({ state: 'published', published_at: publishedAt, ...(reason === undefined ? {} : { reason }) })
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

export async function hasReleaseBy(db: Database, loadedBy: string): Promise<boolean> {
  const row = await db.selectFrom('release').select('id').where('loaded_by', '=', loadedBy).executeTakeFirst()
  return row !== undefined
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

/** A release with who let it through and, where it came from a file, what was said of the file. */
export type ReleaseEntry = Omit<Release, 'state' | 'published_at'> & {
  state: 'published' | 'withdrawn'
  published_at: string
  upload_id: string | null
  figures: number | null
  findings: string | null
  published_by: string | null
  warnings_reason: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}

/** What the public edition doesn't say of a release: what was found in its file, and who let it through or took it back. */
const UNSAID = {
  upload_id: null,
  findings: null,
  published_by: null,
  warnings_reason: null,
  withdrawn_by: null,
  withdrawn_reason: null,
}

/** Every release that is or was readable, the newest first. */
export async function findReleaseEntries(db: Database): Promise<ReleaseEntry[]> {
  const edition = editionOf(db)
  if (edition?.isPublic) {
    const rows = await db
      .selectFrom('public_release')
      .selectAll()
      .where('published_at', 'is not', null)
      .orderBy('published_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    return rows.map((row) => ({ ...row, ...UNSAID })) as ReleaseEntry[]
  }
  const rows = await db
    .selectFrom('release')
    .leftJoin('upload', 'upload.release_id', 'release.id')
    .selectAll('release')
    .select([
      'upload.id as upload_id',
      'upload.figures',
      'upload.findings',
      'upload.published_by',
      'upload.warnings_reason',
      'upload.withdrawn_by',
      'upload.withdrawn_reason',
    ])
    .where('release.published_at', 'is not', null)
    .where('release.state', '!=', 'draft')
    .orderBy('release.published_at', 'desc')
    .orderBy('release.id', 'desc')
    .execute()
  // What was found in a file is told of the whole of it, whatever themes somebody is limited to.
  const told = edition ? rows.map((row) => ({ ...row, findings: null })) : rows
  return withNames(db, told as ReleaseEntry[], ['loaded_by', 'published_by', 'withdrawn_by'])
}

const counted = new WeakMap<Database, Map<number, number>>()

/**
 * How many figures some releases hold. To count them the whole table is read; since a release never changes, that is
 * done once for each and kept. Releases that came from a file need not ask: their upload knows.
 */
export async function countFiguresOfReleases(
  db: Database,
  releases: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const known = counted.get(db) ?? new Map<number, number>()
  counted.set(db, known)
  const unknown = releases.filter((id) => !known.has(id))
  if (unknown.length > 0) {
    const rows = await db
      .selectFrom('figure')
      .select(['release_id', (eb) => eb.fn.countAll().as('count')])
      .where('release_id', 'in', unknown)
      .groupBy('release_id')
      .execute()
    for (const id of unknown) known.set(id, 0)
    for (const row of rows) known.set(row.release_id, Number(row.count))
  }
  return known
}

/** The numbers of the releases, drafts too, with figures of any of some indicators for any of some areas; no breakdowns. */
export async function findReleasesWith(
  db: Database,
  { indicators, areas }: { indicators: readonly string[]; areas: readonly string[] },
): Promise<number[]> {
  if (indicators.length === 0 || areas.length === 0) return []
  const rows = await db
    .selectFrom('series')
    .innerJoin('figure', 'figure.series_id', 'series.id')
    .select('figure.release_id')
    .distinct()
    .where('series.dimension', '=', '')
    .where('series.indicator_id', 'in', [...indicators])
    .where('series.area_id', 'in', [...areas])
    .orderBy('figure.release_id')
    .execute()
  return rows.map((row) => row.release_id)
}
