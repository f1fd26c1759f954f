import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
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
  registersAnswer,
} from '../contract/registers.ts'
import { areaId } from '../contract/terms.ts'
import { permissionToAdd } from '../domain/permission-to-add.ts'
import { registerCsv } from '../exports/register-csv.ts'
import type { Definition } from '../registers/definition.ts'
import { type Said, type Writing, writer } from '../registers/move.ts'
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
import { viewRegisters } from '../views/registers/registers.ts'
import { type Access, at, insist, type Services } from './access.ts'
import { describe, respond } from './respond.ts'

const register = z.object({ register: z.string().describe('plan, action, recommendation …') })
const place = register.extend({ id: z.string() })
const query = z.object({
  area: areaId.optional().describe('Only those of one area, in a register whose entries have areas'),
  all: z.literal('1', 'is 1 or left out').optional().describe('Those that were taken out, too'),
})
const newEntryQuery = z.object({
  plan: z.string().max(60).optional().describe('Of an action: the plan whose stages and parts are offered'),
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

/** What only those say who keep the registers: a question is not answered, nor a topic decided, by whoever brings it. */
const SAID_BY_OFFICERS = ['answer', 'answeredBy', 'answeredOn', 'carriedTo', 'closed', 'outcome']

/** The registers of plain entries: everybody may read them with their whole history; each change is a new version. */
export function registerRoutes({ may }: Services, uploads: Uploads) {
  const writerOf = (definition: Definition, writing: Writing) =>
    writer<Record<string, unknown>>(uploads, definition.register, writing, definition.one)

  type Move = keyof Pick<ReturnType<typeof writerOf>, 'retire' | 'bringBack' | 'undo'>
  const move = async (access: Access, { register, id }: z.infer<typeof place>, said: Said, act: Move) => {
    const definition = findDefinition(register)
    const entry = await findOne(access.db, definition, id)
    await writerOf(definition, access)[act](entry, said)
    return viewOneEntry(access.db, access.setting, register, id)
  }

  return new Hono()
    .get(
      '/',
      may('read'),
      describe('The registers: what each is for, how much it holds, where it is downloaded', registersAnswer),
      (c) => respond(c, viewRegisters(...at(c))),
    )
    .get(
      '/:register',
      may('read'),
      describe('Every entry of a register, with its history', registerAnswer, {
        csv: true,
        problems: [400, 404],
      }),
      valid('param', register),
      valid('query', query),
      (c) => {
        const { area, all } = c.req.valid('query')
        const { register: name } = c.req.valid('param')
        return respond(c, viewRegister(...at(c), name, { area, all: all === '1' }), registerCsv)
      },
    )
    .get(
      '/:register/form',
      may('read'),
      describe('The form of a new entry', entryFormAnswer, { problems: [400, 404] }),
      valid('param', register),
      valid('query', newEntryQuery),
      (c) => {
        const { register: name } = c.req.valid('param')
        return respond(c, viewEntryForm(...at(c), name, null, c.req.valid('query').plan))
      },
    )
    .post(
      '/:register',
      may('ask'),
      async (c, next) => {
        const { register } = findDefinition(c.req.param('register'))
        insist(c.var.access.who, permissionToAdd(register))
        await next()
      },
      added,
      valid('param', register),
      valid('json', addEntryRequest),
      async (c) => {
        const definition = findDefinition(c.req.valid('param').register)
        const { terms, ...said } = c.req.valid('json')
        if (SAID_BY_OFFICERS.some((field) => terms[field])) insist(c.var.access.who, 'record')
        const read = await checkEntry(...at(c), definition, terms)
        const id = `${definition.register}-${randomBytes(4).toString('hex')}`
        await writerOf(definition, c.var.access).add(id, read, said)
        return c.json(await viewOneEntry(...at(c), definition.register, id), 201)
      },
    )
    .get(
      '/:register/:id',
      may('read'),
      describe('One entry with its history', entryAnswer, { problems: [404] }),
      valid('param', place),
      (c) => {
        const { register: name, id } = c.req.valid('param')
        return respond(c, viewOneEntry(...at(c), name, id))
      },
    )
    .get(
      '/:register/:id/form',
      may('read'),
      describe('The form of an entry', entryFormAnswer, { problems: [404] }),
      valid('param', place),
      (c) => {
        const { register: name, id } = c.req.valid('param')
        return respond(c, viewEntryForm(...at(c), name, id))
      },
    )
    .put(
      '/:register/:id',
      may('record'),
      changed('Change an entry: a new version of it'),
      valid('param', place),
      valid('json', changeEntryRequest),
      async (c) => {
        const { register: name, id } = c.req.valid('param')
        const { terms, ...said } = c.req.valid('json')
        const definition = findDefinition(name)
        const entry = await findOne(c.var.access.db, definition, id)
        const read = await checkEntry(...at(c), definition, terms, entry)
        await writerOf(definition, c.var.access).change(entry, read, said)
        return c.json(await viewOneEntry(...at(c), name, id))
      },
    )
    .post(
      '/:register/:id/retire',
      may('record'),
      changed('Take an entry out; it stays on record'),
      valid('param', place),
      valid('json', moveEntryRequest),
      async (c) => c.json(await move(c.var.access, c.req.valid('param'), c.req.valid('json'), 'retire')),
    )
    .post(
      '/:register/:id/bring-back',
      may('record'),
      changed('Bring an entry back that was taken out'),
      valid('param', place),
      valid('json', moveEntryRequest),
      async (c) => c.json(await move(c.var.access, c.req.valid('param'), c.req.valid('json'), 'bringBack')),
    )
    .post(
      '/:register/:id/undo',
      may('record'),
      changed('Undo the last change of an entry'),
      valid('param', place),
      valid('json', moveEntryRequest),
      async (c) => c.json(await move(c.var.access, c.req.valid('param'), c.req.valid('json'), 'undo')),
    )
}
