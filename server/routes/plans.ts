import { Hono } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'
import { problemAnswer } from '../contract/answers.ts'
import { planActionPageAnswer } from '../contract/plan-action-answers.ts'
import {
  dueQuery,
  planActionQuery,
  planAnswer,
  planQuery,
  plansAnswer,
  plansQuery,
} from '../contract/plan-answers.ts'
import { toCalendar } from '../exports/due-calendar.ts'
import { planCsv } from '../exports/plan-csv.ts'
import { valid } from '../valid.ts'
import { viewPlan } from '../views/plans/plan.ts'
import { viewActionPage } from '../views/plans/plan-action-page.ts'
import { viewDue } from '../views/plans/plan-due.ts'
import { viewPlans } from '../views/plans/plans.ts'
import { at, type Services } from './access.ts'
import { describe, respond } from './respond.ts'

const id = z.object({ id: z.string() })

const problem = {
  description: 'A problem',
  content: { 'application/problem+json': { schema: resolver(problemAnswer) } },
}
const calendar = describeRoute({
  summary:
    'Due days of open actions and of recommendations, planned meetings, and days of recovery, as a calendar to subscribe to',
  responses: {
    200: {
      description: 'iCalendar (RFC 5545): an all-day event for each',
      content: { 'text/calendar': { schema: { type: 'string' } } },
    },
    400: problem,
    404: problem,
  },
})

/** Plans and their actions, read only: they are changed in their registers. */
export function planRoutes(services: Services) {
  const { may } = services
  return new Hono()
    .get(
      '/',
      may('read'),
      describe('The plans of an area, as they stand', plansAnswer, { problems: [400, 404] }),
      valid('query', plansQuery),
      (c) => respond(c, viewPlans(...at(c), c.req.valid('query'))),
    )
    .get('/due.ics', may('read'), calendar, valid('query', dueQuery), async (c) => {
      const due = await viewDue(...at(c), c.req.valid('query'))
      return c.body(toCalendar(due), 200, {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'inline; filename="due.ics"',
      })
    })
    .get(
      '/actions/:id',
      may('read'),
      describe('An action on a day, with its measures before and after', planActionPageAnswer, {
        problems: [400, 404],
      }),
      valid('param', id),
      valid('query', planActionQuery),
      (c) => respond(c, viewActionPage(...at(c), c.req.valid('param').id, c.req.valid('query'))),
    )
    .get(
      '/:id',
      may('read'),
      describe('A plan on a day; as CSV its actions', planAnswer, { csv: true, problems: [400, 404] }),
      valid('param', id),
      valid('query', planQuery),
      (c) => respond(c, viewPlan(...at(c), c.req.valid('param').id, c.req.valid('query')), planCsv),
    )
}
