import { SqliteAdapter, sql } from 'kysely'
import type { Database } from '../store/database.ts'
import type { BackupTable } from './tables.ts'

/** A row as both databases can write it: no truths and no moments, which only one of them has. */
export type Row = Record<string, string | number | Uint8Array | null>

export const isSqlite = (db: Database): boolean => db.getExecutor().adapter instanceof SqliteAdapter

/** The rows of a table in the order of their key, some at a time; in the caller's transaction, if they are to fit together. */
export async function* readRows(db: Database, { name, key, atOnce }: BackupTable): AsyncGenerator<Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)))
  let last: Row | undefined
  for (;;) {
    const row = last
    const after = row
      ? sql`where (${columns}) > (${sql.join(key.map((column) => row[column] ?? null))})`
      : sql``
    const found = await sql<Record<string, unknown>>`
      select * from ${sql.table(name)} ${after} order by ${columns} limit ${sql.lit(atOnce)}
    `.execute(db)
    const rows = isSqlite(db) ? (found.rows as Row[]) : found.rows.map(plain)
    if (rows.length > 0) yield rows
    if (rows.length < atOnce) return
    last = rows.at(-1)
  }
}

const plain = (row: Record<string, unknown>): Row =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plainValue(value)]))

/** better-auth keeps its moments on SQLite as ISO texts and its truths as 0 and 1, and what we write here is the same. */
function plainValue(value: unknown): Row[string] {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'boolean') return value ? 1 : 0
  return value as Row[string]
}

/** Adds rows, which all have the same columns. */
export type RowWriter = (rows: readonly Row[]) => Promise<void>

/** What adds rows to a table. Putting a statement together costs more than running it, so a full one is kept. */
export function rowWriter(db: Database, { name, atOnce }: BackupTable): RowWriter {
  // PostgreSQL hands out the numbers of releases itself, unless it is told to take ours.
  const ours = isSqlite(db) ? sql`` : sql`overriding system value`
  const statementFor = (rows: readonly Row[]) => {
    const columns = Object.keys(rows[0] ?? {})
    return sql`
      insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column)))}) ${ours}
      values ${sql.join(rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`))}
    `.compile(db)
  }
  let full: ReturnType<typeof statementFor> | undefined
  return async (rows) => {
    if (rows.length < atOnce) {
      await db.executeQuery(statementFor(rows))
      return
    }
    full ??= statementFor(rows)
    await db.executeQuery({ ...full, parameters: rows.flatMap((row) => Object.values(row)) })
  }
}
