import { sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { countTable } from './contents.ts'
import type { Manifest } from './file.ts'

/** What is wrong with a backup, read from its first byte to its last; empty if it is as it was made. */
export async function findDamage(file: Database, { tables }: Manifest): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(file)
  const faults = rows.map((row) => row.integrity_check).filter((text) => text !== 'ok')
  if (faults.length > 0) return faults
  for (const table of tables) {
    const { rows, digest } = await countTable(file, table)
    if (rows !== table.rows) faults.push(`"${table.name}" has ${rows} rows, and had ${table.rows}.`)
    else if (digest !== table.digest) faults.push(`"${table.name}" is not as it was written.`)
  }
  return faults
}
