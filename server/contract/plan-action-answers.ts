import { z } from 'zod'
import { ACTION_STATES } from './plans.ts'
import { pointAnswer } from './points.ts'

/** What the API says of an action of a plan: in its plan, and on a page of its own. */

const day = z.iso.date()

export const sourceAnswer = z.object({
  document: z.string(),
  page: z.string().nullable(),
  url: z.string().nullable(),
  statedOn: day,
  statedLabel: z.string(),
})

export const planActionAnswer = z.object({
  id: z.string(),
  title: z.string(),
  reference: z.string().nullable(),
  stage: z.object({ id: z.string(), name: z.string() }).nullable(),
  serves: z
    .object({ id: z.string(), name: z.string(), one: z.string().describe('What it is: Standard') })
    .nullable()
    .describe('What it serves in its plan'),
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
  update: z.string().nullable().describe('Progress in words'),
  next: z.string().nullable().describe('Next steps in words'),
  measures: z.array(z.object({ id: z.string(), name: z.string() })),
  source: sourceAnswer,
  version: z.int(),
})
export type PlanAction = z.infer<typeof planActionAnswer>

export const moveAnswer = z.object({
  of: z.enum(['plan', 'action', 'recommendation']).describe('Which register the entry is in'),
  id: z.string(),
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

export const measuredAnswer = z.object({
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
  change: z.string().nullable().describe('From before to after, in words'),
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
    evidence: z.string().nullable(),
    recommendation: z.string().nullable(),
    dueMove: z.string().nullable().describe('What became of its due day'),
    measures: z.array(actionMeasureAnswer),
    caution: z.string().describe('What before and after do not show'),
    history: z.array(moveAnswer).describe('The newest first'),
  })
  .meta({ id: 'PlanAction' })
export type PlanActionPage = z.infer<typeof planActionPageAnswer>
