import { type PlanTerms, planTerms } from '../../contract/plans.ts'
import { nearest } from '../../domain/nearest.ts'
import type { FieldError } from '../../problem.ts'
import type { Definition } from '../../registers/definition.ts'
import { emptied } from '../../registers/emptied.ts'
import { faultsOf, refuse } from '../../registers/faults.ts'
import type { Field } from '../../registers/field.ts'
import type { Database } from '../../store/database.ts'
import type { Setting } from '../subject.ts'
import { loadNames, type Names, shortened } from './entry-names.ts'
import { partsStillNamed } from './entry-parts-kept.ts'
import { loadEntries } from './register.ts'

type Terms = Record<string, unknown>

/** How many rows, lines or measures one field can hold. */
const MOST = 60
/** How many characters of a name are enough to know it by in a message. */
const NAME = 60

/**
 * The terms as they are kept. Throws a Problem, with every fault at its field, where they do not fit their register or
 * name what there is not. `held` is the entry as it is so far: it may go on naming what was taken out since.
 */
export async function checkEntry(
  db: Database,
  setting: Setting,
  { fields, register, schema, asked }: Definition,
  terms: Terms,
  held: { id: string; terms: Terms } | null = null,
): Promise<Terms> {
  const given = emptied(terms, fields)
  const result = schema.safeParse(given)
  if (!result.success) refuse(faultsOf(result.error.issues, given, fields), fields)
  const read = result.data as Terms
  const known: Known = { setting, names: await loadNames(db), held: JSON.stringify(held?.terms ?? null) }
  const faults = fields.flatMap((field) => faultsAt(field, read[field.name], `terms.${field.name}`, known))
  faults.push(...(asked?.(read, held?.terms ?? null) ?? []))
  // The schema of the register has read both.
  if (register === 'plan' && held)
    faults.push(...(await partsStillNamed(db, held as { id: string; terms: PlanTerms }, read as PlanTerms)))
  if (register === 'action') faults.push(...(await planFaults(db, read)))
  refuse(faults, fields)
  return read
}

type Known = { setting: Setting; names: Names; held: string }

function faultsAt(field: Field, value: unknown, path: string, known: Known): FieldError[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) {
    if (value.length > MOST) return [{ path, message: `can have ${MOST} at most, and has ${value.length}` }]
    if (field.kind === 'rows') return value.flatMap((row, i) => rowFaults(field, row, `${path}.${i}`, known))
    const message = value.map((each) => unknownIn(field, String(each), known)).find(Boolean)
    return message ? [{ path, message }] : []
  }
  const message = unknownIn(field, String(value), known)
  return message ? [{ path, message }] : []
}

const rowFaults = ({ fields }: Field, row: Terms, path: string, known: Known): FieldError[] =>
  fields.flatMap((own) => faultsAt(own, row[own.name], `${path}.${own.name}`, known))

/** Why a field can’t name what it names; undefined where it can. */
function unknownIn(
  { kind, register }: Field,
  id: string,
  { setting: { reference }, names, held }: Known,
): string | undefined {
  if (kind === 'area' && !reference.area(id)) return `is no area that there is: ${id}. Choose another`
  if ((kind === 'measure' || kind === 'measures') && !reference.indicator(id)) {
    return `is no measure of the catalogue: ${id}${guess(
      id,
      reference.indicators.map((each) => each.id),
    )}`
  }
  if (kind !== 'entry') return undefined
  const entries = names.get(register ?? '')
  const named = entries?.get(id)
  if (!named) return `is none that there is: ${id}${guess(id, [...(entries?.keys() ?? [])])}`
  const isNew = !held.includes(JSON.stringify(id))
  return named.retired && isNew
    ? `was taken out: ${named.name}. Bring it back first, or choose another`
    : undefined
}

function guess(id: string, known: readonly string[]): string {
  const near = nearest(id, known)
  return near === undefined ? '. Choose another' : `; did you mean “${near}”?`
}

/** A stage, and what an action serves, are among those of the plan that it belongs to. */
async function planFaults(db: Database, { plan, stage, serves }: Terms): Promise<FieldError[]> {
  if (stage === null && serves === null) return []
  const plans = await loadEntries<PlanTerms>(db, 'plan', planTerms)
  const terms = plans.find(({ id }) => id === plan)?.terms
  if (!terms) return []
  return [
    ...amongFaults('stage', stage, terms.stages, 'has no stages'),
    ...amongFaults('serves', serves, terms.strands, 'has none'),
  ]
}

function amongFaults(
  field: string,
  named: unknown,
  among: readonly { id: string; name: string }[],
  none: string,
): FieldError[] {
  if (named === null || among.some(({ id }) => id === named)) return []
  const known = among.map(({ id, name }) => `${id} (${shortened(name, NAME)})`).join(', ')
  const message = known === '' ? `has to be empty: this plan ${none}` : `is none of the plan’s: ${known}`
  return [{ path: `terms.${field}`, message }]
}
