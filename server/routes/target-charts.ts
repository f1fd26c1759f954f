import { Hono } from 'hono'
import { z } from 'zod'
import { projectionAnswer, targetRealismAnswer, trajectoryAnswer } from '../contract/target-answers.ts'
import { trajectoryCsv } from '../exports/target-csv.ts'
import { valid } from '../valid.ts'
import { viewProjection } from '../views/targets/projection.ts'
import { viewTargetRealism } from '../views/targets/target-realism.ts'
import { viewTrajectory } from '../views/targets/trajectory.ts'
import { at, type Services } from './access.ts'
import { describe, respond } from './respond.ts'

const id = z.object({ id: z.string().describe('The id of a target') })

const NO_VERSION = 'is not the number of a version: use 1 or more'
const query = z.object({
  version: z.coerce
    .number(NO_VERSION)
    .int(NO_VERSION)
    .min(1, NO_VERSION)
    .optional()
    .describe('An earlier version, whose path is drawn too'),
})

/** What is drawn and worked out of a target: its path, where it is heading, and whether that was ever done. */
export function targetChartRoutes({ may }: Services) {
  return new Hono()
    .get(
      '/:id/trajectory',
      may('read'),
      describe('A target drawn: figures, path, and what it goes to', trajectoryAnswer, {
        csv: true,
        problems: [400, 404],
      }),
      valid('param', id),
      valid('query', query),
      (c) =>
        respond(c, viewTrajectory(...at(c), c.req.valid('param').id, c.req.valid('query')), trajectoryCsv),
    )
    .get(
      '/:id/projection',
      may('read'),
      describe('Where its figures go if recent change continues', projectionAnswer, { problems: [404] }),
      valid('param', id),
      (c) => respond(c, viewProjection(...at(c), c.req.valid('param').id)),
    )
    .get(
      '/:id/realism',
      may('read'),
      describe('Whether what it asks for was ever done', targetRealismAnswer, { problems: [404] }),
      valid('param', id),
      (c) => respond(c, viewTargetRealism(...at(c), c.req.valid('param').id)),
    )
}
