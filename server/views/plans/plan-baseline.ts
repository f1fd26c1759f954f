import type { PlanBaseline } from '../../contract/plan-part-answers.ts'
import type { PlanTerms } from '../../contract/plans.ts'
import { dayLabel, daysBetween } from '../../domain/period.ts'
import type { DueMoves } from '../../domain/plan-dates.ts'
import { atEndOf, type Fate, fateOf } from './plan-fate.ts'
import type { PlanOnDay, RegisteredAction } from './plan-register.ts'
import { firstSetOn } from './plan-stability.ts'
import { daysInWords, dueMovesInWords, many } from './plan-words.ts'

type Row = PlanBaseline['actions'][number]
type OwnRow = PlanBaseline['own'][number]

/** A plan as it was first set against how it stands on the day that it is read on; `ever` are all actions it ever had. */
export function viewBaseline(
  read: PlanOnDay,
  ever: readonly RegisteredAction[],
  moves: DueMoves,
): PlanBaseline {
  const { plan } = read
  const firstSet = firstSetOn(plan, ever)
  const then = atEndOf(plan.versions, firstSet)
  const order = new Map(read.actions.map(({ id }, i) => [id, i]))
  const rows = ever.map((action) => ({ ...fateOf(action, plan.id, firstSet), action }))
  const changed = rows
    .filter(({ what }) => what.length > 0)
    .toSorted((a, b) => (order.get(a.action.id) ?? ever.length) - (order.get(b.action.id) ?? ever.length))
  const own = then ? ownRows(then.terms, plan.terms) : []
  const counts = {
    first: rows.filter(({ was }) => was).length,
    now: rows.filter(({ is }) => is).length,
    added: rows.filter(({ was, is }) => !was && is).length,
    out: rows.filter(({ was, is }) => was && !is).length,
  }
  return {
    firstSet,
    firstSetLabel: dayLabel(firstSet),
    words: baselineInWords(read, dayLabel(firstSet), counts, changed.length + own.length > 0, moves, own),
    actions: changed.map(rowOf),
    own,
  }
}

function rowOf({ action, what, move }: Fate & { action: RegisteredAction }): Row {
  return {
    action: action.id,
    title: action.terms.title,
    what,
    first: move.first && dayLabel(move.first),
    now: move.now && dayLabel(move.now),
    days: move.days,
    daysWords: shiftInWords(move.days),
  }
}

/** `14 days later`; null where there is nothing to compare or no difference. */
const shiftInWords = (days: number | null): string | null =>
  days ? `${daysInWords(Math.abs(days))} ${days > 0 ? 'later' : 'earlier'}` : null

const NONE = 'not stated'

/** What of the plan's own days, weeks and stages is not as it was first set. */
function ownRows(then: PlanTerms, now: PlanTerms): OwnRow[] {
  const stages = [...new Set([...then.stages, ...now.stages].map(({ id }) => id))]
  return [
    ...dayRow('First day', then.from, now.from),
    ...dayRow('Last day', then.to, now.to),
    ...(then.weeksPlanned === now.weeksPlanned
      ? []
      : [plainRow('Weeks planned', weeks(then.weeksPlanned), weeks(now.weeksPlanned))]),
    ...stages.flatMap((id) => stageRows(stageOf(then, id), stageOf(now, id))),
  ]
}

type Stage = PlanTerms['stages'][number]

const stageOf = ({ stages }: PlanTerms, id: string): Stage | undefined =>
  stages.find((each) => each.id === id)
const weeks = (n: number | null) => (n === null ? NONE : many(n, 'week'))
const plainRow = (name: string, first: string, now: string): OwnRow => ({
  name,
  first,
  now,
  days: null,
  daysWords: null,
})

function stageRows(then: Stage | undefined, now: Stage | undefined): OwnRow[] {
  const name = `Stage “${(now ?? then)?.name}”`
  if (!then || !now) return [plainRow(name, then ? 'in the plan' : 'not in it', now ? 'added' : 'taken out')]
  return [
    ...(then.name === now.name ? [] : [plainRow(name, `called “${then.name}”`, `called “${now.name}”`)]),
    ...dayRow(`${name}: first day`, then.from, now.from),
    ...dayRow(`${name}: last day`, then.to, now.to),
  ]
}

function dayRow(name: string, first: string | null, now: string | null): OwnRow[] {
  if (first === now) return []
  const days = first && now ? daysBetween(first, now) : null
  const label = (day: string | null) => (day ? dayLabel(day) : NONE)
  return [{ name, first: label(first), now: label(now), days, daysWords: shiftInWords(days) }]
}

function baselineInWords(
  { on, isToday }: PlanOnDay,
  firstSet: string,
  { first, now, added, out }: { first: number; now: number; added: number; out: number },
  isChanged: boolean,
  moves: DueMoves,
  own: readonly OwnRow[],
): string {
  const actions = first === 0 ? 'no action' : many(first, 'action')
  const start = `It was first set on ${firstSet}, with ${actions}`
  if (!isChanged) return `${start}. Nothing of what was planned was changed since.`
  const parts = [added > 0 ? `${added} added` : null, out > 0 ? `${out} taken out` : null]
  const moved = parts.filter((part) => part !== null).join(' and ')
  const when = isToday ? 'today it has' : `on ${dayLabel(on)} it had`
  const list = `${start}; ${when} ${now === 0 ? 'none' : now}${moved ? ` (${moved} since)` : ''}.`
  return [list, moves.dues > 0 ? dueMovesInWords(moves) : null, ownInWords(own)]
    .filter((part) => part !== null)
    .join(' ')
}

function ownInWords(own: readonly OwnRow[]): string | null {
  const [only] = own
  if (!only) return null
  if (own.length > 1) return `${own.length} of the plan’s own days and stages were changed.`
  const shift = only.daysWords ? `, ${only.daysWords}` : ''
  return `Of the plan itself one thing was changed: ${only.name} from ${only.first} to ${only.now}${shift}.`
}
