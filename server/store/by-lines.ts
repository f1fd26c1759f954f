import { sql } from 'kysely'
import type { Database } from './database.ts'
import { nextRevision } from './revision.ts'

/** Where the name of whoever did something stands as a text. */
const BY_LINES = [
  ['release', 'loaded_by'],
  ['upload', 'published_by'],
  ['upload', 'withdrawn_by'],
  ['mapping', 'made_by'],
  ['entry', 'made_by'],
] as const

/**
 * Puts what `rename` gives in place of every name that stands beside something that was done. To be called in a
 * transaction that has locked.
 */
export async function replaceByLines(db: Database, rename: (name: string) => string): Promise<void> {
  for (const [tableName, columnName] of BY_LINES) {
    const table = sql.table(tableName)
    const column = sql.ref(columnName)
    const held = await sql<{ name: string }>`
      select distinct ${column} as name from ${table} where ${column} is not null
    `.execute(db)
    for (const { name } of held.rows) {
      const next = rename(name)
      if (next !== name)
        await sql`update ${table} set ${column} = ${next} where ${column} = ${name}`.execute(db)
    }
  }
  await nextRevision(db)
}
