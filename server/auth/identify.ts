import { createHash } from 'node:crypto'
import type { Permission } from '../domain/permission.ts'
import type { Database } from '../store/database.ts'
import type { Auth } from './auth.ts'
import { endSession, isOpen, noteUse } from './session-life.ts'
import { listOf, nobody, type Who, whoIs } from './who.ts'

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Who sends a request, by its key or by its session; nobody where it has neither, or one that is no longer good. */
export async function identify(
  headers: Headers,
  { db, auth, publicRead }: { db: Database; auth: () => Promise<Auth>; publicRead: boolean },
  now: Date,
): Promise<Who> {
  const bearer = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (bearer) return (await byToken(db, bearer, now)) ?? nobody(false)
  if (!headers.get('cookie')?.includes('session_token')) return nobody(publicRead)
  const found = await (await auth()).api.getSession({ headers })
  if (!found) return nobody(publicRead)
  const { session, user } = found
  if (!isOpen(session, now)) {
    // Ended for good: better-auth's own addresses, such as that of another password, would still take it.
    await endSession(db, session.id)
    return nobody(publicRead)
  }
  await noteUse(db, session, now)
  const person = await findPerson(db, user.id)
  return person ? whoIs(person, session.id) : nobody(publicRead)
}

/** What better-auth hands out may be as it was when the session began; what a person may do is asked anew each time. */
const findPerson = (db: Database, id: string) =>
  db
    .selectFrom('user')
    .select(['id', 'name', 'role', 'rights', 'themes'])
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .executeTakeFirst()

async function byToken(db: Database, secret: string, now: Date): Promise<Who | null> {
  const token = await db
    .selectFrom('api_token')
    .select(['id', 'name', 'user_id', 'permissions', 'edition', 'expires_at', 'revoked_at', 'used_on'])
    .where('hash', '=', hashOf(secret))
    .executeTakeFirst()
  if (!token || token.revoked_at !== null || token.expires_at <= now.toISOString()) return null
  const person = await findPerson(db, token.user_id)
  if (!person) return null
  const today = now.toISOString().slice(0, 10)
  if (token.used_on !== today) {
    await db.updateTable('api_token').set({ used_on: today }).where('id', '=', token.id).execute()
  }
  const owner = whoIs(person, null)
  const asked = listOf<Permission>(token.permissions)
  return {
    ...owner,
    key: `token:${token.id}`,
    name: `${token.name} (${person.name})`,
    permissions: owner.permissions.filter((permission) => asked.includes(permission)),
    edition: token.edition === 'restricted' ? owner.edition : 'public',
  }
}
