import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { AuditEvent } from '../domain/audit.ts'
import {
  type AuditRow,
  breaksAtEnd,
  breaksOf,
  type ChainBreak,
  chained,
  type Link,
  START,
} from '../domain/audit-chain.ts'
import type { Database } from './database.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Puts an event on record, in the caller's transaction: it is there if, and only if, what it tells of is. A transaction
 * that also locks for writing locks first; other writers of records then wait from here until it ends.
 */
export async function appendAudit(tx: Database, event: AuditEvent): Promise<void> {
  // Writing the head as it is takes the lock of its row; what is returned is the head after any wait for it.
  const last = await tx
    .updateTable('audit_head')
    .set((eb) => ({ number: eb.ref('number') }))
    .returning(['number', 'hash'])
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('audit')
    .values(chained(event, last, sha256))
    .execute()
}

/**
 * Puts on record what is no part of another change: a sign-in, a reading. When it returns, the event is kept for good.
 *
 * It does not go through the process that checks files, where it would stand behind every file that waits, and does not
 * lock for writing: on PostgreSQL it waits for another record only. SQLite has one lock for all that writes, which the
 * check of a file holds while it reads it (five seconds for half a million rows); whoever signs in then needs that lock
 * for the session anyhow. So hand over a database opened to wait without holding up the thread: see patient.ts.
 */
export async function recordEvent(db: Database, event: AuditEvent): Promise<void> {
  await db.transaction().execute((tx) => appendAudit(tx, event))
}

/** Which records: `from` and `to` are days, both included; `before` a number that all are below. */
export type AuditQuery = {
  most: number
  before?: number | undefined
  actor?: string | undefined
  action?: string | undefined
  about?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** Records, the newest first. */
export async function findAudit(db: Database, { most, before, ...which }: AuditQuery): Promise<AuditRow[]> {
  let select = selectAudit(db, which).selectAll().orderBy('number', 'desc').limit(most)
  if (before !== undefined) select = select.where('number', '<', before)
  return select.execute()
}

/** How many records there are, whatever page is shown. */
export async function countAudit(db: Database, query: Omit<AuditQuery, 'most' | 'before'>): Promise<number> {
  const row = await selectAudit(db, query)
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

function selectAudit(db: Database, { actor, action, about, from, to }: Omit<AuditQuery, 'most' | 'before'>) {
  let select = db.selectFrom('audit')
  if (actor !== undefined) select = select.where('actor', '=', actor)
  if (action !== undefined) select = select.where('action', '=', action)
  if (about !== undefined) select = select.where('about', '=', about)
  if (from !== undefined) select = select.where('at', '>=', from)
  if (to !== undefined) select = select.where('at', '<=', `${to}T23:59:59.999Z`)
  return select
}

/** The keys of everybody who is on record. */
export async function findActors(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('audit').select('actor').distinct().orderBy('actor').execute()
  return rows.map((row) => row.actor)
}

/** How many rows are asked for at once, where it could be any number: others wait no longer than these take. */
const BATCH = 200

/** Of some uploads those that are still kept; the others were discarded. */
export async function findKeptUploads(db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const kept = new Set<string>()
  for (let i = 0; i < ids.length; i += BATCH) {
    const some = ids.slice(i, i + BATCH)
    const rows = await db.selectFrom('upload').select('id').where('id', 'in', some).execute()
    for (const { id } of rows) kept.add(id)
  }
  return kept
}

/** Whoever sees that many breaks needs no more of them. */
const MOST_BREAKS = 20

/** What a check of the whole chain found: nothing wrong if there are no breaks. `last` is the newest record. */
export type Verified = { last: Link; breaks: ChainBreak[] }

/** Works out every hash again, from the first record to the last. */
export async function verifyAudit(db: Database): Promise<Verified> {
  const { newest, ...head } = await findEnds(db)
  const breaks: ChainBreak[] = []
  let last = START
  for (;;) {
    const rows = await findAfter(db, last, head)
    breaks.push(...breaksOf(rows, sha256, last))
    last = rows.at(-1) ?? last
    if (rows.length < BATCH || breaks.length >= MOST_BREAKS) break
    // Others are answered between two batches.
    await setImmediate()
  }
  if (breaks.length < MOST_BREAKS) breaks.push(...breaksAtEnd(last, head))
  if (newest > head.number) breaks.push(...breaksAtEnd({ number: newest, hash: '' }, head))
  return { last: head, breaks: breaks.slice(0, MOST_BREAKS) }
}

/** The last record as it was noted, and the newest there is: asked at once, since others write meanwhile. */
async function findEnds(db: Database): Promise<Link & { newest: number }> {
  const ends = await db
    .selectFrom('audit_head')
    .select(['number', 'hash'])
    .select(({ selectFrom }) =>
      selectFrom('audit')
        .select((eb) => eb.fn.max('audit.number').as('number'))
        .as('newest'),
    )
    .executeTakeFirst()
  return ends ? { ...ends, newest: Number(ends.newest ?? 0) } : { ...START, newest: 0 }
}

const findAfter = (db: Database, last: Link, head: Link): Promise<AuditRow[]> =>
  db
    .selectFrom('audit')
    .selectAll()
    .where('number', '>', last.number)
    .where('number', '<=', head.number)
    .orderBy('number')
    .limit(BATCH)
    .execute()
