import { planTerms } from '../../contract/plans.ts'
import type { FieldAnswer } from '../../contract/registers.ts'
import { STRAND_WORDS } from '../../registers/plan-definitions.ts'
import type { Database } from '../../store/database.ts'
import { shortened } from './entry-names.ts'
import { loadEntries } from './register.ts'

/** How many characters of a part of a plan are enough to know it by. */
const OPTION = 90

type Option = FieldAnswer['options'][number]

/**
 * The fields of an action’s form with the stages and the parts of its plan to choose from by their names. Where no plan
 * is known yet, or it has none of them, the fields stay as they are: lines to type in.
 */
export async function withPartsOfPlan(
  db: Database,
  fields: readonly FieldAnswer[],
  { plan: named, stage, serves }: Readonly<Record<string, unknown>>,
): Promise<FieldAnswer[]> {
  const plan = (await loadEntries(db, 'plan', planTerms)).find(({ id }) => id === named)
  if (!plan) return [...fields]
  const { name, stages, strands } = plan.terms
  const offered: Record<string, Option[]> = {
    stage: heldToo(
      stages.map(({ id, name }) => optionOf(id, name)),
      stage,
    ),
    serves: heldToo(
      strands.map(({ id, kind, name }) => optionOf(id, `${STRAND_WORDS[kind]}: ${name}`)),
      serves,
    ),
  }
  return fields.map((field) => {
    const options = offered[field.name] ?? []
    if (options.length === 0) return field
    return { ...field, kind: 'choice', options, hint: `Of the plan “${shortened(name, OPTION)}”` }
  })
}

const optionOf = (value: string, name: string): Option => ({ value, label: shortened(name, OPTION) })

/** What the action names though the plan no longer has it is offered too: a form shows what is kept. */
function heldToo(options: readonly Option[], held: unknown): Option[] {
  if (options.length === 0 || typeof held !== 'string') return [...options]
  if (options.some(({ value }) => value === held)) return [...options]
  return [...options, { value: held, label: `${held} (no longer part of the plan)` }]
}
