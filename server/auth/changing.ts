import { isDeepStrictEqual } from 'node:util'
import { powersOf } from '../domain/permission.ts'
import { Problem } from '../problem.ts'
import { appendAudit } from '../store/audit.ts'
import type { Database } from '../store/database.ts'
import type { PersonRow } from '../store/people.ts'
import { lockForWriting } from '../store/revision.ts'
import { refuseStale } from './meanwhile.ts'
import { refuseSameName, tellAs } from './naming.ts'
import { type Acting, onRecord } from './on-record.ts'
import { changeGrant, columnsOf, type Grant } from './people.ts'
import { endLinks, grantOf, keepAnAdministrator, personOf, refuseNaming } from './person.ts'

/** Who did what the council's directory says, on record. */
export const DIRECTORY = 'directory'

/** `version`: the newest change of the account that whoever changes it has seen, by its number on record; 0 for none. */
export type PersonChange = Grant & { name?: string | undefined; version: number; reason: string }

/** Changes what somebody may do, or is called; it holds from the next request on. */
export function changePerson(
  db: Database,
  acting: Acting,
  id: string,
  { name, version, reason, ...grant }: PersonChange,
): Promise<void> {
  return onRecord(db, acting, async (tx, note) => {
    const person = await personOf(tx, id)
    await refuseStale(tx, person, version)
    const next = name ?? person.name
    refuseNaming(reason, [person.name, person.email, next])
    if (grant.role !== 'admin') {
      if (id === acting.who.user && person.role === 'admin') {
        throw new Problem('conflict', 'Nobody takes this role from themselves: ask another administrator.')
      }
      await keepAnAdministrator(tx, person)
    }
    if (next !== person.name) {
      await refuseSameName(tx, next, id)
      await tx.updateTable('user').set({ name: next }).where('id', '=', id).execute()
      await tellAs(tx, person, next)
    }
    await give(tx, person, grant)
    await note({
      action: 'person-changed',
      about: `account:${id}`,
      before: grantOf(person),
      after: { ...grant, ...(next === person.name ? {} : { renamed: true }) },
      why: reason,
    })
  })
}

/** Gives somebody other powers. Whoever may let nobody in any more knows links that would, so these end. */
async function give(tx: Database, person: PersonRow, grant: Grant): Promise<void> {
  await changeGrant(tx, person.id, grant)
  if (maySay(grantOf(person)) && !maySay(grant)) await endLinks(tx, person.id)
}

const maySay = ({ role, rights }: Grant) => powersOf(role, rights).permissions.includes('manage-people')

/**
 * Gives somebody what the directory says of them as they sign in; it is on record where it is not what they had. Of a
 * closed account nothing is changed.
 */
export async function changeByDirectory(db: Database, id: string, grant: Grant, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockForWriting(tx)
    const person = await personOf(tx, id)
    const before = grantOf(person)
    if (person.closedAt !== null || isDeepStrictEqual(columnsOf(before), columnsOf(grant))) return
    await give(tx, person, grant)
    await appendAudit(tx, {
      at: now.toISOString(),
      actor: DIRECTORY,
      action: 'person-changed',
      about: `account:${id}`,
      before,
      after: grant,
      why: 'As the groups of the directory say',
    })
  })
}
