import type { Database } from '../../store/database.ts'
import { findNames } from '../../store/names.ts'

/** What is no person: see domain/audit.ts. */
const PROGRAMS: Readonly<Record<string, string>> = {
  nobody: 'Somebody who was not signed in',
  'command-line': 'The command line',
  start: 'The start of the program',
  directory: 'The council’s directory',
}

/**
 * The names behind the keys of the record, as they are now: the record itself knows no names, so that whoever's account
 * is erased has none here either.
 */
export async function namesOf(db: Database, keys: Iterable<string>): Promise<(key: string) => string> {
  const names = await findNames(db, keys)
  return (key) => names.get(key) ?? PROGRAMS[key] ?? unknown(key)
}

function unknown(key: string): string {
  if (key.startsWith('account:')) return 'An account that is not there any more'
  return key.startsWith('token:') ? 'A key of a program that is not there any more' : key
}
