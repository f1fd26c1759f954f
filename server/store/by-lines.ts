import { sql } from 'kysely'
import type { Database } from './database.ts'
import { findNames, isKey } from './names.ts'
import { ERASED_NAME } from './people.ts'
import { nextRevision } from './revision.ts'

/**
 * Who did something stands beside it as a key (`account:…`, `token:…`), and the name is looked up whenever it is read:
 * so two people of one name stay two, and whoever is renamed or erased is so everywhere. What is no key is told as it
 * stands: `demonstration`, and the name that somebody gave on the command line, who has no account there.
 */
const BY_LINES = [
  ['release', 'loaded_by'],
  ['upload', 'published_by'],
  ['upload', 'withdrawn_by'],
  ['mapping', 'made_by'],
  ['entry', 'made_by'],
] as const

/** The same rows with names in place of the keys in some columns. Whoever is not there any more is a former member of staff. */
export async function withNames<Row, Column extends keyof Row>(
  db: Database,
  rows: readonly Row[],
  columns: readonly Column[],
): Promise<Row[]> {
  const keys = rows.flatMap((row) => columns.map((column): unknown => row[column])).filter(isText)
  const names = await findNames(db, keys)
  const told = (by: unknown) => (isText(by) && isKey(by) ? (names.get(by) ?? ERASED_NAME) : by)
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(columns.map((column) => [column, told(row[column])])),
  }))
}

const isText = (value: unknown): value is string => typeof value === 'string'

/**
 * Puts what `rename` gives in place of every name that stands as a text beside something that was done; where keys stand
 * nothing need be put. To be called in a transaction that has locked.
 */
export async function replaceByLines(db: Database, rename: (name: string) => string): Promise<void> {
  for (const [tableName, columnName] of BY_LINES) {
    const table = sql.table(tableName)
    const column = sql.ref(columnName)
    const held = await sql<{ name: string }>`
      select distinct ${column} as name from ${table} where ${column} is not null
    `.execute(db)
    for (const { name } of held.rows) {
      const next = isKey(name) ? name : rename(name)
      if (next !== name)
        await sql`update ${table} set ${column} = ${next} where ${column} = ${name}`.execute(db)
    }
  }
  await nextRevision(db)
}
