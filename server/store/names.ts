import type { Database } from './database.ts'

/** A key of somebody, as it is kept beside what they did: `account:<id>`, or `token:<id>` of a program of theirs. */
const KEY = /^(account|token):(.+)$/

/**
 * The names behind keys, as they are now; a program is told with whose it is: "Nightly (Ann Archer)". What is no key, or
 * leads to nobody, is not in it.
 */
export async function findNames(db: Database, keys: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const [accounts, tokens] = [idsOf('account', keys), idsOf('token', keys)]
  const names = new Map<string, string>()
  if (accounts.length > 0) {
    const people = await db.selectFrom('user').select(['id', 'name']).where('id', 'in', accounts).execute()
    for (const { id, name } of people) names.set(`account:${id}`, name)
  }
  if (tokens.length > 0) {
    const rows = await db
      .selectFrom('api_token')
      .innerJoin('user', 'user.id', 'api_token.user_id')
      .select(['api_token.id', 'api_token.name', 'user.name as owner'])
      .where('api_token.id', 'in', tokens)
      .execute()
    for (const { id, name, owner } of rows) names.set(`token:${id}`, `${name} (${owner})`)
  }
  return names
}

const idsOf = (kind: string, keys: Iterable<string>): string[] => [
  ...new Set([...keys].flatMap((key) => (KEY.exec(key)?.[1] === kind ? [key.slice(kind.length + 1)] : []))),
]

/** The account behind a key: its own, or that of whose program it is. Null for a text that is no key, or leads to nobody. */
export async function findOwner(db: Database, key: string): Promise<string | null> {
  const [, kind, id = ''] = KEY.exec(key) ?? []
  if (kind === 'account') return id
  if (kind !== 'token') return null
  const token = await db.selectFrom('api_token').select('user_id').where('id', '=', id).executeTakeFirst()
  return token?.user_id ?? null
}

export const isKey = (text: string): boolean => KEY.test(text)

/**
 * Whether two of those who are kept are one person; a program is its owner. One of whom only a name is kept may be anybody
 * of that name.
 */
export async function isSamePerson(db: Database, uploader: string, publisher: string): Promise<boolean> {
  const [one, other] = [await findOwner(db, uploader), await findOwner(db, publisher)]
  if (one !== null && other !== null) return one === other
  const name = (await findNames(db, [publisher])).get(publisher) ?? publisher
  return uploader === name || uploader.endsWith(`(${name})`)
}
