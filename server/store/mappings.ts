import { isDeepStrictEqual } from 'node:util'
import type { Database } from './database.ts'
import { lockForWriting } from './revision.ts'
import type { MappingTable } from './schema.ts'

/** How to read sheets with these headings, as JSON, if anybody has said so. */
export async function findMapping(db: Database, signature: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('mapping')
    .select('mapping')
    .where('signature', '=', signature)
    .executeTakeFirst()
  return row?.mapping
}

/** What was said anew of sheets with these headings, as JSON; `before` is null where nothing was said yet. */
export type MappingChange = { signature: string; before: string | null; after: string }
/** What else belongs to remembering it: done in the same transaction. */
export type OnMapped = (tx: Database, change: MappingChange) => Promise<void>

/** Remembers how to read sheets with these headings in place of what was said before; the same again changes nothing. */
export async function saveMapping(
  db: Database,
  entry: MappingTable,
  onMapped: OnMapped = async () => undefined,
): Promise<void> {
  const { signature, mapping: after } = entry
  await db.transaction().execute(async (tx) => {
    await lockForWriting(tx)
    const before = (await findMapping(tx, signature)) ?? null
    if (before !== null && isDeepStrictEqual(JSON.parse(before), JSON.parse(after))) return
    await tx
      .insertInto('mapping')
      .values(entry)
      .onConflict((conflict) => conflict.column('signature').doUpdateSet(entry))
      .execute()
    await onMapped(tx, { signature, before, after })
  })
}
