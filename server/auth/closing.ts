import { Problem } from '../problem.ts'
import type { Database } from '../store/database.ts'
import { ERASED_DOMAIN, ERASED_NAME, type PersonRow } from '../store/people.ts'
import { tellAs } from './naming.ts'
import { type Acting, onRecord } from './on-record.ts'
import { endLinks, grantOf, keepAnAdministrator, openPerson, personOf, refuseNaming } from './person.ts'

/** Closes an account: all its sessions end, its keys are revoked, and its links open nothing. */
export function closePerson(db: Database, acting: Acting, id: string, reason: string): Promise<void> {
  return onRecord(db, acting, async (tx, note) => {
    const person = await openPerson(tx, id)
    if (id === acting.who.user) {
      throw new Problem('conflict', 'Nobody closes their own account: ask another administrator.')
    }
    refuseNaming(reason, [person.name, person.email])
    await keepAnAdministrator(tx, person)
    const now = acting.now.toISOString()
    await tx.updateTable('user').set({ closedAt: now }).where('id', '=', id).execute()
    await tx.deleteFrom('session').where('userId', '=', id).execute()
    await tx
      .updateTable('api_token')
      .set({ revoked_at: now })
      .where('user_id', '=', id)
      .where('revoked_at', 'is', null)
      .execute()
    await endLinks(tx, id)
    await note({ action: 'person-closed', about: `account:${id}`, before: grantOf(person), why: reason })
  })
}

/** Lets somebody sign in again, with what they could do before; the keys that were revoked stay so. */
export function reopenPerson(db: Database, acting: Acting, id: string, reason: string): Promise<void> {
  return onRecord(db, acting, async (tx, note) => {
    const person = await personOf(tx, id)
    if (person.closedAt === null) throw new Problem('conflict', `The account of ${person.name} is open.`)
    refuseNaming(reason, [person.name, person.email])
    await tx.updateTable('user').set({ closedAt: null }).where('id', '=', id).execute()
    await note({ action: 'person-reopened', about: `account:${id}`, after: grantOf(person), why: reason })
  })
}

/**
 * Erases who an account belonged to, wherever it stands: the name, the address, and all that they signed in with. What
 * was done stays, and so does the record of changes, which knows no names.
 */
export function erasePerson(db: Database, acting: Acting, id: string, reason: string): Promise<void> {
  return onRecord(db, acting, async (tx, note) => {
    const person = await personOf(tx, id)
    if (person.closedAt === null) {
      throw new Problem('conflict', `The account of ${person.name} is open. Close it before it is erased.`)
    }
    refuseNaming(reason, [person.name, person.email])
    await deleteWhatOpens(tx, person)
    await tx
      .updateTable('user')
      .set({
        name: ERASED_NAME,
        email: `${id.toLowerCase()}${ERASED_DOMAIN}`,
        role: 'viewer',
        rights: '',
        themes: null,
      })
      .where('id', '=', id)
      .execute()
    await tellAs(tx, person, ERASED_NAME)
    await note({ action: 'person-erased', about: `account:${id}`, before: grantOf(person), why: reason })
  })
}

async function deleteWhatOpens(tx: Database, { id, email }: PersonRow): Promise<void> {
  await tx.deleteFrom('session').where('userId', '=', id).execute()
  await tx.deleteFrom('account').where('userId', '=', id).execute()
  await tx.deleteFrom('twoFactor').where('userId', '=', id).execute()
  await tx.deleteFrom('verification').where('value', '=', id).execute()
  await tx.deleteFrom('api_token').where('user_id', '=', id).execute()
  await tx
    .deleteFrom('invitation')
    .where((eb) => eb.or([eb('user_id', '=', id), eb('email', '=', email)]))
    .execute()
}
