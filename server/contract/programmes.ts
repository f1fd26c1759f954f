import { z } from 'zod'
import { VERDICTS } from '../domain/realism.ts'
import { pointAnswer } from './points.ts'
import { targetAnswer } from './target-answers.ts'

/** Programmes (a savings strategy, a council plan): what data/programmes.json holds of them, and what the API says. */

const day = z.iso.date()
const id = z.string().regex(/^[a-z0-9-]+$/)

export const programmeSchema = z.strictObject({
  id,
  name: z.string(),
  area: z.string(),
  aim: z.string(),
  how: z.string().nullable(),
  from: day,
  to: day,
  years: z.int(),
  document: z.string(),
  page: z.string(),
  /** The target that the spending follows, and how much of what is saved goes into prevention. In per cent. */
  saving: z
    .strictObject({ target: z.string(), share: z.number(), reinvest: z.string(), reinvestShare: z.number() })
    .nullable(),
  blocks: z.array(z.strictObject({ id, title: z.string(), text: z.string() })),
  components: z.array(
    z.strictObject({ id, title: z.string(), text: z.string(), measures: z.array(z.string()) }),
  ),
  note: z.string().nullable(),
})
export type Programme = z.infer<typeof programmeSchema>

export const programmesAnswer = z
  .object({
    programmes: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        aim: z.string(),
        area: z.string(),
        areaName: z.string(),
        targets: z.int(),
      }),
    ),
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

/** A strategy on a page. */
export const programmeAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    area: z.object({ id: z.string(), name: z.string() }),
    aim: z.string(),
    how: z.string().nullable(),
    from: day,
    to: day,
    period: z.string().describe('When it runs or ran, and how far the figures reach'),
    document: z.string(),
    page: z.string(),
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
    blocks: programmeSchema.shape.blocks,
    components: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        text: z.string(),
        measures: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            unitShort: z.string(),
            point: pointAnswer.nullable(),
            words: z.string().describe('The newest figure with its day and its change, or why there is none'),
          }),
        ),
      }),
    ),
    illustrative: z.boolean(),
  })
  .meta({ id: 'Programme' })
export type ProgrammeAnswer = z.infer<typeof programmeAnswer>
