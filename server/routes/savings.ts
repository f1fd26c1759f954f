import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'
import { problemAnswer } from '../contract/answers.ts'
import {
  addSavingRequest,
  changeSavingRequest,
  moveSavingRequest,
  type SavingTerms,
  savingLineAnswer,
  savingsAnswer,
  savingsQuery,
} from '../contract/savings.ts'
import { savingsCsv } from '../exports/savings-csv.ts'
import { type Said, type Writing, writer } from '../registers/move.ts'
import type { Uploads } from '../uploads/uploads.ts'
import { valid } from '../valid.ts'
import { viewSavingLine, viewSavings } from '../views/savings/savings.ts'
import { checkPlace } from '../views/savings/savings-programme.ts'
import { findSaving } from '../views/savings/savings-register.ts'
import { type Access, at, type Services } from './access.ts'
import { describe, respond } from './respond.ts'

const lineParam = z.object({ id: z.uuid('is not the id of a saving') })
const programme = z.object({ id: z.string().describe('Id of a programme that is to save something') })

const created = describeRoute({
  summary: 'Write a saving into the ledger',
  responses: {
    201: { description: 'The line', content: { 'application/json': { schema: resolver(savingLineAnswer) } } },
    400: {
      description: 'A field is wrong; nothing is stored',
      content: { 'application/problem+json': { schema: resolver(problemAnswer) } },
    },
  },
})

/** The lines of the savings ledger; every write adds a version, and none is ever lost. */
export function savingRoutes({ may }: Services, uploads: Uploads) {
  const writes = (writing: Writing) => writer<SavingTerms>(uploads, 'saving', writing, 'a saving')
  type Move = keyof Pick<ReturnType<typeof writes>, 'retire' | 'bringBack' | 'undo'>
  const move = async (access: Access, id: string, said: Said, act: Move) => {
    await writes(access)[act](await findSaving(access.db, id), said)
    return viewSavingLine(access.db, id)
  }

  const moved = (summary: string) =>
    describe(summary, savingLineAnswer, { problems: [400, 401, 403, 404, 409] })

  return new Hono()
    .post('/', may('set-targets'), created, valid('json', addSavingRequest), async (c) => {
      const { terms, ...said } = c.req.valid('json')
      await checkPlace(c.var.access.db, terms)
      const id = randomUUID()
      await writes(c.var.access).add(id, terms, said)
      return c.json(await viewSavingLine(c.var.access.db, id), 201)
    })
    .get(
      '/:id',
      may('read'),
      describe('One line of the ledger, with its history', savingLineAnswer, { problems: [400, 404] }),
      valid('param', lineParam),
      (c) => respond(c, viewSavingLine(c.var.access.db, c.req.valid('param').id)),
    )
    .put(
      '/:id',
      may('set-targets'),
      moved('Change a line'),
      valid('param', lineParam),
      valid('json', changeSavingRequest),
      async (c) => {
        const { id } = c.req.valid('param')
        const { terms, ...said } = c.req.valid('json')
        const line = await findSaving(c.var.access.db, id)
        await checkPlace(c.var.access.db, terms, line.terms)
        await writes(c.var.access).change(line, terms, said)
        return c.json(await viewSavingLine(c.var.access.db, id))
      },
    )
    .post(
      '/:id/retire',
      may('set-targets'),
      moved('Take a line out; it stays on record'),
      valid('param', lineParam),
      valid('json', moveSavingRequest),
      async (c) => c.json(await move(c.var.access, c.req.valid('param').id, c.req.valid('json'), 'retire')),
    )
    .post(
      '/:id/bring-back',
      may('set-targets'),
      moved('Bring back a line that was taken out'),
      valid('param', lineParam),
      valid('json', moveSavingRequest),
      async (c) =>
        c.json(await move(c.var.access, c.req.valid('param').id, c.req.valid('json'), 'bringBack')),
    )
    .post(
      '/:id/undo',
      may('set-targets'),
      moved('Undo the last change of a line'),
      valid('param', lineParam),
      valid('json', moveSavingRequest),
      async (c) => c.json(await move(c.var.access, c.req.valid('param').id, c.req.valid('json'), 'undo')),
    )
}

export function programmeSavingsRoutes({ may }: Services) {
  return new Hono().get(
    '/:id/savings',
    may('read'),
    describe('Spending against the path, the savings ledger, the cost bridge and unit costs', savingsAnswer, {
      csv: true,
      problems: [400, 404],
    }),
    valid('param', programme),
    valid('query', savingsQuery),
    (c) => respond(c, viewSavings(...at(c), c.req.valid('param').id, c.req.valid('query')), savingsCsv),
  )
}
