import type { PlanCounts, PlanRow, PlansAnswer } from '../../contract/plan-answers.ts'
import { actionTerms, planTerms } from '../../contract/plans.ts'
import { ageLabel, dayLabel, daysBetween } from '../../domain/period.ts'
import { dueMove, dueMoves } from '../../domain/plan-dates.ts'
import type { Database } from '../../store/database.ts'
import { loadNamedPlans } from '../programmes/programme-register.ts'
import { loadNames } from '../registers/entry-names.ts'
import { loadEntries } from '../registers/register.ts'
import { findArea, type Setting } from '../subject.ts'
import { kindLabel } from './plan-labels.ts'
import { newestOf } from './plan-newest.ts'
import { lastWordOn, type RegisteredAction, type RegisteredPlan, SILENT_AFTER_DAYS } from './plan-register.ts'
import { everIn, standsIn, viewStability } from './plan-stability.ts'
import { are, countActions, countsInWords, dueInWords, many, periodInWords } from './plan-words.ts'

/** The plans of an area as they stand; those that were taken out are left out. */
export async function viewPlans(
  db: Database,
  setting: Setting,
  { area: asked }: { area?: string | undefined },
): Promise<PlansAnswer> {
  const area = findArea(setting, asked)
  const on = setting.today
  const entries = await loadEntries(db, 'plan', planTerms)
  const actions = await loadEntries(db, 'action', actionTerms)
  const names = await loadNames(db)
  const named = await loadNamedPlans(db)
  const plans = entries
    .filter(({ terms, retired }) => terms.area === area.id && !retired)
    .map((plan) => {
      const ever = everIn(actions, plan.id)
      return {
        ...rowOf(plan, ever, on),
        onAPage: named.get(plan.id)?.isProgramme ?? false,
        newest: newestOf(plan, ever, { setting, names }),
      }
    })
    .sort((a, b) => (a.newest.on < b.newest.on ? 1 : a.newest.on > b.newest.on ? -1 : 0))
  const listed = new Set(plans.map(({ id }) => id))
  const total = countActions(
    actions.filter(({ terms, retired }) => listed.has(terms.plan) && !retired).map(({ terms }) => terms),
    on,
  )
  return {
    area: { id: area.id, name: area.name },
    on,
    summary: summaryOf(plans.length, total, area.name),
    silence: silenceOf(plans, on),
    plans,
  }
}

function summaryOf(plans: number, counts: PlanCounts, place: string): string {
  if (plans === 0) return `No plan of ${place} is on record.`
  const { actions, done, openWithDue, overdue } = counts
  const start = `${many(plans, 'plan')} of ${place} ${are(plans)} on record, with ${many(actions, 'action')}`
  if (actions === 0) return `${start}.`
  return `${start}: ${done} ${are(done)} done, and ${lateInWords(openWithDue, overdue)}.`
}

function lateInWords(dated: number, overdue: number): string {
  if (dated === 0) return 'no open one has a due day'
  if (dated === 1) return `the only open one with a due day is ${overdue === 1 ? 'overdue' : 'in time'}`
  if (overdue === 0) return `none of the ${dated} open ones with a due day is overdue`
  if (overdue === dated) return `all ${dated} open ones with a due day are overdue`
  return `of the ${dated} open ones with a due day ${overdue} ${are(overdue)} overdue`
}

/** Nobody may take plans of long ago for the state of today. */
function silenceOf(plans: readonly PlanRow[], on: string): string | null {
  const newest = plans
    .map(({ lastWord }) => lastWord.on)
    .sort()
    .at(-1)
  if (newest === undefined || daysBetween(newest, on) <= SILENT_AFTER_DAYS) return null
  const which = plans.length === 1 ? 'it' : 'any of them'
  return `Nothing has been heard of ${which} since ${dayLabel(newest)}, ${ageLabel(newest, on)} before ${dayLabel(on)}. What is overdue by the record may have been done since.`
}

function rowOf(
  plan: RegisteredPlan,
  ever: readonly RegisteredAction[],
  on: string,
): Omit<PlanRow, 'newest' | 'onAPage'> {
  const { terms } = plan
  const actions = ever.filter((action) => standsIn(action, plan.id))
  const counts = countActions(
    actions.map((action) => action.terms),
    on,
  )
  const moves = dueMoves(actions.map(({ versions }) => dueMove(versions.map((each) => each.terms.due))))
  const { keepsChanging, words } = viewStability(plan, ever, moves, { on, isToday: true })
  const lastWord = [plan, ...actions].map(lastWordOn).sort().at(-1) ?? terms.statedOn
  return {
    id: plan.id,
    name: terms.name,
    kind: terms.kind,
    kindWords: kindLabel(terms.kind),
    period: periodInWords(terms),
    counts,
    countsWords: countsInWords(counts),
    dueWords: counts.open === 0 ? '' : dueInWords(counts),
    lastWord: { on: lastWord, label: dayLabel(lastWord) },
    changing: keepsChanging ? words : null,
  }
}
