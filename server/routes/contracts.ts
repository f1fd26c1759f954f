import { Hono } from 'hono'
import { contractsAnswer, contractsQuery } from '../contract/exception-answers.ts'
import { valid } from '../valid.ts'
import { viewContracts } from '../views/scrutiny/contracts.ts'
import { at, type Services } from './access.ts'
import { describe, respond } from './respond.ts'

export function contractRoutes({ may }: Services) {
  return new Hono().get(
    '/',
    may('read'),
    describe(
      'Contracts by which somebody else delivers for the council, and their measures',
      contractsAnswer,
      {
        problems: [400, 404],
      },
    ),
    valid('query', contractsQuery),
    (c) => respond(c, viewContracts(...at(c), c.req.valid('query'))),
  )
}
