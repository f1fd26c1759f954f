import type { PlanAnswer } from '../../contract/plan-answers.ts'
import type { PlanTerms } from '../../contract/plans.ts'
import { dayLabel } from '../../domain/period.ts'
import type { DueMoves } from '../../domain/plan-dates.ts'
import { CHANGE_DAYS, LEAST_LATER, type Stability, stabilityOf } from '../../domain/plan-stability.ts'
import type { Version } from '../registers/register.ts'
import { type Reading, type RegisteredAction, type RegisteredPlan, recordedOn } from './plan-register.ts'
import { are, daysInWords, many } from './plan-words.ts'

type ActionVersion = RegisteredAction['versions'][number]

/** The actions that are or ever were in a plan, those that were taken out too. */
export const everIn = (actions: readonly RegisteredAction[], plan: string): RegisteredAction[] =>
  actions.filter(({ versions }) => versions.some(({ terms }) => terms.plan === plan))

/** Whether a version of an action stands in a plan. */
export const standsIn = (version: ActionVersion | undefined, plan: string): boolean =>
  version !== undefined && !version.retired && version.terms.plan === plan

/**
 * The day at whose end a plan counts as first set: when it was on record and so was an action of it. A plan that is
 * typed in one day and filled the next did not change.
 */
export function firstSetOn(plan: RegisteredPlan, ever: readonly RegisteredAction[]): string {
  const days = ever.flatMap(({ versions }) => {
    const first = versions.find((version) => version.terms.plan === plan.id)
    return first ? [recordedOn(first)] : []
  })
  const own = plan.versions[0] ? recordedOn(plan.versions[0]) : recordedOn(plan)
  return [own, days.sort()[0] ?? own].sort().at(-1) ?? own
}

/** The days after it was first set on which a plan was changed: not where something stands, but what is planned. */
function changeDays(plan: RegisteredPlan, ever: readonly RegisteredAction[], firstSet: string): string[] {
  const own = daysWhere(plan.versions, (before, now) => before !== undefined && isReplanned(before, now))
  const actions = ever.flatMap(({ versions }) =>
    daysWhere(versions, (before, now) => isMoved(before, now, plan.id)),
  )
  return [...new Set([...own, ...actions])].filter((day) => day > firstSet).sort()
}

function daysWhere<V extends Version<unknown>>(
  versions: readonly V[],
  isChange: (before: V | undefined, now: V) => boolean,
): string[] {
  return versions.filter((now, i) => isChange(versions[i - 1], now)).map(recordedOn)
}

/** Whether an action came to the plan, left it, or changed its days, its stage or who does it. */
function isMoved(before: ActionVersion | undefined, now: ActionVersion, plan: string): boolean {
  const [was, is] = [standsIn(before, plan), standsIn(now, plan)]
  if (was !== is || before === undefined) return was !== is
  const planned = ({ terms: { start, due, stage, owner } }: ActionVersion) =>
    JSON.stringify([start, due, stage, owner])
  return is && planned(before) !== planned(now)
}

function isReplanned(before: Version<PlanTerms>, now: Version<PlanTerms>): boolean {
  const planned = ({ terms, retired }: Version<PlanTerms>) =>
    JSON.stringify([
      retired,
      terms.from,
      terms.to,
      terms.weeksPlanned,
      terms.stages.map(({ id, name, from, to }) => [id, name, from, to]),
    ])
  return planned(before) !== planned(now)
}

/** Whether a plan keeps changing, in words, with the rule by which that is said. */
export function viewStability(
  plan: RegisteredPlan,
  ever: readonly RegisteredAction[],
  moves: DueMoves,
  { on, isToday }: Pick<Reading, 'on' | 'isToday'>,
): PlanAnswer['stability'] {
  const changedOn = changeDays(plan, ever, firstSetOn(plan, ever))
  const stability = stabilityOf({ changedOn, ...moves }, on)
  return {
    keepsChanging: stability.keepsChanging,
    words: stabilityInWords(stability, changedOn, moves, isToday ? null : on),
    rule: RULE,
  }
}

const RULE = `By a rule of this dashboard a plan keeps changing if it was changed on ${CHANGE_DAYS} or more days within 12 months, or if more than half of its due days, and at least ${LEAST_LATER}, are later than first set. A change is one of the list of actions, of their days, stages and owners, or of the plan’s own days and stages. Progress is none.`

/** `on` is the day that it is read on where that is past; null for today. */
function stabilityInWords(
  { keepsChanging, recentDays }: Stability,
  changedOn: readonly string[],
  { dues, later, averageDays }: DueMoves,
  on: string | null,
): string {
  const year = on === null ? 'in the last 12 months' : `in the 12 months up to ${dayLabel(on)}`
  const average = daysInWords(Math.round(averageDays ?? 0))
  const parts = [
    later > 0
      ? `${laterOf(dues, later)} later than first set, by ${average}${later === 1 ? '' : ' on average'}`
      : null,
    recentDays > 0 ? `it was changed on ${many(recentDays, 'day')} ${year}` : null,
  ].filter((part) => part !== null)
  const told = parts.join('; ')
  if (keepsChanging) return `This plan keeps changing: ${told}.`
  if (told !== '') return `It does not count as a plan that keeps changing: ${told}.`
  const last = changedOn.at(-1)
  if (last === undefined) return 'What is planned was not changed since it was first set.'
  return `What is planned was not changed ${year}; the last change is of ${dayLabel(last)}.`
}

function laterOf(dues: number, later: number): string {
  if (dues === 1) return 'its only due day is'
  if (later === dues) return dues === 2 ? 'both of its due days are' : `all ${dues} of its due days are`
  return `${later} of its ${dues} due days ${are(later)}`
}
