import { useQuery } from '@tanstack/react-query'
import type { EntryFormAnswer, FieldAnswer } from '../../../server/contract/registers.ts'
import { entryForm } from '../../queries.ts'

/**
 * The fields of a form once another plan is chosen in it than it was made for: what can be chosen of a plan, a stage
 * say, is that of the plan that is chosen now. Entries to choose from stay, with those that only this entry names.
 */
export function useFieldsOfPlan(
  { register, fields }: EntryFormAnswer,
  first: unknown,
  plan: string | undefined,
): readonly FieldAnswer[] {
  const isOther = plan !== undefined && plan !== (first ?? '')
  const { data } = useQuery({ ...entryForm(register, null, { plan: plan || undefined }), enabled: isOther })
  if (!isOther || !data) return fields
  return fields.map((field) =>
    field.kind === 'entry' ? field : (data.fields.find(({ name }) => name === field.name) ?? field),
  )
}
