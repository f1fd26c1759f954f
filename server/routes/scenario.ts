import { Hono } from 'hono'
import { scenarioAnswer, scenarioQuery } from '../contract/scenario.ts'
import { scenarioCsv } from '../exports/scenario-csv.ts'
import { valid } from '../valid.ts'
import { viewScenario } from '../views/scenario/scenario.ts'
import { at, type Services } from './access.ts'
import { describe, respond } from './respond.ts'

export function scenarioRoutes({ may }: Services) {
  return new Hono().get(
    '/',
    may('read'),
    describe(
      'What would become of children in care and of spending, if what is asked for came true',
      scenarioAnswer,
      { csv: true, problems: [400, 404] },
    ),
    valid('query', scenarioQuery),
    (c) => respond(c, viewScenario(...at(c), c.req.valid('query')), scenarioCsv),
  )
}
