import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
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
import { type Said, type Writing, writer } from '../registers/move.ts'
import type { Uploads } from '../uploads/uploads.ts'
import { valid } from '../valid.ts'
import { findSubject } from '../views/subject.ts'
import { checkSameMeasure, checkTerms } from '../views/targets/target-checks.ts'
import { viewTargetPage } from '../views/targets/target-page.ts'
import { findTarget } from '../views/targets/target-register.ts'
import { viewTargets } from '../views/targets/targets.ts'
import { type Access, at, type Services } from './access.ts'
import { describe, respond } from './respond.ts'

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
export function targetRoutes({ may }: Services, uploads: Uploads) {
  const writes = (writing: Writing) => writer<TargetTerms>(uploads, 'target', writing, 'a target')
  type Move = keyof Pick<ReturnType<typeof writes>, 'retire' | 'bringBack' | 'undo'>
  const move = async (access: Access, id: string, said: Said, act: Move) => {
    await writes(access)[act](await findTarget(access.db, id), said)
    return viewTargetPage(access.db, access.setting, id)
  }

  return new Hono()
    .get(
      '/',
      may('read'),
      describe('The targets of an area, as they stand by the newest figures', targetsAnswer, {
        csv: true,
        problems: [400, 404],
      }),
      valid('query', targetsQuery),
      (c) => {
        const { area, indicator, all } = c.req.valid('query')
        if (indicator !== undefined) findSubject(c.var.access.setting, indicator, '', area)
        return respond(c, viewTargets(...at(c), { area, indicator, all: all === '1' }), targetsCsv)
      },
    )
    .post('/', may('set-targets'), added, valid('json', addTargetRequest), async (c) => {
      const { terms, ...said } = c.req.valid('json')
      await checkTerms(...at(c), terms)
      const target = `${terms.indicator}-${randomBytes(3).toString('hex')}`
      await writes(c.var.access).add(target, terms, said)
      return c.json(await viewTargetPage(...at(c), target), 201)
    })
    .get(
      '/:id',
      may('read'),
      describe('A target with its history', targetPageAnswer, { problems: [404] }),
      valid('param', id),
      (c) => respond(c, viewTargetPage(...at(c), c.req.valid('param').id)),
    )
    .put(
      '/:id',
      may('set-targets'),
      changed('Change a target: a new version of it'),
      valid('param', id),
      valid('json', changeTargetRequest),
      async (c) => {
        const { terms, ...said } = c.req.valid('json')
        const target = await findTarget(c.var.access.db, c.req.valid('param').id)
        checkSameMeasure(target, terms)
        await checkTerms(...at(c), terms, target.terms)
        await writes(c.var.access).change(target, terms, said)
        return c.json(await viewTargetPage(...at(c), target.id))
      },
    )
    .post(
      '/:id/retire',
      may('set-targets'),
      changed('Take a target out: it counts no more, and stays on record'),
      valid('param', id),
      valid('json', moveTargetRequest),
      async (c) => c.json(await move(c.var.access, c.req.valid('param').id, c.req.valid('json'), 'retire')),
    )
    .post(
      '/:id/bring-back',
      may('set-targets'),
      changed('Bring a target back that was taken out'),
      valid('param', id),
      valid('json', moveTargetRequest),
      async (c) =>
        c.json(await move(c.var.access, c.req.valid('param').id, c.req.valid('json'), 'bringBack')),
    )
    .post(
      '/:id/undo',
      may('set-targets'),
      changed('Undo the last change of a target'),
      valid('param', id),
      valid('json', moveTargetRequest),
      async (c) => c.json(await move(c.var.access, c.req.valid('param').id, c.req.valid('json'), 'undo')),
    )
}
