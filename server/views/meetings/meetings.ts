import type { BoardMeetingAnswer, BoardMeetingsAnswer } from '../../contract/meeting-answers.ts'
import { type MeetingTerms, meetingTerms } from '../../contract/meetings.ts'
import { attendanceInWords, attendanceOf, sameWho } from '../../domain/attendance.ts'
import { lastHeld, nextPlanned, stateOn, unheardOf } from '../../domain/meeting.ts'
import { dayLabel } from '../../domain/period.ts'
import { MEETING_KIND_WORDS } from '../../registers/meeting-definitions.ts'
import type { Database } from '../../store/database.ts'
import { type Entry, loadEntries } from '../registers/register.ts'
import type { Setting } from '../subject.ts'
import {
  cameInWords,
  heldInWords,
  knownInWords,
  type MeetingWords,
  outcomeInWords,
  stateInWords,
} from './meeting-words.ts'

type RegisteredMeeting = Entry<MeetingTerms>

/** The meetings that count and that are about a plan or a contract, the newest first. */
export async function loadMeetings(
  db: Database,
  isWanted: (terms: MeetingTerms) => boolean,
): Promise<readonly RegisteredMeeting[]> {
  const entries = await loadEntries(db, 'meeting', meetingTerms)
  return entries
    .filter(({ terms, retired }) => !retired && isWanted(terms))
    .toSorted((a, b) => (a.terms.on < b.terms.on ? 1 : a.terms.on > b.terms.on ? -1 : 0))
}

/**
 * Meetings as of a day: what is to come, what was agreed last, and who came. A meeting counts by its own day, whenever it
 * was put on record.
 */
export function viewMeetings(
  setting: Setting,
  meetings: readonly RegisteredMeeting[],
  day: string,
  words: MeetingWords,
): BoardMeetingsAnswer {
  const dated = meetings.map((meeting) => ({ ...meeting.terms, meeting }))
  const [last, next, unheard] = [lastHeld(dated, day), nextPlanned(dated, day), unheardOf(dated, day)]
  const view = ({ meeting }: (typeof dated)[number]) => viewMeeting(setting, meeting, day, words)
  const held = meetings.filter(({ terms }) => stateOn(terms, day) === 'held')
  return {
    words:
      meetings.length === 0
        ? words.none
        : heldInWords(
            meetings.map(({ terms }) => stateOn(terms, day)),
            words,
          ),
    unheard: unheard
      ? `The ${words.short} planned for ${dayLabel(unheard.on)} has passed; nothing is on record of it.`
      : null,
    next: next ? view(next) : null,
    last: last ? view(last) : null,
    others: dated.filter((each) => each !== last && each !== next).map(view),
    boards: [...Map.groupBy(held, ({ terms }) => sameWho(terms.body)).values()].map(viewBoard),
  }
}

function viewMeeting(
  { reference }: Setting,
  { id, version, terms }: RegisteredMeeting,
  day: string,
  words: MeetingWords,
): BoardMeetingAnswer {
  const state = stateOn(terms, day)
  const isHeld = state === 'held'
  return {
    id,
    version,
    body: terms.body,
    kind: terms.kind,
    kindWords: MEETING_KIND_WORDS[terms.kind],
    on: terms.on,
    onLabel: dayLabel(terms.on),
    state,
    stateWords: stateInWords(state, terms.on, day),
    purpose: terms.purpose,
    outcome: isHeld ? outcomeInWords(terms.outcome, words) : null,
    cameWords: isHeld ? cameInWords(terms.attendance) : null,
    papers: terms.papers,
    source: {
      document: reference.document(terms.document)?.title ?? terms.document,
      page: terms.page,
      statedLabel: dayLabel(terms.statedOn),
    },
  }
}

/** The held meetings of one body, the newest first, of which there is at least one. */
function viewBoard(held: readonly RegisteredMeeting[]): BoardMeetingsAnswer['boards'][number] {
  const known = held.map(({ terms }) => terms.attendance).filter((rows) => rows.length > 0)
  return {
    body: held[0]?.terms.body ?? '',
    words: knownInWords(known.length, held.length),
    attendance: attendanceOf(known).map((each) => ({ ...each, words: attendanceInWords(each) })),
  }
}
