import { z } from 'zod'
import { ACTION_STATES } from './plans.ts'

/** What the API says of the parts of a plan that only some plans have: a review that was run, and a timeline. */

const day = z.iso.date()

export const reviewAnswer = z.object({
  week: z.int().nullable().describe('The week that the day lies in; null before and after the review'),
  weeksPlanned: z.int().nullable(),
  weekWords: z.string(),
  endWords: z.string().nullable(),
  slippageWords: z.string(),
  expectedWords: z.string().nullable().describe('Where the end lay ahead when this was stated'),
  partsWords: z.string(),
  parts: z.array(
    z.object({
      state: z.enum(['done', 'remaining', 'added']),
      stateWords: z.string(),
      parts: z.array(
        z.object({ name: z.string(), weeks: z.string().nullable(), note: z.string().nullable() }),
      ),
    }),
  ),
  findingsWords: z.string(),
  themes: z.array(z.object({ theme: z.string(), findings: z.array(z.string()) })),
})
export type PlanReview = z.infer<typeof reviewAnswer>

export const timelineAnswer = z.object({
  from: day,
  to: day,
  onLabel: z.string().nullable().describe('The day that the plan is read on, where it lies on the timeline'),
  awayWords: z.string().nullable().describe('Where that day lies, if it is too far to be drawn'),
  stages: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      from: day.nullable(),
      to: day.nullable(),
      words: z.string().describe('Its days in words'),
    }),
  ),
  rows: z.array(
    z.object({
      action: z.string(),
      title: z.string(),
      stage: z.string().nullable(),
      from: day,
      to: day.describe('The same day as from where only one is known'),
      state: z.enum([...ACTION_STATES, 'overdue']),
      words: z.string(),
    }),
  ),
  months: z
    .array(
      z.object({
        month: z.string(),
        entries: z.array(
          z.object({
            on: day,
            onLabel: z.string(),
            action: z.string().nullable(),
            words: z.string(),
            state: z.enum([...ACTION_STATES, 'overdue']).nullable(),
            stateWords: z.string().nullable(),
          }),
        ),
      }),
    )
    .describe('The same as a list, month by month'),
  sentence: z.string(),
})
export type PlanTimeline = z.infer<typeof timelineAnswer>
