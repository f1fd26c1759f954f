import type { Theme } from '../domain/indicator.ts'
import {
  type Edition,
  OF_ALL_THEMES,
  type Permission,
  powersOf,
  type Right,
  type Role,
} from '../domain/permission.ts'

/** Who asks: what they may do, and what they may see. */
export type Who = {
  /** For the record: `account:<id>`, `token:<id>` or `nobody`. Says nothing about a person once the account is erased. */
  key: string
  /** As others see it beside what was done; empty for nobody. */
  name: string
  /** The account, also of a token's owner; null for nobody. */
  user: string | null
  role: Role | null
  rights: readonly Right[]
  permissions: readonly Permission[]
  edition: Edition
  /** The themes of indicators that may be seen; null for all. */
  themes: readonly Theme[] | null
  /** The session, by its id; null without one. */
  session: string | null
}

/** Somebody without a session: who reads the public edition where the council has opened it, and otherwise nothing. */
export const nobody = (publicRead: boolean): Who => ({
  key: 'nobody',
  name: '',
  user: null,
  role: null,
  rights: [],
  permissions: publicRead ? ['read'] : [],
  edition: 'public',
  themes: null,
  session: null,
})

export type Person = {
  id: string
  name: string
  role: Role
  rights: string
  themes: string | null
}

/** A person out of the database, with the powers of their role and rights. */
export function whoIs(person: Person, session: string | null): Who {
  const rights = listOf<Right>(person.rights)
  const themes = person.themes === null ? null : listOf<Theme>(person.themes)
  const { edition, permissions } = powersOf(person.role, rights)
  return {
    key: `account:${person.id}`,
    name: person.name,
    user: person.id,
    role: person.role,
    rights,
    edition,
    permissions: themes === null ? permissions : permissions.filter((each) => !OF_ALL_THEMES.includes(each)),
    themes,
    session,
  }
}

/** Words with spaces between, as the database keeps a short list. */
export const listOf = <T extends string>(text: string): T[] => text.split(' ').filter(Boolean) as T[]

/** What two who may see the same figures have in common. */
export const scopeOf = ({ permissions, edition, themes }: Who): string =>
  permissions.includes('read') ? `${edition} ${themes?.toSorted().join('+') ?? '*'}` : 'none'
