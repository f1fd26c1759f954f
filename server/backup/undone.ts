import type { AuditAction } from '../domain/audit.ts'
import type { Link } from '../domain/audit-chain.ts'
import type { Database } from '../store/database.ts'

/** What was done to an account or a key, and is not done any more once an older state is restored. */
export type Undone = { at: string; action: AuditAction; about: string | null }

/** What somebody did to keep somebody out, or to forget somebody. */
const KEEPING_OUT: readonly AuditAction[] = [
  'person-changed',
  'person-closed',
  'person-erased',
  'token-revoked',
  'password-changed',
  'password-chosen',
]

/** What was done since a record of the same chain; nothing if the database has another past. */
export async function undoneSince(db: Database, since: Link): Promise<Undone[]> {
  const same = await db
    .selectFrom('audit')
    .select('number')
    .where('number', '=', since.number)
    .where('hash', '=', since.hash)
    .executeTakeFirst()
  if (since.number > 0 && !same) return []
  const rows = await db
    .selectFrom('audit')
    .select(['at', 'action', 'about'])
    .where('number', '>', since.number)
    .where('action', 'in', KEEPING_OUT)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ ...row, action: row.action as AuditAction }))
}
