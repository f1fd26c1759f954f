import { z } from 'zod'
import { VERDICTS } from '../domain/realism.ts'
import { ACTION_STATES, STRAND_KINDS } from './plans.ts'
import { pointAnswer } from './points.ts'
import { targetAnswer } from './target-answers.ts'

/** Programmes (a savings strategy, a council plan): plans of the register that targets belong to, and what the API says of them. */

const day = z.iso.date()

export const programmesAnswer = z
  .object({
    programmes: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          aim: z.string(),
          area: z.string(),
          areaName: z.string(),
          targets: z.int(),
        }),
      )
      .describe('Those that began last come first'),
    plans: z
      .array(z.object({ id: z.string(), name: z.string(), area: z.string(), retired: z.boolean() }))
      .describe('Every plan, which targets can be part of; those that were taken out too'),
  })
  .meta({ id: 'Programmes' })
export type ProgrammesAnswer = z.infer<typeof programmesAnswer>

const drawn = z.object({ on: day, value: z.number().nullable() })

/** A target of a programme, small: as it stands, and what a chart in the size of a card draws. */
export const programmeTarget = z.object({
  target: targetAnswer.describe('As it stands or, where it has run out, as it stood on its last day'),
  chart: z.object({
    points: z.array(drawn.extend({ text: z.string(), hollow: z.boolean(), isBreak: z.boolean() })),
    path: z.array(drawn),
    fan: z.array(z.object({ on: day, value: z.number(), low: z.number(), high: z.number() })),
    benchmark: z.object({ label: z.string(), points: z.array(drawn) }).nullable(),
    sentence: z.string().describe('What the chart shows, for who can’t see it'),
  }),
  chance: z
    .object({ percent: z.number().nullable(), words: z.string() })
    .nullable()
    .describe('That it is met when due, if recent change continues, or why that can’t be told'),
  realism: z
    .object({
      verdict: z.enum(VERDICTS).nullable(),
      sentence: z.string(),
      record: z.string().nullable().describe('Who went furthest, and how far we ever went'),
    })
    .nullable()
    .describe('Whether the change that was stated has ever been done, or why nobody can say'),
})
export type ProgrammeTarget = z.infer<typeof programmeTarget>

/** An action of the plan that serves one of its components. */
const servingAction = z.object({
  id: z.string(),
  title: z.string(),
  owner: z.string(),
  state: z.enum(ACTION_STATES),
  stateWords: z.string(),
  overdueWords: z.string().nullable(),
  due: z.string().describe('The day, what the paper says instead of one, or that none is stated'),
})
export type ServingAction = z.infer<typeof servingAction>

/** A strategy on a page. */
export const programmeAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    area: z.object({ id: z.string(), name: z.string() }),
    aim: z.string(),
    how: z.string().nullable(),
    from: day.nullable(),
    to: day.nullable(),
    period: z.string().describe('When it runs or ran, and how far the figures reach'),
    document: z.string(),
    page: z.string().nullable(),
    note: z.string().nullable(),
    hasSavings: z.boolean(),
    headline: z.string(),
    counts: z.object({
      targets: z.int(),
      approved: z.int(),
      onPath: z.int(),
      amber: z.int(),
      red: z.int(),
      noData: z.int(),
    }),
    targets: z
      .array(programmeTarget)
      .describe('Off the path first, the furthest of them first; then close to it, on it, and without data'),
    groups: z
      .array(z.object({ title: z.string(), targets: z.array(z.string()) }))
      .describe('The ids of the targets as the summary groups them, in the same order'),
    owners: z.string().nullable().describe('Whose all the targets are, where that is the same for all'),
    spend: z.string().nullable().describe('Spending against its path, in a sentence'),
    notMeasurable: z.array(z.object({ id: z.string(), title: z.string(), why: z.string() })),
    blocks: z
      .array(z.object({ id: z.string(), title: z.string(), text: z.string().nullable() }))
      .describe('What is in place already'),
    components: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(STRAND_KINDS),
        title: z.string(),
        text: z.string().nullable(),
        measures: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            unitShort: z.string(),
            point: pointAnswer.nullable(),
            words: z.string().describe('The newest figure with its day and its change, or why there is none'),
          }),
        ),
        actions: z.array(servingAction).describe('What is being done for it, the earliest due first'),
      }),
    ),
    illustrative: z.boolean(),
  })
  .meta({ id: 'Programme' })
export type ProgrammeAnswer = z.infer<typeof programmeAnswer>
