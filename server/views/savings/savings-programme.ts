import { planTerms } from '../../contract/plans.ts'
import type { SavingTerms } from '../../contract/savings.ts'
import { Problem } from '../../problem.ts'
import type { Database } from '../../store/database.ts'
import { loadProgrammes, type Programme, programmeOf } from '../programmes/programme-register.ts'
import { loadEntries } from '../registers/register.ts'

/** A programme that is to save something, by years that it names. */
export type SavingsProgramme = Programme & {
  saving: NonNullable<Programme['saving']>
  terms: { from: string; to: string }
}

export const isSaving = (programme: Programme): programme is SavingsProgramme =>
  programme.saving !== null && programme.terms.from !== null && programme.terms.to !== null

/** Throws a Problem if there is no such programme, or if no paper says that it is to save anything. */
export async function findSavingsProgramme(db: Database, id: string): Promise<SavingsProgramme> {
  const programmes = await loadProgrammes(db)
  const programme = programmes.find((each) => each.id === id)
  const known = `Savings are kept for: ${idsOf(programmes.filter(isSaving)) || 'none yet'}.`
  if (!programme) throw new Problem('not-found', `There is no programme "${id}". ${known}`)
  if (!isSaving(programme)) {
    const { name } = programme.terms
    throw new Problem('not-found', `${name} is not to save anything, by its papers. ${known}`)
  }
  return programme
}

/** What the lines of a plan may come from, whatever became of the plan since. */
export async function componentsOf(db: Database, id: string): Promise<Programme['components']> {
  const plan = (await loadEntries(db, 'plan', planTerms)).find((each) => each.id === id)
  return plan ? programmeOf(plan).components : []
}

/**
 * Throws a Problem that names the field where a line belongs to a programme or component that does not exist. What the
 * line says so far (`held`) it may go on saying, though the plan was changed since.
 */
export async function checkPlace(
  db: Database,
  { programme: id, component }: SavingTerms,
  held?: SavingTerms,
): Promise<void> {
  const programmes = (await loadProgrammes(db)).filter(isSaving)
  const programme = programmes.find((each) => each.id === id)
  if (!programme && held?.programme !== id) {
    throw refusal('programme', `has to be one of: ${idsOf(programmes) || 'none yet'}`)
  }
  if (component === null || (held?.programme === id && held.component === component)) return
  const components = programme?.components ?? (await componentsOf(db, id))
  if (!components.some((each) => each.id === component)) {
    throw refusal('component', `has to be one of: ${idsOf(components)}; or null for none of them`)
  }
}

const idsOf = (all: readonly { id: string }[]) => all.map(({ id }) => id).join(', ')

const refusal = (field: keyof SavingTerms, message: string) => {
  const path = `terms.${field}`
  return new Problem('invalid-request', `${path}: ${message}`, [{ path, message }])
}
