import { actionTerms, type PlanTerms } from '../contract/plans.ts'
import type { EventAnswer } from '../contract/points.ts'
import { recommendationTerms } from '../contract/scrutiny.ts'
import type { Database } from '../store/database.ts'
import { actionDays } from './linked-action.ts'
import { recommendationDays } from './linked-recommendation.ts'
import { type Entry, loadEntries } from './registers/register.ts'
import type { Setting, Subject } from './subject.ts'

/** What each entry has on a chart, made once: as long as no entry changes, every chart shows the same. */
const told = new WeakMap<Entry<unknown>, EventAnswer[]>()

function once<T>(entry: Entry<T>, make: (entry: Entry<T>) => EventAnswer[]): EventAnswer[] {
  const known = told.get(entry) ?? make(entry)
  told.set(entry, known)
  return known
}

/**
 * The days of what is done about a measure in an area, as it was known by a day: of actions that name the measure, and
 * of what a committee recommended on it. A count and its rate are one measure. They come in no order.
 */
export async function linkedEvents(
  db: Database,
  setting: Setting,
  { indicator, area }: Pick<Subject, 'indicator' | 'area'>,
  plans: readonly Entry<PlanTerms>[],
  asAt?: string,
): Promise<EventAnswer[]> {
  const isNamed = ({ retired, terms }: { retired: boolean; terms: { indicators: readonly string[] } }) =>
    !retired && terms.indicators.includes(indicator.id)
  // What belongs to a plan that nobody holds any more is still somebody's: it stays where it is looked for.
  const areaOf = (plan: string) => plans.find(({ id }) => id === plan)?.terms.area ?? area.id
  const actions = (await loadEntries(db, 'action', actionTerms, asAt))
    .filter(isNamed)
    .filter(({ terms }) => areaOf(terms.plan) === area.id)
  const recommendations = (await loadEntries(db, 'recommendation', recommendationTerms, asAt))
    .filter(isNamed)
    .filter(({ terms }) => terms.area === area.id)
  return [
    ...actions.flatMap((entry) => once(entry, (each) => actionDays(setting, each))),
    ...recommendations.flatMap((entry) => once(entry, (each) => recommendationDays(setting, each))),
  ]
}
