import type { FieldAnswer, PlainField } from '../../../server/contract/registers.ts'
import { dayOf, numberOf } from '../../target-draft.ts'

/**
 * An entry while its form is filled in: texts as they were typed, so that nothing is lost where it is refused. A day is
 * `2028-3-31`, as far as it is typed.
 */
export type EntryDraft = {
  texts: Readonly<Record<string, string>>
  flags: Readonly<Record<string, boolean>>
  /** Ids of the measures that are chosen. */
  measures: Readonly<Record<string, readonly string[]>>
  rows: Readonly<Record<string, readonly RowDraft[]>>
}
/** `key` tells the rows of a form apart while some are added and others taken out. */
export type RowDraft = { key: number; texts: Readonly<Record<string, string>> }

type Terms = Readonly<Record<string, unknown>>

/** The one text of a line of a list. */
export const LINE = 'line'

/** The form of an entry that says `terms`. */
export function draftOf(fields: readonly FieldAnswer[], terms: Terms): EntryDraft {
  const valuesOf = <T>(kinds: readonly PlainField['kind'][], read: (value: unknown) => T) =>
    Object.fromEntries(
      fields.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => [name, read(terms[name])]),
    )
  return {
    texts: valuesOf(['line', 'text', 'day', 'number', 'choice', 'area', 'measure', 'entry'], textOf),
    flags: valuesOf(['flag'], (value) => value === true),
    measures: valuesOf(['measures'], (value) => listOf(value).map(String)),
    rows: valuesOf(['list', 'rows'], (value) =>
      listOf(value).map((row, key) => ({
        key,
        texts:
          typeof row === 'object'
            ? Object.fromEntries(Object.entries(row ?? {}).map(([name, each]) => [name, textOf(each)]))
            : { [LINE]: textOf(row) },
      })),
    ),
  }
}

const textOf = (value: unknown) => (value === null || value === undefined ? '' : String(value))
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The terms as they are sent; what is no number or day goes as it was typed, for the server to say so. */
export function termsOf(fields: readonly FieldAnswer[], draft: EntryDraft): Record<string, unknown> {
  const termOf = ({ name, kind, fields: own }: FieldAnswer): unknown => {
    const rows = draft.rows[name] ?? []
    if (kind === 'flag') return draft.flags[name] ?? false
    if (kind === 'measures') return draft.measures[name] ?? []
    if (kind === 'list') return rows.map(({ texts }) => texts[LINE] ?? '')
    if (kind === 'rows')
      return rows.map(({ texts }) =>
        Object.fromEntries(own.map((field) => [field.name, sentAs(field, texts[field.name] ?? '')])),
      )
    return sentAs({ kind }, draft.texts[name] ?? '')
  }
  return Object.fromEntries(fields.map((field) => [field.name, termOf(field)]))
}

function sentAs({ kind }: Pick<PlainField, 'kind'>, typed: string): string | number | null {
  if (kind === 'day') return dayOf(typed)
  if (kind === 'number') return numberOf(typed)
  return typed.trim() || null
}

/**
 * A new entry with what the address says of it: `?plan=…&area=…&indicators=a,b`. What can’t be chosen is left out; rows
 * are not for an address.
 */
export function prefilled(fields: readonly FieldAnswer[], blank: Terms, search: Terms): Terms {
  const filled = { ...blank }
  for (const { name, kind, options } of fields) {
    const value = search[name]
    if (typeof value !== 'string' || kind === 'rows' || kind === 'list') continue
    const isOffered = options.some((option) => option.value === value)
    if ((kind === 'choice' || kind === 'entry') && !isOffered) continue
    if (kind === 'flag') filled[name] = value === '1'
    else filled[name] = kind === 'measures' ? value.split(',') : value
  }
  return filled
}
