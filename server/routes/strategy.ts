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

/** What the strategy's screens draw from. */
export function strategyRoutes({ may }: Services) {
  return new Hono()
    .get(
      '/',
      may('read'),
      describe(
        'A strategy on a page: the one asked for, the newest of an area, or that there is none',
        strategyAnswer,
        {
          problems: [400, 404],
        },
      ),
      valid('query', strategyQuery),
      (c) => respond(c, viewStrategy(...at(c), c.req.valid('query'))),
    )
    .get(
      '/savings',
      may('read'),
      describe(
        'The money of a strategy: of the one asked for, the newest of an area, or that there is none',
        strategySavingsAnswer,
        {
          problems: [400, 404],
        },
      ),
      valid('query', strategySavingsQuery),
      (c) => respond(c, viewStrategySavings(...at(c), c.req.valid('query'))),
    )
}
