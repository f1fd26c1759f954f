import { z } from 'zod'
import { UNITS, VIEWS } from '../domain/indicator.ts'
import { AIMS, RAGS, UNRATED } from '../domain/rag.ts'
import { VERDICTS } from '../domain/realism.ts'
import { BENCHMARK_GROUPS } from '../domain/target.ts'
import { ASSURANCES } from '../domain/xmr.ts'
import { eventAnswer, pointAnswer } from './points.ts'
import { targetTerms } from './targets.ts'

/** What the API says of targets. As everywhere, numbers come as `value` to draw with and as `text` to read. */

const day = z.iso.date()
const valued = z.object({ value: z.number(), text: z.string() })

/** Green, amber, red, or why nothing is rated; always with the reason in words. */
export const ratingAnswer = z
  .object({
    state: z.enum([...RAGS, ...UNRATED]),
    words: z.string().describe('The reason: what the figure is beside what is asked for by its day'),
    rule: z.string().describe('From where to where it is green, amber and red'),
    expected: valued.nullable().describe('What the path asks for on the day of the figure'),
  })
  .meta({ id: 'Rating' })
export type RatingAnswer = z.infer<typeof ratingAnswer>

/** One target as it stands, by the newest figure. */
export const targetAnswer = z
  .object({
    id: z.string(),
    version: z.int(),
    title: z.string(),
    programme: z
      .object({
        id: z.string(),
        name: z.string(),
        hasPage: z
          .boolean()
          .describe('Whether it is a programme that can be read; a plan that was taken out is none'),
      })
      .nullable(),
    measure: z.object({
      id: z.string().describe('Id to ask the API for its figures, with :count for the count view'),
      name: z.string(),
      view: z.enum(VIEWS),
      unit: z.enum(UNITS),
      unitShort: z.string(),
      counted: z.string(),
      decimals: z.int(),
    }),
    area: z.object({ id: z.string(), name: z.string() }),
    aim: z.enum(AIMS),
    state: z
      .enum(['in-force', 'not-approved', 'ended', 'retired'])
      .describe('Whether it counts: approved, and neither run out nor taken out'),
    stateWords: z.string(),
    basis: z.string().describe('What it asks for, in words'),
    shape: z.string().describe('How the path runs, in words'),
    setBy: z.string(),
    owner: z.string(),
    approvedOn: day.nullable(),
    approval: z.string().nullable(),
    reviewOn: day.nullable(),
    rationale: z.string().nullable(),
    standard: z.string().nullable(),
    document: z.string(),
    page: z.string().nullable(),
    statedOn: day,
    baseline: valued.extend({ on: day, label: z.string(), source: z.string() }).nullable(),
    goal: z
      .object({
        value: z.number().nullable().describe('Null for a range'),
        low: z.number().nullable(),
        high: z.number().nullable(),
        text: z.string(),
        words: z.string().describe('Where the number comes from: which benchmark of which day'),
      })
      .nullable()
      .describe('Null where the benchmark that it goes to has no figure'),
    due: day.nullable(),
    dueLabel: z.string().nullable(),
    dueNote: z.string().nullable(),
    stated: z
      .object({
        percent: z.number(),
        words: z.string().describe('The change that the paper claims, beside what it is now'),
      })
      .nullable(),
    point: pointAnswer.nullable().describe('The newest figure'),
    age: z.string().nullable(),
    rating: ratingAnswer,
    assurance: z
      .object({
        state: z.enum(ASSURANCES),
        word: z.string().describe('To read: will be met, will be missed, hit or miss'),
        words: z.string().describe('With the range that ordinary variation gives'),
      })
      .nullable()
      .describe('Whether its ordinary variation alone meets what it goes to; null where that can’t be told'),
    gap: z
      .object({
        percent: z.number().nullable(),
        count: z.number().nullable().describe('In what is counted; negative means fewer'),
        words: z.string(),
      })
      .nullable()
      .describe('From the newest figure to the goal'),
    pace: z
      .object({
        needed: z.number().nullable().describe('A period, in the unit'),
        recent: z.number().nullable().describe('The average of the latest four changes'),
        words: z.string(),
      })
      .nullable(),
    illustrative: z.boolean(),
  })
  .meta({ id: 'Target' })
export type TargetAnswer = z.infer<typeof targetAnswer>

export const targetsAnswer = z
  .object({
    targets: z.array(targetAnswer),
    counts: z.object({ approved: z.int(), onPath: z.int(), noData: z.int() }),
    summary: z.string(),
  })
  .meta({ id: 'Targets' })
export type TargetsAnswer = z.infer<typeof targetsAnswer>

const changedField = z.object({ field: z.string(), before: z.string(), after: z.string() })
const termInWords = z.object({ field: z.string(), text: z.string() })

/** One version of a target: who made it, when, why, and what it changed. */
const versionAnswer = z.object({
  version: z.int(),
  kind: z.enum(['set', 'changed', 'retired', 'brought-back']),
  madeBy: z.string(),
  madeOn: day,
  reason: z.string(),
  sameAs: z.int().nullable().describe('The earlier version that it puts back, if it does'),
  changed: z.array(changedField).describe('In the words of the form; empty for the first version'),
  fields: z.array(termInWords).describe('All that is set in it, in the words of the form'),
  terms: targetTerms,
})
export type TargetVersionAnswer = z.infer<typeof versionAnswer>

/** How the goal of a live target moved when figures were published or taken back. */
const restatementAnswer = z
  .object({
    on: day,
    before: z.string().nullable().describe('Null where there was nothing to go to before'),
    after: z.string().nullable(),
    words: z.string(),
    releases: z.array(
      z.object({
        title: z.string(),
        fileName: z.string().nullable(),
        by: z.string().describe('Who published it or, where it was withdrawn on this day, who withdrew it'),
        reason: z.string().nullable(),
        withdrawn: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Restatement' })
export type RestatementAnswer = z.infer<typeof restatementAnswer>

/** The page of a target: as it stands, and everything that ever became of it. */
export const targetPageAnswer = z
  .object({
    target: targetAnswer,
    terms: targetTerms,
    lists: z
      .array(z.object({ model: z.string(), text: z.string(), chosen: z.boolean() }))
      .describe('The goal by each list of similar councils, where they differ'),
    history: z.array(versionAnswer).describe('The newest first'),
    moves: z.string().describe('Whether published figures move its goal, and how often they did'),
    restatements: z.array(restatementAnswer).describe('The newest first; of live targets only'),
    notes: z.array(z.string()).describe('What to bear in mind'),
  })
  .meta({ id: 'TargetPage' })
export type TargetPageAnswer = z.infer<typeof targetPageAnswer>

const pathPoint = z.object({ on: day, label: z.string(), value: z.number(), text: z.string() })

/** A target drawn: the figures, the path, what it goes to. */
export const trajectoryAnswer = z
  .object({
    target: z.string(),
    version: z.int(),
    measure: targetAnswer.shape.measure,
    area: targetAnswer.shape.area,
    points: z.array(pointAnswer),
    path: z.array(pathPoint),
    pathLabel: z.string(),
    amber: z.array(pathPoint).describe('Where amber ends, along the path'),
    range: z
      .object({ low: z.number(), high: z.number(), label: z.string(), from: day, to: day })
      .nullable()
      .describe('What it is to stay within, where it is a range; such a target has no path'),
    earlier: z
      .object({ version: z.int(), label: z.string(), path: z.array(pathPoint) })
      .nullable()
      .describe('The path of an earlier version, if it was asked for'),
    benchmark: z
      .object({
        group: z.enum(BENCHMARK_GROUPS),
        label: z.string(),
        points: z.array(pathPoint.extend({ contributing: z.int(), of: z.int() })),
      })
      .nullable()
      .describe('What a live target goes to, year by year'),
    milestones: z.array(pathPoint),
    events: z.array(eventAnswer),
    rows: z
      .array(
        z.object({
          label: z.string(),
          end: day,
          figure: z.string(),
          expected: z
            .object({ value: z.number().nullable(), text: z.string() })
            .nullable()
            .describe('What was asked for by then; null before the path began and after it ended'),
          benchmark: z.string().nullable(),
          rating: z.enum([...RAGS, ...UNRATED]),
          why: z.string().nullable().describe('Why it is not rated; null where it is'),
          illustrative: z.boolean(),
        }),
      )
      .describe('The chart as a table, the newest first: each day with its figure and what was asked for'),
    summary: z.string(),
    notes: z.array(z.string()).describe('How to read the path'),
    illustrative: z.boolean(),
  })
  .meta({ id: 'Trajectory' })
export type TrajectoryAnswer = z.infer<typeof trajectoryAnswer>

export const projectionAnswer = z
  .object({
    target: z.string(),
    none: z.string().nullable().describe('Why there is no projection, in words'),
    method: z.enum(['theil-sen', 'damped-holt']).nullable(),
    methodWords: z.string().nullable(),
    errors: z.object({ 'theil-sen': z.number(), 'damped-holt': z.number() }).nullable(),
    points: z.array(
      z.object({
        end: day,
        label: z.string(),
        value: z.number(),
        low: z.number(),
        high: z.number(),
        text: z.string(),
        range: z.string().describe('What four in five are expected within, to read'),
      }),
    ),
    chance: z
      .object({ percent: z.int(), on: day, words: z.string() })
      .nullable()
      .describe('That the target is met when it is due, if recent change continues'),
    noChance: z.string().nullable().describe('Why no chance is told'),
    words: z.string(),
    from: z.string().nullable().describe('Which figures it is worked out from'),
    cautions: z.array(z.string()),
    illustrative: z.boolean(),
  })
  .meta({ id: 'Projection' })
export type ProjectionAnswer = z.infer<typeof projectionAnswer>

const oneRealism = z.object({
  label: z.string().describe('Which change in how many years: as stated, or from here'),
  years: z.int(),
  needed: z.number(),
  neededAYear: z.number(),
  windows: z.int(),
  areas: z.int(),
  reached: z.int(),
  reachedAreas: z.int(),
  share: z.number(),
  verdict: z.enum(VERDICTS),
  best: z.object({ name: z.string(), from: z.int(), to: z.int(), change: z.number() }),
  text: z.object({ needed: z.string(), neededAYear: z.string(), share: z.string() }),
  sentence: z.string(),
  ownPast: z
    .object({ windows: z.int(), reached: z.int(), percentile: z.number(), words: z.string() })
    .nullable(),
  farEnd: z
    .object({ windows: z.int(), reached: z.int(), share: z.number(), words: z.string() })
    .nullable()
    .describe('The same among authorities that started in the top quarter (or the bottom one for a rise)'),
})

/** Whether what a target asks for was ever done. */
export const targetRealismAnswer = z
  .object({
    target: z.string(),
    basis: z.string(),
    rows: z.array(oneRealism),
    none: z.string().nullable().describe('Why nothing can be said'),
  })
  .meta({ id: 'TargetRealism' })
export type TargetRealismAnswer = z.infer<typeof targetRealismAnswer>
