import type { Right, Role } from '../domain/permission.ts'
import { Problem } from '../problem.ts'
import type { Database } from '../store/database.ts'
import { findPerson, type PersonRow } from '../store/people.ts'
import type { Grant } from './people.ts'
import { listOf } from './who.ts'

/** What an account or an invitation gives, out of its columns. */
export const grantOf = (row: { role: Role; rights: string; themes: string | null }): Grant => ({
  role: row.role,
  rights: listOf<Right>(row.rights),
  themes: row.themes === null ? null : listOf(row.themes),
})

/** The account of this id. Throws a Problem where there is none, or it was erased. */
export async function personOf(tx: Database, id: string): Promise<PersonRow> {
  const person = await findPerson(tx, id)
  if (!person) throw new Problem('not-found', 'There is no such account. It may have been erased.')
  return person
}

/** The same, of somebody who may sign in. */
export async function openPerson(tx: Database, id: string): Promise<PersonRow> {
  const person = await personOf(tx, id)
  if (person.closedAt !== null) {
    throw new Problem('conflict', `The account of ${person.name} is closed. Reopen it first.`)
  }
  return person
}

/** Refuses to be left without anybody who can let people in. `person` is whose power is about to end. */
export async function keepAnAdministrator(tx: Database, person: PersonRow): Promise<void> {
  if (person.role !== 'admin' || person.closedAt !== null) return
  const another = await tx
    .selectFrom('user')
    .select('id')
    .where('role', '=', 'admin')
    .where('closedAt', 'is', null)
    .where('id', '!=', person.id)
    .executeTakeFirst()
  if (another) return
  throw new Problem(
    'conflict',
    `${person.name} is the only administrator left. Make somebody else an administrator first.`,
  )
}

/** The record outlives the account, so what is said in it may not name the person. */
export function refuseNaming(reason: string, names: readonly string[]): void {
  const said = reason.toLowerCase()
  if (!names.some((name) => said.includes(name.toLowerCase()))) return
  const message =
    'leave out the person’s name and address: the reason stays on record when the account is erased'
  throw new Problem('invalid-request', `reason: ${message}`, [{ path: 'reason', message }])
}

/** Links that nobody has used: those that somebody made, and so may know, and those that are about them. */
export async function endLinks(tx: Database, id: string): Promise<void> {
  await tx
    .deleteFrom('invitation')
    .where('used_at', 'is', null)
    .where((eb) => eb.or([eb('made_by', '=', `account:${id}`), eb('user_id', '=', id)]))
    .execute()
}
