import type { AuditRow } from '../domain/audit-chain.ts'
import type { Database } from './database.ts'
import type { ApiTokenTable, InvitationTable, UserTable } from './schema.ts'

/** What the address of an erased account ends with: a domain that no post ever reaches. */
export const ERASED_DOMAIN = '@erased.invalid'
/** What stands in place of the name of whoever's account is erased. */
export const ERASED_NAME = 'Former member of staff'

export type PersonRow = Pick<
  UserTable,
  'id' | 'name' | 'email' | 'role' | 'rights' | 'themes' | 'closedAt' | 'twoFactorEnabled'
>

/** Everybody who has an account; those whose account was erased are nobody any more. */
export const findPeople = (db: Database): Promise<PersonRow[]> =>
  selectPeople(db).where('email', 'not like', `%${ERASED_DOMAIN}`).execute()

/** An account that was not erased. */
export const findPerson = (db: Database, id: string): Promise<PersonRow | undefined> =>
  selectPeople(db).where('id', '=', id).where('email', 'not like', `%${ERASED_DOMAIN}`).executeTakeFirst()

const selectPeople = (db: Database) =>
  db
    .selectFrom('user')
    .select(['id', 'name', 'email', 'role', 'rights', 'themes', 'closedAt', 'twoFactorEnabled'])

/** Whether somebody has a password of this dashboard; without one they sign in with the council's directory. */
export async function hasPassword(db: Database, id: string): Promise<boolean> {
  const credential = await db
    .selectFrom('account')
    .select('id')
    .where('userId', '=', id)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  return credential !== undefined
}

/** What changes an account as an administrator sees it; `person-changed` also once stood for what has words of its own now. */
const CHANGES = ['person-changed', 'person-closed', 'person-reopened'] as const

/** Which version of an account is the newest, by its id: the number of the newest record that changed it. 0 where none did. */
export async function findPersonVersions(db: Database): Promise<(id: string) => number> {
  const rows = await db
    .selectFrom('audit')
    .select(['about', (eb) => eb.fn.max('number').as('newest')])
    .where('about', 'like', 'account:%')
    .where('action', 'in', CHANGES)
    .groupBy('about')
    .execute()
  const newest = new Map(rows.map((row) => [row.about, Number(row.newest)]))
  return (id) => newest.get(`account:${id}`) ?? 0
}

export type PersonChangeRow = Pick<AuditRow, 'number' | 'actor' | 'action' | 'before' | 'after'>

/** Every change of an account, the newest last. */
export const findChangesOf = (db: Database, id: string): Promise<PersonChangeRow[]> =>
  db
    .selectFrom('audit')
    .select(['number', 'actor', 'action', 'before', 'after'])
    .where('about', '=', `account:${id}`)
    .where('action', 'in', CHANGES)
    .orderBy('number')
    .execute()

/** ISO time at which each account was last heard of: by its newest session, or by what it last put on record. */
export async function findLastSeen(db: Database): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>()
  const note = (user: string, at: string) => {
    if (at > (seen.get(user) ?? '')) seen.set(user, at)
  }
  const sessions = await db.selectFrom('session').select(['userId', 'updatedAt']).execute()
  for (const { userId, updatedAt } of sessions) note(userId, isoOf(updatedAt))
  const newest = await db
    .selectFrom('audit')
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('audit')
          .select((each) => each.fn.max('number').as('newest'))
          .where('actor', 'like', 'account:%')
          .groupBy('actor')
          .as('last'),
      (join) => join.onRef('last.newest', '=', 'audit.number'),
    )
    .select(['audit.actor', 'audit.at'])
    .execute()
  for (const { actor, at } of newest) note(actor.slice('account:'.length), at)
  return seen
}

export type SessionRow = {
  id: string
  /** ISO times. */
  createdAt: string
  updatedAt: string
  expiresAt: string
  userAgent: string | null
}

/** The sessions of a person, the one that was used last first; also those that have run out. */
export async function findSessions(db: Database, user: string): Promise<SessionRow[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'createdAt', 'updatedAt', 'expiresAt', 'userAgent'])
    .where('userId', '=', user)
    .orderBy('updatedAt', 'desc')
    .execute()
  return rows.map(({ createdAt, updatedAt, expiresAt, ...row }) => ({
    ...row,
    createdAt: isoOf(createdAt),
    updatedAt: isoOf(updatedAt),
    expiresAt: isoOf(expiresAt),
  }))
}

/** Links to join that nobody has used, the newest first. */
export const findInvitations = (db: Database): Promise<InvitationTable[]> =>
  db
    .selectFrom('invitation')
    .selectAll()
    .where('kind', '=', 'join')
    .where('used_at', 'is', null)
    .orderBy('made_at', 'desc')
    .execute()

export type TokenRow = Omit<ApiTokenTable, 'hash'> & { owner: string }

/** The keys for programs of one person or, without one, of everybody, the newest first; never what opens anything. */
export async function findTokens(db: Database, user: string | null): Promise<TokenRow[]> {
  let select = db
    .selectFrom('api_token')
    .innerJoin('user', 'user.id', 'api_token.user_id')
    .select([
      'api_token.id',
      'api_token.name',
      'api_token.user_id',
      'api_token.permissions',
      'api_token.edition',
      'api_token.made_at',
      'api_token.expires_at',
      'api_token.used_on',
      'api_token.revoked_at',
      'user.name as owner',
    ])
    .orderBy('api_token.made_at', 'desc')
  if (user !== null) select = select.where('api_token.user_id', '=', user)
  return select.execute()
}

/** A time as better-auth's tables have it: a text on SQLite, a Date on PostgreSQL. */
const isoOf = (time: unknown): string => new Date(time as string | Date).toISOString()
