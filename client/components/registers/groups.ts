import type { FieldAnswer } from '../../../server/contract/registers.ts'
import type { FormFault } from '../ErrorSummary.tsx'
import type { EntryDraft } from './draft.ts'
import { idOf } from './faults.ts'

/** Fields that stand beside each other in a form; with a heading they are folded away until there is something in them. */
export type FieldGroup = { heading: string | null; fields: readonly FieldAnswer[] }

/** The fields in the order of the form, those of one heading together. */
export function groupsOf(fields: readonly FieldAnswer[]): FieldGroup[] {
  const starts = fields.flatMap(({ group }, i) => (i === 0 || group !== fields[i - 1]?.group ? [i] : []))
  return starts.map((start, i) => ({
    heading: fields[start]?.group ?? null,
    fields: fields.slice(start, starts[i + 1]),
  }))
}

/** Whether anything is filled in, in one of the fields. */
export const isFilled = (fields: readonly FieldAnswer[], { texts, flags, measures, rows }: EntryDraft) =>
  fields.some(
    ({ name }) =>
      (texts[name] ?? '') !== '' ||
      flags[name] === true ||
      (measures[name] ?? []).length > 0 ||
      (rows[name] ?? []).length > 0,
  )

/** Whether anything is wrong in one of the fields, or in a row of one. */
export const isFaulty = (fields: readonly FieldAnswer[], faults: readonly FormFault[]) =>
  faults.some(({ field }) =>
    fields.some(({ name }) => field === idOf(name) || field?.startsWith(`${idOf(name)}-`)),
  )
