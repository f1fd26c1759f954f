import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { type Database, migrate, openDatabase } from '../../server/store/database.ts'
import type { Schema } from '../../server/store/schema.ts'

/** A fresh, migrated SQLite database in memory. */
export async function makeSqlite(): Promise<Database> {
  const db = await openDatabase('sqlite::memory:')
  await migrate(db)
  return db
}

/** A fresh, migrated PostgreSQL, compiled to run inside the test. */
export async function makePglite(): Promise<Database> {
  const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: await PGlite.create() }) })
  await migrate(db)
  return db
}

/** Both databases that the program runs on; store tests go over each. */
export const DATABASES = [
  ['SQLite', makeSqlite],
  ['PostgreSQL', makePglite],
] as const
