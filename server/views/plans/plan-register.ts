import { type ActionTerms, actionTerms, type PlanTerms, planTerms } from '../../contract/plans.ts'
import { workItemTerms } from '../../contract/scrutiny.ts'
import { stateOn } from '../../domain/meeting.ts'
import { dayLabel, daysBetween } from '../../domain/period.ts'
import { overdueDays } from '../../domain/plan-dates.ts'
import { Problem } from '../../problem.ts'
import type { Database } from '../../store/database.ts'
import { loadMeetings } from '../meetings/meetings.ts'
import { type Entry, findEntry, loadEntries, type Version } from '../registers/register.ts'
import type { Setting } from '../subject.ts'

export type RegisteredPlan = Entry<PlanTerms>
export type RegisteredAction = Entry<ActionTerms>

/** The day that something is read on. `asAt` is the day whose record is read; undefined for the record as it stands. */
export type Reading = { on: string; isToday: boolean; asAt: string | undefined; recordNote: string | null }

/** A plan with its actions as they stood on a day; taken-out actions are not among them. */
export type PlanOnDay = Reading & { plan: RegisteredPlan; actions: readonly RegisteredAction[] }

/** The day on which a version was put on record. */
export const recordedOn = ({ madeAt }: Pick<Version<unknown>, 'madeAt'>): string => madeAt.slice(0, 10)

/**
 * Which record answers for a day. Where nothing of an entry was on record by then, that of its first day does, and a
 * note says so. Throws a Problem for a day that has not come.
 */
export function readingOf(
  { today }: Pick<Setting, 'today'>,
  { versions }: { versions: readonly Version<unknown>[] },
  asked: string | undefined,
): Reading {
  const on = asked ?? today
  if (on > today) {
    throw new Problem(
      'invalid-request',
      `on: ${dayLabel(on)} has not come; what stands on record can be read up to ${dayLabel(today)}.`,
    )
  }
  if (on === today) return { on, isToday: true, asAt: undefined, recordNote: null }
  const first = versions[0] ? recordedOn(versions[0]) : on
  if (first <= on) return { on, isToday: false, asAt: on, recordNote: null }
  const recordNote = `Nothing of it was on record on ${dayLabel(on)}. Shown is what was first put on record, on ${dayLabel(first)}; weeks and overdue days are counted to ${dayLabel(on)}.`
  return { on, isToday: false, asAt: first, recordNote }
}

/** Throws a Problem where there is no such plan, or where the day has not come. */
export async function loadPlan(
  db: Database,
  setting: Setting,
  id: string,
  asked?: string,
): Promise<PlanOnDay> {
  const known = await findEntry(db, 'plan', planTerms, id, 'a plan')
  const reading = readingOf(setting, known, asked)
  const plan = await asItStood(db, known, reading)
  const actions = await loadEntries(db, 'action', actionTerms, reading.asAt)
  return {
    ...reading,
    plan,
    actions: actions.filter(({ terms, retired }) => terms.plan === id && !retired).sort(byDay),
  }
}

async function asItStood(db: Database, known: RegisteredPlan, { asAt }: Reading): Promise<RegisteredPlan> {
  if (asAt === undefined) return known
  const then = await loadEntries(db, 'plan', planTerms, asAt)
  return then.find(({ id }) => id === known.id) ?? known
}

/** What has a day comes first, by it; the rest stays in the order of the record. */
function byDay({ terms: a }: RegisteredAction, { terms: b }: RegisteredAction): number {
  const last = '9999'
  const [first, second] = [a.due ?? a.start ?? last, b.due ?? b.start ?? last]
  return first < second ? -1 : first > second ? 1 : 0
}

/** The days on which the committee of an area meets by its work plan, the oldest first. */
export async function meetingsOf(db: Database, area: string): Promise<string[]> {
  const items = await loadEntries(db, 'work-item', workItemTerms)
  const days = items.filter(({ terms, retired }) => terms.area === area && !retired)
  return [...new Set(days.map(({ terms }) => terms.meeting))].sort()
}

/** A day on which a plan could be told of; `board` is null where it is a meeting of the work plan of scrutiny. */
export type MeetingDay = { on: string; board: string | null }

/**
 * The days before `day` on which a board of a plan met, or the committee by its work plan, the oldest first. Where both
 * met on one day, the board counts.
 */
export async function meetingDaysOf(
  db: Database,
  { id, area }: { id: string; area: string },
  day: string,
): Promise<MeetingDay[]> {
  const held = (await loadMeetings(db, ({ plan }) => plan === id)).filter(
    ({ terms }) => terms.on < day && stateOn(terms, day) === 'held',
  )
  const boards = new Map(held.map(({ terms }) => [terms.on, terms.body]))
  const committee = (await meetingsOf(db, area)).filter((on) => on < day)
  return [...new Set([...boards.keys(), ...committee])]
    .sort()
    .map((on) => ({ on, board: boards.get(on) ?? null }))
}

/** The newest word of its own boards, or else of scrutiny. */
export const lastMeetingOf = (meetings: readonly MeetingDay[]): MeetingDay | undefined =>
  meetings.findLast(({ board }) => board !== null) ?? meetings.at(-1)

/** The newest day on which anything was said or put on record of an entry. */
export function lastWordOn(entry: Pick<RegisteredAction | RegisteredPlan, 'terms' | 'madeAt'>): string {
  const recorded = recordedOn(entry)
  return entry.terms.statedOn > recorded ? entry.terms.statedOn : recorded
}

/** Whether no word of an overdue action is later than its due day: it may have been done since. */
export function isUnheard(action: RegisteredAction, on: string): boolean {
  const { due } = action.terms
  return due !== null && overdueDays(action.terms, on) !== null && lastWordOn(action) <= due
}

/** After so many days without a word a plan is told to be silent. */
export const SILENT_AFTER_DAYS = 365

/** The newest day of any word, where it is so long ago that it has to be said; null where it is not. */
export function silentSince(
  entries: readonly Pick<RegisteredAction | RegisteredPlan, 'terms' | 'madeAt'>[],
  on: string,
): string | null {
  const newest = entries.map(lastWordOn).sort().at(-1)
  return newest !== undefined && daysBetween(newest, on) > SILENT_AFTER_DAYS ? newest : null
}

/** A paper of the list of papers, or whatever the entry calls it. */
export function sourceOf({ reference }: Setting, terms: Pick<PlanTerms, 'document' | 'page' | 'statedOn'>) {
  const document = reference.document(terms.document)
  return {
    document: document?.title ?? terms.document,
    page: terms.page,
    url: document?.url || null,
    statedOn: terms.statedOn,
    statedLabel: dayLabel(terms.statedOn),
  }
}
