import type { Right } from '../domain/permission.ts'
import { type Grant, isRight, isRole } from './people.ts'

/** The directory among better-auth's providers. */
export const DIRECTORY_ID = 'council'

/** What members of a group of the council's directory are here. */
export type GroupRule = { group: string; grant: Grant }

/**
 * Reads `performance-admins=admin,analysts=analyst+approver,members=viewer`: which group is which role, with extra rights
 * behind a plus. Throws one plain message that names what can't be read.
 */
export function parseGroupRules(text: string): GroupRule[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [group = '', powers = ''] = part.split('=').map((each) => each.trim())
      const [role = '', ...rights] = powers.split('+').map((each) => each.trim())
      const unknown = rights.find((right) => !isRight(right))
      if (group === '' || !isRole(role) || unknown !== undefined) {
        throw new Error(
          `"${part}" is not group=role: the roles are viewer, leader, analyst and admin, and +approver and +restricted may follow`,
        )
      }
      return { group, grant: { role, rights: rights as Right[], themes: null } }
    })
}

/** What somebody is who is in these groups: the first rule that fits, as the council wrote them. Null if none does. */
export const grantOf = (groups: readonly string[], rules: readonly GroupRule[]): Grant | null =>
  rules.find(({ group }) => groups.includes(group))?.grant ?? null

/** The groups that a token tells, whether as a list or as one word. */
export function groupsOf(profile: Record<string, unknown> | undefined, claim: string): string[] {
  const value = profile?.[claim]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
