import { Hono } from 'hono'
import { z } from 'zod'
import { programmeAnswer, programmesAnswer } from '../contract/programmes.ts'
import { programmeCsv } from '../exports/programme-csv.ts'
import { valid } from '../valid.ts'
import { viewProgramme, viewProgrammes } from '../views/programmes/programme.ts'
import { describe, respond, type Services } from './respond.ts'

const id = z.object({ id: z.string() })

export function programmeRoutes(services: Services) {
  const { db, setting } = services
  return new Hono()
    .get('/', describe('The strategies and plans that targets belong to', programmesAnswer), (c) =>
      respond(c, viewProgrammes(db, setting())),
    )
    .get(
      '/:id',
      describe('A strategy on a page: its targets and whether they are on their paths', programmeAnswer, {
        csv: true,
        problems: [404],
      }),
      valid('param', id),
      (c) => respond(c, viewProgramme(db, setting(), c.req.valid('param').id), programmeCsv),
    )
}
