import { THEMES, type Theme } from '../domain/indicator.ts'
import { RIGHT_WORDS, ROLE_WORDS } from '../domain/permission.ts'
import { Problem } from '../problem.ts'
import type { Database } from '../store/database.ts'
import { findNames } from '../store/names.ts'
import { findChangesOf, type PersonChangeRow, type PersonRow } from '../store/people.ts'
import type { Grant } from './people.ts'

/**
 * Refuses a change that was made from an older state of an account, and says what others changed meanwhile. `version`: the
 * number of the newest change on record that whoever changes it had seen; 0 for none.
 */
export async function refuseStale(tx: Database, person: PersonRow, version: number): Promise<void> {
  const changes = await findChangesOf(tx, person.id)
  if ((changes.at(-1)?.number ?? 0) === version) return
  const missed = changes.filter(({ number }) => number > version)
  const names = await findNames(
    tx,
    missed.map(({ actor }) => actor),
  )
  const told = missed.map((change) => inWords(change, whoIn(change, names), person.name)).join(' ')
  throw new Problem(
    'conflict',
    `This account was changed meanwhile, so your change is not saved. ${told === '' ? '' : `${told} `}Look at what it is now, and save your change again if it is still needed.`,
  )
}

const whoIn = ({ actor }: PersonChangeRow, names: ReadonlyMap<string, string>) =>
  names.get(actor) ?? (actor === 'directory' ? 'The council’s directory' : 'Somebody')

/** One change of an account as a sentence; `name` is what the person is called now. */
export function inWords(
  { action, before, after }: Pick<PersonChangeRow, 'action' | 'before' | 'after'>,
  who: string,
  name: string,
): string {
  if (action === 'person-closed') return `${who} closed the account.`
  if (action === 'person-reopened') return `${who} reopened the account.`
  const [was, is] = [grantIn(before), grantIn(after)]
  const changed = ASPECTS.flatMap(([what, words]) =>
    was && is && words(was) !== words(is) ? [`the ${what} from ${words(was)} to ${words(is)}`] : [],
  )
  const all = is?.renamed ? [...changed, `the name to ${name}`] : changed
  return all.length === 0
    ? `${who} saved it as it was.`
    : `${who} changed ${new Intl.ListFormat('en-GB').format(all)}.`
}

type Recorded = Grant & { renamed?: boolean }

const ASPECTS: readonly (readonly [what: string, words: (grant: Recorded) => string])[] = [
  ['role', ({ role }) => ROLE_WORDS[role].name],
  ['extra rights', ({ rights }) => rights.map((right) => RIGHT_WORDS[right].name).join(' and ') || 'none'],
  ['themes', ({ themes }) => themes?.map((theme) => THEMES[theme as Theme]).join(' and ') ?? 'all'],
]

/** What a record says that somebody was given; null where it says something else. */
function grantIn(json: string | null): Recorded | null {
  const value = JSON.parse(json ?? 'null') as Partial<Recorded> | null
  return value?.role && value.rights ? (value as Recorded) : null
}
