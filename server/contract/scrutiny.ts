import { z } from 'zod'
import { parsePeriod } from '../domain/period.ts'
import { areaId, day, indicators, maybe, source, text } from './terms.ts'

/**
 * The terms of what a committee asks for, looks at and decides, and of what members and officers write to each other about
 * the figures: questions, commentary, and why to look at a topic. Roles only: nobody is named.
 */

const periodId = z
  .string()
  .refine((id) => parsePeriod(id) !== undefined, 'is not a period: use 2016-17Q3 or 2024-25')

export const questionTerms = z
  .strictObject({
    area: areaId,
    indicator: text(60).describe('Id of the measure that it is about'),
    period: periodId.nullable(),
    question: text(1000),
    askedBy: text(150).describe('A role'),
    askedOn: day,
    meeting: day.nullable().describe('The meeting that it is asked for'),
    answer: text(3000).nullable(),
    answeredBy: text(150).nullable().describe('A role'),
    answeredOn: day.nullable(),
    carriedTo: day.nullable().describe('The meeting that it is carried on to'),
    closed: z.boolean().describe('Whether the committee is content with the answer'),
  })
  .superRefine((terms, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (terms.answer !== null && terms.answeredBy === null)
      fault('answeredBy', 'is needed with an answer: name the role')
    if (terms.answer !== null && terms.answeredOn === null) fault('answeredOn', 'is needed with an answer')
    if (terms.answer === null && terms.closed)
      fault('closed', 'can’t be said of a question without an answer')
    if (terms.answeredOn !== null && terms.answeredOn < terms.askedOn)
      fault('answeredOn', 'lies before the day on which it was asked')
  })
  .meta({ id: 'QuestionTerms' })
export type QuestionTerms = z.infer<typeof questionTerms>

/** What officers say of a figure; for one that is off its path also the cause, what is done, by whom, until when. */
export const commentaryTerms = z
  .strictObject({
    area: areaId,
    indicator: text(60),
    period: periodId,
    text: text(3000),
    cause: text(1000).nullable(),
    action: text(1000).nullable(),
    owner: text(150).nullable().describe('A role'),
    recoveryOn: day.nullable().describe('When the figure is to be back on its path'),
    by: text(150).describe('The role of who writes'),
  })
  .meta({ id: 'CommentaryTerms' })
export type CommentaryTerms = z.infer<typeof commentaryTerms>

/** The nine questions of the committee's own form, in its order. No number of yeses is asked for. */
export const CHECKLIST_QUESTIONS = {
  addsValue: 'The review will add value to performance',
  priorities: 'It relates to the council’s priorities',
  notPerforming: 'The council or its partners are not performing well here',
  complaints: 'There were complaints or bad press',
  strategic: 'The issue is strategic and significant',
  publicInterest: 'There is public interest in it',
  impact: 'It bears on one or more parts of the community',
  changePlanned: 'Changes are planned, and scrutiny could help',
  resources: 'Members and officers have the time for it',
} as const

type ChecklistKey = keyof typeof CHECKLIST_QUESTIONS
const CHECKLIST_KEYS = Object.keys(CHECKLIST_QUESTIONS) as ChecklistKey[]

/** The field in which a yes to one of the nine is expanded on, as the form asks. */
export const howOf = <K extends ChecklistKey>(key: K): `${K}How` => `${key}How`

export const checklistTerms = z
  .strictObject({
    area: areaId,
    title: text(200),
    details: text(2000),
    ...Object.fromEntries(CHECKLIST_KEYS.map((key) => [key, z.boolean()])),
    ...Object.fromEntries(CHECKLIST_KEYS.map((key) => [howOf(key), text(1000).nullable().default(null)])),
    completedBy: text(150).describe('A role'),
    completedOn: day,
    outcome: text(600).nullable(),
  })
  .meta({ id: 'ChecklistTerms' })
export type ChecklistTerms = z.infer<typeof checklistTerms> &
  Record<ChecklistKey, boolean> &
  Record<`${ChecklistKey}How`, string | null>

/** The words of the committee's own tracker; they are not the colours of targets. */
export const TRACKER_RAGS = ['Green', 'Amber', 'Red', 'Not yet due', 'Completed'] as const

export const recommendationTerms = z
  .strictObject({
    committee: text(200),
    area: areaId,
    madeOn: day,
    text: text(1000),
    targetText: text(150).describe(
      'As the tracker prints it: Ongoing, Tbc, Before April meeting, 31 May 2016',
    ),
    targetOn: day.nullable().describe('Where that is a day, or a month, whose last day counts'),
    officer: text(200).describe('A role'),
    update: text(2000),
    rag: z.enum(TRACKER_RAGS),
    action: z.string().nullable(),
    indicators,
    asOf: day.describe('The day of the tracker that it stands in'),
    ...source,
  })
  .meta({ id: 'RecommendationTerms' })
export type RecommendationTerms = z.infer<typeof recommendationTerms>

export const workItemTerms = z
  .strictObject({
    committee: text(200),
    area: areaId,
    meeting: day,
    title: text(400),
    kind: z.enum(['overview', 'performance', 'thematic', 'update', 'board']),
    covers: maybe(100).describe('The quarter or year that it reports on, as printed'),
    lead: maybe(200).describe('A role'),
    note: maybe(600),
    ...source,
  })
  .meta({ id: 'WorkItemTerms' })
export type WorkItemTerms = z.infer<typeof workItemTerms>

export const decisionTerms = z
  .strictObject({
    area: areaId,
    reference: maybe(60),
    on: day,
    maker: text(200).describe('A role or a body'),
    title: text(300),
    outcome: text(1500),
    ...source,
  })
  .meta({ id: 'DecisionTerms' })
export type DecisionTerms = z.infer<typeof decisionTerms>
