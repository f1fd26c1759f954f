import type { FieldAnswer, PlainField } from '../../../server/contract/registers.ts'
import { dayOf, numberOf } from '../../target-draft.ts'

/**
 * What is filled in while a form is open: texts as they were typed, so that nothing is lost where it is refused. A day
 * is `2028-3-31`, as far as it is typed.
 */
export type Filled = {
  texts: Readonly<Record<string, string>>
  flags: Readonly<Record<string, boolean>>
  /** Ids of the measures that are chosen. */
  measures: Readonly<Record<string, readonly string[]>>
}
export type EntryDraft = Filled & { rows: Readonly<Record<string, readonly RowDraft[]>> }
/** `key` tells the rows of a form apart while some are added and others taken out. */
export type RowDraft = Filled & { key: number }

type Terms = Readonly<Record<string, unknown>>
/** What a field is called, and what it holds. */
type Slot = Pick<PlainField, 'name' | 'kind'>

/** The one text of a line of a list. */
export const LINE = 'line'

const IN_ROWS: readonly PlainField['kind'][] = ['list', 'rows']

/** The form of an entry that says `terms`. */
export function draftOf(fields: readonly FieldAnswer[], terms: Terms): EntryDraft {
  const inRows = fields.filter(({ kind }) => IN_ROWS.includes(kind))
  return {
    ...filledOf(fields, terms),
    rows: Object.fromEntries(
      inRows.map((field) => [
        field.name,
        listOf(terms[field.name]).map((row, key) => ({ key, ...filledOf(slotsOf(field), rowOf(row)) })),
      ]),
    ),
  }
}

/** A row that says nothing yet. */
export const emptyRow = (field: FieldAnswer, key: number): RowDraft => ({
  key,
  ...filledOf(slotsOf(field), {}),
})

function filledOf(fields: readonly Slot[], terms: Terms): Filled {
  const valuesOf = <T>(isOf: (kind: Slot['kind']) => boolean, read: (value: unknown) => T) =>
    Object.fromEntries(fields.filter(({ kind }) => isOf(kind)).map(({ name }) => [name, read(terms[name])]))
  return {
    texts: valuesOf((kind) => kind !== 'flag' && kind !== 'measures' && !IN_ROWS.includes(kind), textOf),
    flags: valuesOf(
      (kind) => kind === 'flag',
      (value) => value === true,
    ),
    measures: valuesOf(
      (kind) => kind === 'measures',
      (value) => listOf(value).map(String),
    ),
  }
}

/** What one row of a field holds; of a list that is one line of text. */
const slotsOf = ({ kind, fields }: FieldAnswer): readonly Slot[] =>
  kind === 'list' ? [{ name: LINE, kind: 'line' }] : fields

const rowOf = (row: unknown): Terms =>
  typeof row === 'object' && row !== null ? (row as Terms) : { [LINE]: row }
const textOf = (value: unknown) => (value === null || value === undefined ? '' : String(value))
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The terms as they are sent; what is no number or day goes as it was typed, for the server to say so. */
export function termsOf(fields: readonly FieldAnswer[], draft: EntryDraft): Record<string, unknown> {
  const termOf = (field: FieldAnswer): unknown => {
    const { name, kind, fields: own } = field
    const rows = draft.rows[name] ?? []
    if (kind === 'list') return rows.map(({ texts }) => texts[LINE] ?? '')
    if (kind !== 'rows') return sentOf(field, draft)
    return rows.map((row) => Object.fromEntries(own.map((each) => [each.name, sentOf(each, row)])))
  }
  return Object.fromEntries(fields.map((field) => [field.name, termOf(field)]))
}

function sentOf({ name, kind }: Slot, { texts, flags, measures }: Filled): unknown {
  if (kind === 'flag') return flags[name] ?? false
  if (kind === 'measures') return measures[name] ?? []
  const typed = texts[name] ?? ''
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
    if (typeof value !== 'string' || IN_ROWS.includes(kind)) continue
    const isOffered = options.some((option) => option.value === value)
    if ((kind === 'choice' || kind === 'entry') && !isOffered) continue
    if (kind === 'flag') filled[name] = value === '1'
    else filled[name] = kind === 'measures' ? value.split(',') : value
  }
  return filled
}
