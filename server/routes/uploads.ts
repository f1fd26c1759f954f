import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'
import { problemAnswer } from '../contract/answers.ts'
import { mappingSchema } from '../contract/mapping.ts'
import {
  byField,
  progressAnswer,
  publishRequest,
  uploadAnswer,
  uploadsAnswer,
  withdrawRequest,
} from '../contract/uploads.ts'
import { parsePeriod } from '../domain/period.ts'
import type { ImportReport } from '../imports/run.ts'
import { titleOf } from '../imports/titles.ts'
import { Problem } from '../problem.ts'
import { findUpload, findUploadFile } from '../store/uploads.ts'
import type { CheckJob } from '../uploads/jobs.ts'
import { receiveFile } from '../uploads/receive.ts'
import type { Uploads } from '../uploads/uploads.ts'
import { valid } from '../valid.ts'
import { viewUpload, viewUploads, withTitles } from '../views/uploads/uploads.ts'
import { onlyFromHere } from './guard.ts'
import { describe, type Services } from './respond.ts'

const id = z.object({ id: z.uuid('is not the id of an upload') })
const key = z.object({
  key: z.string().regex(/^[\w-]{8,64}$/, 'is not a key: use 8 to 64 letters and figures'),
})

/** Beside the file itself, what a form may say of it. */
const fieldsSchema = z.object({
  by: byField,
  period: z
    .string()
    .refine((text) => parsePeriod(text)?.kind === 'quarter', 'is not a quarter: use 2025-26Q2')
    .optional(),
  sheet: z.string().max(100).optional(),
  remap: z.literal('1').optional(),
  mapping: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' })
        return z.NEVER
      }
    })
    .pipe(mappingSchema)
    .optional(),
  key: key.shape.key.optional(),
})

const form = describeRoute({
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          required: ['file'],
          properties: {
            file: { type: 'string', format: 'binary' },
            by: { type: 'string' },
            period: { type: 'string' },
            sheet: { type: 'string' },
            mapping: { type: 'string' },
            remap: { type: 'string', enum: ['1'] },
            key: { type: 'string' },
          },
        },
      },
    },
  },
})

const created = describeRoute({
  summary: 'Check a file and keep it as a draft',
  responses: {
    201: {
      description: 'The draft',
      content: { 'application/json': { schema: resolver(uploadAnswer) } },
    },
    422: {
      description: 'The file has faults; nothing of it is stored',
      content: { 'application/problem+json': { schema: resolver(problemAnswer) } },
    },
  },
})

/** Uploads from the file to the published figures and back; see contract/uploads.ts for what each says. */
export function uploadRoutes({ db, setting }: Services, uploads: Uploads, user: string) {
  const now = () => new Date().toISOString()
  const view = (upload: string) =>
    viewUpload(db, setting(), upload, { needsApproval: uploads.needsApproval, titleOf })

  return new Hono()
    .use(onlyFromHere())
    .get('/', describe('Every upload, the newest first', uploadsAnswer), async (c) =>
      c.json(await viewUploads(db, { needsApproval: uploads.needsApproval, user })),
    )
    .post('/', created, form, async (c) => {
      const { job, key } = await receive(c)
      const report = await uploads.check(job, key)
      if (!report.upload) throw refusal(report)
      return c.json(await view(report.upload), 201)
    })
    .get(
      '/progress/:key',
      describe('How far the checking of a file has got', progressAnswer, { problems: [400] }),
      valid('param', key),
      (c) => c.json(uploads.progress(c.req.valid('param').key) ?? { phase: 'waiting', part: 0 }),
    )
    .post('/annotate', describeRoute({ summary: 'The file with a column of findings' }), form, async (c) => {
      const { job } = await receive(c)
      return sendCsv(c, job.fileName, await uploads.annotate({ ...job, findings: null }))
    })
    .get(
      '/:id',
      describe('One upload: findings and changes', uploadAnswer, { problems: [400, 404] }),
      valid('param', id),
      async (c) => c.json(await view(c.req.valid('param').id)),
    )
    .post(
      '/:id/publish',
      describe('Publish a draft', uploadAnswer, { problems: [400, 403, 404, 409] }),
      valid('param', id),
      valid('json', publishRequest),
      async (c) => {
        const { reason, warningsReason, by } = c.req.valid('json')
        const upload = c.req.valid('param').id
        await uploads.publish({
          id: upload,
          reason,
          warningsReason: warningsReason ?? null,
          by: by ?? user,
          now: now(),
        })
        return c.json(await view(upload))
      },
    )
    .post(
      '/:id/withdraw',
      describe('Take a published file back', uploadAnswer, { problems: [400, 404, 409] }),
      valid('param', id),
      valid('json', withdrawRequest),
      async (c) => {
        const { reason, by } = c.req.valid('json')
        const upload = c.req.valid('param').id
        await uploads.withdraw({ id: upload, reason, by: by ?? user, now: now() })
        return c.json(await view(upload))
      },
    )
    .post(
      '/:id/compare',
      describe('Work out again what a draft would change', uploadAnswer, { problems: [400, 404, 409] }),
      valid('param', id),
      async (c) => {
        const upload = c.req.valid('param').id
        await uploads.compare(upload, now())
        return c.json(await view(upload))
      },
    )
    .delete(
      '/:id',
      describeRoute({ summary: 'Discard a draft', responses: { 204: { description: 'It is gone' } } }),
      valid('param', id),
      async (c) => {
        await uploads.discard(c.req.valid('param').id)
        return c.body(null, 204)
      },
    )
    .get(
      '/:id/file',
      describeRoute({ summary: 'The file as it was uploaded, byte for byte' }),
      valid('param', id),
      async (c) => {
        const { file_name, bytes } = await fileOf(c.req.valid('param').id)
        return c.body(new Uint8Array(bytes), 200, {
          'content-type': 'application/octet-stream',
          'content-disposition': attachment(file_name ?? 'file'),
        })
      },
    )
    .get(
      '/:id/findings',
      describeRoute({ summary: 'The file with a column of findings' }),
      valid('param', id),
      async (c) => {
        const { bytes, file_name, sheet, findings, loaded_by } = await fileOf(c.req.valid('param').id)
        const fileName = file_name ?? 'file'
        const job = { bytes: Uint8Array.from(bytes), fileName, sheet, by: loaded_by, now: now() }
        return sendCsv(c, fileName, await uploads.annotate({ ...job, findings: JSON.parse(findings) }))
      },
    )

  async function fileOf(upload: string) {
    const found = await findUpload(db, upload)
    const bytes = found && (await findUploadFile(db, upload))
    if (!found || !bytes)
      throw new Problem('not-found', `There is no upload "${upload}". It may have been discarded.`)
    return { ...found, bytes }
  }

  /** The file of a request, with what its form says of it. */
  async function receive(c: Context): Promise<{ job: CheckJob; key: string | null }> {
    const { bytes, fileName, fields } = await receiveFile(c.req.raw, connectionOf(c))
    const result = fieldsSchema.safeParse(Object.fromEntries(fields))
    if (!result.success) {
      const errors = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
      throw new Problem(
        'invalid-request',
        errors.map(({ path, message }) => `${path}: ${message}`).join('; '),
        errors,
      )
    }
    const { by = user, period = null, sheet = null, mapping = null, remap, key = null } = result.data
    const about = { by, period, sheet, mapping, remap: remap === '1', home: setting().home }
    return { job: { bytes, fileName, ...about, now: now() }, key }
  }
}

/** The request as Node has it; the program's own tests ask without a server. */
function connectionOf(c: Context): Readable | null {
  const { incoming } = c.env as { incoming?: unknown }
  return incoming instanceof Readable ? incoming : null
}

/** The answer to a file that has to be put right first. */
function refusal({ counts, findings, excerpt, sheets, proposal }: ImportReport): Problem {
  const faults = counts.stop === 1 ? 'One thing has' : `${counts.stop} things have`
  return new Problem('file-refused', `${faults} to be put right first. Nothing was stored.`, [], {
    findings: withTitles(findings, titleOf),
    counts,
    excerpt,
    sheets,
    ...(proposal ? { mapping: proposal } : {}),
  })
}

function sendCsv(c: Context, fileName: string, text: string): Response {
  // The mark tells a spreadsheet that the text is UTF-8.
  return c.body(`\ufeff${text}`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': attachment(`${fileName.replace(/\.[^.]*$/, '')} with findings.csv`),
  })
}

/** A name for a download that no header can be broken with. */
const attachment = (name: string) =>
  `attachment; filename="${name.replaceAll(/[^\w .()-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`
