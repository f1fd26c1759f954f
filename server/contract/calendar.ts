import { z } from 'zod'
import { parsePeriod } from '../domain/period.ts'

/** When national publications come out, and where series break: data/release-calendar.csv and data/breaks.csv. */

const list = z.string().transform((ids) => ids.split(';').filter(Boolean))
const numberOrNull = z.union([z.literal('').transform(() => null), z.coerce.number().int()])

/**
 * A publication that comes out once a year. It holds the measures of its `returns`, and those that `measures` names
 * (an indicator, or one breakdown of it as `id/dimension`); being named counts before the return.
 */
export const publicationSchema = z.strictObject({
  family: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  returns: list,
  measures: list,
  /** Ids of data/published/sources.csv. */
  sources: list,
  /** The month, 1 to 12, and how many years after the year in which its period ends; null where nobody says. */
  month: numberOrNull,
  years_after: numberOrNull,
  /** The last period that there will be, where it was discontinued. */
  last_period: z.string().refine((id) => id === '' || parsePeriod(id) !== undefined, 'is not a period'),
  note: z.string(),
})
export type Publication = z.infer<typeof publicationSchema>

const BREAK_KINDS = ['method', 'definition', 'ended', 'recording'] as const

/** A change that makes figures before and after it differ for another reason than what happened. */
export const breakSchema = z.strictObject({
  indicator: z.string(),
  dimension: z.string(),
  /** '' for every area. */
  area: z.string(),
  /** The first day, or the end of the first period, that it holds for. */
  date: z.iso.date(),
  kind: z.enum(BREAK_KINDS),
  reason: z.string().min(10),
  source: z.string().min(1),
})
export type SeriesBreak = z.infer<typeof breakSchema>
