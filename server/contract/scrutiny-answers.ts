import { z } from 'zod'
import { PROMPT_KINDS } from '../domain/prompts.ts'
import { CHECKLIST_QUESTIONS, TRACKER_RAGS } from './scrutiny.ts'
import { areaId } from './terms.ts'

/**
 * What a committee follows up: the recommendations that it made, its work plan, decisions, the questions of members,
 * and topics put forward. `on` is the day that all of it is shown as of.
 */

const on = z.iso.date('is not a day: use 2017-04-27')

export const scrutinyQuery = z.object({
  area: areaId.optional().describe('The area; the home area if left out'),
  on: on.optional().describe('Shown as of this day; today if left out'),
})
export const questionsQuery = scrutinyQuery.extend({
  indicator: z.string().optional().describe('Only questions about this measure'),
})
export const promptsQuery = z.object({
  area: areaId.optional(),
  neighbours: z.string().default('2025').describe('The model of statistical neighbours: 2021 or 2025'),
  asAt: on.optional().describe('From what was published by the end of this day'),
})
export type PromptsQuery = z.output<typeof promptsQuery>

const place = z.object({ id: z.string(), name: z.string() })
const dated = z.object({ on: z.iso.date(), label: z.string().describe('The day in words') })
const source = z.object({ document: z.string(), page: z.string().nullable() })
const measure = z.object({ id: z.string(), name: z.string() })

const updateAnswer = z.object({
  version: z.int(),
  asOf: dated.describe('The day of the tracker that says so'),
  rag: z.enum(TRACKER_RAGS),
  target: z.string(),
  update: z.string(),
  madeBy: z.string(),
  madeOn: dated.describe('When it was entered here'),
  reason: z.string(),
})

const trackerRowAnswer = z.object({
  id: z.string(),
  committee: z.string(),
  made: dated,
  text: z.string(),
  target: z.string().describe('As it is said: Ongoing, Tbc, 31 May 2016'),
  targetOn: z.iso.date().nullable(),
  officer: z.string(),
  update: z.string(),
  rag: z.enum(TRACKER_RAGS),
  asOf: dated,
  overdueDays: z.int().nullable().describe('Null where it is not late, or has no day'),
  overdue: z.string().nullable().describe('In words: 331 days late on 27 April 2017'),
  notLate: z.string().nullable().describe('Why it is not counted as late although its day is over'),
  action: z.object({ id: z.string(), title: z.string(), plan: z.string() }).nullable(),
  measures: z.array(measure),
  source,
  history: z.array(updateAnswer).describe('Every state that is held, the newest first'),
})
export type TrackerRowAnswer = z.infer<typeof trackerRowAnswer>

export const trackerAnswer = z
  .object({
    area: place,
    on: dated,
    rows: z.array(trackerRowAnswer).describe('By day, then as in the paper'),
    counts: z.object({
      total: z.int(),
      ratings: z.array(z.object({ rag: z.enum(TRACKER_RAGS), count: z.int() })),
      overdue: z.int(),
    }),
    sentence: z.string(),
    held: z.string().nullable().describe('Of which day the rows are, where that is not the day shown'),
    days: z.array(dated).describe('The days of the trackers held, the newest first'),
  })
  .meta({ id: 'Tracker' })
export type TrackerAnswer = z.infer<typeof trackerAnswer>

export const QUESTION_STATES = ['open', 'answered', 'closed'] as const
const questionAnswer = z.object({
  id: z.string(),
  question: z.string(),
  measure,
  period: z.string().nullable().describe('In words'),
  askedBy: z.string(),
  asked: dated,
  state: z.enum(QUESTION_STATES),
  stateWords: z.string(),
  days: z.int().describe('For how long it was, or has been, without an answer'),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answered: dated.nullable(),
  meeting: dated.nullable().describe('The meeting that it was asked for'),
  carriedTo: dated.nullable().describe('The meeting that it was carried on to'),
  late: z.string().nullable().describe('That its meeting is over without an answer, and what to do'),
  version: z.int().describe('The version that a change is made from'),
  carry: z
    .object({ to: dated, reason: z.string().describe('Why, as it is kept if nothing else is said') })
    .nullable()
    .describe('The next meeting that it can be carried on to; null where none is entered or it is answered'),
})
export type QuestionAnswer = z.infer<typeof questionAnswer>

export const questionsAnswer = z
  .object({
    area: place,
    on: dated,
    questions: z.array(questionAnswer).describe('Open ones first, what has waited longest before the rest'),
    counts: z.object({ open: z.int(), answered: z.int(), closed: z.int() }),
    sentence: z.string(),
  })
  .meta({ id: 'Questions' })
export type QuestionsAnswer = z.infer<typeof questionsAnswer>

const meetingAnswer = z.object({
  on: z.iso.date(),
  label: z.string(),
  state: z.enum(['past', 'next', 'later']),
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: z.string().describe('In words'),
      covers: z.string().nullable().describe('The quarter or year that it reports on, as printed'),
      lead: z.string().nullable(),
      note: z.string().nullable(),
      source,
    }),
  ),
  questions: z
    .array(z.object({ id: z.string(), question: z.string(), measure: z.string(), stateWords: z.string() }))
    .describe('Those that are asked for it or carried on to it'),
})
export type MeetingAnswer = z.infer<typeof meetingAnswer>

const decisionAnswer = z.object({
  id: z.string(),
  reference: z.string().nullable(),
  made: dated,
  maker: z.string(),
  title: z.string(),
  outcome: z.string(),
  source,
})
export type DecisionAnswer = z.infer<typeof decisionAnswer>

const checklistKey = z.enum(
  Object.keys(CHECKLIST_QUESTIONS) as [
    keyof typeof CHECKLIST_QUESTIONS,
    ...(keyof typeof CHECKLIST_QUESTIONS)[],
  ],
)
const topicAnswer = z.object({
  id: z.string(),
  title: z.string(),
  details: z.string(),
  answers: z.array(
    z.object({
      key: checklistKey,
      yes: z.boolean(),
      how: z.string().nullable().describe('How the topic meets it, in the words of who put it forward'),
    }),
  ),
  completedBy: z.string(),
  completed: dated,
  outcome: z.string().nullable(),
})
export type TopicAnswer = z.infer<typeof topicAnswer>

export const scrutinyAnswer = z
  .object({
    area: place,
    on: dated,
    isToday: z.boolean(),
    tracker: trackerAnswer,
    workPlan: z.object({
      committees: z.array(z.string()),
      sentence: z.string(),
      meetings: z.array(meetingAnswer).describe('In the order of their days'),
    }),
    decisions: z.array(decisionAnswer).describe('The newest first'),
    questions: questionsAnswer,
    topics: z.object({
      questions: z
        .array(
          z.object({
            key: checklistKey,
            text: z.string(),
            weighsMost: z.boolean().describe('Whether the form itself asks to put such topics first'),
          }),
        )
        .describe('The nine of the form, in its order'),
      entries: z.array(topicAnswer),
    }),
  })
  .meta({ id: 'Scrutiny' })
export type ScrutinyAnswer = z.infer<typeof scrutinyAnswer>

export const promptsAnswer = z
  .object({
    area: place,
    standing: z.array(z.string()).describe('What can be asked of anything'),
    measures: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        period: z.string(),
        label: z.string().describe('The newest figure is of'),
        prompts: z.array(z.object({ kind: z.enum(PROMPT_KINDS), text: z.string() })),
        illustrative: z.boolean(),
      }),
    ),
    sentence: z.string().describe('How these measures were chosen'),
  })
  .meta({ id: 'Prompts' })
export type PromptsAnswer = z.infer<typeof promptsAnswer>
