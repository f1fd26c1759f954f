import { actionTerms, type PlanTerms } from '../../contract/plans.ts'
import type { FieldError } from '../../problem.ts'
import type { Database } from '../../store/database.ts'
import { shortened } from './entry-names.ts'
import { loadEntries } from './register.ts'

/** How many characters of an action are enough to know it by. */
const TITLE = 60

/** Lists of a plan with the field in which an action names one of their rows. */
const NAMED_BY = { stages: 'stage', strands: 'serves' } as const

/**
 * What a plan can't lose: a stage or a part that an action names. It would be served by nobody's word, and the action
 * would name what is not there.
 */
export async function partsStillNamed(
  db: Database,
  { id, terms: held }: { id: string; terms: PlanTerms },
  terms: PlanTerms,
): Promise<FieldError[]> {
  const own = (await loadEntries(db, 'action', actionTerms)).filter(
    (action) => !action.retired && action.terms.plan === id,
  )
  return (['stages', 'strands'] as const).flatMap((list) => {
    const kept = new Set(terms[list].map((row) => row.id))
    const gone = held[list].filter((row) => !kept.has(row.id))
    const lost = gone.flatMap((row) => {
      const [first, ...more] = own
        .filter((each) => each.terms[NAMED_BY[list]] === row.id)
        .map((each) => shortened(each.terms.title, TITLE))
        .sort()
      if (first === undefined) return []
      return [`“${row.id}” by “${first}”${more.length > 0 ? ` and ${more.length} more` : ''}`]
    })
    if (lost.length === 0) return []
    const message = `can’t lose what an action still names: ${lost.join(', ')}. Change the action first, or leave it in`
    return [{ path: `terms.${list}`, message }]
  })
}
