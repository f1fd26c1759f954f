import { z } from 'zod'
import { areaId, day, maybe, source, text } from './terms.ts'

/** The terms of what happened when, and of facts that papers state beside it; data/plans/ holds those of the papers. */

export const EVENT_KINDS = [
  'inspection',
  'monitoring visit',
  'direction',
  'plan',
  'milestone',
  'leadership',
  'definition',
  'meeting',
] as const

export const eventTerms = z
  .strictObject({
    area: areaId,
    on: day,
    until: day.nullable(),
    precision: z.enum(['day', 'month', 'quarter', 'year']),
    kind: z.enum(EVENT_KINDS),
    label: text(300),
    judgements: z
      .array(z.strictObject({ domain: text(100), grade: text(60) }))
      .describe('Of an inspection; overall effectiveness may be absent'),
    body: maybe(100),
    publishedOn: day.nullable(),
    abnormal: z
      .boolean()
      .describe('A stretch in which figures do not compare with others, such as the pandemic'),
    indicators: z.array(z.string()).describe('Only on the charts of these; on all if empty'),
    plan: z.string().nullable().default(null).describe('Id of the plan that it is a milestone of'),
    doubt: maybe(400).describe('Where sources differ'),
    source: text(400),
  })
  .meta({ id: 'EventTerms' })
export type EventTerms = z.infer<typeof eventTerms>

/** A fact of a paper that no other part of the program holds: shown with its source, compared with nothing. */
export const contextTerms = z
  .strictObject({
    area: areaId,
    topic: text(100),
    text: text(600),
    value: z.number().nullable(),
    unit: maybe(60),
    asAt: maybe(40).describe('As printed, or an ISO day'),
    conflict: maybe(400).describe('Where sources differ'),
    sensitive: z.boolean().describe('Not to be shown to everybody'),
    ...source,
  })
  .meta({ id: 'ContextTerms' })
export type ContextTerms = z.infer<typeof contextTerms>
