import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import type { Database } from '../store/database.ts'
import { DIRECTORY_ID, type GroupRule, grantOf, groupsOf } from './groups.ts'
import { changeGrant, type Grant } from './people.ts'

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

  const plugin = genericOAuth({
    config: [
      {
        providerId: DIRECTORY_ID,
        name: directory.name,
        discoveryUrl: `${directory.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        clientId: directory.clientId,
        clientSecret: directory.clientSecret,
        scopes: ['openid', 'profile', 'email'],
        disableProviderLogout: true,
      },
    ],
  })

  return {
    plugin,
    /** Says who may come in, by their groups. */
    async admit(
      user: { id?: string | undefined; email?: string | undefined },
      source: { action: string; profile: Record<string, unknown> | undefined },
    ): Promise<{ error: string } | undefined> {
      const grant = grantOf(groupsOf(source.profile, directory.groupsClaim), directory.rules)
      if (!grant) return { error: 'no_role' }
      if (source.action === 'create-user') coming.set(String(user.email).toLowerCase(), grant)
      else if (user.id && !(await hasPassword(db, user.id))) await changeGrant(db, user.id, grant)
      return undefined
    },
    /** What the account of somebody who has just been admitted may do. */
    grantFor(email: string): Grant | null {
      const grant = coming.get(email.toLowerCase()) ?? null
      coming.delete(email.toLowerCase())
      return grant
    },
  }
}
export type DirectorySignIn = ReturnType<typeof directorySignIn>

const hasPassword = async (db: Database, user: string) =>
  (await db
    .selectFrom('account')
    .select('id')
    .where('userId', '=', user)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()) !== undefined
