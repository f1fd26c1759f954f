import { Hono } from 'hono'
import { figuresQuery, templateQuery } from '../contract/queries.ts'
import { figuresAnswer, templateAnswer } from '../contract/uploads.ts'
import { heldCsv, templateCsv } from '../exports/return.ts'
import { valid } from '../valid.ts'
import { viewHeld, viewTemplate } from '../views/quality/held.ts'
import { describe, respond, type Services } from './respond.ts'

/** Everything held for an area, in the layout that it can be imported again in. */
export function figureRoutes({ db, setting }: Services) {
  return new Hono().get(
    '/',
    describe('Everything held for an area', figuresAnswer, { csv: true, problems: [400, 404] }),
    valid('query', figuresQuery),
    (c) => respond(c, viewHeld(db, setting(), c.req.valid('query')), heldCsv),
  )
}

/** The return that an area has to fill in next. */
export function templateRoutes({ db, setting }: Services) {
  return new Hono().get(
    '/quarterly-return',
    describe('A quarterly return to fill in', templateAnswer, { csv: true, problems: [400, 404] }),
    valid('query', templateQuery),
    (c) => respond(c, viewTemplate(db, setting(), c.req.valid('query')), templateCsv),
  )
}
