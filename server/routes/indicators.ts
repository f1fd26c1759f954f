import { Hono } from 'hono'
import { z } from 'zod'
import { indicatorAnswer, indicatorsAnswer } from '../contract/answers.ts'
import { comparisonAnswer, realismAnswer } from '../contract/comparison-answers.ts'
import { indicatorActionsAnswer, indicatorActionsQuery } from '../contract/indicator-actions.ts'
import { comparisonQuery, realismQuery, seriesQuery } from '../contract/queries.ts'
import { seriesAnswer } from '../contract/series-answers.ts'
import { comparisonCsv, indicatorsCsv, seriesCsv } from '../exports/csv.ts'
import { valid } from '../valid.ts'
import { viewIndicator, viewIndicators } from '../views/catalogue.ts'
import { viewComparison } from '../views/comparison.ts'
import { viewIndicatorActions } from '../views/plans/indicator-actions.ts'
import { viewSeries } from '../views/series.ts'
import { viewRealism } from '../views/targets/realism.ts'
import { at, type Services } from './access.ts'
import { describe, respond } from './respond.ts'

const id = z.object({
  id: z.string().describe('An id of the catalogue; with :count behind it the number, not the rate'),
})

export function indicatorRoutes(services: Services) {
  const { may } = services
  return new Hono()
    .get('/', may('read'), describe('The catalogue of indicators', indicatorsAnswer, { csv: true }), (c) =>
      respond(c, viewIndicators(c.var.access.setting), indicatorsCsv),
    )
    .get(
      '/:id',
      may('read'),
      describe('One indicator of the catalogue', indicatorAnswer, { problems: [404] }),
      valid('param', id),
      (c) => respond(c, viewIndicator(c.var.access.setting, c.req.valid('param').id)),
    )
    .get(
      '/:id/series',
      may('read'),
      describe('An indicator of an area over time, with comparators', seriesAnswer, {
        csv: true,
        problems: [400, 404],
      }),
      valid('param', id),
      valid('query', seriesQuery),
      (c) => respond(c, viewSeries(...at(c), c.req.valid('param').id, c.req.valid('query')), seriesCsv),
    )
    .get(
      '/:id/comparison',
      may('read'),
      describe('An indicator of an area beside other areas, in one year', comparisonAnswer, {
        csv: true,
        problems: [400, 404],
      }),
      valid('param', id),
      valid('query', comparisonQuery),
      (c) =>
        respond(c, viewComparison(...at(c), c.req.valid('param').id, c.req.valid('query')), comparisonCsv),
    )
    .get(
      '/:id/realism',
      may('read'),
      describe('Whether any authority ever changed as much in as many years', realismAnswer, {
        problems: [400, 404],
      }),
      valid('param', id),
      valid('query', realismQuery),
      (c) => respond(c, viewRealism(...at(c), c.req.valid('param').id, c.req.valid('query'))),
    )
    .get(
      '/:id/actions',
      may('read'),
      describe('The actions of an area that bear on an indicator', indicatorActionsAnswer, {
        problems: [400, 404],
      }),
      valid('param', id),
      valid('query', indicatorActionsQuery),
      (c) => respond(c, viewIndicatorActions(...at(c), c.req.valid('param').id, c.req.valid('query').area)),
    )
}
