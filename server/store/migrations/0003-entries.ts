import { type Kysely, sql } from 'kysely'

/** What people keep in registers (targets, savings): every version of every entry, with who made it and why. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('entry')
    .addColumn('register', 'text', (col) => col.notNull())
    .addColumn('id', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull().check(sql`version > 0`))
    .addColumn('body', 'text', (col) => col.notNull())
    .addColumn('retired', 'integer', (col) => col.notNull().check(sql`retired in (0, 1)`))
    .addColumn('reason', 'text', (col) => col.notNull())
    .addColumn('made_by', 'text', (col) => col.notNull())
    .addColumn('made_at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('entry_key', ['register', 'id', 'version'])
    .execute()
}
