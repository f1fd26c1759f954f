import type { GrantAnswer, TokenAnswer } from '../../contract/people.ts'
import { THEMES, type Theme } from '../../domain/indicator.ts'
import {
  PERMISSIONS,
  type Permission,
  RIGHT_WORDS,
  RIGHTS,
  ROLE_WORDS,
  type Role,
} from '../../domain/permission.ts'
import { PERMISSION_WORDS } from '../../domain/permission-words.ts'
import type { TokenRow } from '../../store/people.ts'

/** What an account or an invitation gives, from its columns, in words. */
export function viewGrant(row: { role: Role; rights: string; themes: string | null }): GrantAnswer {
  const rights = row.rights.split(' ')
  return {
    role: row.role,
    roleName: ROLE_WORDS[row.role].name,
    rights: RIGHTS.filter((id) => rights.includes(id)).map((id) => ({ id, name: RIGHT_WORDS[id].name })),
    themes: row.themes === null ? null : themesOf(row.themes.split(' ')),
  }
}

export const themesOf = (ids: readonly string[]) =>
  (Object.keys(THEMES) as Theme[]).filter((id) => ids.includes(id)).map((id) => ({ id, name: THEMES[id] }))

/** Permissions in their one order, with their words. */
export const permissionsOf = (ids: readonly string[]): { id: Permission; name: string }[] =>
  PERMISSIONS.filter((id) => ids.includes(id)).map((id) => ({ id, name: PERMISSION_WORDS[id] }))

/** A key for a program; `now`: ISO time. */
export function viewToken(row: TokenRow, now: string): TokenAnswer {
  const { id, name, owner, edition } = row
  return {
    id,
    name,
    owner,
    edition,
    permissions: permissionsOf(row.permissions.split(' ')),
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    usedOn: row.used_on,
    state: row.revoked_at !== null ? 'revoked' : row.expires_at <= now ? 'expired' : 'open',
  }
}
