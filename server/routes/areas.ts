import { Hono } from 'hono'
import { areasAnswer } from '../contract/answers.ts'
import { areasCsv } from '../exports/csv.ts'
import { viewAreas } from '../views/catalogue.ts'
import type { Services } from './access.ts'
import { describe, respond } from './respond.ts'

export function areaRoutes({ may }: Services) {
  return new Hono().get('/', may('read'), describe('The areas of England', areasAnswer, { csv: true }), (c) =>
    respond(c, viewAreas(c.var.access.setting), areasCsv),
  )
}
