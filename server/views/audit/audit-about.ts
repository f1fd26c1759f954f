import type { AuditRow } from '../../domain/audit-chain.ts'
import { definitionOf, OWN_FORMS } from '../../registers/definitions.ts'
import { type Names, shortened } from '../registers/entry-names.ts'

/** What is known of the things that records are about. */
export type Known = {
  entries: Names
  /** The ids of the uploads that were not discarded. */
  uploads: ReadonlySet<string>
  /** The ids of the accounts that were not erased. */
  people: ReadonlySet<string>
  nameOf: (key: string) => string
}

export type About = { words: string; href: string | null }

/** Longer names of entries are cut. */
const MOST = 90

/** What a record is about, in words, with the screen that shows it; null where it is about nothing in particular. */
export function aboutOf(row: Pick<AuditRow, 'about' | 'before' | 'after'>, known: Known): About | null {
  const { about } = row
  if (about === null) return null
  const [kind = '', id = ''] = split(about, ':')
  switch (kind) {
    case 'upload':
      return { words: fileNameIn(row) ?? 'a file', href: known.uploads.has(id) ? `/uploads/${id}` : null }
    case 'entry':
      return entryIn(id, known)
    case 'account':
      return {
        words: known.nameOf(about),
        href: known.people.has(id) ? `/people/${encodeURIComponent(id)}` : null,
      }
    case 'mapping':
      return { words: 'the headings of a sheet', href: null }
    case 'token':
      return { words: known.nameOf(about), href: null }
    case 'invitation':
      return { words: 'an invitation', href: null }
    default:
      return { words: about, href: null }
  }
}

function entryIn(place: string, { entries }: Known): About {
  const [register = '', id = ''] = split(place, '/')
  const described = definitionOf(register) ?? OWN_FORMS.find((each) => each.register === register)
  const one = described?.one ?? 'an entry'
  const entry = entries.get(register)?.get(id)
  return {
    words: entry ? `${one}: ${shortened(entry.name, MOST)}` : one,
    href: entry ? hrefOf(register, id) : null,
  }
}

/** Savings have no page each; targets have their own. */
function hrefOf(register: string, id: string): string {
  if (register === 'saving') return '/savings'
  const name = encodeURIComponent(id)
  return register === 'target' ? `/targets/${name}` : `/registers/${register}/${name}`
}

function fileNameIn({ before, after }: Pick<AuditRow, 'before' | 'after'>): string | null {
  for (const text of [after, before]) {
    const { file } = JSON.parse(text ?? '{}') as { file?: unknown }
    if (typeof file === 'string') return file
  }
  return null
}

/** At the first of a sign. */
function split(text: string, sign: string): [string, string] {
  const place = text.indexOf(sign)
  return place < 0 ? [text, ''] : [text.slice(0, place), text.slice(place + 1)]
}
