import { REGISTERS, type Register, SHIPPED_BY } from '../domain/register.ts'
import type { Edition } from './edition.ts'
import type { EntryVersion } from './entries.ts'

/** Which register a field names an entry of. */
const NAMES_ENTRY: ReadonlyMap<string, Register> = new Map([
  ...REGISTERS.map((register): [string, Register] => [register, register]),
  ['inspection', 'event'],
])

/** In place of what the public must not know to exist. */
const GONE = Symbol('gone')

/**
 * Entries as the public may see them. One that names only restricted indicators is absent with all its versions, as if
 * it had never been; one that names others too, or ships with the program as what a public paper says, loses the name. The same goes for each version of its history, and what
 * names an absent entry loses that name. Free text stays as it is; who wrote it is the council.
 */
export function withoutRestricted(
  versions: readonly EntryVersion[],
  { indicators }: Edition,
): readonly EntryVersion[] {
  const isRestricted = (text: string) => indicators.get(indicatorOf(text))?.restricted === true
  const restricted = [...indicators.values()].filter((each) => each.restricted).map(({ id }) => id)
  if (restricted.length === 0) return versions
  const told = versions.map((version) => {
    if (!mentions(version.body, restricted)) return version
    const left = strip(JSON.parse(version.body), (text) => (isRestricted(text) ? GONE : text))
    const stays =
      left !== GONE &&
      (version.madeBy === SHIPPED_BY || namesAny(left, (text) => indicators.has(indicatorOf(text))))
    return stays ? { ...version, body: JSON.stringify(left) } : { ...version, body: '' }
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
    .map((version) => (version.madeBy === SHIPPED_BY ? version : { ...version, madeBy: 'the council' }))
}

const keyOf = ({ register, id }: Pick<EntryVersion, 'register' | 'id'>) => `${register} ${id}`

/** `cla-rate:count` and `cla-rate/fostering` name the indicator too. */
const indicatorOf = (text: string) => text.split(/[:/]/, 1)[0] ?? ''

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

function namesAny(value: unknown, isName: (text: string) => boolean): boolean {
  if (typeof value === 'string') return isName(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((part) => namesAny(part, isName))
}
