import { Hono } from 'hono'
import { z } from 'zod'
import { scorecardQuery } from '../contract/queries.ts'
import { scorecardAnswer, scorecardsAnswer } from '../contract/scorecard-answers.ts'
import { scorecardCsv } from '../exports/csv.ts'
import { valid } from '../valid.ts'
import { viewScorecards } from '../views/catalogue.ts'
import { viewScorecard } from '../views/scorecard.ts'
import { at, type Services } from './access.ts'
import { describe, respond } from './respond.ts'

const id = z.object({ id: z.string() })

export function scorecardRoutes(services: Services) {
  const { may } = services
  return new Hono()
    .get('/', may('read'), describe('The scorecards that there are', scorecardsAnswer), (c) =>
      respond(c, viewScorecards(c.var.access.setting)),
    )
    .get(
      '/:id',
      may('read'),
      describe('A scorecard of an area: performance on a page', scorecardAnswer, {
        csv: true,
        problems: [400, 404],
      }),
      valid('param', id),
      valid('query', scorecardQuery),
      (c) => respond(c, viewScorecard(...at(c), c.req.valid('param').id, c.req.valid('query')), scorecardCsv),
    )
}
