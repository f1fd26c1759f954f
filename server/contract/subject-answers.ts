import { z } from 'zod'
import { KINDS, UNITS, VIEWS } from '../domain/indicator.ts'
import { AREA_KINDS } from './catalogue.ts'

/** What an answer about figures is about: a view of a measure, an area, which way is wanted, and how it moved. */

export const directionAnswer = z.object({
  goodEnd: z.enum(['low', 'high']).nullable(),
  setBy: z.enum(['dfe', 'local']).nullable(),
  words: z.string(),
  short: z.string(),
})

export const changeAnswer = z.object({
  against: z.string().describe('The label of the earlier period'),
  movement: z.enum(['up', 'down', 'same']).nullable(),
  words: z.string(),
})
export type ChangeAnswer = z.infer<typeof changeAnswer>

export const headingAnswer = z.object({
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

export const placeAnswer = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(AREA_KINDS),
  region: z.string().nullable(),
})
