import { z } from 'zod'
import { MISSING_REASONS, STATUSES } from '../domain/figure.ts'

/** What the API says of uploads, and what it may be told. */

export const findingAnswer = z
  .object({
    check: z.string().describe('Id of the check'),
    title: z.string().describe('What the check is about, heading all findings of it'),
    level: z
      .enum(['stop', 'warn', 'fixed'])
      .describe('stop: nothing is stored; warn: needs a reason; fixed: put right'),
    row: z.int().nullable().describe('Row of the spreadsheet, its heading being row 1'),
    column: z.string().nullable(),
    value: z.string().nullable(),
    message: z.string(),
    remedy: z.string(),
  })
  .meta({ id: 'Finding' })
export type FindingAnswer = z.infer<typeof findingAnswer>

export const countsAnswer = z.object({ stop: z.int(), warn: z.int(), fixed: z.int() })

/** Some rows of the file as they stand in it, for showing a finding in its place. */
export const excerptAnswer = z.object({
  header: z.array(z.string()),
  rows: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
})
export type ExcerptAnswer = z.infer<typeof excerptAnswer>

const figureText = z.object({
  value: z.number().nullable(),
  text: z.string(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  status: z.enum(STATUSES),
})

const revisionAnswer = z.object({
  indicator: z.string(),
  name: z.string().describe('The indicator, with its breakdown'),
  area: z.string(),
  areaName: z.string(),
  period: z.string(),
  label: z.string(),
  before: figureText,
  after: figureText,
  source: z.string().describe('The release that the figure stood in'),
})
export type RevisionAnswer = z.infer<typeof revisionAnswer>

const additionAnswer = z.object({
  indicator: z.string(),
  name: z.string(),
  area: z.string(),
  areaName: z.string(),
  period: z.string(),
  label: z.string(),
  figure: figureText,
})
export type AdditionAnswer = z.infer<typeof additionAnswer>

/** A series as it stands and as it would stand, for the largest revisions. */
const beforeAfterAnswer = z.object({
  indicator: z.string(),
  name: z.string(),
  area: z.string(),
  areaName: z.string(),
  unitText: z.string(),
  sentence: z.string(),
  points: z.array(
    z.object({
      period: z.string(),
      label: z.string(),
      end: z.string(),
      before: z.number().nullable(),
      after: z.number().nullable(),
    }),
  ),
})
export type BeforeAfterAnswer = z.infer<typeof beforeAfterAnswer>

const hiddenAnswer = z.object({
  sentence: z.string().describe('How much of it the public would not see, in words'),
  count: z.int().describe('Figures of the file that are kept from the public'),
  figures: z
    .array(
      z.object({
        indicator: z.string(),
        name: z.string().describe('The indicator, with its breakdown'),
        area: z.string(),
        areaName: z.string(),
        period: z.string(),
        label: z.string(),
        why: z.string(),
      }),
    )
    .describe('The first of them'),
  others: z.int().describe('Figures of other files that were shown and would be hidden with them'),
  exposed: z.int().describe('Small numbers that come out of what is public already, whatever is hidden'),
})
export type HiddenAnswer = z.infer<typeof hiddenAnswer>

const effectsAnswer = z.object({
  area: z.string(),
  sentence: z.string().describe('What publishing would do to ranks and exceptions, in one sentence'),
  ranks: z.array(
    z.object({ indicator: z.string(), name: z.string(), before: z.string(), after: z.string() }),
  ),
  exceptions: z.array(
    z.object({ indicator: z.string(), name: z.string(), before: z.boolean(), after: z.boolean() }),
  ),
  ratings: z
    .array(z.object({ indicator: z.string(), name: z.string(), before: z.string(), after: z.string() }))
    .describe('How measures stand against their targets'),
  charts: z.array(beforeAfterAnswer),
  hidden: hiddenAnswer
    .nullable()
    .describe(
      'What the public would not see of a return; null for other files, and for more than 20,000 figures',
    ),
})
export type EffectsAnswer = z.infer<typeof effectsAnswer>

const changesAnswer = z.object({
  new: z.int(),
  revised: z.int(),
  unchanged: z.int(),
  revisions: z.array(revisionAnswer).describe('The largest, the largest first'),
  additions: z.array(additionAnswer).describe('New figures of a return, in the order of the catalogue'),
  missing: z
    .array(z.object({ indicator: z.string(), name: z.string() }))
    .describe('Indicators that earlier returns had and this one has not'),
  effects: effectsAnswer.nullable(),
})
export type ChangesAnswer = z.infer<typeof changesAnswer>

const UPLOAD_STATES = ['draft', 'published', 'withdrawn'] as const

const listItem = z.object({
  id: z.string(),
  state: z.enum(UPLOAD_STATES),
  fileName: z.string(),
  fileSize: z.int(),
  format: z.string().describe('What kind of file it is'),
  title: z.string(),
  rows: z.int(),
  figures: z.int(),
  counts: countsAnswer,
  uploadedAt: z.string(),
  uploadedBy: z.string(),
  publishedAt: z.string().nullable(),
  publishedBy: z.string().nullable(),
  reason: z.string().nullable().describe('Why it was published'),
  warningsReason: z.string().nullable().describe('Why its warnings were accepted'),
  withdrawnAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
})
const uploadListItem = listItem.meta({ id: 'UploadListItem' })
export type UploadListItem = z.infer<typeof listItem>

export const uploadAnswer = listItem
  .extend({
    sheet: z.string().nullable(),
    sheets: z.array(z.string()).describe('The sheets of a workbook'),
    period: z.string().nullable().describe('The quarter that it was said to be for'),
    findings: z.array(findingAnswer),
    excerpt: excerptAnswer,
    changes: changesAnswer,
    stale: z
      .boolean()
      .describe(
        'For a draft: something else was published since, so the changes have to be worked out again',
      ),
    needsApproval: z.boolean().describe('Whether somebody other than the uploader has to publish it'),
    isOwn: z.boolean().describe('Whether it was uploaded by whoever asks'),
  })
  .meta({ id: 'Upload' })
export type UploadAnswer = z.infer<typeof uploadAnswer>

export const uploadsAnswer = z
  .object({
    uploads: z.array(uploadListItem),
    needsApproval: z.boolean(),
  })
  .meta({ id: 'Uploads' })
export type UploadsAnswer = z.infer<typeof uploadsAnswer>

/** How far the checking of a file has got; `null` while nothing is known of it. */
export const progressAnswer = z
  .object({
    phase: z.enum(['waiting', 'reading', 'comparing', 'done']),
    part: z.number().min(0).max(1),
  })
  .meta({ id: 'UploadProgress' })
export type ProgressAnswer = z.infer<typeof progressAnswer>

export const reasonField = z.string().trim().min(3, 'say why, in a few words').max(1000)

export const publishRequest = z.strictObject({
  reason: reasonField,
  warningsReason: reasonField.optional().describe('Why the warnings are accepted; `reason` if left out'),
})

export const withdrawRequest = z.strictObject({
  reason: reasonField,
})

const figureAnswer = z.object({
  indicator: z.string(),
  area: z.string(),
  dimension: z.string(),
  period: z.string(),
  value: z.union([z.number(), z.enum(MISSING_REASONS)]).describe('The number, or why there is none'),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  status: z.enum(STATUSES),
  note: z.string().nullable(),
})

export const figuresAnswer = z
  .object({ area: z.string(), figures: z.array(figureAnswer) })
  .meta({ id: 'Figures' })

export const templateAnswer = z
  .object({
    area: z.string(),
    period: z.string(),
    rows: z.array(
      z.object({
        indicator: z.string(),
        dimension: z.string(),
        name: z.string(),
        last: figureAnswer.nullable().describe('The last figure held'),
      }),
    ),
  })
  .meta({ id: 'Template' })
