import { PERMISSIONS, type Permission, powersOf, type Right } from './permission.ts'

/** What each permission lets a person do, in the words of a screen. */
export const PERMISSION_WORDS: Record<Permission, string> = {
  read: 'Read figures, plans and registers',
  ask: 'Ask questions and suggest topics',
  record: 'Keep plans, actions, the tracker, commentary and events',
  'set-targets': 'Set targets, and keep the list of savings',
  'see-uploads': 'See files that were uploaded, with what was found in them',
  upload: 'Upload files and discard drafts',
  publish: 'Publish files and take them back',
  'make-tokens': 'Make keys for programs',
  'manage-people': 'Invite people and say who may do what',
  'read-audit': 'Read the record of changes',
}

/**
 * What a key for a program can be made for. A program neither makes further keys nor lets people in: whoever found its
 * key could otherwise stay after the key was revoked.
 */
export const TOKEN_PERMISSIONS: readonly Permission[] = PERMISSIONS.filter(
  (permission) => permission !== 'make-tokens' && permission !== 'manage-people',
)

/** The longest time that a key for a program can be made for, in days. */
export const LONGEST_TOKEN_DAYS = 365

/** What a right adds to the role that may do least. */
export function addedBy(right: Right): { permissions: Permission[]; restricted: boolean } {
  const without = powersOf('viewer', [])
  const powers = powersOf('viewer', [right])
  return {
    permissions: powers.permissions.filter((permission) => !without.permissions.includes(permission)),
    restricted: powers.edition === 'restricted',
  }
}
