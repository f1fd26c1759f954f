import type { PlanCounts } from '../../contract/plan-answers.ts'
import type { PlanTerms } from '../../contract/plans.ts'
import { dayLabel } from '../../domain/period.ts'
import {
  type ActionState,
  type DueMove,
  type DueMoves,
  isOpen,
  overdueDays,
} from '../../domain/plan-dates.ts'
import { formatNumber } from '../../domain/rounding.ts'

/** Where a plan stands, in sentences; the number that something is of is always said. */

/** `1 day`, `331 days` */
export const many = (n: number, one: string, more = `${one}s`) =>
  `${formatNumber(n, 0)} ${n === 1 ? one : more}`
export const are = (n: number) => (n === 1 ? 'is' : 'are')

/** `3 are done, 1 is under way and 2 are not started` */
export function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

export const daysInWords = (days: number): string => many(days, 'day')

export type CountedAction = { state: ActionState; due: string | null }

/** How many actions stand where on a day; overdue ones are counted among the open ones that have a due day. */
export function countActions(actions: readonly CountedAction[], on: string): PlanCounts {
  const count = (state: ActionState) => actions.filter((action) => action.state === state).length
  const open = actions.filter(isOpen)
  const overdue = open.flatMap((action) => overdueDays(action, on) ?? [])
  return {
    actions: actions.length,
    done: count('done'),
    underWay: count('under-way'),
    notStarted: count('not-started'),
    stopped: count('stopped'),
    open: open.length,
    openWithDue: open.filter(({ due }) => due !== null).length,
    overdue: overdue.length,
    longest: overdue.length > 0 ? Math.max(...overdue) : null,
  }
}

/** `Of 10 actions 2 are done and 8 are under way.` */
export function countsInWords({ actions, ...counts }: PlanCounts): string {
  if (actions === 0) return 'No action is on record.'
  const states = [
    [counts.done, 'done'],
    [counts.underWay, 'under way'],
    [counts.notStarted, 'not started'],
    [counts.stopped, 'stopped'],
  ] as const
  const there = states.filter(([n]) => n > 0)
  const [first] = there
  if (actions === 1) return `The only action is ${first?.[1]}.`
  const all = actions === 2 ? 'Both actions' : `All ${formatNumber(actions, 0)} actions`
  if (there.length === 1) return `${all} are ${first?.[1]}.`
  return `Of ${formatNumber(actions, 0)} actions ${joined(there.map(([n, word]) => `${formatNumber(n, 0)} ${are(n)} ${word}`))}.`
}

/** What of the open actions is overdue, of how many that have a due day; those without one are told apart. */
export function dueInWords({ open, openWithDue, overdue, longest }: PlanCounts): string {
  if (open === 0) return 'None is open.'
  const without = open - openWithDue
  if (openWithDue === 0) {
    if (open === 1) return 'The open one has no due day, so it can’t be counted as overdue.'
    return `None of the ${open} open ones has a due day, so none can be counted as overdue.`
  }
  const which = open === 1 ? 'The open one has a due day' : ofTheOpen(open, openWithDue)
  return `${which}${passed(openWithDue, overdue, longest)}.${withoutDue(without)}`
}

function ofTheOpen(open: number, dated: number): string {
  if (dated < open) return `Of the ${open} open ones ${dated} ${dated === 1 ? 'has' : 'have'} a due day`
  return open === 2 ? 'Both open ones have a due day' : `All ${open} open ones have a due day`
}

function passed(of: number, overdue: number, longest: number | null): string {
  if (overdue === 0) return of === 1 ? ', which has not passed' : ', none of which has passed'
  const days = daysInWords(longest ?? 0)
  if (of === 1) return `, which passed ${days} before: overdue`
  if (overdue === 1) return `, and 1 of these is overdue, by ${days}`
  const these = overdue < of ? `${overdue} of these are` : overdue === 2 ? 'both are' : `all ${overdue} are`
  return `, and ${these} overdue, the longest by ${days}`
}

function withoutDue(n: number): string {
  if (n === 0) return ''
  return ` ${n} ${n === 1 ? 'has' : 'have'} no due day and ${are(n)} counted apart.`
}

/** `3 of 8 due days are later than first set, by 45 days on average.` */
export function dueMovesInWords({ dues, changes, later, earlier, dropped, averageDays }: DueMoves): string {
  if (dues === 0) return 'No action has ever had a due day, so none was moved.'
  if (changes === 0)
    return dues === 1
      ? 'One action has a due day; it was never changed.'
      : `${dues} actions have a due day; none was ever changed.`
  const average = daysInWords(Number(formatNumber(averageDays ?? 0, 0).replaceAll(',', '')))
  const on = later === 1 ? `by ${average}` : `by ${average} on average`
  const parts = [
    later > 0 ? `${later} ${are(later)} later than first set, ${on}` : null,
    earlier > 0 ? `${earlier} ${are(earlier)} earlier` : null,
    dropped > 0 ? `${dropped} ${dropped === 1 ? 'was' : 'were'} taken out` : null,
  ].filter((part) => part !== null)
  const now = parts.length > 0 ? joined(parts) : 'none is on another day than first set'
  const which = dues === 1 ? 'Of the only due day' : `Of ${dues} due days`
  return `${which} ${now}. Due days were changed ${changes === 1 ? 'once' : `${changes} times`} in all.`
}

/** What became of the due day of one action; null where it never had one. */
export function dueMoveInWords({ first, now, changes, days }: DueMove): string | null {
  if (first === null) return null
  if (changes === 0) return `First set to ${dayLabel(first)}, and never changed.`
  const times = changes === 1 ? 'once' : `${changes} times`
  const start = `First set to ${dayLabel(first)}, changed ${times}`
  if (now === null || days === null) return `${start}; now there is none.`
  if (days === 0) return `${start}; now ${dayLabel(now)} again.`
  return `${start}; now ${dayLabel(now)}, ${daysInWords(Math.abs(days))} ${days > 0 ? 'later' : 'earlier'}.`
}

/** From when to when, as far as that is known, with the length as printed. */
export function periodInWords({
  from,
  to,
  lengthText,
}: Pick<PlanTerms, 'from' | 'to' | 'lengthText'>): string {
  const printed = lengthText ? ` (as printed: ${lengthText})` : ''
  if (from && to) return `${dayLabel(from)} to ${dayLabel(to)}${printed}`
  if (from) return `From ${dayLabel(from)}; no end is stated${printed}`
  if (to) return `To ${dayLabel(to)}; no start is stated${printed}`
  return lengthText ? `No day is stated; as printed: ${lengthText}` : 'No day is stated'
}

/** The days of a stage or of an action. */
export function daysOf(from: string | null, to: string | null): string {
  if (from && to) return from === to ? dayLabel(from) : `${dayLabel(from)} to ${dayLabel(to)}`
  if (from) return `from ${dayLabel(from)}`
  return to ? `to ${dayLabel(to)}` : 'no day is stated'
}

/** That overdue actions may have been done, where nothing was heard of them after their due day. */
export function unheardInWords(unheard: number, overdue: number, newest: string): string {
  const which = unheard < overdue ? `${unheard} of the overdue ones` : overdue === 1 ? 'it' : 'any of them'
  const they = unheard === 1 ? 'it' : 'they'
  return `Nothing has been heard of ${which} after the due day: the newest word is of ${dayLabel(newest)}. It is not known whether ${they} ${unheard === 1 ? 'was' : 'were'} done since.`
}
