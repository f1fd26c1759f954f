import { Hono } from 'hono'
import { z } from 'zod'
import { paperAnswer, papersAnswer } from '../contract/papers.ts'
import { paperCsv, papersCsv } from '../exports/papers-csv.ts'
import { valid } from '../valid.ts'
import { viewPaper, viewPapers } from '../views/papers/papers.ts'
import { at, type Services } from './access.ts'
import { describe, respond } from './respond.ts'

/** The papers that the program draws on, and where each of their facts is shown. */
export function paperRoutes({ may }: Services) {
  return new Hono()
    .get(
      '/',
      may('read'),
      describe('The papers that the program draws on', papersAnswer, { csv: true }),
      (c) => respond(c, viewPapers(...at(c)), papersCsv),
    )
    .get(
      '/:id',
      may('read'),
      describe('Everything that is held from one paper, and where it is shown', paperAnswer, {
        csv: true,
        problems: [400, 404],
      }),
      valid('param', z.object({ id: z.string() })),
      (c) => respond(c, viewPaper(...at(c), c.req.valid('param').id), paperCsv),
    )
}
