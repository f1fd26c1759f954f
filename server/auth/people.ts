import { randomBytes, randomUUID } from 'node:crypto'
import { RIGHTS, type Right, ROLES, type Role } from '../domain/permission.ts'
import { JOIN_LINK_DAYS, PASSWORD_LINK_DAYS } from '../domain/retention.ts'
import { Problem } from '../problem.ts'
import type { Database } from '../store/database.ts'
import type { InvitationTable } from '../store/schema.ts'
import type { Auth } from './auth.ts'
import { hashOf } from './identify.ts'
import { whyWeak } from './password.ts'

/** What somebody who may sign in is given. `themes`: the only ones that the person sees; null for all. */
export type Grant = { role: Role; rights: readonly Right[]; themes: readonly string[] | null }

/** How long a one-time link can be used. */
const LINK_DAYS = { first: JOIN_LINK_DAYS, join: JOIN_LINK_DAYS, password: PASSWORD_LINK_DAYS } as const

/** Makes an account with a password. Throws a Problem for a weak password, and for an address that has one already. */
export async function addPerson(
  auth: Auth,
  { email, name, password, ...grant }: Grant & { email: string; name: string; password: string },
): Promise<string> {
  await refuseWeak(password, [email, name])
  const { adapter, internalAdapter, password: hasher } = await auth.$context
  if (await internalAdapter.findUserByEmail(email)) {
    throw new Problem('conflict', `There is an account for ${email} already.`)
  }
  const now = new Date()
  // Not as a sign-up, which better-auth would ask the directory about.
  const user = await adapter.create<{ id: string }>({
    model: 'user',
    data: {
      email: email.toLowerCase(),
      name,
      emailVerified: true,
      createdAt: now,
      updatedAt: now,
      ...columnsOf(grant),
    },
  })
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await hasher.hash(password),
  })
  return user.id
}

export const columnsOf = ({ role, rights, themes }: Grant) => ({
  role,
  rights: rights.join(' '),
  themes: themes?.join(' ') ?? null,
})

async function refuseWeak(password: string, about: readonly string[]): Promise<void> {
  const weak = await whyWeak(password, about)
  if (weak) throw new Problem('invalid-request', weak, [{ path: 'password', message: weak }])
}

/** Gives somebody other powers, from the next request on. */
export async function changeGrant(db: Database, user: string, grant: Grant): Promise<void> {
  await db.updateTable('user').set(columnsOf(grant)).where('id', '=', user).execute()
}

/** A link for whoever it is sent to: it can be used once. Only its hash is kept, so it is told now or never. */
export async function makeInvitation(
  db: Database,
  {
    kind,
    email,
    name,
    user,
    madeBy,
    ...grant
  }: Grant & {
    kind: InvitationTable['kind']
    email: string | null
    name: string | null
    user: string | null
    madeBy: string
  },
  now: Date,
): Promise<{ id: string; secret: string; expiresAt: string }> {
  const secret = randomBytes(24).toString('base64url')
  const id = randomUUID()
  const expiresAt = new Date(now.getTime() + LINK_DAYS[kind] * 86_400_000).toISOString()
  await db
    .insertInto('invitation')
    .values({
      id,
      hash: hashOf(secret),
      kind,
      email: email?.toLowerCase() ?? null,
      name,
      ...columnsOf(grant),
      user_id: user,
      made_by: madeBy,
      made_at: now.toISOString(),
      expires_at: expiresAt,
      used_at: null,
    })
    .execute()
  return { id, secret, expiresAt }
}

/** The invitation that a link opens. Throws the same Problem for one that is wrong, used or too old. */
export async function findInvitation(db: Database, secret: string, now: Date): Promise<InvitationTable> {
  const found = await db
    .selectFrom('invitation')
    .selectAll()
    .where('hash', '=', hashOf(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst()
  // The way in for the first of all is for nobody else, however they learnt it.
  if (found && !(found.kind === 'first' && (await someoneIsHere(db)))) return found
  throw new Problem(
    'not-found',
    'This link can’t be used: it was used already, it is too old, or a part of it is missing. Ask for another.',
  )
}

/** Who a link makes: what the invitation leaves open is said by the person. */
export type Joining = { email?: string | undefined; name?: string | undefined; password: string }

/** Uses a link: makes the account, or sets the password anew and ends all sessions. Gives the account's id. */
export async function acceptInvitation(
  { db, auth }: { db: Database; auth: Auth },
  secret: string,
  joining: Joining,
  now: Date,
): Promise<{ invitation: InvitationTable; user: string }> {
  const invitation = await findInvitation(db, secret, now)
  const email = invitation.email ?? joining.email
  const name = invitation.name ?? joining.name
  const person = invitation.user_id
  if (person === null && !(email && name)) {
    const errors = [
      ...(email ? [] : [{ path: 'email', message: 'say your email address' }]),
      ...(name ? [] : [{ path: 'name', message: 'say your name, as others are to see it' }]),
    ]
    throw new Problem('invalid-request', errors.map(({ message }) => message).join('; '), errors)
  }
  await refuseWeak(joining.password, [email ?? '', name ?? ''])
  // Whoever is first takes the link: of two who send it at once, one is told that it is used.
  const taken = await db
    .updateTable('invitation')
    .set({ used_at: now.toISOString() })
    .where('id', '=', invitation.id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (taken.numUpdatedRows === 0n) return acceptInvitation({ db, auth }, secret, joining, now)
  try {
    if (person !== null) {
      const { internalAdapter, password: hasher } = await auth.$context
      await internalAdapter.updatePassword(person, await hasher.hash(joining.password))
      await internalAdapter.deleteUserSessions(person)
      return { invitation, user: person }
    }
    const user = await addPerson(auth, {
      email: email ?? '',
      name: name ?? '',
      password: joining.password,
      role: invitation.role,
      rights: invitation.rights.split(' ').filter(isRight),
      themes: invitation.themes?.split(' ') ?? null,
    })
    return { invitation, user }
  } catch (error) {
    await db.updateTable('invitation').set({ used_at: null }).where('id', '=', invitation.id).execute()
    throw error
  }
}

/**
 * A link for the first administrator where nobody can sign in yet; null where somebody can. Each start makes a new one,
 * so that what an old log says opens nothing.
 */
export async function firstLink(db: Database, now: Date): Promise<string | null> {
  await db.deleteFrom('invitation').where('kind', '=', 'first').where('used_at', 'is', null).execute()
  if (await someoneIsHere(db)) return null
  const { secret } = await makeInvitation(
    db,
    {
      kind: 'first',
      email: null,
      name: null,
      role: 'admin',
      rights: ['approver'],
      themes: null,
      user: null,
      madeBy: 'start',
    },
    now,
  )
  return secret
}

const someoneIsHere = async (db: Database): Promise<boolean> =>
  (await db.selectFrom('user').select('id').limit(1).executeTakeFirst()) !== undefined

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text)
export const isRight = (text: string): text is Right => (RIGHTS as readonly string[]).includes(text)
