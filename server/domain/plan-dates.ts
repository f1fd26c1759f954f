import { addDays, daysBetween } from './period.ts'

/**
 * The days of a plan: which week a review is in and where its last week lies, whether an action is overdue, and how far
 * due days were moved. All days are ISO days; "on" is the day that the plan is read on.
 */

/** The week of a review that a day lies in, ⌊(day − start) ÷ 7⌋ + 1: week 1 begins on its first day. Below 1 before it. */
export const weekOf = (start: string, on: string): number => Math.floor(daysBetween(start, on) / 7) + 1

/** Whole weeks that have passed by a day: "four weeks in". */
export const weeksIn = (start: string, on: string): number => Math.max(0, weekOf(start, on) - 1)

/** The first and the last day of a week of a review. */
export function daysOfWeek(start: string, week: number): { from: string; to: string } {
  const from = addDays(start, (week - 1) * 7)
  return { from, to: addDays(from, 6) }
}

export type ReviewPhase = 'before' | 'running' | 'over'

/** Whether a review of so many weeks is running on a day. One whose length nobody set is never over. */
export function phaseOf(start: string, weeks: number | null, on: string): ReviewPhase {
  if (on < start) return 'before'
  return weeks !== null && weekOf(start, on) > weeks ? 'over' : 'running'
}

/** Weeks that the stated end lies after the last planned one; 0 where it lies in it, negative where it lies before it. */
export const weeksOver = (start: string, end: string, weeks: number): number => weekOf(start, end) - weeks

/** Where an action is said to stand. Done and stopped ones are not open, and are never overdue. */
export type ActionState = 'not-started' | 'under-way' | 'done' | 'stopped'

type Dated = { state: ActionState; due: string | null }

export const isOpen = ({ state }: Pick<Dated, 'state'>): boolean =>
  state === 'not-started' || state === 'under-way'

/** Days since an open action was due; null where it is not open, has no due day or is still in time. On the day itself it is. */
export function overdueDays(action: Dated, on: string): number | null {
  if (!isOpen(action) || action.due === null || action.due >= on) return null
  return daysBetween(action.due, on)
}

/**
 * What became of one due day: the first that was ever set, that of now, how often it was changed or taken out after it
 * was first set, and by how many days it is later now (negative: earlier).
 */
export type DueMove = { first: string | null; now: string | null; changes: number; days: number | null }

/** `dues` are those of every version of an action, the oldest first. */
export function dueMove(dues: readonly (string | null)[]): DueMove {
  const start = dues.findIndex((due) => due !== null)
  if (start === -1) return { first: null, now: null, changes: 0, days: null }
  const since = dues.slice(start)
  const first = since[0] ?? null
  const now = since.at(-1) ?? null
  return {
    first,
    now,
    changes: since.filter((due, i) => i > 0 && due !== since[i - 1]).length,
    days: first && now ? daysBetween(first, now) : null,
  }
}

/** Over all actions: due days ever set, how many are later or earlier now or gone, and by how many days later on average. */
export type DueMoves = {
  dues: number
  changes: number
  later: number
  earlier: number
  dropped: number
  averageDays: number | null
}

export function dueMoves(moves: readonly DueMove[]): DueMoves {
  const set = moves.filter(({ first }) => first !== null)
  const later = set.filter(({ days }) => (days ?? 0) > 0)
  return {
    dues: set.length,
    changes: set.reduce((sum, { changes }) => sum + changes, 0),
    later: later.length,
    earlier: set.filter(({ days }) => (days ?? 0) < 0).length,
    dropped: set.filter(({ now }) => now === null).length,
    averageDays:
      later.length === 0 ? null : later.reduce((sum, { days }) => sum + (days ?? 0), 0) / later.length,
  }
}

/**
 * The days that a timeline reaches over, and whether the day that it is read on lies on it. That day stretches it by
 * half of its own length at most: a plan of 2017 read nine years later must not shrink to a dot.
 */
export function frameOf(
  days: readonly string[],
  on: string,
): { from: string; to: string; holdsDay: boolean } | null {
  const [first, last] = [[...days].sort()[0], [...days].sort().at(-1)]
  if (first === undefined || last === undefined) return null
  const reach = Math.max(30, Math.round(daysBetween(first, last) / 2))
  const [from, to] = [on < first ? on : first, on > last ? on : last]
  const holdsDay = daysBetween(from, first) <= reach && daysBetween(last, to) <= reach
  return holdsDay ? { from, to, holdsDay } : { from: first, to: last, holdsDay }
}
