import { z } from 'zod'

/**
 * The terms of what is being done, by whom, by when: plans with their actions, recommendations of a committee, its work
 * plan, decisions, events, contracts. Each entry of a register is one of these; data/plans/ holds those of the papers.
 * Roles only: nobody is named.
 */

const text = (most: number) => z.string().trim().min(1, 'has to be filled in').max(most)
const maybe = (most: number) => text(most).nullable()
const day = z.iso.date('is not a day: use 2019-06-14')
const areaId = z.string().regex(/^E\d{8}$/, 'is not an area: use an ONS code such as E06000009')
/** Where it stands: a document of data/documents.csv (or its title), and the place in it. */
const source = { document: text(300), page: maybe(200) }
const share = z.number().min(0).max(100).nullable().default(null)
const indicators = z.array(z.string()).max(12).describe('Ids of the measures that it bears on')

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

export const EVENT_KINDS = [
  'inspection',
  'monitoring visit',
  'direction',
  'plan',
  'milestone',
  'leadership',
  'definition',
  'meeting',
] as const

export const eventTerms = z
  .strictObject({
    area: areaId,
    on: day,
    until: day.nullable(),
    precision: z.enum(['day', 'month', 'quarter', 'year']),
    kind: z.enum(EVENT_KINDS),
    label: text(300),
    judgements: z
      .array(z.strictObject({ domain: text(100), grade: text(60) }))
      .describe('Of an inspection; overall effectiveness may be absent'),
    body: maybe(100),
    publishedOn: day.nullable(),
    abnormal: z
      .boolean()
      .describe('A stretch in which figures do not compare with others, such as the pandemic'),
    indicators: z.array(z.string()).describe('Only on the charts of these; on all if empty'),
    plan: z.string().nullable().default(null).describe('Id of the plan that it is a milestone of'),
    doubt: maybe(400).describe('Where sources differ'),
    source: text(400),
  })
  .meta({ id: 'EventTerms' })
export type EventTerms = z.infer<typeof eventTerms>

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

/** A fact of a paper that no other part of the program holds: shown with its source, compared with nothing. */
export const contextTerms = z
  .strictObject({
    area: areaId,
    topic: text(100),
    text: text(600),
    value: z.number().nullable(),
    unit: maybe(60),
    asAt: maybe(40).describe('As printed, or an ISO day'),
    conflict: maybe(400).describe('Where sources differ'),
    sensitive: z.boolean().describe('Not to be shown to everybody'),
    ...source,
  })
  .meta({ id: 'ContextTerms' })
export type ContextTerms = z.infer<typeof contextTerms>
