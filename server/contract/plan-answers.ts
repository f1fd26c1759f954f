import { z } from 'zod'
import { ACTION_STATES, PLAN_KINDS, TRACKER_RAGS } from './plans.ts'
import { pointAnswer } from './points.ts'

/** What the API says of plans and their actions, as they stand on a day. */

const day = z.iso.date()
const areaId = z.string().regex(/^E\d{8}$/, 'is not an area: use an ONS code such as E06000009')
const askedDay = z.iso.date('is not a day: use 2017-03-27').optional()

export const plansQuery = z.object({
  area: areaId.optional().describe('The area; the home area if left out'),
})
export const planQuery = z.object({
  on: askedDay.describe('The day that the plan is read on; today unless it is given'),
  since: askedDay.describe('What moved after this day; without it since the last meeting of the work plan'),
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

const sourceAnswer = z.object({
  document: z.string(),
  page: z.string().nullable(),
  url: z.string().nullable(),
  statedOn: day,
  statedLabel: z.string(),
})

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

export const planActionAnswer = z.object({
  id: z.string(),
  title: z.string(),
  reference: z.string().nullable(),
  stage: z.object({ id: z.string(), name: z.string() }).nullable(),
  owner: z.string(),
  start: day.nullable(),
  startLabel: z.string().nullable(),
  due: day.nullable(),
  dueLabel: z.string().nullable(),
  dueText: z.string().nullable().describe('As the paper puts it'),
  state: z.enum(ACTION_STATES),
  stateWords: z.string(),
  stateText: z.string().nullable().describe('As the paper puts it'),
  overdueDays: z.int().nullable(),
  overdueWords: z.string().nullable(),
  lastWord: z.object({ on: day, label: z.string() }).describe('When it was last stated or changed'),
  unheard: z.boolean().describe('Overdue, and no word of it is later than its due day'),
  progress: z.string().nullable(),
  measures: z.array(z.object({ id: z.string(), name: z.string() })),
  source: sourceAnswer,
  version: z.int(),
})
export type PlanAction = z.infer<typeof planActionAnswer>

const moveAnswer = z.object({
  action: z.string(),
  title: z.string(),
  on: day,
  onLabel: z.string(),
  version: z.int(),
  kind: z.enum(['set', 'changed', 'retired', 'brought-back']),
  kindWords: z.string(),
  by: z.string(),
  reason: z.string(),
  changed: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
})
export type PlanMove = z.infer<typeof moveAnswer>

const option = z.object({ value: z.string(), label: z.string() })

const reviewAnswer = z.object({
  week: z.int().nullable().describe('The week that the day lies in; null before and after the review'),
  weeksPlanned: z.int().nullable(),
  weekWords: z.string(),
  endWords: z.string().nullable(),
  slippageWords: z.string(),
  expectedWords: z.string().nullable().describe('Where the end lay ahead when this was stated'),
  partsWords: z.string(),
  parts: z.array(
    z.object({
      state: z.enum(['done', 'remaining', 'added']),
      stateWords: z.string(),
      parts: z.array(
        z.object({ name: z.string(), weeks: z.string().nullable(), note: z.string().nullable() }),
      ),
    }),
  ),
  findingsWords: z.string(),
  themes: z.array(z.object({ theme: z.string(), findings: z.array(z.string()) })),
})
export type PlanReview = z.infer<typeof reviewAnswer>

const timelineAnswer = z.object({
  from: day,
  to: day,
  onLabel: z.string().nullable().describe('The day that the plan is read on, where it lies on the timeline'),
  awayWords: z.string().nullable().describe('Where that day lies, if it is too far to be drawn'),
  stages: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      from: day.nullable(),
      to: day.nullable(),
      words: z.string().describe('Its days in words'),
    }),
  ),
  rows: z.array(
    z.object({
      action: z.string(),
      title: z.string(),
      stage: z.string().nullable(),
      from: day,
      to: day.describe('The same day as from where only one is known'),
      state: z.enum([...ACTION_STATES, 'overdue']),
      words: z.string(),
    }),
  ),
  months: z
    .array(
      z.object({
        month: z.string(),
        entries: z.array(
          z.object({
            on: day,
            onLabel: z.string(),
            action: z.string().nullable(),
            words: z.string(),
            state: z.enum([...ACTION_STATES, 'overdue']).nullable(),
            stateWords: z.string().nullable(),
          }),
        ),
      }),
    )
    .describe('The same as a list, month by month'),
  sentence: z.string(),
})
export type PlanTimeline = z.infer<typeof timelineAnswer>

export const planAnswer = z
  .object({
    id: z.string(),
    version: z.int(),
    retired: z.boolean(),
    name: z.string(),
    kind: z.enum(PLAN_KINDS),
    kindWords: z.string(),
    area: z.object({ id: z.string(), name: z.string() }),
    purpose: z.string(),
    follows: z
      .object({
        words: z.string(),
        doubt: z.string().nullable(),
        sources: z.array(z.object({ text: z.string(), url: z.string().nullable() })),
      })
      .nullable()
      .describe('The inspection that it follows'),
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

const measuredAnswer = z.object({
  label: z.string(),
  end: day,
  value: z.number(),
  text: z.string(),
  illustrative: z.boolean(),
})

const actionMeasureAnswer = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  unitShort: z.string(),
  direction: z.string(),
  from: z.object({ on: day, words: z.string() }).describe('The day that before and after are told by'),
  due: day.nullable(),
  before: measuredAnswer.nullable(),
  after: measuredAnswer.nullable(),
  words: z.string(),
  points: z.array(pointAnswer),
  quoted: z.array(z.string()).describe('What papers quote of it'),
  illustrative: z.boolean(),
})
export type ActionMeasure = z.infer<typeof actionMeasureAnswer>

export const planActionPageAnswer = z
  .object({
    action: planActionAnswer,
    plan: z.object({ id: z.string(), name: z.string() }),
    area: z.object({ id: z.string(), name: z.string() }),
    on: day,
    onLabel: z.string(),
    isToday: z.boolean(),
    recordNote: z.string().nullable(),
    retired: z.boolean(),
    standing: z.string().describe('Where it stands, in a sentence'),
    update: z.string().nullable(),
    next: z.string().nullable(),
    evidence: z.string().nullable(),
    recommendation: z.string().nullable(),
    dueMove: z.string().nullable().describe('What became of its due day'),
    measures: z.array(actionMeasureAnswer),
    caution: z.string().describe('What before and after do not show'),
    history: z.array(moveAnswer).describe('The newest first'),
  })
  .meta({ id: 'PlanAction' })
export type PlanActionPage = z.infer<typeof planActionPageAnswer>
