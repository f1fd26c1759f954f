import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'
import { problemAnswer } from '../contract/answers.ts'
import { targetPageAnswer, targetsAnswer } from '../contract/target-answers.ts'
import {
  addTargetRequest,
  changeTargetRequest,
  moveTargetRequest,
  type TargetTerms,
  targetsQuery,
} from '../contract/targets.ts'
import { targetsCsv } from '../exports/targets-csv.ts'
import { type Said, writer } from '../registers/move.ts'
import type { Uploads } from '../uploads/uploads.ts'
import { valid } from '../valid.ts'
import { findSubject } from '../views/subject.ts'
import { checkSameMeasure, checkTerms } from '../views/targets/target-checks.ts'
import { viewTargetPage } from '../views/targets/target-page.ts'
import { findTarget } from '../views/targets/target-register.ts'
import { viewTargets } from '../views/targets/targets.ts'
import { onlyFromHere } from './guard.ts'
import { describe, respond, type Services } from './respond.ts'

const id = z.object({ id: z.string().describe('The id of a target') })

const problem = {
  description: 'A problem',
  content: { 'application/problem+json': { schema: resolver(problemAnswer) } },
}
const added = describeRoute({
  summary: 'Set a new target',
  responses: {
    201: {
      description: 'The target',
      content: { 'application/json': { schema: resolver(targetPageAnswer) } },
    },
    ...Object.fromEntries([400, 401, 403].map((status) => [status, problem])),
  },
})
const changed = (summary: string) =>
  describe(summary, targetPageAnswer, { problems: [400, 401, 403, 404, 409] })

/** Targets: everybody may read them with their whole history; each change of one is a new version. */
export function targetRoutes({ db, setting }: Services, uploads: Uploads, user: string) {
  const view = (target: string) => viewTargetPage(db, setting(), target)
  const writes = writer<TargetTerms>(uploads, 'target', user, 'a target')
  const move = async (c: Context, id: string, said: Said, act: typeof writes.retire) => {
    await act(await findTarget(db, id), said)
    return c.json(await view(id))
  }

  return new Hono()
    .get(
      '/',
      describe('The targets of an area, as they stand by the newest figures', targetsAnswer, {
        csv: true,
        problems: [400, 404],
      }),
      valid('query', targetsQuery),
      (c) => {
        const { area, indicator, all } = c.req.valid('query')
        if (indicator !== undefined) findSubject(setting(), indicator, '', area)
        return respond(c, viewTargets(db, setting(), { area, indicator, all: all === '1' }), targetsCsv)
      },
    )
    .post('/', onlyFromHere(), added, valid('json', addTargetRequest), async (c) => {
      const { terms, ...said } = c.req.valid('json')
      await checkTerms(db, setting(), terms)
      const target = `${terms.indicator}-${randomBytes(3).toString('hex')}`
      await writes.add(target, terms, said)
      return c.json(await view(target), 201)
    })
    .get(
      '/:id',
      describe('A target with its history', targetPageAnswer, { problems: [404] }),
      valid('param', id),
      (c) => respond(c, view(c.req.valid('param').id)),
    )
    .put(
      '/:id',
      onlyFromHere(),
      changed('Change a target: a new version of it'),
      valid('param', id),
      valid('json', changeTargetRequest),
      async (c) => {
        const { terms, ...said } = c.req.valid('json')
        const target = await findTarget(db, c.req.valid('param').id)
        checkSameMeasure(target, terms)
        await checkTerms(db, setting(), terms)
        await writes.change(target, terms, said)
        return c.json(await view(target.id))
      },
    )
    .post(
      '/:id/retire',
      onlyFromHere(),
      changed('Take a target out: it counts no more, and stays on record'),
      valid('param', id),
      valid('json', moveTargetRequest),
      (c) => move(c, c.req.valid('param').id, c.req.valid('json'), writes.retire),
    )
    .post(
      '/:id/bring-back',
      onlyFromHere(),
      changed('Bring a target back that was taken out'),
      valid('param', id),
      valid('json', moveTargetRequest),
      (c) => move(c, c.req.valid('param').id, c.req.valid('json'), writes.bringBack),
    )
    .post(
      '/:id/undo',
      onlyFromHere(),
      changed('Undo the last change of a target'),
      valid('param', id),
      valid('json', moveTargetRequest),
      (c) => move(c, c.req.valid('param').id, c.req.valid('json'), writes.undo),
    )
}
