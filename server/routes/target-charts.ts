import { Hono } from 'hono'
import { z } from 'zod'
import { projectionAnswer, targetRealismAnswer, trajectoryAnswer } from '../contract/target-answers.ts'
import { trajectoryCsv } from '../exports/target-csv.ts'
import { valid } from '../valid.ts'
import { viewProjection } from '../views/targets/projection.ts'
import { viewTargetRealism } from '../views/targets/target-realism.ts'
import { viewTrajectory } from '../views/targets/trajectory.ts'
import { describe, respond, type Services } from './respond.ts'

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
export function targetChartRoutes({ db, setting }: Services) {
  return new Hono()
    .get(
      '/:id/trajectory',
      describe('A target drawn: figures, path, and what it goes to', trajectoryAnswer, {
        csv: true,
        problems: [400, 404],
      }),
      valid('param', id),
      valid('query', query),
      (c) =>
        respond(
          c,
          viewTrajectory(db, setting(), c.req.valid('param').id, c.req.valid('query')),
          trajectoryCsv,
        ),
    )
    .get(
      '/:id/projection',
      describe('Where its figures go if recent change continues', projectionAnswer, { problems: [404] }),
      valid('param', id),
      (c) => respond(c, viewProjection(db, setting(), c.req.valid('param').id)),
    )
    .get(
      '/:id/realism',
      describe('Whether what it asks for was ever done', targetRealismAnswer, { problems: [404] }),
      valid('param', id),
      (c) => respond(c, viewTargetRealism(db, setting(), c.req.valid('param').id)),
    )
}
