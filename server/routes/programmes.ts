import { Hono } from 'hono'
import { z } from 'zod'
import { programmeAnswer, programmesAnswer } from '../contract/programmes.ts'
import { programmeCsv } from '../exports/programme-csv.ts'
import { valid } from '../valid.ts'
import { viewProgramme, viewProgrammes } from '../views/programmes/programme.ts'
import { at, type Services } from './access.ts'
import { describe, respond } from './respond.ts'

const id = z.object({ id: z.string() })

export function programmeRoutes(services: Services) {
  const { may } = services
  return new Hono()
    .get(
      '/',
      may('read'),
      describe('The strategies and plans that targets belong to', programmesAnswer),
      (c) => respond(c, viewProgrammes(...at(c))),
    )
    .get(
      '/:id',
      may('read'),
      describe('A strategy on a page: its targets and whether they are on their paths', programmeAnswer, {
        csv: true,
        problems: [404],
      }),
      valid('param', id),
      (c) => respond(c, viewProgramme(...at(c), c.req.valid('param').id), programmeCsv),
    )
}
