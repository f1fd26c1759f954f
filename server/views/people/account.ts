import type { AccountAnswer, SessionsAnswer, TokensAnswer } from '../../contract/account.ts'
import { deviceInWords } from '../../domain/device.ts'
import type { Edition, Permission } from '../../domain/permission.ts'
import { LONGEST_TOKEN_DAYS, TOKEN_PERMISSIONS } from '../../domain/permission-words.ts'
import { Problem } from '../../problem.ts'
import type { Database } from '../../store/database.ts'
import { findPerson, findTokens, hasPassword, type SessionRow } from '../../store/people.ts'
import { permissionsOf, viewGrant, viewToken } from './grant.ts'

/** Whose account it is, and what they may do, as it was found out for this request. */
export type Own = { user: string; permissions: readonly Permission[]; edition: Edition }

/** One's own account, and what it allows. */
export async function viewAccount(db: Database, { user, permissions, edition }: Own): Promise<AccountAnswer> {
  const person = await findPerson(db, user)
  if (!person) throw new Problem('not-found', 'There is no such account any more.')
  const { roleName, rights, themes } = viewGrant(person)
  const beside =
    rights.length === 0 ? '' : ` Beside it you have: ${rights.map(({ name }) => name).join(', ')}.`
  return {
    name: person.name,
    email: person.email,
    roleName,
    words: `Your role here is ${roleName}.${beside}`,
    permissions: permissionsOf(permissions),
    edition,
    themes: themes?.map(({ name }) => name) ?? null,
    secondFactor: Boolean(person.twoFactorEnabled),
    hasPassword: await hasPassword(db, user),
  }
}

/** Where one is signed in, out of the sessions that are open; `current` is the one that asks. */
export const viewSessions = (sessions: readonly SessionRow[], current: string): SessionsAnswer => ({
  sessions: sessions.map(({ id, createdAt, updatedAt, userAgent }) => ({
    id,
    startedAt: createdAt,
    usedAt: updatedAt,
    device: deviceInWords(userAgent),
    isThis: id === current,
  })),
})

/** One's own keys for programs, and what a new one can be made for. `now`: ISO time. */
export async function viewTokens(
  db: Database,
  { user, permissions, edition }: Own,
  now: string,
): Promise<TokensAnswer> {
  const may = TOKEN_PERMISSIONS.filter((permission) => permissions.includes(permission))
  return {
    tokens: (await findTokens(db, user)).map((token) => viewToken(token, now)),
    permissions: permissionsOf(permissions.includes('make-tokens') ? may : []),
    editions: edition === 'restricted' ? ['public', 'restricted'] : ['public'],
    longestDays: LONGEST_TOKEN_DAYS,
  }
}
