import { Hono } from 'hono'
import { z } from 'zod'
import { paperAnswer, papersAnswer } from '../contract/papers.ts'
import { paperCsv, papersCsv } from '../exports/papers-csv.ts'
import { valid } from '../valid.ts'
import { viewPaper, viewPapers } from '../views/papers/papers.ts'
import { describe, respond, type Services } from './respond.ts'

/** The papers that the program draws on, and where each of their facts is shown. */
export function paperRoutes({ db, setting }: Services) {
  return new Hono()
    .get('/', describe('The papers that the program draws on', papersAnswer, { csv: true }), (c) =>
      respond(c, viewPapers(db, setting()), papersCsv),
    )
    .get(
      '/:id',
      describe('Everything that is held from one paper, and where it is shown', paperAnswer, {
        csv: true,
        problems: [400, 404],
      }),
      valid('param', z.object({ id: z.string() })),
      (c) => respond(c, viewPaper(db, setting(), c.req.valid('param').id), paperCsv),
    )
}
