import { z } from 'zod'
import { UNITS } from '../domain/indicator.ts'
import { pointAnswer } from './points.ts'
import { changeAnswer, directionAnswer, placeAnswer } from './subject-answers.ts'
import { ratingAnswer } from './target-answers.ts'

/** What the API answers of many measures at once. */

const day = z.iso.date()

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
        owner: z.string().describe('The role that answers for it'),
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
    commentaryOwed: z
      .string()
      .nullable()
      .describe('How many red measures nobody has explained in full; null where none is owed a commentary'),
    rows: z.array(scorecardRow),
    illustrative: z.boolean(),
  })
  .meta({ id: 'Scorecard' })
export type ScorecardAnswer = z.infer<typeof scorecardAnswer>
