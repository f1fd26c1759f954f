import { z } from 'zod'
import { DFE_POLARITIES, KINDS, UNITS } from '../domain/indicator.ts'
import { AREA_KINDS, themeSchema } from './catalogue.ts'
import { mappingProposal } from './mapping.ts'
import { countsAnswer, excerptAnswer, findingAnswer } from './uploads.ts'

/**
 * What the API answers with. Views return these types, the client draws them, OpenAPI publishes them; numbers come
 * as `value` to draw with and as `text` to read, so a chart, its table and its download can't differ.
 */

const day = z.iso.date()

const areaAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(AREA_KINDS),
    number: z.string().describe("DfE's three-digit code, or LAIT's number of a region"),
    region: z.string().nullable().describe('Id of the region the authority lies in'),
    opened: day.nullable(),
    closed: day.nullable(),
    predecessors: z.array(z.string()),
    successors: z.array(z.string()),
    formerIds: z.array(z.string()).describe('ONS codes the area had before'),
  })
  .meta({ id: 'Area' })
export type AreaAnswer = z.infer<typeof areaAnswer>

export const areasAnswer = z.object({ home: z.string(), areas: z.array(areaAnswer) }).meta({ id: 'Areas' })
export type AreasAnswer = z.infer<typeof areasAnswer>

const dimensionAnswer = z.object({
  id: z.string(),
  label: z.string(),
  near: z.boolean().describe('True where it is another measure: the nearest that is published'),
})

const indicatorListItem = z
  .object({
    id: z.string(),
    name: z.string(),
    definition: z.string(),
    theme: themeSchema,
    themeName: z.string(),
    kind: z.enum(KINDS),
    unit: z.enum(UNITS),
    unitText: z.string(),
    decimals: z.int(),
    polarity: z.object({
      dfe: z.enum(DFE_POLARITIES),
      local: z.object({ aim: z.enum(['lower', 'higher']), strategy: z.string() }).nullable(),
    }),
    dimensions: z.array(dimensionAnswer),
    published: z.boolean().describe('Whether published figures can exist for it'),
    restricted: z.boolean(),
  })
  .meta({ id: 'IndicatorListItem' })
export type IndicatorListItem = z.infer<typeof indicatorListItem>

export const indicatorsAnswer = z
  .object({ indicators: z.array(indicatorListItem) })
  .meta({ id: 'Indicators' })
export type IndicatorsAnswer = z.infer<typeof indicatorsAnswer>

export const indicatorAnswer = indicatorListItem
  .extend({
    why: z.string(),
    numerator: z.string(),
    denominator: z.string().nullable(),
    frequency: z.array(z.string()),
    returns: z.array(z.string()),
    benchmark: z.string(),
    noBenchmark: z.string().nullable(),
    papers: z.array(z.object({ id: z.string(), title: z.string() })),
    caveats: z.array(z.string()),
    countView: z.string().nullable().describe('Id of the view that shows the count behind the rate'),
  })
  .meta({ id: 'Indicator' })
export type IndicatorAnswer = z.infer<typeof indicatorAnswer>

export const healthAnswer = z
  .object({ status: z.literal('ok'), version: z.string(), revision: z.int(), figures: z.int() })
  .meta({ id: 'Health' })
export type HealthAnswer = z.infer<typeof healthAnswer>

/** RFC 9457 problem details; see server/problem.ts. */
export const problemAnswer = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    findings: z.array(findingAnswer).optional().describe('Of a file that was refused: what is wrong with it'),
    counts: countsAnswer.optional(),
    excerpt: excerptAnswer.optional().describe('The rows that the findings are about'),
    sheets: z.array(z.string()).optional().describe('The sheets of a workbook'),
    mapping: mappingProposal
      .optional()
      .describe(
        'A guess at how a sheet with headings of its own is to be read, where nobody has said it yet',
      ),
  })
  .meta({ id: 'Problem' })
export type ProblemAnswer = z.infer<typeof problemAnswer>
