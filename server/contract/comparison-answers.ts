import { z } from 'zod'
import { BANDS } from '../domain/benchmark.ts'
import { MISSING_REASONS, STATUSES } from '../domain/figure.ts'
import { VERDICTS } from '../domain/realism.ts'
import { headingAnswer, placeAnswer } from './subject-answers.ts'

/** What the API answers of an area among others: on one day, and by what others have ever done. */

const missing = z.enum(MISSING_REASONS).nullable()
const day = z.iso.date()

const comparisonRow = z
  .object({
    id: z.string(),
    name: z.string(),
    own: z.boolean(),
    order: z.int().nullable().describe('Place in the list of statistical neighbours, 1 the closest'),
    closeness: z.string().nullable(),
    value: z.number().nullable(),
    text: z.string(),
    missing,
    reason: z.string().nullable(),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    rank: z.int().nullable().describe('1 is the lowest value, or the highest where high is good'),
    tied: z.int().nullable(),
    band: z.enum(BANDS).nullable().describe('Quarter of all authorities, A the best'),
    gap: z
      .object({ percent: z.number().nullable(), count: z.number().nullable() })
      .nullable()
      .describe('What the chosen area would have to change to match this one'),
    status: z.enum(STATUSES).nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'ComparisonRow' })
export type ComparisonRow = z.infer<typeof comparisonRow>

const benchmarkAnswer = z.object({
  label: z.string(),
  value: z.number().nullable(),
  text: z.string(),
  contributing: z.int(),
  of: z.int(),
  gap: z.object({ percent: z.number().nullable(), count: z.number().nullable(), words: z.string() }),
})

export const comparisonAnswer = z
  .object({
    indicator: headingAnswer,
    area: placeAnswer,
    period: z.object({ id: z.string(), label: z.string(), end: day }).nullable(),
    periods: z.array(z.object({ id: z.string(), label: z.string() })),
    group: z.enum(['neighbours', 'region', 'england']),
    groupLabel: z.string(),
    model: z.string().nullable(),
    areas: z.array(comparisonRow),
    benchmarks: z.object({
      mean: benchmarkAnswer,
      median: benchmarkAnswer,
      pooled: benchmarkAnswer.nullable(),
    }),
    p25: z.number().nullable(),
    p75: z.number().nullable(),
    reliable: z.boolean().describe('False where fewer than seven of the group have a figure'),
    national: z
      .object({ q1: z.number(), q2: z.number(), q3: z.number(), of: z.int() })
      .nullable()
      .describe('Quartiles over all authorities with a value'),
    summary: z.string(),
    noComparison: z.string().nullable(),
  })
  .meta({ id: 'Comparison' })
export type ComparisonAnswer = z.infer<typeof comparisonAnswer>

const realismRow = z.object({
  years: z.int(),
  needed: z.number().describe('Per cent in all'),
  neededAYear: z.number().describe('Per cent a year that adds up to it'),
  windows: z.int().describe('Stretches of so many years that figures are held of'),
  areas: z.int(),
  reached: z.int().describe('How many of them went at least as far'),
  reachedAreas: z.int(),
  share: z.number().describe('Per cent of the windows'),
  verdict: z.enum(VERDICTS),
  best: z.object({ area: z.string(), name: z.string(), from: z.int(), to: z.int(), change: z.number() }),
  median: z.number(),
  far: z.number().describe('The 5th percentile of changes, or the 95th where more is wanted'),
  own: z
    .array(z.object({ from: z.int(), to: z.int(), change: z.number() }))
    .describe('What the area itself did in as many years'),
  sentence: z.string(),
})
export const realismAnswer = z
  .object({
    indicator: z.string(),
    area: z.string(),
    basis: z.string().describe('Which authorities and years were looked at'),
    rows: z.array(realismRow),
  })
  .meta({ id: 'Realism' })
export type RealismAnswer = z.infer<typeof realismAnswer>
