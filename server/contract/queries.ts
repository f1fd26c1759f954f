import { z } from 'zod'
import { BENCHMARK_METHODS } from '../domain/benchmark.ts'
import { FLOW_BASES } from '../domain/flow.ts'
import { parsePeriod } from '../domain/period.ts'
import { MOST_AREAS } from './paths.ts'
import { EVENT_CHOICES } from './points.ts'
import { areaId } from './terms.ts'

/**
 * What may be asked. The keys are those of the screens' own addresses too, so that an address, the request it makes
 * and the download beneath it name the same view.
 */

/** The rhythms a series can be asked for in. A financial year stands for any yearly figure: see OpenAPI's text. */
export const RHYTHMS = ['month', 'quarter', 'financial-year'] as const
export type Rhythm = (typeof RHYTHMS)[number]

const periodId = z
  .string()
  .refine(
    (id) => parsePeriod(id) !== undefined,
    'is not a period: use 2024-25, 2016-17Q3, 2025-03 or 2017-03-24',
  )
const asAt = z.iso.date('is not a day: use 2021-03-09')

const compare = z
  .string()
  .transform((list) => [...new Set(list.split(',').filter(Boolean))])
  .refine(
    (items) => items.every((item) => /^(neighbours|region|england|E\d{8})$/.test(item)),
    'may hold neighbours, region, england and area ids, with commas between',
  )
  .refine(
    (items) => items.filter((item) => item.startsWith('E')).length <= MOST_AREAS,
    `may name ${MOST_AREAS} other areas at most`,
  )

export const seriesQuery = z.object({
  area: areaId.optional().describe('The area; the home area if left out'),
  from: periodId.optional().describe('The first period'),
  to: periodId.optional().describe('The last period'),
  by: z
    .enum(RHYTHMS)
    .optional()
    .describe(
      'One point a month, quarter or year. financial-year gives the yearly figures of any indicator, also where the ' +
        'source counts by academic or calendar year or on a census day. If left out: the rhythm with the newest figure',
    ),
  compare: compare
    .default([])
    .describe('neighbours, region, england and up to four area ids, with commas between'),
  neighbours: z.string().default('2025').describe('The model of statistical neighbours: 2021 or 2025'),
  method: z.enum(BENCHMARK_METHODS).default('mean').describe('How neighbours are turned into one number'),
  basis: z
    .enum(FLOW_BASES)
    .default('rolling-year')
    .describe(
      'How quarterly flows are shown: the latest twelve months, the quarter alone, times four, or since 1 April',
    ),
  dimension: z.string().default('').describe('A breakdown of the indicator'),
  base: periodId
    .optional()
    .describe(
      'A period of the series that the newest figure is set against; for quarters and months a year is enough, whose ' +
        'same quarter or month is taken',
    ),
  events: z
    .enum(EVENT_CHOICES, 'is none, main or all')
    .default('main')
    .describe('main: inspections, monitoring visits and what the Government directed'),
  asAt: asAt.optional().describe('Show what was published by the end of this day'),
})
export type SeriesQuery = z.output<typeof seriesQuery>

export const comparisonQuery = z.object({
  area: areaId.optional(),
  period: periodId.optional().describe('A yearly period; the newest if left out'),
  group: z.enum(['neighbours', 'region', 'england']).default('neighbours'),
  neighbours: z.string().default('2025'),
  dimension: z.string().default(''),
  asAt: asAt.optional(),
})
export type ComparisonQuery = z.output<typeof comparisonQuery>

export const scorecardQuery = z.object({
  area: areaId.optional(),
  by: z.enum(['quarter', 'financial-year']).optional(),
  period: periodId.optional().describe('Show the card as it stood at this period; the newest if left out'),
  neighbours: z.string().default('2025'),
  method: z.enum(BENCHMARK_METHODS).default('mean'),
  asAt: asAt.optional(),
})
export type ScorecardQuery = z.output<typeof scorecardQuery>

export const figuresQuery = z.object({ area: areaId.optional(), asAt: asAt.optional() })

export const templateQuery = z.object({
  area: areaId.optional(),
  period: z
    .string()
    .refine((id) => parsePeriod(id)?.kind === 'quarter', 'is not a quarter: use 2025-26Q2')
    .optional()
    .describe('The quarter it is for; the one after the newest held if left out'),
})

export const realismQuery = z.object({
  area: areaId.optional(),
  change: z.coerce.number('is not a number').min(-99).max(1000).describe('The change wanted, in per cent'),
  years: z
    .string()
    .regex(/^[1-9](,[1-9]){0,3}$/, 'is not a list of years: use 5, or 1,2,3')
    .transform((list) => list.split(',').map(Number))
    .describe('Within how many years; up to four lengths with commas between'),
})
export type RealismQuery = z.output<typeof realismQuery>
