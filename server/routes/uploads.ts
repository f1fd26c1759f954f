import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'
import { problemAnswer } from '../contract/answers.ts'
import { mappingSchema } from '../contract/mapping.ts'
import {
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
import type { Database } from '../store/database.ts'
import { findUpload, findUploadFile } from '../store/uploads.ts'
import type { CheckJob } from '../uploads/jobs.ts'
import { receiveFile } from '../uploads/receive.ts'
import type { Uploads } from '../uploads/uploads.ts'
import { valid } from '../valid.ts'
import { viewUpload, viewUploads, withTitles } from '../views/uploads/uploads.ts'
import { type Access, at, type Services } from './access.ts'
import { describe } from './respond.ts'

type Asked = { var: { access: Access } }

const id = z.object({ id: z.uuid('is not the id of an upload') })
const key = z.object({
  key: z.string().regex(/^[\w-]{8,64}$/, 'is not a key: use 8 to 64 letters and figures'),
})

/** Beside the file itself, what a form may say of it. */
const fieldsSchema = z.object({
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
export function uploadRoutes({ may }: Services, uploads: Uploads) {
  const now = () => new Date().toISOString()
  const doer = ({ who }: Access) => ({ by: who.key, actor: who.key })
  const view = (c: Asked, upload: string) =>
    viewUpload(...at(c), upload, {
      needsApproval: uploads.needsApproval,
      asks: c.var.access.who.key,
      titleOf,
    })

  return new Hono()
    .get('/', may('see-uploads'), describe('Every upload, the newest first', uploadsAnswer), async (c) =>
      c.json(await viewUploads(c.var.access.db, { needsApproval: uploads.needsApproval })),
    )
    .post('/', may('upload'), created, form, async (c) => {
      const { job, key } = await receive(c, c.var.access)
      const report = await uploads.check(job, key)
      if (!report.upload) throw refusal(report)
      return c.json(await view(c, report.upload), 201)
    })
    .get(
      '/progress/:key',
      may('see-uploads'),
      describe('How far the checking of a file has got', progressAnswer, { problems: [400] }),
      valid('param', key),
      (c) => c.json(uploads.progress(c.req.valid('param').key) ?? { phase: 'waiting', part: 0 }),
    )
    .post(
      '/annotate',
      may('upload'),
      describeRoute({ summary: 'The file with a column of findings' }),
      form,
      async (c) => {
        const { job } = await receive(c, c.var.access)
        return sendCsv(c, job.fileName, await uploads.annotate({ ...job, findings: null }))
      },
    )
    .get(
      '/:id',
      may('see-uploads'),
      describe('One upload: findings and changes', uploadAnswer, { problems: [400, 404] }),
      valid('param', id),
      async (c) => c.json(await view(c, c.req.valid('param').id)),
    )
    .post(
      '/:id/publish',
      may('publish'),
      describe('Publish a draft', uploadAnswer, { problems: [400, 403, 404, 409] }),
      valid('param', id),
      valid('json', publishRequest),
      async (c) => {
        const { reason, warningsReason } = c.req.valid('json')
        const upload = c.req.valid('param').id
        await uploads.publish({
          id: upload,
          reason,
          warningsReason: warningsReason ?? null,
          ...doer(c.var.access),
          now: now(),
        })
        return c.json(await view(c, upload))
      },
    )
    .post(
      '/:id/withdraw',
      may('publish'),
      describe('Take a published file back', uploadAnswer, { problems: [400, 404, 409] }),
      valid('param', id),
      valid('json', withdrawRequest),
      async (c) => {
        const { reason } = c.req.valid('json')
        const upload = c.req.valid('param').id
        await uploads.withdraw({ id: upload, reason, ...doer(c.var.access), now: now() })
        return c.json(await view(c, upload))
      },
    )
    .post(
      '/:id/compare',
      may('publish'),
      describe('Work out again what a draft would change', uploadAnswer, { problems: [400, 404, 409] }),
      valid('param', id),
      async (c) => {
        const upload = c.req.valid('param').id
        await uploads.compare({ id: upload, actor: c.var.access.who.key, now: now() })
        return c.json(await view(c, upload))
      },
    )
    .delete(
      '/:id',
      may('upload'),
      describeRoute({ summary: 'Discard a draft', responses: { 204: { description: 'It is gone' } } }),
      valid('param', id),
      async (c) => {
        await uploads.discard({ id: c.req.valid('param').id, actor: c.var.access.who.key, now: now() })
        return c.body(null, 204)
      },
    )
    .get(
      '/:id/file',
      may('see-uploads'),
      describeRoute({ summary: 'The file as it was uploaded, byte for byte' }),
      valid('param', id),
      async (c) => {
        const { file_name, bytes } = await fileOf(c.var.access.db, c.req.valid('param').id)
        return c.body(new Uint8Array(bytes), 200, {
          'content-type': 'application/octet-stream',
          'content-disposition': attachment(file_name ?? 'file'),
        })
      },
    )
    .get(
      '/:id/findings',
      may('see-uploads'),
      describeRoute({ summary: 'The file with a column of findings' }),
      valid('param', id),
      async (c) => {
        const { bytes, file_name, sheet, findings, loaded_by } = await fileOf(
          c.var.access.db,
          c.req.valid('param').id,
        )
        const fileName = file_name ?? 'file'
        const job = {
          bytes: Uint8Array.from(bytes),
          fileName,
          sheet,
          by: loaded_by,
          actor: c.var.access.who.key,
          now: now(),
        }
        return sendCsv(c, fileName, await uploads.annotate({ ...job, findings: JSON.parse(findings) }))
      },
    )

  async function fileOf(db: Database, upload: string) {
    const found = await findUpload(db, upload)
    const bytes = found && (await findUploadFile(db, upload))
    if (!found || !bytes)
      throw new Problem('not-found', `There is no upload "${upload}". It may have been discarded.`)
    return { ...found, bytes }
  }

  /** The file of a request, with what its form says of it. */
  async function receive(c: Context, access: Access): Promise<{ job: CheckJob; key: string | null }> {
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
    const { period = null, sheet = null, mapping = null, remap, key = null } = result.data
    const about = {
      ...doer(access),
      period,
      sheet,
      mapping,
      remap: remap === '1',
      home: access.setting.home,
    }
    return { job: { bytes, fileName, ...about, now: now() }, key }
  }
}

/** The request as Node has it; the program's own tests ask without a server. */
function connectionOf(c: Context): Readable | null {
  const { incoming } = (c.env ?? {}) as { incoming?: unknown }
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
