import { sql } from 'kysely'
import { type Database, knownMigrations } from '../store/database.ts'
import { isSqlite } from './rows.ts'

/** How far the tables of a database have come: the names of the migrations that were made to it, in their order. */
export async function madeMigrations(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** Which migrations of a database the program does not know, and which of its own were not made yet. */
export async function compareLevel(
  made: readonly string[],
): Promise<{ unknown: string[]; lacking: string[] }> {
  const known = await knownMigrations()
  return {
    unknown: made.filter((name) => !known.includes(name)),
    lacking: known.filter((name) => !made.includes(name)),
  }
}

/** The tables of the program in a database; neither views nor what the database and its driver keep for themselves. */
export async function tableNames(db: Database): Promise<ReadonlySet<string>> {
  const asked = isSqlite(db)
    ? sql<{ name: string }>`select name from sqlite_master where type = 'table'`
    : sql<{ name: string }>`
        select table_name as name from information_schema.tables
        where table_schema = current_schema() and table_type = 'BASE TABLE'
      `
  const { rows } = await asked.execute(db)
  return new Set(rows.map(({ name }) => name).filter((name) => !/^(sqlite|kysely)_/.test(name)))
}
