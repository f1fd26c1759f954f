import { type Kysely, SqliteAdapter, sql } from 'kysely'

/** Releases, the figures in them, neighbour models, and the revision that caches hang on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const sqlite = db.getExecutor().adapter instanceof SqliteAdapter

  await db.schema
    .createTable('release')
    .addColumn('id', 'integer', (col) =>
      sqlite ? col.primaryKey().autoIncrement() : col.primaryKey().generatedAlwaysAsIdentity(),
    )
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('title', 'text', (col) => col.notNull())
    .addColumn('publisher', 'text', (col) => col.notNull())
    .addColumn('licence', 'text', (col) => col.notNull())
    .addColumn('source_date', 'text')
    .addColumn('file_name', 'text')
    .addColumn('file_hash', 'text')
    .addColumn('state', 'text', (col) =>
      col.notNull().check(sql`state in ('draft', 'published', 'withdrawn')`),
    )
    .addColumn('published_at', 'text')
    .addColumn('withdrawn_at', 'text')
    .addColumn('loaded_at', 'text', (col) => col.notNull())
    .addColumn('loaded_by', 'text', (col) => col.notNull())
    .addColumn('reason', 'text')
    .execute()

  await db.schema
    .createTable('series')
    .addColumn('id', 'integer', (col) => col.primaryKey())
    .addColumn('indicator_id', 'text', (col) => col.notNull())
    .addColumn('dimension', 'text', (col) => col.notNull())
    .addColumn('area_id', 'text', (col) => col.notNull())
    .addUniqueConstraint('series_key', ['indicator_id', 'dimension', 'area_id'])
    .execute()

  // Without a row id the primary key is the table: a series' figures lie side by side, and an import writes one tree.
  // Its series and release are written in the same transaction; checking each row for them again would cost a tenth.
  const figure = db.schema
    .createTable('figure')
    .addColumn('series_id', 'integer', (col) => col.notNull())
    .addColumn('period', 'text', (col) => col.notNull())
    .addColumn('release_id', 'integer', (col) => col.notNull())
    .addColumn('value', 'double precision')
    .addColumn('missing', 'text')
    .addColumn('numerator', 'double precision')
    .addColumn('denominator', 'double precision')
    .addColumn('status', 'text', (col) => col.notNull())
    .addColumn('note', 'text')
    .addColumn('doubt', 'text')
    .addPrimaryKeyConstraint('figure_key', ['series_id', 'period', 'release_id'])
    .addCheckConstraint('figure_value_or_reason', sql`(value is null) <> (missing is null)`)
  await (sqlite ? figure.modifyEnd(sql`without rowid`) : figure).execute()

  await db.schema
    .createTable('neighbour')
    .addColumn('model', 'text', (col) => col.notNull())
    .addColumn('area_id', 'text', (col) => col.notNull())
    .addColumn('position', 'integer', (col) => col.notNull())
    .addColumn('release_id', 'integer', (col) => col.notNull().references('release.id'))
    .addColumn('neighbour_id', 'text', (col) => col.notNull())
    .addColumn('closeness', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('neighbour_key', ['model', 'area_id', 'position', 'release_id'])
    .execute()

  await db.schema
    .createTable('revision')
    .addColumn('id', 'integer', (col) => col.primaryKey().check(sql`id = 1`))
    .addColumn('number', 'integer', (col) => col.notNull())
    .execute()
  await sql`insert into revision (id, number) values (1, 0)`.execute(db)
}
