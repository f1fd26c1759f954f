import { type Kysely, SqliteAdapter, sql } from 'kysely'

/**
 * The record of every change and every sign-in. The database itself refuses to change or remove a record, or to take one
 * that does not follow the last; whoever may alter the database can get round that, which is what the hashes are for.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('number', 'integer', (col) => col.primaryKey().check(sql`number > 0`))
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('actor', 'text', (col) => col.notNull())
    .addColumn('action', 'text', (col) => col.notNull())
    .addColumn('about', 'text')
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('why', 'text')
    .addColumn('previous', 'text', (col) => col.notNull())
    .addColumn('hash', 'text', (col) => col.notNull())
    .execute()
  await db.schema.createIndex('audit_actor').on('audit').columns(['actor', 'number']).execute()
  await db.schema.createIndex('audit_about').on('audit').columns(['about', 'number']).execute()

  // The last record is noted here as well: otherwise nobody would miss records cut off at the end.
  await db.schema
    .createTable('audit_head')
    .addColumn('id', 'integer', (col) => col.primaryKey().check(sql`id = 1`))
    .addColumn('number', 'integer', (col) => col.notNull())
    .addColumn('hash', 'text', (col) => col.notNull())
    .execute()
  await sql`insert into audit_head (id, number, hash) values (1, 0, ${'0'.repeat(64)})`.execute(db)

  const sqlite = db.getExecutor().adapter instanceof SqliteAdapter
  for (const statement of sqlite ? SQLITE : POSTGRES) await sql.raw(statement).execute(db)
}

/** What a new record, and a new head, must be. */
const FOLLOWS =
  'exists (select 1 from audit_head h where new.number = h.number + 1 and new.previous = h.hash)'
const IS_LAST = `(new.number = old.number and new.hash = old.hash) or
  (new.number = old.number + 1 and exists (select 1 from audit a where a.number = new.number and a.hash = new.hash))`
const REFUSAL = 'The record of changes is only ever added to.'

const SQLITE = [
  `create trigger audit_update before update on audit begin select raise(abort, '${REFUSAL}'); end`,
  `create trigger audit_delete before delete on audit begin select raise(abort, '${REFUSAL}'); end`,
  // Also what keeps INSERT OR REPLACE, for which no trigger on DELETE is run, from taking a record's place.
  `create trigger audit_insert before insert on audit when not ${FOLLOWS} begin select raise(abort, '${REFUSAL}'); end`,
  'create trigger audit_append after insert on audit begin update audit_head set number = new.number, hash = new.hash; end',
  `create trigger audit_head_update before update on audit_head when not (${IS_LAST}) begin select raise(abort, '${REFUSAL}'); end`,
  `create trigger audit_head_insert before insert on audit_head begin select raise(abort, '${REFUSAL}'); end`,
  `create trigger audit_head_delete before delete on audit_head begin select raise(abort, '${REFUSAL}'); end`,
]

const fn = (name: string, body: string) =>
  `create function ${name}() returns trigger language plpgsql as $$ begin ${body} end $$`

const POSTGRES = [
  fn('audit_refuse', `raise exception '${REFUSAL}';`),
  fn('audit_follows', `if not ${FOLLOWS} then raise exception '${REFUSAL}'; end if; return new;`),
  fn('audit_append', 'update audit_head set number = new.number, hash = new.hash; return null;'),
  fn('audit_is_last', `if not (${IS_LAST}) then raise exception '${REFUSAL}'; end if; return new;`),
  'create trigger audit_refuse before update or delete or truncate on audit for each statement execute function audit_refuse()',
  'create trigger audit_follows before insert on audit for each row execute function audit_follows()',
  'create trigger audit_append after insert on audit for each row execute function audit_append()',
  'create trigger audit_head_last before update on audit_head for each row execute function audit_is_last()',
  'create trigger audit_head_refuse before insert or delete or truncate on audit_head for each statement execute function audit_refuse()',
]
