import { Hono } from 'hono'
import { areasAnswer } from '../contract/answers.ts'
import { areasCsv } from '../exports/csv.ts'
import { viewAreas } from '../views/catalogue.ts'
import { describe, respond, type Services } from './respond.ts'

export function areaRoutes(services: Services) {
  return new Hono().get('/', describe('The areas of England', areasAnswer, { csv: true }), (c) =>
    respond(c, viewAreas(services.setting()), areasCsv),
  )
}
