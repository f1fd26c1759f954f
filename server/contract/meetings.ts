import { z } from 'zod'
import { ATTENDANCE, sameWho } from '../domain/attendance.ts'
import { MEETING_STATES } from '../domain/meeting.ts'
import { areaId, day, maybe, source, text } from './terms.ts'

/**
 * The terms of a meeting: of a board that watches over a plan, of the review of a contract, or of Cabinet when it is told
 * how a contract performs. Roles and organisations only: nobody is named.
 */

export const MEETING_KINDS = ['board', 'contract-review', 'assurance'] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]

export const meetingTerms = z
  .strictObject({
    area: areaId,
    kind: z
      .enum(MEETING_KINDS)
      .describe('assurance: the director and the lead member report on a contract to Cabinet'),
    body: text(200).describe('The name of the board or committee'),
    plan: z.string().nullable().describe('Id of the plan that it watches over'),
    contract: z.string().nullable().describe('Id of the contract that it reviews'),
    on: day,
    state: z.enum(MEETING_STATES),
    purpose: maybe(600),
    attendance: z.array(
      z.strictObject({
        who: text(150).describe('A role or an organisation'),
        came: z.enum(ATTENDANCE).describe('In person, by a deputy, apologies, or none of these'),
      }),
    ),
    outcome: maybe(3000).describe('What was agreed'),
    papers: maybe(400).describe('The papers that it had, or where its minutes are'),
    statedOn: day,
    ...source,
  })
  .superRefine(({ on, state, attendance, outcome, statedOn }, context) => {
    const fault = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    if (state === 'held' && on > statedOn)
      fault(['on'], 'lies after the day on which it was stated: nobody can have said that it was held')
    if (state !== 'held' && attendance.length > 0)
      fault(['attendance'], 'has to be empty: it is known only of a meeting that was held')
    if (state !== 'held' && outcome !== null)
      fault(['outcome'], 'has to be empty: only a meeting that was held agreed anything')
    const names = attendance.map(({ who }) => sameWho(who))
    for (const [i, { who }] of attendance.entries())
      if (names.indexOf(names[i] ?? '') < i) fault(['attendance', i, 'who'], `is there twice: ${who}`)
  })
  .meta({ id: 'MeetingTerms' })
export type MeetingTerms = z.infer<typeof meetingTerms>
