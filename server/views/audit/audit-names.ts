import type { Database } from '../../store/database.ts'

/** What is no person: see domain/audit.ts. */
const PROGRAMS: Readonly<Record<string, string>> = {
  nobody: 'Somebody who was not signed in',
  'command-line': 'The command line',
  start: 'The start of the program',
}

/**
 * The names behind the keys of the record, as they are now: the record itself knows no names, so that whoever's account
 * is erased has none here either.
 */
export async function namesOf(db: Database, keys: Iterable<string>): Promise<(key: string) => string> {
  const of = (kind: string) =>
    [...new Set(keys)].filter((key) => key.startsWith(kind)).map((key) => key.slice(kind.length))
  const [accounts, tokens] = [of('account:'), of('token:')]
  const names = new Map(Object.entries(PROGRAMS))
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
  return (key) => names.get(key) ?? unknown(key)
}

function unknown(key: string): string {
  if (key.startsWith('account:')) return 'An account that is not there any more'
  return key.startsWith('token:') ? 'A key of a program that is not there any more' : key
}
