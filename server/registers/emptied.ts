import type { Field } from './field.ts'

/**
 * The terms with nothing where a form left a field empty: a text of blanks is null, in rows and lines too. So a form and
 * a program that asks directly are told the same.
 */
export function emptied(
  terms: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
): Record<string, unknown> {
  const inRows = new Map(fields.map(({ name, fields: own }) => [name, own]))
  return Object.fromEntries(
    Object.entries(terms).map(([name, value]) => {
      if (!Array.isArray(value)) return [name, orNothing(value)]
      const own = inRows.get(name) ?? []
      return [name, value.map((each) => (isRow(each) ? emptied(each, own) : orNothing(each)))]
    }),
  )
}

const orNothing = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value)

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
