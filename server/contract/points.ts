import { z } from 'zod'
import { MISSING_REASONS, STATUSES } from '../domain/figure.ts'

/** What a chart is made of: figures on their days, and what happened on some. */

const day = z.iso.date()

export const pointAnswer = z
  .object({
    period: z.string(),
    label: z.string(),
    shortLabel: z.string(),
    start: day,
    end: day,
    value: z.number().nullable(),
    text: z.string(),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    status: z.enum(STATUSES).nullable(),
    missing: z.enum(MISSING_REASONS).nullable(),
    reason: z.string().nullable().describe('Why there is no value, in words'),
    note: z.string().nullable(),
    doubt: z.string().nullable().describe('Why the figure is shown but not calculated with'),
    source: z.string().nullable(),
    publishedAt: z.string().nullable(),
  })
  .meta({ id: 'Point' })
export type PointAnswer = z.infer<typeof pointAnswer>

/** Which events a chart shows: none; what inspectors and the Government did, and what is done about it; or all. */
export const EVENT_CHOICES = ['none', 'main', 'all'] as const
export type EventChoice = (typeof EVENT_CHOICES)[number]

/** An action of a plan, or a recommendation of a committee, that is linked to the measure. */
const linkedEntry = z.object({
  register: z.enum(['action', 'recommendation']),
  id: z.string(),
  title: z.string(),
  told: z.string().describe('What becomes of it on this day: due, done, the last word on it'),
  facts: z
    .array(z.object({ name: z.string(), text: z.string() }))
    .describe('Who answers for it, where it stands, what was said last'),
})
export type LinkedEntry = z.infer<typeof linkedEntry>

export const eventAnswer = z
  .object({
    id: z.string(),
    date: day.describe('The first day of what is known of it'),
    until: day.nullable(),
    when: z.string().describe('Its date as exactly as it is known: 25 March 2019, or August 2019'),
    kind: z.string().describe('As the register of events has it, or action, or recommendation'),
    kindLabel: z.string(),
    label: z.string(),
    shortLabel: z.string().describe('For a place with little room'),
    judgements: z.array(z.object({ domain: z.string(), grade: z.string() })),
    body: z.string().nullable(),
    publishedLabel: z.string().nullable().describe('The day on which its report was published'),
    abnormal: z
      .boolean()
      .describe('A stretch whose figures do not compare with others: shaded, whatever is chosen'),
    doubt: z.string().nullable().describe('Where sources differ'),
    sources: z.array(z.object({ text: z.string(), url: z.string().nullable() })),
    entry: linkedEntry
      .nullable()
      .describe('What it is a day of, where that is an action or a recommendation'),
  })
  .meta({ id: 'Event' })
export type EventAnswer = z.infer<typeof eventAnswer>
