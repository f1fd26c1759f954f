import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
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
import { type Said, writer } from '../registers/move.ts'
import type { Uploads } from '../uploads/uploads.ts'
import { valid } from '../valid.ts'
import { viewSavingLine, viewSavings } from '../views/savings/savings.ts'
import { checkPlace } from '../views/savings/savings-programme.ts'
import { findSaving } from '../views/savings/savings-register.ts'
import { onlyFromHere } from './guard.ts'
import { describe, respond, type Services } from './respond.ts'

const line = z.object({ id: z.uuid('is not the id of a saving') })
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
export function savingRoutes({ db, setting }: Services, uploads: Uploads, user: string) {
  const view = (id: string) => viewSavingLine(db, setting(), id)
  const writes = writer<SavingTerms>(uploads, 'saving', user, 'a saving')
  const move = async (c: Context, id: string, said: Said, act: typeof writes.retire) => {
    await act(await findSaving(db, id), said)
    return c.json(await view(id))
  }

  const moved = (summary: string) =>
    describe(summary, savingLineAnswer, { problems: [400, 401, 403, 404, 409] })

  return new Hono()
    .post('/', onlyFromHere(), created, valid('json', addSavingRequest), async (c) => {
      const { terms, ...said } = c.req.valid('json')
      checkPlace(setting(), terms)
      const id = randomUUID()
      await writes.add(id, terms, said)
      return c.json(await view(id), 201)
    })
    .get(
      '/:id',
      describe('One line of the ledger, with its history', savingLineAnswer, { problems: [400, 404] }),
      valid('param', line),
      (c) => respond(c, view(c.req.valid('param').id)),
    )
    .put(
      '/:id',
      onlyFromHere(),
      moved('Change a line'),
      valid('param', line),
      valid('json', changeSavingRequest),
      async (c) => {
        const { id } = c.req.valid('param')
        const { terms, ...said } = c.req.valid('json')
        checkPlace(setting(), terms)
        await writes.change(await findSaving(db, id), terms, said)
        return c.json(await view(id))
      },
    )
    .post(
      '/:id/retire',
      onlyFromHere(),
      moved('Take a line out; it stays on record'),
      valid('param', line),
      valid('json', moveSavingRequest),
      (c) => move(c, c.req.valid('param').id, c.req.valid('json'), writes.retire),
    )
    .post(
      '/:id/bring-back',
      onlyFromHere(),
      moved('Bring back a line that was taken out'),
      valid('param', line),
      valid('json', moveSavingRequest),
      (c) => move(c, c.req.valid('param').id, c.req.valid('json'), writes.bringBack),
    )
    .post(
      '/:id/undo',
      onlyFromHere(),
      moved('Undo the last change of a line'),
      valid('param', line),
      valid('json', moveSavingRequest),
      (c) => move(c, c.req.valid('param').id, c.req.valid('json'), writes.undo),
    )
}

export function programmeSavingsRoutes({ db, setting }: Services) {
  return new Hono().get(
    '/:id/savings',
    describe('Spending against the path, the savings ledger, the cost bridge and unit costs', savingsAnswer, {
      csv: true,
      problems: [400, 404],
    }),
    valid('param', programme),
    valid('query', savingsQuery),
    (c) => respond(c, viewSavings(db, setting(), c.req.valid('param').id, c.req.valid('query')), savingsCsv),
  )
}
