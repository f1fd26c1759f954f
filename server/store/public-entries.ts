import { REGISTERS, type Register, SHIPPED_BY } from '../domain/register.ts'
import type { Edition } from './edition.ts'
import type { EntryVersion } from './entries.ts'

/** Which register a field names an entry of. */
const NAMES_ENTRY: ReadonlyMap<string, Register> = new Map([
  ...REGISTERS.map((register): [string, Register] => [register, register]),
  ['inspection', 'event'],
  ['programme', 'plan'],
  ['savingTarget', 'target'],
  ['reinvestTarget', 'target'],
])

/** In place of what must not be known to exist. */
const GONE = Symbol('gone')

/**
 * Entries as the public may see them. One that names only restricted indicators is absent with all its versions, as if
 * it had never been; one that names others too, or ships with the program as what a public paper says, loses the name.
 * The same goes for each version of its history, and what names an absent entry loses that name. A plan only loses the
 * names. Free text stays as it is; who wrote it is the council.
 */
export const withoutRestricted = (
  versions: readonly EntryVersion[],
  { indicators }: Pick<Edition, 'indicators'>,
): readonly EntryVersion[] =>
  withoutNames(versions, {
    indicators,
    hidden: new Set([...indicators.values()].filter((each) => each.restricted).map(({ id }) => id)),
    stays: ({ madeBy }) => madeBy === SHIPPED_BY,
  }).map(withoutWho)

/**
 * Entries as somebody may see them who is limited to some themes: by the same rules, but what ships with the program is
 * no exception, since here it is not the paper that is for others to see but its subject.
 */
export const withoutUnseen = (
  versions: readonly EntryVersion[],
  { indicators, unseen }: Pick<Edition, 'indicators' | 'unseen'>,
): readonly EntryVersion[] => withoutNames(versions, { indicators, hidden: unseen, stays: () => false })

const withoutWho = (version: EntryVersion): EntryVersion =>
  version.madeBy === SHIPPED_BY ? version : { ...version, madeBy: 'the council' }

type Hiding = {
  /** Of the whole catalogue. */
  indicators: Edition['indicators']
  /** The ids of those that are not to be named. */
  hidden: ReadonlySet<string>
  /** Whether a version stays even where nothing is left that it names. */
  stays: (version: EntryVersion) => boolean
}

function withoutNames(
  versions: readonly EntryVersion[],
  { indicators, hidden, stays }: Hiding,
): readonly EntryVersion[] {
  if (hidden.size === 0) return versions
  const ids = [...hidden]
  const isHidden: IsName = (text, key) => hidden.has(indicatorOf(text, key))
  const isKnown: IsName = (text, key) => indicators.has(indicatorOf(text, key))
  const told = versions.map((version) => {
    if (!mentions(version.body, ids)) return version
    const terms: unknown = JSON.parse(version.body)
    if (!namesAny(terms, isHidden)) return version
    // Actions, targets and savings belong to a plan: it is about more than the measures that its parts name.
    const isPlan = version.register === 'plan'
    const left = strip(terms, (text, key) =>
      isHidden(text, key) && (!isPlan || NAMES_INDICATOR.test(key)) ? GONE : text,
    )
    const isLeft = left !== GONE && (isPlan || stays(version) || namesAny(left, isKnown))
    return { ...version, body: isLeft ? JSON.stringify(left) : '' }
  })
  // The newest version stands for the entry: what it is about now decides.
  const newest = new Map(told.map((version) => [keyOf(version), version]))
  const isAbsent = (key: string) => newest.get(key)?.body === ''
  const absent = [...newest].filter(([key]) => isAbsent(key)).map(([, { id }]) => id)
  const forget: Turn = (text, key, inList) => {
    if (!isAbsent(`${NAMES_ENTRY.get(key)} ${text}`)) return text
    return inList ? GONE : null
  }
  return told
    .filter((version) => version.body !== '' && !isAbsent(keyOf(version)))
    .map((version) =>
      mentions(version.body, absent)
        ? { ...version, body: JSON.stringify(strip(JSON.parse(version.body), forget)) }
        : version,
    )
}

const keyOf = ({ register, id }: Pick<EntryVersion, 'register' | 'id'>) => `${register} ${id}`

/** Fields in which even a single word is the id of an indicator; anywhere else `complaints` may be just that word. */
const NAMES_INDICATOR = /^(indicator|measure)s?$/
/** Fields that name a part of a plan, whatever that is called. */
const NAMES_PART = /^(id|serves|stage)$/

/** `cla-rate:count` and `cla-rate/fostering` name the indicator too. */
function indicatorOf(text: string, key: string): string {
  if (NAMES_PART.test(key) || !/^[a-z0-9-]+([:/][a-z0-9-]+)*$/.test(text)) return ''
  return NAMES_INDICATOR.test(key) || /[-:/]/.test(text) ? (text.split(/[:/]/, 1)[0] ?? '') : ''
}

const mentions = (body: string, ids: readonly string[]) => ids.some((id) => body.includes(`"${id}`))

/** What becomes of a text in the field `key`, which may lie in a list. */
type Turn = (text: string, key: string, inList: boolean) => string | null | typeof GONE

/**
 * A value with its texts turned. In a list the item goes that is gone, or that is a row with such a part; anywhere else
 * the whole goes with its part.
 */
function strip(value: unknown, turn: Turn, key = '', inList = false): unknown {
  if (typeof value === 'string') return turn(value, key, inList)
  if (Array.isArray(value)) {
    return value.map((each) => strip(each, turn, key, true)).filter((each) => each !== GONE)
  }
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.entries(value).map(([name, part]) => [name, strip(part, turn, name, inList)])
  return parts.some(([, part]) => part === GONE) ? GONE : Object.fromEntries(parts)
}

/** Whether a text in the field `key` is a name of some kind. */
type IsName = (text: string, key: string) => boolean

function namesAny(value: unknown, isName: IsName, key = ''): boolean {
  if (typeof value === 'string') return isName(value, key)
  if (Array.isArray(value)) return value.some((each) => namesAny(each, isName, key))
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, part]) => namesAny(part, isName, name))
}
