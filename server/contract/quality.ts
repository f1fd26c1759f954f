import { z } from 'zod'
import { HELD_STATES } from '../domain/held.ts'
import { parsePeriod } from '../domain/period.ts'
import { AREA_KINDS, themeSchema } from './catalogue.ts'
import { scorecardQuery } from './queries.ts'

/** What may be asked about the quality of the data, and what is answered. */

const isQuarter = (id: string) => parsePeriod(id)?.kind === 'quarter'

export const qualityQuery = scorecardQuery.pick({ area: true, asAt: true }).extend({
  quarter: z
    .string()
    .refine(isQuarter, 'is not a quarter: use 2016-17Q3')
    .optional()
    .describe('The last quarter of the grid of quarters; if left out, the newest that is held or late'),
  year: z
    .string()
    .regex(/^20\d\d$/, 'is not a year: use 2025')
    .optional()
    .describe('The last year of the grid of years; if left out, the newest that is held or late'),
})
export type QualityQuery = z.output<typeof qualityQuery>

const day = z.iso.date()

const heldCell = z.object({
  period: z.string(),
  label: z.string(),
  state: z
    .enum(HELD_STATES)
    .describe('How certain the figure is, why it has no number, or why nothing is held'),
  reason: z.string().nullable().describe('More than the state says, in words'),
})
export type HeldCell = z.infer<typeof heldCell>

const heldRow = z
  .object({
    indicator: z.string(),
    dimension: z.string(),
    name: z.string(),
    theme: themeSchema,
    themeName: z.string(),
    newest: z
      .object({ period: z.string(), label: z.string(), end: day, age: z.string(), illustrative: z.boolean() })
      .nullable()
      .describe('The newest period with a figure, and how long ago it ended'),
    next: z
      .object({ words: z.string(), late: z.boolean() })
      .nullable()
      .describe('When the period after it is due; null where nobody knows'),
    empty: z.string().nullable().describe('Why nothing at all is held, in words; the row then has no cells'),
    cells: z.array(heldCell),
  })
  .meta({ id: 'HeldRow' })
export type HeldRow = z.infer<typeof heldRow>

const choice = z.object({ value: z.string(), label: z.string() })

const heldGrid = z
  .object({
    columns: z.array(z.object({ id: z.string(), label: z.string(), detail: z.string().nullable() })),
    rows: z.array(heldRow),
    last: z.string().nullable().describe('The last column'),
    pages: z.array(choice).describe('The last columns that the grid can be turned to'),
    note: z.string().nullable().describe('What the columns leave out'),
  })
  .meta({ id: 'HeldGrid' })
export type HeldGrid = z.infer<typeof heldGrid>

const publicationAnswer = z
  .object({
    family: z.string(),
    name: z.string(),
    newest: z.object({ label: z.string(), end: day, age: z.string() }),
    cameOut: z.string().describe('Since when its newest figures are held: a month'),
    next: z
      .object({ label: z.string(), due: z.string().nullable(), late: z.boolean() })
      .nullable()
      .describe('The period that comes next, and the month that it is due in; null where nothing will come'),
    note: z.string().nullable().describe('Why nothing is known of the next'),
    measures: z.int(),
  })
  .meta({ id: 'HeldPublication' })
export type PublicationAnswer = z.infer<typeof publicationAnswer>

const breakAnswer = z
  .object({
    date: day,
    label: z.string(),
    indicator: z.string().nullable().describe('Null where it is of every measure'),
    name: z.string(),
    everywhere: z.boolean().describe('Whether it is of every area'),
    kind: z.string(),
    reason: z.string(),
    source: z.string(),
  })
  .meta({ id: 'SeriesBreak' })
export type BreakAnswer = z.infer<typeof breakAnswer>

const releaseAnswer = z
  .object({
    id: z.int(),
    title: z.string(),
    publisher: z.string(),
    kind: z.enum(['published', 'return', 'document']),
    kindWords: z.string(),
    state: z.enum(['published', 'withdrawn']),
    publishedOn: day,
    publishedLabel: z.string(),
    by: z.string(),
    reason: z.string().nullable(),
    withdrawn: z
      .object({ on: day, label: z.string(), by: z.string().nullable(), reason: z.string().nullable() })
      .nullable(),
    fileName: z.string().nullable(),
    upload: z
      .string()
      .nullable()
      .describe('Id of the upload that it came from: /api/uploads/{id}/file is its file'),
    figures: z.int(),
  })
  .meta({ id: 'Release' })
export type ReleaseAnswer = z.infer<typeof releaseAnswer>

const acceptedAnswer = z
  .object({
    release: z.int(),
    upload: z.string(),
    title: z.string(),
    acceptedOn: day,
    acceptedLabel: z.string(),
    by: z.string(),
    reason: z.string().nullable(),
    warnings: z.int(),
    kinds: z.array(
      z.object({
        check: z.string(),
        title: z.string().describe('What the check is about'),
        count: z.int(),
      }),
    ),
  })
  .meta({ id: 'AcceptedWarnings' })
export type AcceptedAnswer = z.infer<typeof acceptedAnswer>

export const qualityAnswer = z
  .object({
    area: z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(AREA_KINDS),
      region: z.string().nullable(),
    }),
    asAt: day.nullable(),
    summary: z.array(
      z.object({
        about: z.enum(['quarters', 'years', 'breaks', 'warnings', 'releases']),
        text: z.string(),
        late: z.boolean(),
      }),
    ),
    quarters: heldGrid,
    years: heldGrid,
    publications: z.array(publicationAnswer),
    breaks: z.array(breakAnswer),
    accepted: z.array(acceptedAnswer).describe('Published files whose warnings were accepted'),
    releases: z.array(releaseAnswer).describe('Every release that is or was published, the newest first'),
    illustrative: z.boolean(),
  })
  .meta({ id: 'Quality' })
export type QualityAnswer = z.infer<typeof qualityAnswer>
