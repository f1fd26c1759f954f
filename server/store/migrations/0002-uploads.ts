import { type Kysely, SqliteAdapter } from 'kysely'

/** The files that releases came from, what was said of them, and who let them through. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const sqlite = db.getExecutor().adapter instanceof SqliteAdapter

  await db.schema
    .createTable('upload')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('release_id', 'integer', (col) => col.notNull().unique().references('release.id'))
    .addColumn('format', 'text', (col) => col.notNull())
    .addColumn('file_size', 'integer', (col) => col.notNull())
    .addColumn('sheet', 'text')
    .addColumn('period', 'text')
    .addColumn('rows', 'integer', (col) => col.notNull())
    .addColumn('figures', 'integer', (col) => col.notNull())
    .addColumn('findings', 'text', (col) => col.notNull())
    .addColumn('report', 'text', (col) => col.notNull())
    .addColumn('changes', 'text', (col) => col.notNull())
    .addColumn('effects', 'text')
    .addColumn('compared_at', 'integer', (col) => col.notNull())
    .addColumn('published_by', 'text')
    .addColumn('warnings_reason', 'text')
    .addColumn('withdrawn_by', 'text')
    .addColumn('withdrawn_reason', 'text')
    .execute()

  await db.schema
    .createTable('upload_file')
    .addColumn('upload_id', 'text', (col) => col.primaryKey().references('upload.id'))
    .addColumn('bytes', sqlite ? 'blob' : 'bytea', (col) => col.notNull())
    .execute()

  await db.schema
    .createTable('mapping')
    .addColumn('signature', 'text', (col) => col.primaryKey())
    .addColumn('mapping', 'text', (col) => col.notNull())
    .addColumn('made_at', 'text', (col) => col.notNull())
    .addColumn('made_by', 'text', (col) => col.notNull())
    .execute()
}
