import { z } from 'zod'
import { ACTION_STATES } from './plans.ts'
import { areaId } from './terms.ts'

/** What the API says of the actions that bear on a measure. */

export const indicatorActionsQuery = z.object({
  area: areaId.optional().describe('The area; the home area if left out'),
})

const named = z.object({ id: z.string(), name: z.string() })

/** A part of a plan that bears on a measure: a component of a strategy, a recommendation of an inspection. */
export const planPart = z.object({
  id: z.string(),
  one: z.string().describe('What it is: Component'),
  name: z.string(),
  text: z.string().nullable(),
  plan: named,
  owner: z.string().nullable().describe('A role'),
  period: z.string().describe('When the plan runs, in words'),
  runs: z.boolean().describe('Whether the plan runs on the day that is looked at'),
  actions: z.string().describe('How the actions that serve it stand, in words'),
})
export type PlanPart = z.infer<typeof planPart>

export const indicatorActionsAnswer = z
  .object({
    indicator: named,
    area: named,
    words: z.string().describe('How many there are, and how many of them are open'),
    actions: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        plan: named.nullable(),
        owner: z.string().describe('A role'),
        state: z.enum(ACTION_STATES),
        stateWords: z.string(),
        due: z.string().nullable().describe('As a day, or as the paper puts it'),
        statedLabel: z.string().describe('The day on which this was said'),
        source: z.string(),
      }),
    ),
    parts: z.array(planPart).describe('Parts of plans that bear on it; of plans that run, first'),
  })
  .meta({ id: 'IndicatorActions' })
export type IndicatorActionsAnswer = z.infer<typeof indicatorActionsAnswer>
