import type { AuditEvent } from '../domain/audit.ts'
import { appendAudit } from '../store/audit.ts'
import type { Database } from '../store/database.ts'
import { lockForWriting } from '../store/revision.ts'
import type { Who } from './who.ts'

/** Who changes something, and when. */
export type Acting = { who: Who; now: Date }

type Noted = Pick<AuditEvent, 'action' | 'about'> & Partial<Pick<AuditEvent, 'before' | 'after' | 'why'>>
export type Note = (what: Noted) => Promise<void>

/**
 * A change of people or of what they sign in with: nobody else writes meanwhile, and it is on record if, and only if, it
 * is done. `act` may use only the transaction that it is given.
 */
export function onRecord<T>(
  db: Database,
  { who, now }: Acting,
  act: (tx: Database, note: Note) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await lockForWriting(tx)
    return act(tx, ({ action, about, before = null, after = null, why = null }) =>
      appendAudit(tx, { at: now.toISOString(), actor: who.key, action, about, before, after, why }),
    )
  })
}
