import { Hono } from 'hono'
import {
  strategyAnswer,
  strategyQuery,
  strategySavingsAnswer,
  strategySavingsQuery,
} from '../contract/strategy.ts'
import { valid } from '../valid.ts'
import { viewStrategy, viewStrategySavings } from '../views/programmes/strategy.ts'
import { at, type Services } from './access.ts'
import { describe, respond } from './respond.ts'

/** What the strategy's screens open on, where no programme is named. */
export function strategyRoutes({ may }: Services) {
  return new Hono()
    .get(
      '/',
      may('read'),
      describe('The strategy of an area on a page, or that there is none', strategyAnswer, {
        problems: [400, 404],
      }),
      valid('query', strategyQuery),
      (c) => respond(c, viewStrategy(...at(c), c.req.valid('query').area)),
    )
    .get(
      '/savings',
      may('read'),
      describe('The money of the strategy of an area, or that there is none', strategySavingsAnswer, {
        problems: [400, 404],
      }),
      valid('query', strategySavingsQuery),
      (c) => respond(c, viewStrategySavings(...at(c), c.req.valid('query'))),
    )
}
