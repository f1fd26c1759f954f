import { z } from 'zod'
import { STATUSES } from '../domain/figure.ts'

/** How to read a sheet whose headings are a council's own, as an analyst says once and the system remembers. */

/** What of a figure a cell holds. */
export const PARTS = ['value', 'numerator', 'denominator'] as const
export type Part = (typeof PARTS)[number]

const text = z.string().max(1000)

/**
 * What the cells of a column are. Columns whose heading is nothing but a quarter need no entry: they are read as that
 * quarter's figures. An entry is for all that else stands in a heading.
 */
const columnUse = z.discriminatedUnion('use', [
  z
    .strictObject({ use: z.literal('period'), period: z.string() })
    .describe('Figures of the period given here, whatever the heading says'),
  z
    .strictObject({ use: z.literal('dated'), part: z.enum(PARTS) })
    .describe('Figures of the quarter that the heading names beside other words: "Actual Q1 2025/26"'),
  z.strictObject({ use: z.literal('this-period') }).describe('Figures of the quarter chosen at upload'),
  z.strictObject({ use: z.literal('previous-period') }).describe('Figures of the quarter before that'),
  z.strictObject({ use: z.literal('target') }).describe('Targets; they are not read'),
  z
    .strictObject({ use: z.literal('note') })
    .describe('A note on the figure of the quarter in the heading or, without one, of the newest in the row'),
  z.strictObject({ use: z.literal('ignore') }).describe('Left out'),
])
export type ColumnUse = z.infer<typeof columnUse>

const measureUse = z.strictObject({
  indicator: z.string(),
  dimension: z.string().describe('A breakdown of the indicator; empty for the headline'),
  part: z.enum(PARTS),
})
export type MeasureUse = z.infer<typeof measureUse>

/**
 * Headings stand here without the quarter or year in them ("Actual Q1 2025/26" and "Actual Q2 2025/26" are both
 * "Actual"), so that a mapping holds when the next quarter's column is added; see `stemOf` of the import. A column
 * without a heading is ''. Texts of cells stand here as they are in the sheet, with single spaces.
 */
export const mappingSchema = z
  .strictObject({
    area: z.string().nullable().describe('ONS code of the area that the whole sheet is about'),
    areaColumn: text.nullable().describe('Heading of the column that names the area of a row'),
    measureColumn: text.describe('Heading of the column that names the measure'),
    partColumn: text
      .nullable()
      .describe('Heading of the column that says whether a row is numerator, denominator or value'),
    columns: z.record(text, columnUse),
    measures: z
      .record(text, measureUse.nullable())
      .describe('By the text of the measure; null for a measure that is left out on purpose'),
    areas: z
      .record(text, z.string().nullable())
      .default({})
      .describe('ONS codes by the text of the area, where it is neither code nor name; null for left out'),
    parts: z
      .record(text, z.enum(PARTS))
      .default({})
      .describe('By the text of the part, where it says it in words of its own'),
    status: z.enum(STATUSES),
  })
  .meta({ id: 'Mapping' })
export type Mapping = z.infer<typeof mappingSchema>

/** The answer to a sheet that nobody has mapped yet. */
export const mappingProposal = z
  .object({
    signature: z.string().describe('Names the headings that the mapping will be remembered under'),
    header: z.array(z.string()),
    sample: z.array(z.array(z.string())).describe('The first rows as they stand'),
    mapping: mappingSchema.describe('A guess, to be looked over'),
    unsure: z
      .array(z.string())
      .describe(
        'Headings and texts that the guess is not sure of. A measure or area that is null and stands here is yet to be decided on',
      ),
  })
  .meta({ id: 'MappingProposal' })
export type MappingProposal = z.infer<typeof mappingProposal>
