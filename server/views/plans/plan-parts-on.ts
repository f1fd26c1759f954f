import type { PlanPart } from '../../contract/indicator-actions.ts'
import { actionTerms, type PlanTerms, planTerms } from '../../contract/plans.ts'
import { daysBetween } from '../../domain/period.ts'
import type { Database } from '../../store/database.ts'
import { loadEntries } from '../registers/register.ts'
import { STRAND_NAMES, strandCountsInWords } from './plan-strand-words.ts'
import { periodInWords } from './plan-words.ts'

type Query = { indicator: string; area: string; day: string; asAt?: string | undefined }

/** What is stated for a plan without days of its own is taken to hold about a year to either side. */
const NEAR_DAYS = 366

/** Whether a plan runs on a day, by its own days or, where it states none, by the day on which it was stated. */
export function runsOn({ from, to, statedOn }: Pick<PlanTerms, 'from' | 'to' | 'statedOn'>, day: string) {
  if (from === null && to === null) return Math.abs(daysBetween(statedOn, day)) <= NEAR_DAYS
  return (from === null || from <= day) && (to === null || day <= to)
}

/**
 * The parts of an area's plans that bear on a measure (a component of a strategy, a recommendation of an inspection …),
 * with the actions that serve them as they stand on the day. Those of plans that run on the day come first.
 */
export async function viewPartsOn(db: Database, { indicator, area, day, asAt }: Query): Promise<PlanPart[]> {
  const plans = (await loadEntries(db, 'plan', planTerms, asAt)).filter(
    ({ retired, terms }) => !retired && terms.area === area,
  )
  const actions = (await loadEntries(db, 'action', actionTerms, asAt)).filter(({ retired }) => !retired)
  const parts = plans.flatMap(({ id, terms }) =>
    terms.strands
      .filter((strand) => strand.indicators.includes(indicator))
      .map((strand) => {
        const serving = actions.filter(({ terms: { plan, serves } }) => plan === id && serves === strand.id)
        return {
          id: strand.id,
          one: STRAND_NAMES[strand.kind].one,
          name: strand.name,
          text: strand.text,
          plan: { id, name: terms.name },
          owner: strand.owner,
          period: periodInWords(terms),
          runs: runsOn(terms, day),
          actions: strandCountsInWords(
            serving.map((action) => action.terms),
            day,
          ),
        }
      }),
  )
  return parts.sort((a, b) => Number(b.runs) - Number(a.runs))
}
