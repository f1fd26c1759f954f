import { Problem } from '../problem.ts'
import type { Database } from '../store/database.ts'
import { type Acting, onRecord } from './on-record.ts'
import { openPerson, refuseNaming } from './person.ts'

/**
 * Takes away the second step of somebody who lost what shows its codes, and ends their sessions: the next time the
 * password alone lets them in. Never one's own: whoever may reset theirs without it would have none.
 */
export function resetSecondStep(db: Database, acting: Acting, id: string, reason: string): Promise<void> {
  return onRecord(db, acting, async (tx, note) => {
    const person = await openPerson(tx, id)
    if (id === acting.who.user) {
      throw new Problem(
        'conflict',
        'Nobody resets their own second step: turn it off on the page “Your account”, or ask another administrator.',
      )
    }
    if (!person.twoFactorEnabled) {
      throw new Problem('conflict', `${person.name} has no second step, so there is nothing to reset.`)
    }
    refuseNaming(reason, [person.name, person.email])
    await removeSecondStep(tx, id)
    await note({ action: 'second-factor-reset', about: `account:${id}`, why: reason })
  })
}

/** The key and the recovery codes go, with every session, and every sign-in that waits for a code. */
export async function removeSecondStep(tx: Database, id: string): Promise<void> {
  await tx.deleteFrom('twoFactor').where('userId', '=', id).execute()
  await tx.deleteFrom('verification').where('value', '=', id).execute()
  await tx.deleteFrom('session').where('userId', '=', id).execute()
  await tx.updateTable('user').set({ twoFactorEnabled: null }).where('id', '=', id).execute()
}
