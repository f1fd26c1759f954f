import type { PeopleAnswer } from '../../contract/people.ts'
import { THEMES } from '../../domain/indicator.ts'
import { PERMISSIONS, powersOf, RIGHT_WORDS, RIGHTS, ROLE_WORDS, ROLES } from '../../domain/permission.ts'
import { addedBy } from '../../domain/permission-words.ts'
import type { Database } from '../../store/database.ts'
import {
  findInvitations,
  findLastSeen,
  findPeople,
  findPersonVersions,
  findTokens,
} from '../../store/people.ts'
import { permissionsOf, themesOf, viewGrant, viewToken } from './grant.ts'

/** Everybody who may sign in or is invited, the keys of programs, and what each role allows. `now`: ISO time. */
export async function viewPeople(
  db: Database,
  { you, now }: { you: string | null; now: string },
): Promise<PeopleAnswer> {
  const people = (await findPeople(db)).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  const lastSeen = await findLastSeen(db)
  const versionOf = await findPersonVersions(db)
  const nameOf = (key: string) => people.find(({ id }) => key === `account:${id}`)?.name ?? null
  return {
    people: people.map((person) => ({
      ...viewGrant(person),
      id: person.id,
      name: person.name,
      email: person.email,
      state: person.closedAt === null ? 'active' : 'closed',
      closedAt: person.closedAt,
      secondFactor: Boolean(person.twoFactorEnabled),
      lastSeen: lastSeen.get(person.id) ?? null,
      version: versionOf(person.id),
      isYou: person.id === you,
    })),
    invitations: (await findInvitations(db)).map((invitation) => ({
      ...viewGrant(invitation),
      id: invitation.id,
      name: invitation.name ?? '',
      email: invitation.email ?? '',
      madeBy: nameOf(invitation.made_by),
      madeAt: invitation.made_at,
      expiresAt: invitation.expires_at,
      expired: invitation.expires_at <= now,
    })),
    tokens: (await findTokens(db, null)).map((token) => viewToken(token, now)),
    ...viewRoles(),
  }
}

/** The one table of who may do what, for a screen. */
export function viewRoles(): Pick<PeopleAnswer, 'permissions' | 'roles' | 'rights' | 'themes'> {
  return {
    permissions: permissionsOf(PERMISSIONS),
    roles: ROLES.map((id) => {
      const { permissions, edition } = powersOf(id, [])
      return { id, ...ROLE_WORDS[id], permissions: [...permissions], edition }
    }),
    rights: RIGHTS.map((id) => {
      const { permissions, restricted } = addedBy(id)
      return { id, ...RIGHT_WORDS[id], permissions, edition: restricted ? 'restricted' : 'public' }
    }),
    themes: themesOf(Object.keys(THEMES)),
  }
}
