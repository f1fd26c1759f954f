import { z } from 'zod'
import { MEETING_STATES } from '../domain/meeting.ts'
import { MEETING_KINDS } from './meetings.ts'

/** What the API says of the meetings of boards and of the reviews of a contract, as of a day. */

const day = z.iso.date()

export const boardMeetingAnswer = z
  .object({
    id: z.string(),
    version: z.int(),
    body: z.string(),
    kind: z.enum(MEETING_KINDS),
    kindWords: z.string(),
    on: day,
    onLabel: z.string(),
    state: z.enum(MEETING_STATES).describe('As of the day: one that was held later is planned'),
    stateWords: z.string(),
    purpose: z.string().nullable(),
    outcome: z
      .string()
      .nullable()
      .describe('What was agreed, in a sentence that says so, or that this is not on record'),
    cameWords: z.string().nullable().describe('Who came to one that was held'),
    papers: z.string().nullable(),
    source: z.object({ document: z.string(), page: z.string().nullable(), statedLabel: z.string() }),
  })
  .meta({ id: 'BoardMeeting' })
export type BoardMeetingAnswer = z.infer<typeof boardMeetingAnswer>

export const boardMeetingsAnswer = z
  .object({
    words: z.string().describe('How many are on record and how they stand, or that there is none'),
    unheard: z.string().nullable().describe('Where the newest planned day passed without a word'),
    next: boardMeetingAnswer.nullable(),
    last: boardMeetingAnswer.nullable().describe('The last that was held'),
    others: z.array(boardMeetingAnswer).describe('The newest first'),
    boards: z.array(
      z.object({
        body: z.string(),
        words: z.string().describe('Of how many of its held meetings it is known who came'),
        attendance: z.array(
          z.object({
            who: z.string().describe('A role or an organisation'),
            listed: z.int().describe('Held meetings that list it; the others are counted among these'),
            came: z.int(),
            deputy: z.int(),
            apologies: z.int(),
            absent: z.int(),
            words: z.string(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'BoardMeetings' })
export type BoardMeetingsAnswer = z.infer<typeof boardMeetingsAnswer>
