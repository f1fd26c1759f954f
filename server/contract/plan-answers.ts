import { z } from 'zod'
import { boardMeetingsAnswer } from './meeting-answers.ts'
import { measuredAnswer, moveAnswer, planActionAnswer, sourceAnswer } from './plan-action-answers.ts'
import { coverAnswer, fundingAnswer, inspectionAnswer, strandGroupAnswer } from './plan-content-answers.ts'
import { baselineAnswer, reviewAnswer, stabilityAnswer, timelineAnswer } from './plan-part-answers.ts'
import { PLAN_KINDS } from './plans.ts'
import { TRACKER_RAGS } from './scrutiny.ts'
import { ratingAnswer } from './target-answers.ts'
import { areaId } from './terms.ts'

/** What the API says of plans, as they stand on a day. */

const day = z.iso.date()
const askedDay = z.iso.date('is not a day: use 2017-03-27').optional()

export const plansQuery = z.object({
  area: areaId.optional().describe('The area; the home area if left out'),
})
export const planQuery = z.object({
  on: askedDay.describe('The day that the plan is read on; today unless it is given'),
  since: askedDay.describe(
    'What moved after this day; without it since the last meeting of its boards, or else of the work plan',
  ),
})
export const planActionQuery = planQuery.pick({ on: true })
export const dueQuery = z.object({
  area: areaId.optional(),
  plan: z.string().max(60).optional().describe('Only what is due in one plan'),
})

const countsAnswer = z.object({
  actions: z.int(),
  done: z.int(),
  underWay: z.int(),
  notStarted: z.int(),
  stopped: z.int(),
  open: z.int().describe('Under way or not started'),
  openWithDue: z.int().describe('Open ones that have a due day; only these can be overdue'),
  overdue: z.int(),
  longest: z.int().nullable().describe('Days that the one longest overdue is overdue'),
})
export type PlanCounts = z.infer<typeof countsAnswer>

export const planRowAnswer = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(PLAN_KINDS),
  kindWords: z.string(),
  period: z.string(),
  counts: countsAnswer,
  countsWords: z.string(),
  dueWords: z.string(),
  lastWord: z.object({ on: day, label: z.string() }),
  newest: z
    .object({ on: day, label: z.string(), words: z.string() })
    .describe('The newest change of the plan or an action'),
  onAPage: z.boolean().describe('Whether it has targets or savings, and so a page as a strategy'),
  changing: z.string().nullable().describe('Where it keeps changing: how, in words'),
})
export type PlanRow = z.infer<typeof planRowAnswer>

export const plansAnswer = z
  .object({
    area: z.object({ id: z.string(), name: z.string() }),
    on: day,
    summary: z.string(),
    silence: z.string().nullable().describe('Where nothing was heard of any of them for a year'),
    plans: z.array(planRowAnswer),
  })
  .meta({ id: 'Plans' })
export type PlansAnswer = z.infer<typeof plansAnswer>

const planMeasures = z.object({
  words: z.string(),
  rows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      unitShort: z.string(),
      direction: z.string(),
      before: measuredAnswer.nullable().describe('The last figure by the day on which the plan began'),
      after: measuredAnswer.nullable().describe('The newest one'),
      change: z.string().nullable().describe('From before to after, in words'),
      line: z.array(z.object({ end: day, value: z.number().nullable() })),
      actions: z.int().describe('How many actions of the plan name it'),
      target: z
        .object({
          id: z.string(),
          title: z.string(),
          state: ratingAnswer.shape.state,
          words: z.string(),
        })
        .nullable()
        .describe('In force on the present day'),
      illustrative: z.boolean(),
    }),
  ),
})

const option = z.object({ value: z.string(), label: z.string() })

export const planAnswer = z
  .object({
    id: z.string(),
    version: z.int(),
    retired: z.boolean(),
    name: z.string(),
    kind: z.enum(PLAN_KINDS),
    kindWords: z.string(),
    area: z.object({ id: z.string(), name: z.string() }),
    onAPage: z.boolean().describe('Whether it has targets or savings, and so a page as a strategy'),
    purpose: z.string(),
    how: z.string().nullable().describe('How that is to be reached'),
    follows: z
      .object({
        words: z.string(),
        doubt: z.string().nullable(),
        sources: z.array(z.object({ text: z.string(), url: z.string().nullable() })),
      })
      .nullable()
      .describe('The inspection that it follows'),
    inspection: inspectionAnswer.nullable().describe('What was judged at it and at later ones'),
    strands: z.array(strandGroupAnswer).describe('What it is made up of, kind by kind'),
    cover: coverAnswer.nullable().describe('Posts that are covered while they change hands'),
    funding: fundingAnswer,
    period: z.string(),
    periodNote: z.string().nullable(),
    source: sourceAnswer,
    on: day,
    onLabel: z.string(),
    isToday: z.boolean(),
    today: day,
    onOptions: z.array(option).describe('Days worth reading it on'),
    recordNote: z.string().nullable().describe('Where the day lies before anything was on record'),
    silence: z
      .object({ on: day, words: z.string() })
      .nullable()
      .describe('Where nothing has been heard of the plan for a year: the day of the last word'),
    counts: countsAnswer,
    countsWords: z.string(),
    dueWords: z.string(),
    unheardWords: z
      .string()
      .nullable()
      .describe('Overdue ones of which nothing was heard since their due day'),
    actions: z.array(planActionAnswer),
    measures: planMeasures.nullable().describe('By which the plan can be followed; null where it names none'),
    stages: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        days: z.string(),
        text: z.string().nullable(),
        counts: countsAnswer,
        countsWords: z.string(),
      }),
    ),
    owners: z.array(z.object({ owner: z.string(), counts: countsAnswer, countsWords: z.string() })),
    states: z.array(option).describe('The states that there are, for choosing among the actions'),
    timeline: timelineAnswer.nullable(),
    undatedWords: z.string().nullable().describe('Actions that no timeline can hold'),
    moved: z.object({
      since: day,
      sinceWords: z.string(),
      sinceOptions: z.array(option),
      words: z.string(),
      moves: z.array(moveAnswer).describe('The newest first'),
    }),
    dueMoves: z.object({
      dues: z.int(),
      changes: z.int(),
      later: z.int(),
      earlier: z.int(),
      dropped: z.int(),
      averageDays: z.number().nullable(),
      words: z.string(),
    }),
    baseline: baselineAnswer.describe('The plan as it was first set against how it stands'),
    stability: stabilityAnswer.describe('Whether it keeps changing'),
    review: reviewAnswer.nullable(),
    recommendations: z.object({
      words: z.string().nullable(),
      rows: z.array(
        z.object({
          id: z.string(),
          text: z.string(),
          committee: z.string(),
          madeLabel: z.string(),
          targetText: z.string(),
          rag: z.enum(TRACKER_RAGS),
          asOfLabel: z.string(),
          source: z.string(),
        }),
      ),
    }),
    boards: z.array(
      z.object({
        name: z.string(),
        chair: z.string().nullable(),
        members: z.string().nullable(),
        meets: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
    meetings: boardMeetingsAnswer.describe('Meetings of its boards, as of the day'),
    notes: z.array(z.string()),
    documents: z.array(
      z.object({
        title: z.string(),
        publisher: z.string().nullable(),
        url: z.string().nullable(),
        pages: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'Plan' })
export type PlanAnswer = z.infer<typeof planAnswer>
