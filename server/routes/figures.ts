import { Hono } from 'hono'
import { figuresQuery, templateQuery } from '../contract/queries.ts'
import { figuresAnswer, templateAnswer } from '../contract/uploads.ts'
import { heldCsv, templateCsv } from '../exports/return.ts'
import { valid } from '../valid.ts'
import { viewHeld, viewTemplate } from '../views/quality/held.ts'
import { at, type Services } from './access.ts'
import { describe, respond } from './respond.ts'

/** Everything held for an area, in the layout that it can be imported again in. */
export function figureRoutes({ may }: Services) {
  return new Hono().get(
    '/',
    may('read'),
    describe('Everything held for an area', figuresAnswer, { csv: true, problems: [400, 404] }),
    valid('query', figuresQuery),
    (c) => respond(c, viewHeld(...at(c), c.req.valid('query')), heldCsv),
  )
}

/** The return that an area has to fill in next. */
export function templateRoutes({ may }: Services) {
  return new Hono().get(
    '/quarterly-return',
    may('read'),
    describe('A quarterly return to fill in', templateAnswer, { csv: true, problems: [400, 404] }),
    valid('query', templateQuery),
    (c) => respond(c, viewTemplate(...at(c), c.req.valid('query')), templateCsv),
  )
}
