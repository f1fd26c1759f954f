import { sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { isCode } from './file.ts'
import { isSqlite } from './rows.ts'
import { TABLES } from './tables.ts'

/** How long whoever is at work in the database is waited for. */
const PATIENCE_MS = 3000

const BUSY = 'Somebody else is at work in the database. Stop the dashboard, then repeat this.'

/**
 * Sees to it that nobody else has the database open, before the transaction that needs it so: SQLite lets nobody leave its
 * write-ahead log while another has the file open, and then keeps others out until we close it. On PostgreSQL that is not
 * known. Throws in plain words.
 */
export async function beAlone(db: Database): Promise<void> {
  if (!isSqlite(db)) return
  await sql`pragma busy_timeout = ${sql.lit(PATIENCE_MS)}`.execute(db)
  await told(async () => {
    await sql`pragma journal_mode = delete`.execute(db)
    await sql`pragma locking_mode = exclusive`.execute(db)
    // Rows are written in the order that they lie in, so little has to be held in memory.
    await sql`pragma cache_size = -2000`.execute(db)
  })
}

/** Keeps all others from writing until the transaction ends. Throws in plain words. */
export async function keepOthersOut(tx: Database): Promise<void> {
  await told(async () => {
    if (isSqlite(tx)) {
      await tx
        .updateTable('revision')
        .set((eb) => ({ number: eb.ref('number') }))
        .execute()
      return
    }
    await sql`set local lock_timeout = ${sql.lit(`${PATIENCE_MS}ms`)}`.execute(tx)
    const tables = sql.join(TABLES.map(({ name }) => sql.table(name)))
    await sql`lock table ${tables} in share row exclusive mode`.execute(tx)
  })
}

async function told(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    // PostgreSQL's word for a lock that was waited for in vain.
    const busy = isCode(error, 'SQLITE_BUSY') || isCode(error, '55P03')
    throw busy ? new Error(BUSY, { cause: error }) : error
  }
}
