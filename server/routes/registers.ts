import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'
import { problemAnswer } from '../contract/answers.ts'
import {
  addEntryRequest,
  changeEntryRequest,
  entryAnswer,
  entryFormAnswer,
  moveEntryRequest,
  registerAnswer,
} from '../contract/registers.ts'
import { registerCsv } from '../exports/register-csv.ts'
import type { Definition } from '../registers/definitions.ts'
import { type Said, writer } from '../registers/move.ts'
import type { Uploads } from '../uploads/uploads.ts'
import { valid } from '../valid.ts'
import {
  findDefinition,
  findOne,
  viewEntryForm,
  viewOneEntry,
  viewRegister,
} from '../views/registers/entries.ts'
import { checkEntry } from '../views/registers/entry-check.ts'
import type { Entry } from '../views/registers/register.ts'
import { onlyFromHere } from './guard.ts'
import { describe, respond, type Services } from './respond.ts'

const register = z.object({ register: z.string().describe('plan, action, recommendation …') })
const place = register.extend({ id: z.string() })
const query = z.object({
  area: z
    .string()
    .regex(/^E\d{8}$/, 'is not an area: use an ONS code such as E06000009')
    .optional()
    .describe('Only those of one area, in a register whose entries have areas'),
  all: z.literal('1', 'is 1 or left out').optional().describe('Those that were taken out, too'),
})

const refused = {
  description: 'A problem; nothing is stored',
  content: { 'application/problem+json': { schema: resolver(problemAnswer) } },
}
const added = describeRoute({
  summary: 'Add an entry to a register',
  responses: {
    201: { description: 'The entry', content: { 'application/json': { schema: resolver(entryAnswer) } } },
    ...Object.fromEntries([400, 401, 403, 404].map((status) => [status, refused])),
  },
})
const changed = (summary: string) => describe(summary, entryAnswer, { problems: [400, 401, 403, 404, 409] })

/** The registers of plain entries: everybody may read them with their whole history; each change is a new version. */
export function registerRoutes({ db, setting }: Services, uploads: Uploads, user: string) {
  const writerOf = (definition: Definition) =>
    writer<Record<string, unknown>>(uploads, definition.register, user, definition.one)

  type Move = (
    writes: ReturnType<typeof writerOf>,
    entry: Entry<Record<string, unknown>>,
    said: Said,
  ) => Promise<void>
  const move = async (c: Context, at: { register: string; id: string }, said: Said, act: Move) => {
    const definition = findDefinition(at.register)
    await act(writerOf(definition), await findOne(db, definition, at.id), said)
    return c.json(await viewOneEntry(db, setting(), at.register, at.id))
  }

  return new Hono()
    .get(
      '/:register',
      describe('Every entry of a register, with its history', registerAnswer, {
        csv: true,
        problems: [400, 404],
      }),
      valid('param', register),
      valid('query', query),
      (c) => {
        const { area, all } = c.req.valid('query')
        const { register: name } = c.req.valid('param')
        return respond(c, viewRegister(db, setting(), name, { area, all: all === '1' }), registerCsv)
      },
    )
    .get(
      '/:register/form',
      describe('The form of a new entry', entryFormAnswer, { problems: [404] }),
      valid('param', register),
      (c) => respond(c, viewEntryForm(db, setting(), c.req.valid('param').register, null)),
    )
    .post(
      '/:register',
      onlyFromHere(),
      added,
      valid('param', register),
      valid('json', addEntryRequest),
      async (c) => {
        const definition = findDefinition(c.req.valid('param').register)
        const { terms, ...said } = c.req.valid('json')
        const read = await checkEntry(db, setting(), definition, terms)
        const id = `${definition.register}-${randomBytes(4).toString('hex')}`
        await writerOf(definition).add(id, read, said)
        return c.json(await viewOneEntry(db, setting(), definition.register, id), 201)
      },
    )
    .get(
      '/:register/:id',
      describe('One entry with its history', entryAnswer, { problems: [404] }),
      valid('param', place),
      (c) => {
        const { register: name, id } = c.req.valid('param')
        return respond(c, viewOneEntry(db, setting(), name, id))
      },
    )
    .get(
      '/:register/:id/form',
      describe('The form of an entry', entryFormAnswer, { problems: [404] }),
      valid('param', place),
      (c) => {
        const { register: name, id } = c.req.valid('param')
        return respond(c, viewEntryForm(db, setting(), name, id))
      },
    )
    .put(
      '/:register/:id',
      onlyFromHere(),
      changed('Change an entry: a new version of it'),
      valid('param', place),
      valid('json', changeEntryRequest),
      async (c) => {
        const at = c.req.valid('param')
        const { terms, ...said } = c.req.valid('json')
        return move(c, at, said, async (writes, entry) => {
          const read = await checkEntry(db, setting(), findDefinition(at.register), terms, entry.terms)
          await writes.change(entry, read, said)
        })
      },
    )
    .post(
      '/:register/:id/retire',
      onlyFromHere(),
      changed('Take an entry out; it stays on record'),
      valid('param', place),
      valid('json', moveEntryRequest),
      (c) =>
        move(c, c.req.valid('param'), c.req.valid('json'), (writes, entry, said) =>
          writes.retire(entry, said),
        ),
    )
    .post(
      '/:register/:id/bring-back',
      onlyFromHere(),
      changed('Bring an entry back that was taken out'),
      valid('param', place),
      valid('json', moveEntryRequest),
      (c) =>
        move(c, c.req.valid('param'), c.req.valid('json'), (writes, entry, said) =>
          writes.bringBack(entry, said),
        ),
    )
    .post(
      '/:register/:id/undo',
      onlyFromHere(),
      changed('Undo the last change of an entry'),
      valid('param', place),
      valid('json', moveEntryRequest),
      (c) =>
        move(c, c.req.valid('param'), c.req.valid('json'), (writes, entry, said) => writes.undo(entry, said)),
    )
}
