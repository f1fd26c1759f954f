import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { tableNames } from './level.ts'
import { type Row, readRows, rowWriter } from './rows.ts'
import { type BackupTable, LEFT_OUT, TABLES } from './tables.ts'
import { withoutTriggers } from './triggers.ts'

/** What a table of a backup holds: so many rows, which hash to this. */
export type Counted = BackupTable & { rows: number; digest: string }

/**
 * Puts all that one database holds in place of all that another does; both at the same migration. To be called in a
 * transaction of each. What no backup holds is gone from the other afterwards. Gives the rows of each table.
 */
export async function replaceContents(from: Database, to: Database): Promise<Map<string, number>> {
  const names = await tableNames(to)
  const tables = TABLES.filter(({ name }) => names.has(name))
  const copied = new Map<string, number>()
  await withoutTriggers(to, async () => {
    for (const name of [...LEFT_OUT, ...tables.map((table) => table.name).reverse()]) {
      if (names.has(name)) await sql`delete from ${sql.table(name)}`.execute(to)
    }
    for (const table of tables) {
      const write = rowWriter(to, table)
      let count = 0
      for await (const rows of readRows(from, table)) {
        await write(rows)
        count += rows.length
      }
      copied.set(table.name, count)
    }
  })
  return copied
}

/** Reads the whole of a table in a file, and says what it holds. */
export async function countTable(file: Database, table: BackupTable): Promise<Counted> {
  const hash = createHash('sha256')
  let count = 0
  for await (const rows of readRows(file, table)) {
    for (const row of rows) hash.update(canonical(row))
    count += rows.length
  }
  const { name, key, atOnce } = table
  return { name, key, atOnce, rows: count, digest: hash.digest('hex') }
}

const canonical = (row: Row): string =>
  `${JSON.stringify(Object.values(row).map((value) => (value instanceof Uint8Array ? sha256(value) : value)))}\n`

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
