import type { Programme } from '../../contract/programmes.ts'
import type { SavingTerms } from '../../contract/savings.ts'
import { Problem } from '../../problem.ts'
import type { Setting } from '../subject.ts'

/** A programme that is to save something. */
export type SavingsProgramme = Programme & { saving: NonNullable<Programme['saving']> }

const isSaving = (programme: Programme): programme is SavingsProgramme => programme.saving !== null

/** Throws a Problem if there is no such programme, or if no paper says that it is to save anything. */
export function findSavingsProgramme({ reference }: Setting, id: string): SavingsProgramme {
  const programme = reference.programmes.find((each) => each.id === id)
  const saving = reference.programmes.filter(isSaving)
  const known = `Savings are kept for: ${saving.map((each) => each.id).join(', ')}.`
  if (!programme) throw new Problem('not-found', `There is no programme "${id}". ${known}`)
  if (!isSaving(programme)) {
    throw new Problem('not-found', `${programme.name} is not to save anything, by its papers. ${known}`)
  }
  return programme
}

/** Throws a Problem that names the field where a line belongs to a programme or component that does not exist. */
export function checkPlace({ reference }: Setting, { programme: id, component }: SavingTerms): void {
  const saving = reference.programmes.filter(isSaving)
  const programme = saving.find((each) => each.id === id)
  if (!programme) {
    throw refusal('programme', `has to be one of: ${saving.map((each) => each.id).join(', ')}`)
  }
  if (component !== null && !programme.components.some((each) => each.id === component)) {
    const known = programme.components.map((each) => each.id).join(', ')
    throw refusal('component', `has to be one of: ${known}; or null for none of them`)
  }
}

const refusal = (field: keyof SavingTerms, message: string) => {
  const path = `terms.${field}`
  return new Problem('invalid-request', `${path}: ${message}`, [{ path, message }])
}
