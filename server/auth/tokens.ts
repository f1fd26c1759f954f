import { randomBytes, randomUUID } from 'node:crypto'
import type { Edition, Permission } from '../domain/permission.ts'
import { TOKEN_PERMISSIONS } from '../domain/permission-words.ts'
import { Problem } from '../problem.ts'
import type { Database } from '../store/database.ts'
import { hashOf } from './identify.ts'
import { type Acting, onRecord } from './on-record.ts'
import { openPerson } from './person.ts'

/** What a key for a program is made for. */
export type TokenWish = { name: string; permissions: readonly Permission[]; edition: Edition; days: number }

/** What every key begins with, so that one that was left somewhere can be found. */
const PREFIX = 'csp_'
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Makes a key for a program of whoever asks. Only its hash is kept, so it is told now or never. Refuses what the person
 * may not do or see; what they may do less of later, the key does too.
 */
export async function makeToken(
  db: Database,
  acting: Acting,
  user: string,
  { name, permissions, edition, days }: TokenWish,
): Promise<{ id: string; secret: string; expiresAt: string }> {
  const { who, now } = acting
  const mayGive = (permission: Permission) =>
    TOKEN_PERMISSIONS.includes(permission) && who.permissions.includes(permission)
  if (!permissions.every(mayGive)) {
    throw refusal(
      'permissions',
      'a key does no more than you may do yourself, and never makes keys or lets people in',
    )
  }
  if (edition === 'restricted' && who.edition !== 'restricted') {
    throw refusal('edition', 'a key sees no more than you do: the public edition')
  }
  const secret = `${PREFIX}${randomBytes(32).toString('base64url')}`
  const id = randomUUID()
  const expiresAt = new Date(now.getTime() + days * DAY_MS).toISOString()
  const unique = [...new Set(permissions)]
  await onRecord(db, acting, async (tx, note) => {
    await openPerson(tx, user)
    await tx
      .insertInto('api_token')
      .values({
        id,
        hash: hashOf(secret),
        name,
        user_id: user,
        permissions: unique.join(' '),
        edition,
        made_at: now.toISOString(),
        expires_at: expiresAt,
        used_on: null,
        revoked_at: null,
      })
      .execute()
    await note({
      action: 'token-made',
      about: `token:${id}`,
      after: { permissions: unique, edition, expiresAt },
    })
  })
  return { id, secret, expiresAt }
}

const refusal = (path: string, message: string) =>
  new Problem('invalid-request', `${path}: ${message}`, [{ path, message }])

/** Revokes a key; it is refused from its next request on. `owner`: whose it must be; null for anybody's. */
export function revokeToken(db: Database, acting: Acting, id: string, owner: string | null): Promise<void> {
  return onRecord(db, acting, async (tx, note) => {
    let revoking = tx
      .updateTable('api_token')
      .set({ revoked_at: acting.now.toISOString() })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
    if (owner !== null) revoking = revoking.where('user_id', '=', owner)
    const { numUpdatedRows } = await revoking.executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) {
      throw new Problem('not-found', 'There is no such key, or it was revoked already.')
    }
    await note({ action: 'token-revoked', about: `token:${id}` })
  })
}
