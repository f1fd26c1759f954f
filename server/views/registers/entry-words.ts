import type { EntryAnswer, EntryVersionAnswer } from '../../contract/registers.ts'
import { dayLabel } from '../../domain/period.ts'
import type { Definition } from '../../registers/definition.ts'
import type { Field } from '../../registers/field.ts'
import type { Setting } from '../subject.ts'
import type { Names } from './entry-names.ts'
import { type Entry, isSame, kindOf, nameOf } from './register.ts'

type Terms = Record<string, unknown>

/** Every field that is filled in, in the words of the form. */
export function wordsOf(
  { fields }: Definition,
  terms: Terms,
  setting: Setting,
  names: Names,
): EntryAnswer['words'] {
  return fields.flatMap((field) => {
    const text = textOf(field, terms[field.name], setting, names)
    return text === '' ? [] : [{ field: field.label, text }]
  })
}

/** Every version of an entry with who made it, when and why, and what it changed; the newest first. */
export function viewHistory(
  definition: Definition,
  versions: Entry<Terms>['versions'],
  setting: Setting,
  names: Names,
): EntryVersionAnswer[] {
  const texts = ({ terms }: { terms: Terms }) =>
    new Map(wordsOf(definition, terms, setting, names).map(({ field, text }) => [field, text]))
  return versions
    .map((version, i): EntryVersionAnswer => {
      const earlier = versions.slice(0, i)
      const previous = earlier.at(-1)
      return {
        version: version.version,
        kind: kindOf(version, previous),
        madeBy: nameOf(version.madeBy),
        madeOn: version.madeAt.slice(0, 10),
        reason: version.reason,
        sameAs: earlier.findLast((each) => isSame(each, version))?.version ?? null,
        changed: previous ? changesBetween(definition, texts(previous), texts(version)) : [],
      }
    })
    .reverse()
}

const NOTHING = 'nothing'

type Texts = ReadonlyMap<string, string>

const changesBetween = ({ fields }: Definition, old: Texts, now: Texts): EntryVersionAnswer['changed'] =>
  fields
    .map(({ label }) => ({
      field: label,
      before: old.get(label) ?? NOTHING,
      after: now.get(label) ?? NOTHING,
    }))
    .filter((change) => change.before !== change.after)

/** One value in words; nothing is ''. */
function textOf(field: Field, value: unknown, setting: Setting, names: Names): string {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value)) {
    const items = value.map((each) => itemOf(field, each, setting, names))
    return items.join(field.kind === 'measures' ? '; ' : '\n')
  }
  const { reference } = setting
  const id = String(value)
  switch (field.kind) {
    case 'day':
      return dayLabel(id)
    case 'flag':
      return value === true ? 'yes' : 'no'
    case 'measure':
      return reference.indicator(id)?.name ?? id
    case 'area':
      return reference.area(id)?.name ?? id
    case 'choice':
      return field.options.find((option) => option.value === value)?.label ?? id
    case 'entry':
      return names.get(field.register ?? '')?.get(id)?.name ?? id
    default:
      return field.name === 'document' ? (reference.document(id)?.title ?? id) : id
  }
}

/** One of several: a measure, a line, or a row: its first value, and the others with what they are. */
function itemOf({ kind, fields, ...field }: Field, value: unknown, setting: Setting, names: Names): string {
  if (kind !== 'rows')
    return textOf({ ...field, fields, kind: kind === 'measures' ? 'measure' : 'line' }, value, setting, names)
  return fields
    .map((own, i) => ({
      text: textOf(own, (value as Terms)[own.name], setting, names),
      label: i === 0 ? '' : `${own.label}: `,
    }))
    .flatMap(({ text, label }) => (text === '' ? [] : [label + text]))
    .join('; ')
}
