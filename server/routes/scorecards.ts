import { Hono } from 'hono'
import { z } from 'zod'
import { scorecardAnswer, scorecardsAnswer } from '../contract/answers.ts'
import { scorecardQuery } from '../contract/queries.ts'
import { scorecardCsv } from '../exports/csv.ts'
import { valid } from '../valid.ts'
import { viewScorecards } from '../views/catalogue.ts'
import { viewScorecard } from '../views/scorecard.ts'
import { describe, respond, type Services } from './respond.ts'

const id = z.object({ id: z.string() })

export function scorecardRoutes(services: Services) {
  const { db, setting } = services
  return new Hono()
    .get('/', describe('The scorecards that there are', scorecardsAnswer), (c) =>
      respond(c, viewScorecards(setting())),
    )
    .get(
      '/:id',
      describe('A scorecard of an area: performance on a page', scorecardAnswer, {
        csv: true,
        problems: [400, 404],
      }),
      valid('param', id),
      valid('query', scorecardQuery),
      (c) =>
        respond(c, viewScorecard(db, setting(), c.req.valid('param').id, c.req.valid('query')), scorecardCsv),
    )
}
