import { sql } from 'kysely'
import { appendAudit } from '../store/audit.ts'
import { type Database, migrate } from '../store/database.ts'
import { readRevision } from '../store/revision.ts'
import { beAlone, keepOthersOut } from './alone.ts'
import { replaceContents } from './contents.ts'
import type { Manifest } from './file.ts'
import { backupOf, type Made } from './make.ts'
import { setLastReleaseNumber } from './numbers.ts'
import { isSqlite } from './rows.ts'
import { LEFT_OUT, TABLES } from './tables.ts'
import { type Undone, undoneSince } from './undone.ts'

export type RestoreOptions = {
  now: Date
  program: string
  /** The name of the backup. */
  name: string
  /** Where what is replaced is put first; null: nothing is replaced. */
  keepAt: string | null
}

/** `kept`: the backup of what was replaced; null if there was nothing. */
export type Restored = { kept: Made | null; undone: Undone[] }

/** The database holds something, and nothing was said of replacing it. */
export class NotEmpty extends Error {}

/**
 * Everybody who kept an answer goes by the number of the store's revision; after so great a step none is that of a time
 * which the backup does not know.
 */
const STEP = 100_000

/**
 * Fills a database with a backup, in one transaction: killed at any moment, it holds what it held. Throws
 * {@link NotEmpty} if it holds anything and nothing may be replaced; in plain words for whatever else stands against it.
 */
export async function restoreBackup(
  db: Database,
  { file, manifest }: { file: Database; manifest: Manifest },
  { now, program, name, keepAt }: RestoreOptions,
): Promise<Restored> {
  await beAlone(db)
  await migrate(db)
  return db.transaction().execute(async (tx) => {
    await keepOthersOut(tx)
    const filled = await holdsAnything(tx)
    if (filled && keepAt === null) throw new NotEmpty()
    const kept = filled && keepAt !== null ? await backupOf(tx, keepAt, { now, program }) : null
    const before = await lastRecord(tx)
    const undone = await undoneSince(tx, await lastRecord(file))
    const step = Math.max(0, (await readRevision(tx)) - (await readRevision(file))) + STEP
    await replaceContents(file, tx)
    await setLastReleaseNumber(tx, manifest.lastRelease)
    await goOn(tx, step)
    await refuseBroken(tx)
    await appendAudit(tx, {
      at: now.toISOString(),
      actor: 'command-line',
      action: 'backup-restored',
      about: null,
      before: kept && { records: before.number, lastHash: before.hash },
      after: { file: name, madeAt: manifest.madeAt },
      why: null,
    })
    return { kept, undone }
  })
}

/** What drafts were compared with goes on alike, so that those that were up to date still are. */
async function goOn(tx: Database, step: number): Promise<void> {
  await tx
    .updateTable('revision')
    .set((eb) => ({ number: eb('number', '+', step) }))
    .execute()
  await tx
    .updateTable('upload')
    .set((eb) => ({ compared_at: eb('compared_at', '+', step) }))
    .execute()
}

const lastRecord = (db: Database) =>
  db.selectFrom('audit_head').select(['number', 'hash']).executeTakeFirstOrThrow()

/** What a database has from the moment it is made, and what is nobody's loss. */
const NOTHING = new Set<string>(['revision', 'audit_head', ...LEFT_OUT])

async function holdsAnything(db: Database): Promise<boolean> {
  for (const { name } of TABLES) {
    if (NOTHING.has(name)) continue
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db)
    if (rows.length > 0) return true
  }
  return false
}

async function refuseBroken(tx: Database): Promise<void> {
  if (!isSqlite(tx)) return
  const { rows } = await sql<{ table: string }>`pragma foreign_key_check`.execute(tx)
  if (rows[0]) throw new Error(`A row of "${rows[0].table}" names what is not there. Use another backup.`)
}
