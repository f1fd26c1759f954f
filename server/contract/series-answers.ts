import { z } from 'zod'
import { BENCHMARK_METHODS } from '../domain/benchmark.ts'
import { MISSING_REASONS } from '../domain/figure.ts'
import { FLOW_BASES } from '../domain/flow.ts'
import { VIEWS } from '../domain/indicator.ts'
import { eventAnswer, pointAnswer } from './points.ts'
import { changeAnswer, headingAnswer, placeAnswer } from './subject-answers.ts'
import { ratingAnswer } from './target-answers.ts'

/** What the API answers of a measure over time: its points, what they are compared with, and what is aimed at. */

const missing = z.enum(MISSING_REASONS).nullable()
const day = z.iso.date()

const benchmarkPointAnswer = z
  .object({
    period: z.string(),
    label: z.string(),
    shortLabel: z.string(),
    end: day,
    value: z.number().nullable(),
    text: z.string(),
    missing,
    contributing: z.int().describe('How many of the group had a number'),
    of: z.int(),
  })
  .meta({ id: 'BenchmarkPoint' })
export type BenchmarkPointAnswer = z.infer<typeof benchmarkPointAnswer>

const comparatorAnswer = z
  .object({
    kind: z.enum(['neighbours', 'region', 'england', 'area']),
    id: z.string(),
    label: z.string(),
    method: z.enum(BENCHMARK_METHODS).nullable(),
    model: z.string().nullable(),
    points: z.array(benchmarkPointAnswer),
  })
  .meta({ id: 'Comparator' })
export type ComparatorAnswer = z.infer<typeof comparatorAnswer>

/** What a paper says a measure should come to, with what it takes to say how realistic that is. */
const aimAnswer = z
  .object({
    id: z.string().describe('Id of the target'),
    baseline: z.number().nullable().describe('Where it starts from, if the paper says so'),
    change: z.number().nullable().describe('The change in per cent that it asks for'),
    years: z.array(z.int()).describe('Within how many years; several where the paper does not say'),
    view: z.enum(VIEWS),
    value: z.number().nullable(),
    text: z.string(),
    statedOn: day,
    document: z.string(),
    page: z.string().nullable(),
  })
  .meta({ id: 'StatedAim' })
export type AimAnswer = z.infer<typeof aimAnswer>

/** The target that a chart shows, with its path. */
const seriesTargetAnswer = z
  .object({
    id: z.string(),
    title: z.string(),
    value: z.number().nullable().describe('The goal; null for a range and where its benchmark has no figure'),
    text: z.string().describe('The goal, to read'),
    goalWords: z.string().nullable(),
    dueLabel: z.string().nullable(),
    state: z.enum(['in-force', 'not-approved', 'ended', 'retired']),
    stateWords: z.string(),
    rating: ratingAnswer,
    path: z.array(z.object({ on: day, value: z.number(), text: z.string() })),
    pathLabel: z.string(),
    expected: z
      .array(z.object({ period: z.string(), text: z.string(), state: ratingAnswer.shape.state }))
      .describe('What the path asked for on the day of each figure since it began'),
    document: z.string(),
    page: z.string().nullable(),
  })
  .meta({ id: 'SeriesTarget' })
export type SeriesTargetAnswer = z.infer<typeof seriesTargetAnswer>

export const seriesAnswer = z
  .object({
    indicator: headingAnswer,
    area: placeAnswer,
    by: z.enum(['month', 'quarter', 'financial-year']),
    available: z.array(z.enum(['month', 'quarter', 'financial-year'])),
    basis: z.enum(FLOW_BASES).nullable().describe('How a quarterly flow is shown; null for anything else'),
    asAt: day.nullable(),
    points: z.array(pointAnswer),
    facts: z.array(pointAnswer).describe('Dated figures from documents, on their own days'),
    comparators: z.array(comparatorAnswer),
    noComparators: z.string().nullable().describe('Why there is nothing to compare with'),
    target: seriesTargetAnswer.nullable().describe('The target of this view, if there is one'),
    aims: z.array(aimAnswer).describe('Everything that papers say it should come to'),
    events: z.array(eventAnswer).describe('Those that were asked for, and stretches that do not compare'),
    eventCount: z.int().describe('How many events are held for it in all'),
    abnormal: z
      .array(z.string())
      .describe('Periods of points that lie in a stretch whose figures do not compare with others'),
    base: z
      .object({ period: z.string(), label: z.string() })
      .nullable()
      .describe('The period that the newest figure is set against, if one was asked for'),
    summary: z.object({
      title: z.string(),
      text: z.string(),
      age: z.string().nullable().describe('How long ago the period of the newest figure ended'),
      change: changeAnswer.nullable(),
      yearChange: changeAnswer.nullable(),
      baseChange: changeAnswer.nullable(),
    }),
    illustrative: z.boolean().describe('Whether any figure in the answer is illustrative'),
  })
  .meta({ id: 'Series' })
export type SeriesAnswer = z.infer<typeof seriesAnswer>
