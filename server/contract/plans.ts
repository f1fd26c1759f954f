import { z } from 'zod'
import { areaId, day, indicators, maybe, source, text } from './terms.ts'

/**
 * The terms of what is being done, by whom, by when: plans with their actions, and contracts. Each entry of a register
 * is one of these; data/plans/ holds those of the papers. Roles only: nobody is named.
 */

const share = z.number().min(0).max(100).nullable().default(null)

export const PLAN_KINDS = [
  'improvement',
  'partnership',
  'strategy',
  'review',
  'transition',
  'annual',
] as const

/** What a plan is made up of, beside its stages: each of these can have actions that serve it. */
export const STRAND_KINDS = ['recommendation', 'standard', 'priority', 'component', 'block'] as const

const strand = z.strictObject({
  kind: z.enum(STRAND_KINDS),
  id: text(40).describe('A word that actions name it by'),
  name: text(400),
  text: maybe(1000),
  owner: maybe(150).describe('A role'),
  body: maybe(150).describe('The organisation that a standard falls to, the domain of a recommendation'),
  indicators,
})
export type Strand = z.infer<typeof strand>

const isBefore = (to: string | null, from: string | null) => to !== null && from !== null && to < from

export const planTerms = z
  .strictObject({
    kind: z.enum(PLAN_KINDS),
    area: areaId,
    name: text(200),
    purpose: text(1000),
    how: maybe(1000).default(null).describe('How that is to be reached'),
    from: day.nullable(),
    to: day.nullable(),
    lengthText: maybe(100).describe('As the paper puts it: nine months'),
    periodNote: maybe(400).describe('How from and to were come by, where the paper does not name them'),
    stages: z.array(
      z.strictObject({
        id: text(40),
        name: text(100),
        from: day.nullable(),
        to: day.nullable(),
        text: maybe(400),
      }),
    ),
    strands: z
      .array(strand)
      .default([])
      .describe('Recommendations of an inspection, standards, priorities, components, building blocks'),
    cover: z
      .array(
        z.strictObject({
          post: text(150).describe('A role'),
          holder: text(150).describe('The role of who covers it'),
          from: day.nullable(),
          to: day.nullable(),
          note: maybe(400),
        }),
      )
      .default([])
      .describe('Which posts are covered by whom while they change hands'),
    funding: z
      .array(
        z.strictObject({
          funder: text(150),
          amount: z.number().nonnegative().describe('In pounds'),
          period: maybe(100).describe('As printed: five years'),
          note: maybe(400),
        }),
      )
      .default([]),
    savingTarget: z
      .string()
      .nullable()
      .default(null)
      .describe('Id of the target that its spending follows, where it is to save money'),
    savingShare: share.describe('How much less is to be spent, in per cent'),
    reinvestTarget: z
      .string()
      .nullable()
      .default(null)
      .describe('Id of the target for what goes from savings into prevention'),
    reinvestShare: share.describe('How much of what is saved goes into prevention, in per cent'),
    boards: z.array(
      z.strictObject({
        name: text(150),
        chair: maybe(150),
        members: maybe(300),
        meets: maybe(100),
        note: maybe(400),
      }),
    ),
    /** For a mapping review: the parts looked at, and what was found by theme. */
    parts: z.array(
      z.strictObject({
        name: text(150),
        state: z.enum(['done', 'remaining', 'added']),
        weeks: z.number().nullable(),
        note: maybe(300),
      }),
    ),
    findings: z.array(z.strictObject({ theme: text(150), text: text(600) })),
    weeksPlanned: z.int().nullable(),
    recommendations: z
      .int()
      .nullable()
      .describe('How many recommendations it answers, where the paper says so'),
    inspection: z.string().nullable().describe('Id of the event that it follows'),
    notes: z.array(text(600)),
    statedOn: day,
    ...source,
  })
  .meta({ id: 'PlanTerms' })
export type PlanTerms = z.infer<typeof planTerms>

export const ACTION_STATES = ['not-started', 'under-way', 'done', 'stopped'] as const

export const actionTerms = z
  .strictObject({
    plan: text(60),
    reference: maybe(20),
    title: text(400),
    stage: z.string().nullable(),
    serves: z
      .string()
      .nullable()
      .default(null)
      .describe('Id of what it serves in the plan: a recommendation, a standard, a priority, a component'),
    recommendation: z.string().nullable().describe('Id of the recommendation that it answers'),
    owner: text(150).describe('A role'),
    start: day.nullable(),
    due: day.nullable(),
    dueText: maybe(150).describe('As the paper puts it: Summer 2017'),
    state: z.enum(ACTION_STATES),
    stateText: maybe(150).describe('In the words of the paper: Yes, on track'),
    progress: z.number().min(0).max(100).nullable().describe('Per cent, where it is given'),
    update: maybe(2000).describe('Progress in words'),
    next: maybe(1000).describe('Next steps in words'),
    evidence: maybe(600).describe('Where it can be seen that it was done'),
    indicators,
    statedOn: day,
    ...source,
  })
  .superRefine((terms, context) => {
    if (terms.state === 'done' && terms.evidence === null)
      context.addIssue({
        code: 'custom',
        path: ['evidence'],
        message: 'is needed to close an action: say where it can be seen that it was done',
      })
    if (terms.start !== null && terms.due !== null && terms.due < terms.start)
      context.addIssue({ code: 'custom', path: ['due'], message: 'has to be later than the start' })
  })
  .meta({ id: 'ActionTerms' })
export type ActionTerms = z.infer<typeof actionTerms>

export const contractTerms = z
  .strictObject({
    area: areaId,
    name: text(200),
    provider: text(200),
    ownedBy: text(200),
    form: maybe(200),
    direction: maybe(400),
    startedOn: day.nullable(),
    endsOn: day.nullable().default(null).describe('The last day of its term'),
    term: maybe(200),
    board: maybe(300),
    assurance: text(600).describe('Who answers to whom for what the contract delivers'),
    reviews: maybe(400),
    escalation: maybe(400),
    measures: z.array(
      z.strictObject({
        target: z.string().describe('Id of a target'),
        review: maybe(100),
        consequence: maybe(300),
      }),
    ),
    noMeasures: maybe(400).describe('Why there are none'),
    notes: z.array(text(600)),
    statedOn: day,
    ...source,
  })
  .superRefine(({ startedOn, endsOn }, context) => {
    if (isBefore(endsOn, startedOn))
      context.addIssue({ code: 'custom', path: ['endsOn'], message: 'has to be later than the start' })
  })
  .meta({ id: 'ContractTerms' })
export type ContractTerms = z.infer<typeof contractTerms>
