import type { Source } from './demonstration/release.ts'
import { readReleases } from './demonstration/releases.ts'
import { periodOf } from './domain/period.ts'
import type { Reference, Seed } from './reference.ts'
import { appendAudit } from './store/audit.ts'
import type { Database } from './store/database.ts'
import { entryKey, findEntryKeys, insertVersion } from './store/entries.ts'
import { insertNeighbours } from './store/neighbours.ts'
import { protectEdition } from './store/protect.ts'
import { countReleases, createRelease, hasReleaseBy, publishRelease } from './store/releases.ts'
import { lockForWriting } from './store/revision.ts'
import { insertFigures, SeriesBook } from './store/write-figures.ts'

/**
 * The demonstration: real published figures of all English authorities, dated facts out of council papers, and an
 * illustrative quarterly return for Blackpool. Each publication and paper becomes a release on the day it came out,
 * so that looking back works.
 */

const LOADED_BY = 'demonstration'

/** Loads the demonstration if nothing has ever been loaded. Says whether it did. */
export async function loadDemonstration(db: Database, reference: Reference, now: string): Promise<boolean> {
  const isEmpty = (await countReleases(db)) === 0
  const releases = isEmpty ? await loadReleases(db, reference, now) : 0
  // A demonstration that was loaded by an earlier version of the program gets what has come to it since.
  if (isEmpty || (await hasReleaseBy(db, LOADED_BY))) await loadRegisters(db, reference, { releases, now })
  return isEmpty
}

/** Puts what papers state into the registers, each on the day that it was stated; what was ever held is left as it is. */
async function loadRegisters(
  db: Database,
  reference: Reference,
  { releases, now }: { releases: number; now: string },
): Promise<void> {
  const targets = reference.targets.map(({ id, terms }): Seed => ({ register: 'target', id, terms }))
  await db.transaction().execute(async (tx) => {
    await lockForWriting(tx)
    const held = await findEntryKeys(tx)
    const entries = [...targets, ...reference.seeds].filter((seed) => !held.has(entryKey(seed)))
    for (const { register, id, terms } of entries) {
      const document = reference.document(String(terms.document))
      await insertVersion(tx, {
        register,
        id,
        version: 1,
        body: JSON.stringify(terms),
        retired: false,
        reason: `As stated in: ${document?.title ?? terms.document ?? terms.source}.`,
        madeBy: LOADED_BY,
        madeAt: `${statedOn(terms, document)}T12:00:00.000Z`,
      })
    }
    if (releases + entries.length === 0) return
    await appendAudit(tx, {
      at: now,
      actor: 'start',
      action: 'demonstration-loaded',
      about: null,
      before: null,
      after: { releases, entries: entries.length },
      why: null,
    })
  })
}

/** Since when what a paper states could be known. */
function statedOn(terms: Seed['terms'], document: Source | undefined): string {
  const day = terms.statedOn ?? terms.asOf ?? (document ? periodOf(document.published).end : terms.on)
  return String(day)
}

/** Says how many there are. */
async function loadReleases(db: Database, reference: Reference, now: string): Promise<number> {
  const releases = readReleases(reference).sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1))
  await db.transaction().execute(async (tx) => {
    await lockForWriting(tx)
    const book = await SeriesBook.open(tx)
    for (const { kind, source, publishedAt, figures, neighbours } of releases) {
      const release = await createRelease(tx, {
        kind,
        title: source.title,
        publisher: source.publisher,
        licence: source.licence,
        source_date: source.published,
        file_name: null,
        file_hash: null,
        loaded_at: now,
        loaded_by: LOADED_BY,
        reason: null,
      })
      await insertFigures(tx, release, figures, await book.idsOf(figures))
      if (neighbours) await insertNeighbours(tx, release, neighbours.model, neighbours.links)
      await publishRelease(tx, release, publishedAt)
    }
    await protectEdition(tx, reference)
  })
  return releases.length
}
