/** What somebody may do here. Every address of the API asks for one of these. */
export const PERMISSIONS = [
  /** Read the figures, plans and registers, in the edition that they may see. */
  'read',
  /** Ask a question of the committee, or suggest a topic. */
  'ask',
  /** Keep the registers: plans, actions, the tracker, answers, commentary, events, contracts. */
  'record',
  /** Set and change targets, and keep the ledger of savings. */
  'set-targets',
  /** See what was uploaded, with its findings and the file itself. */
  'see-uploads',
  /** Upload a file, and discard a draft. */
  'upload',
  /** Publish a draft, and take a published file back. */
  'publish',
  /** Make keys for programs. */
  'make-tokens',
  /** Invite people, change what they may do, close and erase their accounts. */
  'manage-people',
  /** Read the record of who did what. */
  'read-audit',
] as const
export type Permission = (typeof PERMISSIONS)[number]

export const ROLES = ['viewer', 'leader', 'analyst', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** What a person may be given beside a role. */
export const RIGHTS = ['approver', 'restricted'] as const
export type Right = (typeof RIGHTS)[number]

/** Two editions of one store: the public one lacks small numbers and what gives them away. */
export type Edition = 'public' | 'restricted'

type Powers = { edition: Edition; permissions: readonly Permission[] }

/** The one table of who may do what. A role is a row here and nowhere else. */
const ROLE_POWERS: Record<Role, Powers> = {
  viewer: { edition: 'public', permissions: ['read', 'ask'] },
  leader: { edition: 'restricted', permissions: ['read', 'ask', 'record', 'set-targets', 'see-uploads'] },
  analyst: {
    edition: 'restricted',
    permissions: ['read', 'ask', 'record', 'see-uploads', 'upload', 'publish', 'make-tokens'],
  },
  admin: { edition: 'restricted', permissions: PERMISSIONS },
}

/** What each right adds to any role. An approver publishes what somebody else uploaded, so must see it. */
const RIGHT_POWERS: Record<Right, Powers> = {
  approver: { edition: 'restricted', permissions: ['see-uploads', 'publish'] },
  restricted: { edition: 'restricted', permissions: [] },
}

/** What a role is for, in the words of a screen. */
export const ROLE_WORDS: Record<Role, { name: string; may: string }> = {
  viewer: { name: 'Viewer', may: 'reads the public edition and asks questions' },
  leader: { name: 'Leader', may: 'reads everything, keeps plans and registers, and sets targets' },
  analyst: { name: 'Analyst', may: 'reads everything, keeps registers, and uploads and publishes figures' },
  admin: { name: 'Administrator', may: 'does all of this, and says who else may' },
}

export const RIGHT_WORDS: Record<Right, { name: string; may: string }> = {
  approver: { name: 'Approver', may: 'publishes a file that somebody else uploaded' },
  restricted: { name: 'Restricted figures', may: 'sees small numbers, under confidentiality' },
}

/**
 * What can't be had by halves: a file that somebody sent, and the record, tell of every theme, so they are not for whoever
 * is limited to some.
 */
export const OF_ALL_THEMES: readonly Permission[] = ['see-uploads', 'upload', 'publish', 'read-audit']

/** What a role with its extra rights may do, in the order of {@link PERMISSIONS}, and which edition it sees. */
export function powersOf(role: Role, rights: readonly Right[]): Powers {
  const all = [ROLE_POWERS[role], ...rights.map((right) => RIGHT_POWERS[right])]
  return {
    edition: all.some(({ edition }) => edition === 'restricted') ? 'restricted' : 'public',
    permissions: PERMISSIONS.filter((permission) =>
      all.some(({ permissions }) => permissions.includes(permission)),
    ),
  }
}
