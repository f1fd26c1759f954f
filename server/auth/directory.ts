import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { recordEvent } from '../store/audit.ts'
import type { Database } from '../store/database.ts'
import { hasPassword } from '../store/people.ts'
import { changeByDirectory, DIRECTORY } from './changing.ts'
import { discoveryOf, profileReader } from './directory-answer.ts'
import { DIRECTORY_ID, type GroupRule, grantOf, groupsOf } from './groups.ts'
import { distinctName } from './naming.ts'
import type { Grant } from './people.ts'

/** The council's own directory, such as Entra ID, by OpenID Connect. */
export type Directory = {
  /** The issuer, such as https://login.microsoftonline.com/…/v2.0 */
  issuer: string
  clientId: string
  clientSecret: string
  /** What people call it: "Blackpool account". */
  name: string
  /** The claim that tells the groups of a person. */
  groupsClaim: string
  rules: readonly GroupRule[]
}

/**
 * Sign-in with the council's directory. What somebody may do is what their groups say each time they sign in; who is in
 * none of them is not let in. For a person who has a password here, what an administrator said stands.
 */
export function directorySignIn(db: Database, directory: Directory) {
  // Between the check of who comes and the making of their account, in one request.
  const coming = new Map<string, Grant>()

  const config = {
    providerId: DIRECTORY_ID,
    name: directory.name,
    discoveryUrl: discoveryOf(directory.issuer),
    // With heads of its own, it is not followed to another place.
    discoveryHeaders: { accept: 'application/json' },
    requireIdTokenVerification: true,
    clientId: directory.clientId,
    clientSecret: directory.clientSecret,
    scopes: ['openid', 'profile', 'email'],
    disableProviderLogout: true,
    getUserInfo: profileReader(directory),
  }
  const plugin = {
    ...genericOAuth({ config: [config] }),
    // The directory is asked about itself when somebody first comes from there: asked now, with no limit of time, one that
    // is silent would keep out everybody who signs in with a password, too.
    init: async () => ({ context: { genericOAuthPendingDiscovery: new Map([[DIRECTORY_ID, config]]) } }),
  }

  return {
    plugin,
    /** Says who may come in, by their groups. */
    async admit(
      user: { id?: string | undefined; email?: string | undefined },
      source: { action: string; profile: Record<string, unknown> | undefined },
    ): Promise<{ error: string } | undefined> {
      const grant = grantOf(groupsOf(source.profile, directory.groupsClaim), directory.rules)
      if (!grant) return { error: 'no_role' }
      // An address that was given to somebody else leads nobody to the account of whoever had it before.
      if (source.action === 'link-account' && user.id && (await isLinked(db, user.id)))
        return { error: 'other_person' }
      if (source.action === 'create-user') coming.set(String(user.email).toLowerCase(), grant)
      else if (user.id && !(await hasPassword(db, user.id)))
        await changeByDirectory(db, user.id, grant, new Date())
      return undefined
    },
    /** What somebody who has just been admitted may do, and is called; null for anybody else. */
    async accountFor({ name, email }: { name: string; email: string }) {
      const grant = coming.get(email.toLowerCase())
      coming.delete(email.toLowerCase())
      return grant ? { grant, name: await distinctName(db, name, email) } : null
    },
    /** Puts on record that the directory brought somebody. */
    noteAdded: (user: { id: string; role?: unknown; rights?: unknown }) =>
      recordEvent(db, {
        at: new Date().toISOString(),
        actor: DIRECTORY,
        action: 'person-added',
        about: `account:${user.id}`,
        before: null,
        after: {
          role: user.role,
          rights: String(user.rights ?? '')
            .split(' ')
            .filter(Boolean),
          themes: null,
        },
        why: null,
      }),
  }
}
const isLinked = async (db: Database, user: string) =>
  (await db
    .selectFrom('account')
    .select('id')
    .where('userId', '=', user)
    .where('providerId', '=', DIRECTORY_ID)
    .executeTakeFirst()) !== undefined
