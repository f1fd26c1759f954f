import type { PlanMove } from '../../contract/plan-action-answers.ts'
import type { PlanAnswer } from '../../contract/plan-answers.ts'
import { actionTerms } from '../../contract/plans.ts'
import { recommendationTerms } from '../../contract/scrutiny.ts'
import { sameWho } from '../../domain/attendance.ts'
import { addDays, dayLabel } from '../../domain/period.ts'
import { Problem } from '../../problem.ts'
import type { Database } from '../../store/database.ts'
import { theBody } from '../meetings/meeting-words.ts'
import { findDefinition } from '../registers/entries.ts'
import { loadNames, shortened } from '../registers/entry-names.ts'
import { viewHistory } from '../registers/entry-words.ts'
import { loadEntries } from '../registers/register.ts'
import type { Setting } from '../subject.ts'
import { movesInWords, movesOf } from './plan-move.ts'
import {
  lastMeetingOf,
  type MeetingDay,
  meetingDaysOf,
  type Reading,
  type RegisteredAction,
} from './plan-register.ts'
import { everIn } from './plan-stability.ts'

/** How far back one looks where the work plan has no meeting. */
const DAYS_WITHOUT_MEETING = 90
const MOST_MEETINGS = 8
const TITLE = 120

/** What was done to a plan, its actions and the recommendations that they answer after a day, up to the day that it is read on. */
export async function viewMoves(
  db: Database,
  setting: Setting,
  plan: { id: string; area: string },
  { on, isToday }: Reading,
  asked: string | undefined,
): Promise<PlanAnswer['moved']> {
  const meetings = await meetingDaysOf(db, plan, on)
  const since = asked ?? lastMeetingOf(meetings)?.on ?? addDays(on, -DAYS_WITHOUT_MEETING)
  if (since > on) {
    throw new Problem(
      'invalid-request',
      `since: ${dayLabel(since)} lies after ${dayLabel(on)}, the day that the plan is read on.`,
    )
  }
  const entries = await loadEntries(db, 'action', actionTerms)
  // An action that was moved to another plan left this one, which is a move too.
  const ever = new Set(everIn(entries, plan.id).map(({ id }) => id))
  const answered = await answeredBy(db, entries, ever)
  const names = await loadNames(db)
  const told = async (of: PlanMove['of'], ids: ReadonlySet<string>) => {
    const definition = findDefinition(of)
    const all = await loadEntries(db, definition.register, definition.schema)
    return all
      .filter(({ id }) => ids.has(id))
      .flatMap(({ id, terms, versions }) =>
        movesOf(of, {
          id,
          title: shortened(String(terms[definition.named]), TITLE),
          history: viewHistory(definition, versions, setting, names),
        }),
      )
  }
  const moves = [
    ...(await told('plan', new Set([plan.id]))),
    ...(await told('action', ever)),
    ...(await told('recommendation', answered)),
  ]
    .filter((move) => move.on > since && (isToday || move.on <= on))
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : b.version - a.version))
  return {
    since,
    sinceWords: sinceInWords(since, meetings, asked),
    sinceOptions: sinceOptions(since, meetings, on),
    words: movesInWords(moves),
    moves,
  }
}

/** Recommendations that are or ever were linked to actions of a plan, from either side. */
async function answeredBy(
  db: Database,
  actions: readonly RegisteredAction[],
  ever: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const named = actions
    .filter(({ id }) => ever.has(id))
    .flatMap(({ versions }) => versions.flatMap(({ terms }) => terms.recommendation ?? []))
  const recommendations = await loadEntries(db, 'recommendation', recommendationTerms)
  const naming = recommendations.filter(({ versions }) =>
    versions.some(({ terms }) => terms.action !== null && ever.has(terms.action)),
  )
  return new Set([...named, ...naming.map(({ id }) => id)])
}

function sinceInWords(since: string, meetings: readonly MeetingDay[], asked: string | undefined): string {
  const meeting = meetings.find(({ on }) => on === since)
  if (meeting) {
    const isLast = meeting === meetings.findLast(({ board }) => isOneBody(board, meeting.board))
    return `${dayLabel(since)}, ${isLast ? 'the last' : 'a'} meeting ${ofWhom(meeting)}`
  }
  return asked ? dayLabel(since) : `${dayLabel(since)}, ${DAYS_WITHOUT_MEETING} days before`
}

const isOneBody = (a: string | null, b: string | null) =>
  a === null || b === null ? a === b : sameWho(a) === sameWho(b)

const ofWhom = ({ board }: MeetingDay) =>
  board === null ? 'in the work plan of scrutiny' : `of ${theBody(board)}`

function sinceOptions(
  since: string,
  meetings: readonly MeetingDay[],
  on: string,
): PlanAnswer['moved']['sinceOptions'] {
  const before = addDays(on, -DAYS_WITHOUT_MEETING)
  const known = [
    ...[true, false].flatMap((isOwn) =>
      meetings
        .filter(({ board }) => (board !== null) === isOwn)
        .slice(-MOST_MEETINGS)
        .map((meeting) => ({
          value: meeting.on,
          label: `${dayLabel(meeting.on)}, a meeting ${ofWhom(meeting)}`,
        })),
    ),
    { value: before, label: `${dayLabel(before)}, ${DAYS_WITHOUT_MEETING} days before` },
  ]
  const isKnown = known.some(({ value }) => value === since)
  const all = isKnown ? known : [...known, { value: since, label: dayLabel(since) }]
  return all.toSorted((a, b) => (a.value < b.value ? 1 : -1))
}
