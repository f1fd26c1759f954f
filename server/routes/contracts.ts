import { Hono } from 'hono'
import { contractsAnswer, contractsQuery } from '../contract/exception-answers.ts'
import { valid } from '../valid.ts'
import { viewContracts } from '../views/scrutiny/contracts.ts'
import { describe, respond, type Services } from './respond.ts'

export function contractRoutes({ db, setting }: Services) {
  return new Hono().get(
    '/',
    describe(
      'Contracts by which somebody else delivers for the council, and their measures',
      contractsAnswer,
      {
        problems: [400, 404],
      },
    ),
    valid('query', contractsQuery),
    (c) => respond(c, viewContracts(db, setting(), c.req.valid('query'))),
  )
}
