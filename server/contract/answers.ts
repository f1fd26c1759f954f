import { z } from 'zod'
import { BANDS, BENCHMARK_METHODS } from '../domain/benchmark.ts'
import { MISSING_REASONS, STATUSES } from '../domain/figure.ts'
import { FLOW_BASES } from '../domain/flow.ts'
import { DFE_POLARITIES, KINDS, UNITS, VIEWS } from '../domain/indicator.ts'
import { VERDICTS } from '../domain/realism.ts'
import { AREA_KINDS, themeSchema } from './catalogue.ts'
import { mappingProposal } from './mapping.ts'
import { eventAnswer, pointAnswer } from './points.ts'
import { ratingAnswer } from './target-answers.ts'
import { countsAnswer, excerptAnswer, findingAnswer } from './uploads.ts'

/**
 * What the API answers with. Views return these types, the client draws them, OpenAPI publishes them; numbers come
 * as `value` to draw with and as `text` to read, so a chart, its table and its download can't differ.
 */

const missing = z.enum(MISSING_REASONS).nullable()
const day = z.iso.date()

const areaAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(AREA_KINDS),
    number: z.string().describe("DfE's three-digit code, or LAIT's number of a region"),
    region: z.string().nullable().describe('Id of the region the authority lies in'),
    opened: day.nullable(),
    closed: day.nullable(),
    predecessors: z.array(z.string()),
    successors: z.array(z.string()),
    formerIds: z.array(z.string()).describe('ONS codes the area had before'),
  })
  .meta({ id: 'Area' })
export type AreaAnswer = z.infer<typeof areaAnswer>

export const areasAnswer = z.object({ home: z.string(), areas: z.array(areaAnswer) }).meta({ id: 'Areas' })
export type AreasAnswer = z.infer<typeof areasAnswer>

const dimensionAnswer = z.object({
  id: z.string(),
  label: z.string(),
  near: z.boolean().describe('True where it is another measure: the nearest that is published'),
})

const directionAnswer = z.object({
  goodEnd: z.enum(['low', 'high']).nullable(),
  setBy: z.enum(['dfe', 'local']).nullable(),
  words: z.string(),
  short: z.string(),
})

const indicatorListItem = z
  .object({
    id: z.string(),
    name: z.string(),
    definition: z.string(),
    theme: themeSchema,
    themeName: z.string(),
    kind: z.enum(KINDS),
    unit: z.enum(UNITS),
    unitText: z.string(),
    decimals: z.int(),
    polarity: z.object({
      dfe: z.enum(DFE_POLARITIES),
      local: z.object({ aim: z.enum(['lower', 'higher']), strategy: z.string() }).nullable(),
    }),
    dimensions: z.array(dimensionAnswer),
    published: z.boolean().describe('Whether published figures can exist for it'),
    restricted: z.boolean(),
  })
  .meta({ id: 'IndicatorListItem' })
export type IndicatorListItem = z.infer<typeof indicatorListItem>

export const indicatorsAnswer = z
  .object({ indicators: z.array(indicatorListItem) })
  .meta({ id: 'Indicators' })
export type IndicatorsAnswer = z.infer<typeof indicatorsAnswer>

export const indicatorAnswer = indicatorListItem
  .extend({
    why: z.string(),
    numerator: z.string(),
    denominator: z.string().nullable(),
    frequency: z.array(z.string()),
    returns: z.array(z.string()),
    benchmark: z.string(),
    noBenchmark: z.string().nullable(),
    papers: z.array(z.object({ id: z.string(), title: z.string() })),
    caveats: z.array(z.string()),
    countView: z.string().nullable().describe('Id of the view that shows the count behind the rate'),
  })
  .meta({ id: 'Indicator' })
export type IndicatorAnswer = z.infer<typeof indicatorAnswer>

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

const changeAnswer = z.object({
  against: z.string().describe('The label of the earlier period'),
  movement: z.enum(['up', 'down', 'same']).nullable(),
  words: z.string(),
})
export type ChangeAnswer = z.infer<typeof changeAnswer>

const headingAnswer = z.object({
  id: z.string().describe('The id asked for, with :count for the count view'),
  name: z.string(),
  view: z.enum(VIEWS),
  dimension: z.string(),
  kind: z.enum(KINDS),
  unit: z.enum(UNITS),
  unitText: z.string(),
  unitShort: z
    .string()
    .describe('What stands behind a value: per 10,000; nothing where the value carries its sign'),
  counted: z.string().describe('What the numerator counts'),
  decimals: z.int(),
  direction: directionAnswer,
})

const placeAnswer = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(AREA_KINDS),
  region: z.string().nullable(),
})

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

export const scorecardsAnswer = z
  .object({
    scorecards: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        description: z.string(),
        indicators: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'Scorecards' })
export type ScorecardsAnswer = z.infer<typeof scorecardsAnswer>

const scorecardRow = z
  .object({
    id: z.string(),
    name: z.string(),
    definition: z.string(),
    unit: z.enum(UNITS),
    unitText: z.string(),
    direction: directionAnswer,
    point: pointAnswer.nullable(),
    countText: z
      .string()
      .nullable()
      .describe('What the figure was made of: "531 of 28,923 children aged 0 to 17"'),
    age: z.string().nullable().describe('How long ago the period ended'),
    change: changeAnswer.nullable(),
    yearChange: changeAnswer.nullable(),
    sparkline: z.array(z.object({ end: day, value: z.number().nullable() })),
    comparators: z.array(
      z.object({
        kind: z.enum(['neighbours', 'region', 'england']),
        label: z.string(),
        text: z.string(),
        date: z.string(),
        period: z.string(),
        contributing: z.int(),
        of: z.int(),
        stale: z.boolean().describe('More than twelve months older or newer than our own figure'),
      }),
    ),
    noComparators: z.string().nullable(),
    target: z
      .object({
        id: z.string(),
        title: z.string(),
        goalText: z.string().nullable(),
        dueLabel: z.string().nullable(),
        rating: ratingAnswer,
      })
      .nullable()
      .describe('The approved target that counts for the figure’s day'),
    exceptions: z.array(z.object({ rule: z.enum(['previous', 'year-before']), words: z.string() })),
    missing: z.string().nullable().describe('Why there is no figure for the period, in words'),
  })
  .meta({ id: 'ScorecardRow' })
export type ScorecardRow = z.infer<typeof scorecardRow>

export const scorecardAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    area: placeAnswer,
    by: z.enum(['quarter', 'financial-year']),
    available: z.array(z.enum(['quarter', 'financial-year'])),
    period: z.object({ id: z.string(), label: z.string(), end: day }).nullable(),
    periods: z.array(z.object({ id: z.string(), label: z.string() })),
    asAt: day.nullable(),
    headline: z.string(),
    counts: z.object({
      indicators: z.int(),
      withFigure: z.int(),
      exceptions: z.int(),
      withDirection: z.int(),
      approved: z.int().describe('Measures with an approved target'),
      onPath: z.int().describe('Of these, on their path: green'),
      amber: z.int(),
      red: z.int(),
      noData: z.int(),
    }),
    targets: z
      .string()
      .nullable()
      .describe('How many are on their path, of how many; null without any target'),
    rows: z.array(scorecardRow),
    illustrative: z.boolean(),
  })
  .meta({ id: 'Scorecard' })
export type ScorecardAnswer = z.infer<typeof scorecardAnswer>

export const healthAnswer = z
  .object({ status: z.literal('ok'), version: z.string(), revision: z.int(), figures: z.int() })
  .meta({ id: 'Health' })
export type HealthAnswer = z.infer<typeof healthAnswer>

/** RFC 9457 problem details; see server/problem.ts. */
export const problemAnswer = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    findings: z.array(findingAnswer).optional().describe('Of a file that was refused: what is wrong with it'),
    counts: countsAnswer.optional(),
    excerpt: excerptAnswer.optional().describe('The rows that the findings are about'),
    sheets: z.array(z.string()).optional().describe('The sheets of a workbook'),
    mapping: mappingProposal
      .optional()
      .describe(
        'A guess at how a sheet with headings of its own is to be read, where nobody has said it yet',
      ),
  })
  .meta({ id: 'Problem' })
export type ProblemAnswer = z.infer<typeof problemAnswer>
