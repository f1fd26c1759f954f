import { Hono } from 'hono'
import { scenarioAnswer, scenarioQuery } from '../contract/scenario.ts'
import { scenarioCsv } from '../exports/scenario-csv.ts'
import { valid } from '../valid.ts'
import { viewScenario } from '../views/scenario/scenario.ts'
import { describe, respond, type Services } from './respond.ts'

export function scenarioRoutes({ db, setting }: Services) {
  return new Hono().get(
    '/',
    describe(
      'What would become of children in care and of spending, if what is asked for came true',
      scenarioAnswer,
      { csv: true, problems: [400, 404] },
    ),
    valid('query', scenarioQuery),
    (c) => respond(c, viewScenario(db, setting(), c.req.valid('query')), scenarioCsv),
  )
}
