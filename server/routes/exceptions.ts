import { Hono } from 'hono'
import {
  commentariesAnswer,
  commentaryQuery,
  exceptionsAnswer,
  exceptionsQuery,
} from '../contract/exception-answers.ts'
import { exceptionsCsv } from '../exports/exceptions-csv.ts'
import { valid } from '../valid.ts'
import { viewCommentaries } from '../views/scrutiny/commentary.ts'
import { viewExceptions } from '../views/scrutiny/exceptions.ts'
import { at, type Services } from './access.ts'
import { describe, respond } from './respond.ts'

export function exceptionRoutes({ may }: Services) {
  return new Hono().get(
    '/',
    may('read'),
    describe(
      'The measures of a scorecard to ask about, with what is said and done about each',
      exceptionsAnswer,
      {
        csv: true,
        problems: [400, 404],
      },
    ),
    valid('query', exceptionsQuery),
    (c) => respond(c, viewExceptions(...at(c), c.req.valid('query')), exceptionsCsv),
  )
}

export function commentaryRoutes({ may }: Services) {
  return new Hono().get(
    '/',
    may('read'),
    describe('What was written of a measure, its numbers held against the figures', commentariesAnswer, {
      problems: [400, 404],
    }),
    valid('query', commentaryQuery),
    (c) => respond(c, viewCommentaries(...at(c), c.req.valid('query'))),
  )
}
