import type { RelatedAnswer } from '../../contract/registers.ts'
import type { Definition } from '../../registers/definition.ts'
import { DEFINITIONS, OWN_FORMS } from '../../registers/definitions.ts'
import type { Field } from '../../registers/field.ts'
import type { Database } from '../../store/database.ts'
import type { Setting } from '../subject.ts'
import { type Names, shortened } from './entry-names.ts'
import { loadEntries } from './register.ts'

type Terms = Record<string, unknown>
type Pointer = { kind: RelatedAnswer['kind']; id: string }

/** How many characters of a name are enough to know it by. */
const MOST = 120

/** What an entry names, in the order of its form: other entries, measures, the paper that it was taken from; each once. */
export function viewNamed(
  { fields }: Definition,
  terms: Terms,
  setting: Setting,
  names: Names,
): RelatedAnswer[] {
  const pointers = fields.flatMap((field) => pointersIn(field, terms[field.name]))
  return pointers
    .filter(({ kind, id }, i) => pointers.findIndex((each) => each.kind === kind && each.id === id) === i)
    .flatMap((pointer) => relatedTo(pointer, setting, names) ?? [])
}

/** The entries of every register that count and name this one, by register and by what they are called. */
export async function viewNamedBy(
  db: Database,
  { register, id }: { register: Definition['register']; id: string },
): Promise<RelatedAnswer[]> {
  const found = await Promise.all(
    DEFINITIONS.map(async (definition) => {
      const entries = await loadEntries(db, definition.register, definition.schema)
      return entries
        .filter(
          ({ retired, terms }) =>
            !retired &&
            definition.fields.some((field) =>
              pointersIn(field, terms[field.name]).some((to) => to.kind === register && to.id === id),
            ),
        )
        .map((entry): RelatedAnswer => {
          const title = shortened(String(entry.terms[definition.named]), MOST)
          return {
            kind: definition.register,
            kindWords: kindInWords(definition.register),
            id: entry.id,
            title,
            retired: false,
          }
        })
        .sort((a, b) => a.title.localeCompare(b.title, 'en-GB', { numeric: true }))
    }),
  )
  return found.flat()
}

/** What the value of a field leads to. A paper may be named by its id or by its title; only an id leads anywhere. */
function pointersIn({ kind, name, register, fields }: Field, value: unknown): Pointer[] {
  if (Array.isArray(value)) {
    if (kind === 'measures') return value.map((id) => ({ kind: 'measure', id: String(id) }))
    return value.flatMap((row: Terms) => fields.flatMap((own) => pointersIn(own, row[own.name])))
  }
  if (typeof value !== 'string') return []
  if (kind === 'entry' && register !== null) return [{ kind: register, id: value }]
  if (kind === 'measure') return [{ kind: 'measure', id: value }]
  return name === 'document' ? [{ kind: 'paper', id: value }] : []
}

/** Null where there is no such thing: nothing can be linked to. */
function relatedTo({ kind, id }: Pointer, { reference }: Setting, names: Names): RelatedAnswer | null {
  const found = (title: string | undefined, retired = false) =>
    title === undefined
      ? null
      : { kind, kindWords: kindInWords(kind), id, title: shortened(title, MOST), retired }
  if (kind === 'measure') return found(reference.indicator(id)?.name)
  if (kind === 'paper') return found(reference.document(id)?.title)
  const named = names.get(kind)?.get(id)
  return found(named?.name, named?.retired)
}

/** `Recommendation`, `Item of the work plan` */
function kindInWords(kind: RelatedAnswer['kind']): string {
  const one = [...DEFINITIONS, ...OWN_FORMS].find(({ register }) => register === kind)?.one ?? kind
  const bare = one.replace(/^an? /, '')
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}
