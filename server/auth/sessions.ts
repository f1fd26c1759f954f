import { Problem } from '../problem.ts'
import type { Database } from '../store/database.ts'
import { type Acting, onRecord } from './on-record.ts'
import { personOf } from './person.ts'

/** Which sessions of a person end: all, one by its id, or all but one. */
export type Ending = { which: 'all' } | { which: 'one' | 'others'; session: string }

/** Ends sessions of somebody; each is refused from its next request on. Throws a Problem where the one is not there. */
export function endSessions(db: Database, acting: Acting, user: string, ending: Ending): Promise<void> {
  return onRecord(db, acting, async (tx, note) => {
    await personOf(tx, user)
    let deletion = tx.deleteFrom('session').where('userId', '=', user)
    if (ending.which === 'one') deletion = deletion.where('id', '=', ending.session)
    if (ending.which === 'others') deletion = deletion.where('id', '!=', ending.session)
    const { numDeletedRows } = await deletion.executeTakeFirstOrThrow()
    if (ending.which === 'one' && numDeletedRows === 0n) {
      throw new Problem('not-found', 'There is no such session of yours. It may have ended already.')
    }
    if (numDeletedRows === 0n) return
    await note({
      action: 'sessions-ended',
      about: `account:${user}`,
      after: { which: ending.which, ended: Number(numDeletedRows) },
    })
  })
}
