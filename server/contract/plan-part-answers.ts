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

const milestoneAnswer = z.object({
  id: z.string().describe('The event; with /published behind it, the day on which it was published'),
  label: z.string(),
  when: z.string().describe('As exactly as it is known: some day in August 2019'),
  from: day,
  to: day.describe('The last day that it can have been, or that it lasted'),
  isStretch: z.boolean().describe('Whether it lasted from one to the other'),
  toCome: z.boolean().describe('Whether it lies after the day that the plan is read on'),
  doubt: z.string().nullable(),
  sources: z.array(z.object({ text: z.string(), url: z.string().nullable() })),
})
export type PlanMilestone = z.infer<typeof milestoneAnswer>

export const timelineAnswer = z.object({
  from: day,
  to: day,
  onLabel: z.string().nullable().describe('The day that the plan is read on, where it lies on the timeline'),
  awayWords: z.string().nullable().describe('Where that day lies, if it is too far to be drawn'),
  period: z
    .object({ from: day.nullable(), to: day.nullable() })
    .describe('The plan’s own first and last day'),
  milestones: z.array(milestoneAnswer).describe('Events that belong to the plan, in the order of time'),
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
            milestone: z.string().nullable(),
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

/** One thing that is not as it was first set; days are told where both are known. */
const moved = {
  first: z.string().nullable(),
  now: z.string().nullable(),
  days: z.int().nullable().describe('How much later it is; negative where it is earlier'),
  daysWords: z.string().nullable(),
}

export const baselineAnswer = z.object({
  firstSet: day.describe('The first day at whose end the plan and an action of it were on record'),
  firstSetLabel: z.string(),
  words: z.string(),
  actions: z
    .array(z.object({ action: z.string(), title: z.string(), what: z.array(z.string()), ...moved }))
    .describe('Actions that were added, taken out or planned anew since, with their due days'),
  own: z
    .array(z.object({ name: z.string(), ...moved, first: z.string(), now: z.string() }))
    .describe('Days, weeks and stages of the plan itself that were changed since'),
})
export type PlanBaseline = z.infer<typeof baselineAnswer>

export const stabilityAnswer = z.object({
  keepsChanging: z.boolean(),
  words: z.string(),
  rule: z.string(),
})
