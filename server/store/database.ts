import { closeSync, mkdirSync, openSync } from 'node:fs'
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
 * An acknowledged write must survive a power cut (synchronous FULL), and readers must not wait for a writer (WAL). A new
 * file is for its owner alone, since it holds accounts; what SQLite keeps beside it is made alike.
 */
function openSqlite(path: string, busyMs: number) {
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true })
    closeSync(openSync(path, 'a', 0o600))
  }
  const sqlite = new Sqlite(path)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('cache_size = -24000')
  sqlite.pragma(`busy_timeout = ${busyMs}`)
  return keepStatements(sqlite)
}

/**
 * Opens a file of SQLite that is not the program's own database. `read`: nothing in it or beside it is changed. `fill`: it
 * is there already, and worth nothing until it is filled, so nothing of it is kept safe meanwhile; foreign keys are not
 * looked at. The caller destroys it.
 */
export function openFile(path: string, purpose: 'read' | 'fill'): Database {
  const sqlite = new Sqlite(path, { readonly: purpose === 'read', fileMustExist: true })
  if (purpose === 'fill') {
    sqlite.pragma('journal_mode = MEMORY')
    sqlite.pragma('synchronous = OFF')
    sqlite.pragma('foreign_keys = OFF')
  }
  return new Kysely<Schema>({ dialect: new SqliteDialect({ database: keepStatements(sqlite) }) })
}

/** Kysely prepares a statement anew for each query; we keep the compiled ones, which halves the cost of a small read. */
function keepStatements(sqlite: Sqlite.Database) {
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

/** The names of all migrations that the program knows, in their order; a file in migrations/ is a migration. */
export async function knownMigrations(): Promise<string[]> {
  const files = (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.ts'))
  return files.map((file) => file.replace('.ts', '')).sort()
}

/** Brings the database up to the newest migration, or to one of them. Throws with the one that failed. */
export async function migrate(db: Database, to?: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      async getMigrations() {
        const names = await knownMigrations()
        const entries = names.map(
          async (name): Promise<[string, Migration]> => [
            name,
            await import(new URL(`${name}.ts`, MIGRATIONS).href),
          ],
        )
        return Object.fromEntries(await Promise.all(entries))
      },
    },
  })
  const { error, results } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to))
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'unknown'
    throw new Error(`Migration ${failed} failed`, { cause: error })
  }
}
