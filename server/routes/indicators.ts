import { Hono } from 'hono'
import { z } from 'zod'
import {
  comparisonAnswer,
  indicatorAnswer,
  indicatorsAnswer,
  realismAnswer,
  seriesAnswer,
} from '../contract/answers.ts'
import { indicatorActionsAnswer, indicatorActionsQuery } from '../contract/indicator-actions.ts'
import { comparisonQuery, realismQuery, seriesQuery } from '../contract/queries.ts'
import { comparisonCsv, indicatorsCsv, seriesCsv } from '../exports/csv.ts'
import { valid } from '../valid.ts'
import { viewIndicator, viewIndicators } from '../views/catalogue.ts'
import { viewComparison } from '../views/comparison.ts'
import { viewIndicatorActions } from '../views/plans/indicator-actions.ts'
import { viewSeries } from '../views/series.ts'
import { viewRealism } from '../views/targets/realism.ts'
import { describe, respond, type Services } from './respond.ts'

const id = z.object({
  id: z.string().describe('An id of the catalogue; with :count behind it the number, not the rate'),
})

export function indicatorRoutes(services: Services) {
  const { db, setting } = services
  return new Hono()
    .get('/', describe('The catalogue of indicators', indicatorsAnswer, { csv: true }), (c) =>
      respond(c, viewIndicators(setting()), indicatorsCsv),
    )
    .get(
      '/:id',
      describe('One indicator of the catalogue', indicatorAnswer, { problems: [404] }),
      valid('param', id),
      (c) => respond(c, viewIndicator(setting(), c.req.valid('param').id)),
    )
    .get(
      '/:id/series',
      describe('An indicator of an area over time, with comparators', seriesAnswer, {
        csv: true,
        problems: [400, 404],
      }),
      valid('param', id),
      valid('query', seriesQuery),
      (c) => respond(c, viewSeries(db, setting(), c.req.valid('param').id, c.req.valid('query')), seriesCsv),
    )
    .get(
      '/:id/comparison',
      describe('An indicator of an area beside other areas, in one year', comparisonAnswer, {
        csv: true,
        problems: [400, 404],
      }),
      valid('param', id),
      valid('query', comparisonQuery),
      (c) =>
        respond(
          c,
          viewComparison(db, setting(), c.req.valid('param').id, c.req.valid('query')),
          comparisonCsv,
        ),
    )
    .get(
      '/:id/realism',
      describe('Whether any authority ever changed as much in as many years', realismAnswer, {
        problems: [400, 404],
      }),
      valid('param', id),
      valid('query', realismQuery),
      (c) => respond(c, viewRealism(db, setting(), c.req.valid('param').id, c.req.valid('query'))),
    )
    .get(
      '/:id/actions',
      describe('The actions of an area that bear on an indicator', indicatorActionsAnswer, {
        problems: [400, 404],
      }),
      valid('param', id),
      valid('query', indicatorActionsQuery),
      (c) =>
        respond(c, viewIndicatorActions(db, setting(), c.req.valid('param').id, c.req.valid('query').area)),
    )
}
