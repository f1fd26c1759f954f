import { z } from 'zod'

/**
 * A file of DfE's national ("tidy") layout: how to know it, and which of its columns are which figures. A new file
 * of the layout needs an entry in data/datasets.json and no code.
 */

const where = z.record(z.string(), z.string())

/**
 * A denominator: columns added up (and multiplied, in some periods by another number: a leap year has a working day
 * more), or the population of the area that belongs to the period.
 */
const denominatorSchema = z.union([
  z.strictObject({
    columns: z.array(z.string()).min(1),
    times: z.number().optional(),
    timesIn: z.record(z.string(), z.number()).optional(),
  }),
  z.strictObject({ population: z.literal(true) }),
])

const datasetFigureSchema = z.strictObject({
  indicator: z.string(),
  /** A fixed breakdown, or the name of the column that holds it (with the file's words for each of ours). */
  dimension: z
    .union([z.string(), z.strictObject({ column: z.string(), values: z.record(z.string(), z.string()) })])
    .default(''),
  where: where.default({}),
  value: z.string().optional(),
  numerator: z.string().optional(),
  denominator: denominatorSchema.optional(),
})

export const datasetSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  /** What the file is called as downloaded; used to tell apart files that hold the same columns. */
  filePattern: z.string(),
  /** The publication in data/published/sources.csv that it belongs to. */
  source: z.string(),
  /** What "Reporting year 2025" is in this file: the same words mean three different days in three files. */
  reportingYear: z.enum(['year-to-31-march', 'day-30-september', 'day-30-june']),
  where: where.default({}),
  figures: z.array(datasetFigureSchema).min(1),
})
export type Dataset = z.infer<typeof datasetSchema>
export type DatasetFigure = Dataset['figures'][number]
