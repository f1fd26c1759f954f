import { sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { isSqlite } from './rows.ts'

/** What is only ever added to can be replaced only while nothing watches over it. In the caller's transaction. */
export async function withoutTriggers(db: Database, work: () => Promise<void>): Promise<void> {
  const putBack = await (isSqlite(db) ? dropTriggers(db) : disableTriggers(db))
  await work()
  await putBack()
}

/** SQLite has no way to let its triggers rest, but knows how each was made. */
async function dropTriggers(db: Database): Promise<() => Promise<void>> {
  const { rows } = await sql<{ name: string; made: string }>`
    select name, sql as made from sqlite_master where type = 'trigger'
  `.execute(db)
  for (const { name } of rows) await sql`drop trigger ${sql.id(name)}`.execute(db)
  return async () => {
    for (const { made } of rows) await sql.raw(made).execute(db)
  }
}

async function disableTriggers(db: Database): Promise<() => Promise<void>> {
  const { rows } = await sql<{ name: string }>`
    select distinct event_object_table as name from information_schema.triggers where trigger_schema = current_schema()
  `.execute(db)
  const turn = async (way: 'disable' | 'enable') => {
    for (const { name } of rows) {
      await sql`alter table ${sql.id(name)} ${sql.raw(way)} trigger user`.execute(db)
    }
  }
  await turn('disable')
  return () => turn('enable')
}
