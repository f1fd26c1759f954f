import { type ActionTerms, actionTerms } from '../../contract/plans.ts'
import type { ServingAction } from '../../contract/programmes.ts'
import { dayLabel } from '../../domain/period.ts'
import { overdueDays } from '../../domain/plan-dates.ts'
import type { Database } from '../../store/database.ts'
import { stateLabel } from '../plans/plan-labels.ts'
import { daysInWords } from '../plans/plan-words.ts'
import { loadEntries } from '../registers/register.ts'
import type { Setting } from '../subject.ts'

/**
 * The actions of a plan by what of it they serve, the earliest due first; what has no due day comes last, in the order
 * of the record. Actions that were taken out are left out.
 */
export async function loadServing(
  db: Database,
  { today }: Setting,
  plan: string,
): Promise<ReadonlyMap<string | null, ServingAction[]>> {
  const actions = (await loadEntries(db, 'action', actionTerms))
    .filter(({ terms, retired }) => terms.plan === plan && !retired)
    .sort((a, b) => compare(a.terms.due ?? LAST, b.terms.due ?? LAST))
  const told = actions.map(({ id, terms }) => ({ serves: terms.serves, shown: tell(id, terms, today) }))
  return new Map(
    [...Map.groupBy(told, ({ serves }) => serves)].map(([serves, own]) => [
      serves,
      own.map(({ shown }) => shown),
    ]),
  )
}

const LAST = '9999'
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function tell(id: string, terms: ActionTerms, today: string): ServingAction {
  const { title, owner, state, due, dueText } = terms
  const overdue = overdueDays(terms, today)
  return {
    id,
    title,
    owner,
    state,
    stateWords: stateLabel(state),
    overdueWords: overdue === null ? null : `Overdue by ${daysInWords(overdue)}`,
    due: due ? `due on ${dayLabel(due)}` : dueText ? `due, as printed: ${dueText}` : 'no due day is stated',
  }
}
