import { type MEETING_KINDS, meetingTerms } from '../contract/meetings.ts'
import type { Came } from '../domain/attendance.ts'
import type { MeetingState } from '../domain/meeting.ts'
import { AREA, type Definition, plain, SOURCE } from './definition.ts'
import { choice, day, entry, line, rows, text } from './field.ts'

/** Meetings of boards, reviews of contracts and reports on them to Cabinet: who came, and what was agreed. */

export const MEETING_KIND_WORDS: Record<(typeof MEETING_KINDS)[number], string> = {
  board: 'Meeting of a board',
  'contract-review': 'Review of a contract',
  assurance: 'Report to Cabinet on a contract, by the director and the lead member',
}

export const MEETING_STATE_WORDS: Record<MeetingState, string> = {
  planned: 'Planned',
  held: 'Held',
  cancelled: 'Cancelled',
}

export const CAME_WORDS: Record<Came, string> = {
  yes: 'Came',
  deputy: 'Sent a deputy',
  apologies: 'Sent apologies',
  no: 'Did not come',
}

const ABOUT_NOTHING = 'is needed where no contract is named: choose the plan or the contract that it is about'

export const MEETING: Definition = {
  register: 'meeting',
  title: 'Meetings',
  one: 'a meeting',
  purpose:
    'When a board met or will meet, or a contract was reviewed, who came, and what was agreed. Meetings of scrutiny are in its work plan.',
  schema: plain(meetingTerms),
  asked: ({ plan, contract }) =>
    plan === null && contract === null ? [{ path: 'terms.plan', message: ABOUT_NOTHING }] : [],
  named: 'body',
  fields: [
    AREA,
    choice('kind', 'What kind of meeting', MEETING_KIND_WORDS),
    line('body', 'Board or committee', { hint: 'Its name, such as Improvement board' }),
    entry('plan', 'Plan that it watches over', 'plan', {
      optional: true,
      hint: 'A meeting is about a plan, a contract or both',
    }),
    entry('contract', 'Contract that it reviews', 'contract', { optional: true }),
    day('on', 'Day'),
    choice('state', 'State', MEETING_STATE_WORDS),
    text('purpose', 'What it is for', { optional: true }),
    rows('attendance', 'Who came', 'attendee', [
      line('who', 'Role or organisation', { hint: 'Not the name of a person' }),
      choice('came', 'Whether they came', CAME_WORDS),
    ]),
    text('outcome', 'What was agreed', { optional: true, hint: 'Once it was held. Roles, not names' }),
    line('papers', 'Its papers or minutes', { optional: true }),
    day('statedOn', 'Stated on'),
    ...SOURCE,
  ],
}
