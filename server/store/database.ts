import { mkdirSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { type Dialect, Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { PatientSqliteDialect } from './patient.ts'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>

/**
 * Opens `sqlite:path/to/file.db`, `sqlite::memory:` or `postgres://…`. Throws with what the address should look like.
 * The caller migrates and, in the end, destroys it. `patient`: waits for other writers without holding up the thread.
 */
export async function openDatabase(url: string, { patient = false } = {}): Promise<Database> {
  return new Kysely<Schema>({ dialect: await dialectFor(url, patient) })
}

async function dialectFor(url: string, patient: boolean): Promise<Dialect> {
  if (url.startsWith('sqlite:')) {
    const path = url.slice('sqlite:'.length)
    return patient
      ? new PatientSqliteDialect({ database: openSqlite(path, 0) })
      : new SqliteDialect({ database: openSqlite(path, 10_000) })
  }
  if (/^postgres(ql)?:\/\//.test(url)) {
    const { default: pg } = await import('pg')
    const pool = new pg.Pool({ connectionString: url, max: 10 })
    // A connection that the database ends is dropped, and the next question opens another: no reason to end the program.
    pool.on('error', () => undefined)
    pool.on('connect', (client) => client.on('error', () => undefined))
    return new PostgresDialect({ pool })
  }
  throw new Error(
    `DATABASE_URL is "${url}": use sqlite:var/dashboard.db or postgres://user:password@host/database`,
  )
}

/**
 * An acknowledged write must survive a power cut (synchronous FULL), and readers must not wait for a writer (WAL).
 * Kysely prepares a statement anew for each query; we keep the compiled ones, which halves the cost of a small read.
 */
function openSqlite(path: string, busyMs: number) {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const sqlite = new Sqlite(path)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('cache_size = -24000')
  sqlite.pragma(`busy_timeout = ${busyMs}`)
  const statements = new Map<string, Sqlite.Statement>()
  return {
    close: () => sqlite.close(),
    prepare(query: string) {
      const known = statements.get(query)
      if (known) return known
      if (statements.size >= 200) statements.clear()
      const statement = sqlite.prepare(query)
      statements.set(query, statement)
      return statement
    },
  }
}

const MIGRATIONS = new URL('./migrations/', import.meta.url)

/** Brings the database up to the newest migration; a file in migrations/ is a migration. Throws with the one that failed. */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      async getMigrations() {
        const files = (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.ts'))
        const entries = files.map(
          async (file): Promise<[string, Migration]> => [
            file.replace('.ts', ''),
            await import(new URL(file, MIGRATIONS).href),
          ],
        )
        return Object.fromEntries(await Promise.all(entries))
      },
    },
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'unknown'
    throw new Error(`Migration ${failed} failed`, { cause: error })
  }
}
