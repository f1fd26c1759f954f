import { sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { isSqlite } from './rows.ts'

/** The highest number that a release ever had, discarded drafts included: none is given out twice, since records name them. */
export async function lastReleaseNumber(db: Database): Promise<number> {
  const asked = isSqlite(db)
    ? sql<{ last: number }>`select seq as last from sqlite_sequence where name = 'release'`
    : sql<{
        last: string
      }>`select case when is_called then last_value else 0 end as last from release_id_seq`
  const { rows } = await asked.execute(db)
  return Number(rows[0]?.last ?? 0)
}

/** Lets the next release have the number after this one. */
export async function setLastReleaseNumber(db: Database, last: number): Promise<void> {
  if (!isSqlite(db)) {
    await sql`select setval('release_id_seq', ${Math.max(1, last)}::bigint, ${last > 0}::boolean)`.execute(db)
    return
  }
  await sql`delete from sqlite_sequence where name = 'release'`.execute(db)
  await sql`insert into sqlite_sequence (name, seq) values ('release', ${last})`.execute(db)
}
