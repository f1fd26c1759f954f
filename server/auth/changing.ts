import { powersOf } from '../domain/permission.ts'
import { Problem } from '../problem.ts'
import { replaceByLines } from '../store/by-lines.ts'
import type { Database } from '../store/database.ts'
import { type Acting, onRecord } from './on-record.ts'
import { changeGrant, type Grant } from './people.ts'
import { endLinks, grantOf, keepAnAdministrator, personOf, refuseNaming, refuseSameName } from './person.ts'

export type PersonChange = Grant & { name?: string | undefined; reason: string }

/** Changes what somebody may do, or is called; it holds from the next request on. */
export function changePerson(
  db: Database,
  acting: Acting,
  id: string,
  { name, reason, ...grant }: PersonChange,
): Promise<void> {
  return onRecord(db, acting, async (tx, note) => {
    const person = await personOf(tx, id)
    const next = name ?? person.name
    refuseNaming(reason, [person.name, person.email, next])
    if (grant.role !== 'admin') {
      if (id === acting.who.user && person.role === 'admin') {
        throw new Problem('conflict', 'Nobody takes this role from themselves: ask another administrator.')
      }
      await keepAnAdministrator(tx, person)
      // Whoever may let nobody in any more knows links that would.
      if (maySay(grantOf(person)) && !maySay(grant)) await endLinks(tx, id)
    }
    if (next !== person.name) {
      await refuseSameName(tx, next, id)
      await tx.updateTable('user').set({ name: next }).where('id', '=', id).execute()
      await replaceByLines(tx, renaming(person.name, next))
    }
    await changeGrant(tx, id, grant)
    await note({
      action: 'person-changed',
      about: `account:${id}`,
      before: grantOf(person),
      after: { ...grant, ...(next === person.name ? {} : { renamed: true }) },
      why: reason,
    })
  })
}

const maySay = ({ role, rights }: Grant) => powersOf(role, rights).permissions.includes('manage-people')

/** A person's name stands by itself, or in brackets behind the name of a key of theirs: see identify.ts. */
const renaming = (from: string, to: string) => (name: string) => {
  if (name === from) return to
  const suffix = ` (${from})`
  return name.endsWith(suffix) ? `${name.slice(0, -suffix.length)} (${to})` : name
}
