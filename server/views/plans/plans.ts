import type { PlanCounts, PlanRow, PlansAnswer } from '../../contract/plan-answers.ts'
import { actionTerms, planTerms } from '../../contract/plans.ts'
import { ageLabel, dayLabel, daysBetween } from '../../domain/period.ts'
import type { Database } from '../../store/database.ts'
import { kindOf, loadEntries, type VersionKind } from '../registers/register.ts'
import { findArea, type Setting } from '../subject.ts'
import { kindLabel } from './plan-labels.ts'
import {
  lastWordOn,
  type RegisteredAction,
  type RegisteredPlan,
  recordedOn,
  SILENT_AFTER_DAYS,
} from './plan-register.ts'
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
  const plans = entries
    .filter(({ terms, retired }) => terms.area === area.id && !retired)
    .map((plan) =>
      rowOf(
        plan,
        actions.filter(({ terms }) => terms.plan === plan.id),
        on,
      ),
    )
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

function rowOf(plan: RegisteredPlan, all: readonly RegisteredAction[], on: string): PlanRow {
  const { terms } = plan
  const actions = all.filter(({ retired }) => !retired)
  const counts = countActions(
    actions.map((action) => action.terms),
    on,
  )
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
    newest: newestOf(plan, all),
  }
}

const CHANGE_WORDS: Record<VersionKind, string> = {
  set: 'put on record',
  changed: 'changed',
  retired: 'taken out',
  'brought-back': 'brought back',
}

/** What was done last, to the plan or to one of its actions. */
function newestOf(plan: RegisteredPlan, actions: readonly RegisteredAction[]): PlanRow['newest'] {
  const newest = [...actions].sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0]
  const isAction = newest !== undefined && newest.madeAt > plan.madeAt
  const entry = isAction ? newest : plan
  const what = isAction ? `“${newest.terms.title}”` : 'The plan'
  const kind = kindOf(entry, entry.versions.at(-2))
  const on = recordedOn(entry)
  return { on, label: dayLabel(on), words: `${what} was ${CHANGE_WORDS[kind]}` }
}
