import type { Database } from './database.ts'

/** How to read sheets with these headings, as JSON, if anybody has said so. */
export async function findMapping(db: Database, signature: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('mapping')
    .select('mapping')
    .where('signature', '=', signature)
    .executeTakeFirst()
  return row?.mapping
}

/** Remembers how to read sheets with these headings; what was said before is replaced. */
export async function saveMapping(
  db: Database,
  entry: { signature: string; mapping: string; made_at: string; made_by: string },
): Promise<void> {
  await db
    .insertInto('mapping')
    .values(entry)
    .onConflict((conflict) => conflict.column('signature').doUpdateSet(entry))
    .execute()
}
