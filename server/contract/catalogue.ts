import { z } from 'zod'
import { DENOMINATOR_KINDS } from '../domain/flow.ts'
import { DFE_POLARITIES, KINDS, THEMES, type Theme, UNITS } from '../domain/indicator.ts'
import type { Wording } from '../domain/sentence.ts'

const themeIds = Object.keys(THEMES) as [Theme, ...Theme[]]
export const themeSchema = z.enum(themeIds)

/** The words that sentences about an indicator are made with; see domain/sentence.ts for where each goes. */
const wordingSchema: z.ZodType<Wording> = z.strictObject({
  verb: z.string(),
  one: z.string(),
  other: z.string(),
  whole: z.string().optional(),
  part: z.string().optional(),
  phrase: z.string().optional(),
  people: z.string().optional(),
  counting: z.string().optional(),
})

/**
 * A breakdown of an indicator. A `near` one is another measure, the closest that is published, kept beside an
 * indicator that has no published figures of its own.
 */
const dimensionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  label: z.string(),
  near: z.boolean().optional(),
  definition: z.string().optional(),
  wording: wordingSchema.optional(),
})

/**
 * Where an indicator stands in DfE's Local Authority Interactive Tool. `percentOf` names a second measure that a
 * whole percentage has to be taken of, which gives an estimate; `skip` lists areas whose row is known to be wrong.
 */
const laitSchema = z.strictObject({
  measure: z.string(),
  part: z.enum(['value', 'numerator']),
  dimension: z.string().optional(),
  percentOf: z.string().optional(),
  skip: z.array(z.string()).optional(),
})

export const indicatorSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  definition: z.string(),
  why: z.string(),
  kind: z.enum(KINDS),
  unit: z.enum(UNITS),
  /** Decimals of published figures; `localDecimals` of our own, where a council prints more than DfE. */
  decimals: z.int().min(0).max(3),
  localDecimals: z.int().min(0).max(3).optional(),
  numerator: z.string(),
  denominator: z.string().nullable(),
  denominatorKind: z.enum(DENOMINATOR_KINDS),
  polarity: z.strictObject({
    dfe: z.enum(DFE_POLARITIES),
    local: z.strictObject({ aim: z.enum(['lower', 'higher']), strategy: z.string() }).nullable(),
  }),
  frequency: z.array(z.enum(['weekly', 'monthly', 'quarterly', 'yearly'])),
  returns: z.array(z.string()),
  /** What a published year of it is: most end on 31 March, the workforce census is taken on 30 September. */
  yearly: z.enum(['financial-year', 'academic-year', 'calendar-year', 'census-day']),
  benchmark: z.string(),
  /** Why there is nothing to compare with, in words for the screen; null where there is. */
  noBenchmark: z.string().nullable(),
  lait: z.array(laitSchema),
  /** Two indicators whose counts it is the difference of, where no figure of its own is held. */
  derived: z.strictObject({ plus: z.string(), minus: z.string() }).optional(),
  papers: z.array(z.string()),
  wording: wordingSchema,
  dimensions: z.array(dimensionSchema),
  caveats: z.array(z.string()),
  restricted: z.boolean(),
})

export type IndicatorEntry = z.infer<typeof indicatorSchema>
/** An entry with the theme that its file is named for. */
export type Indicator = IndicatorEntry & { theme: Theme }

export const AREA_KINDS = ['country', 'region', 'authority'] as const

/** One row of data/areas.csv. `number` is DfE's three-digit code, which files are joined on. */
export const areaSchema = z.strictObject({
  id: z.string().regex(/^E\d{8}$/),
  kind: z.enum(AREA_KINDS),
  number: z.string().regex(/^\d{3}$/),
  name: z.string().min(1),
  parent: z.string(),
  opened: z.string(),
  closed: z.string(),
  successors: z.string().transform((ids) => ids.split(' ').filter(Boolean)),
  former_ids: z.string().transform((ids) => ids.split(' ').filter(Boolean)),
})

/** A set of indicators that a committee reads together, in the order that it reads them. */
export const scorecardSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  description: z.string(),
  indicators: z.array(z.string()).min(1),
})
export type ScorecardDefinition = z.infer<typeof scorecardSchema>

/** A paper or publication that figures come from. */
export const documentSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  published: z.string(),
  licence: z.string(),
  url: z.string(),
})
