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

export const eventAnswer = z
  .object({ date: day, label: z.string(), kind: z.string(), source: z.string() })
  .meta({ id: 'Event' })
export type EventAnswer = z.infer<typeof eventAnswer>
