import { Hono } from 'hono'
import { qualityAnswer, qualityQuery } from '../contract/quality.ts'
import { qualityCsv } from '../exports/quality-csv.ts'
import { titleOf } from '../imports/titles.ts'
import { valid } from '../valid.ts'
import { viewQuality } from '../views/quality/quality.ts'
import { at, type Services } from './access.ts'
import { describe, respond } from './respond.ts'

export function qualityRoutes({ may }: Services) {
  return new Hono().get(
    '/',
    may('read'),
    describe('What is held of an area, how old it is, what is late, and every release', qualityAnswer, {
      csv: true,
      problems: [400, 404],
    }),
    valid('query', qualityQuery),
    (c) => respond(c, viewQuality(...at(c), c.req.valid('query'), titleOf), qualityCsv),
  )
}
