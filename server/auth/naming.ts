import { Problem } from '../problem.ts'
import { replaceByLines } from '../store/by-lines.ts'
import type { Database } from '../store/database.ts'
import { ERASED_NAME, type PersonRow } from '../store/people.ts'
import { nextRevision } from '../store/revision.ts'

/** Refuses a name that somebody else has, or is invited under. `self`: whose name it is to be; null for somebody new. */
export async function refuseSameName(tx: Database, name: string, self: string | null): Promise<void> {
  if (!(await isTaken(tx, name, self))) return
  const message = `somebody else here is called ${name}: add what tells them apart, since the name stands beside what is done`
  throw new Problem('conflict', `${message.charAt(0).toUpperCase()}${message.slice(1)}.`, [
    { path: 'name', message },
  ])
}

/**
 * What somebody is called here whose name the council's directory says: that name, or where somebody else here has it,
 * with the part of the address before the @, so that two people beside what they did are told apart.
 */
export async function distinctName(tx: Database, name: string, email: string): Promise<string> {
  if (!(await isTaken(tx, name, null))) return name
  const short = `${name} (${email.split('@')[0]})`
  return (await isTaken(tx, short, null)) ? `${name} (${email})` : short
}

async function isTaken(tx: Database, name: string, self: string | null): Promise<boolean> {
  const people = await tx.selectFrom('user').select(['id', 'name']).execute()
  const invited = await tx
    .selectFrom('invitation')
    .select(['id', 'name'])
    .where('kind', '=', 'join')
    .where('used_at', 'is', null)
    .execute()
  const isSame = (other: string | null) => other?.toLowerCase() === name.toLowerCase()
  return [...people, ...invited].some((other) => other.id !== self && isSame(other.name))
}

/**
 * Sees to it that a person is told by the next name wherever what they did is read. Where only a name is kept and somebody
 * else has the same, it stays: it may be theirs.
 */
export async function tellAs(tx: Database, { id, name }: PersonRow, next: string): Promise<void> {
  const namesake = await tx
    .selectFrom('user')
    .select('id')
    .where('name', '=', name)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (namesake) return nextRevision(tx)
  await replaceByLines(tx, (text) => {
    if (text === name) return next
    // As programs were told of when names were kept, and nobody is to be told of whose account is erased.
    const suffix = ` (${name})`
    if (!text.endsWith(suffix)) return text
    return next === ERASED_NAME ? next : `${text.slice(0, -suffix.length)} (${next})`
  })
}
