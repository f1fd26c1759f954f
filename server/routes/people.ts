import { Hono } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'
import { changePerson } from '../auth/changing.ts'
import { closePerson, erasePerson, reopenPerson } from '../auth/closing.ts'
import { invite, type Link, makePasswordLink, withdrawInvitation } from '../auth/inviting.ts'
import type { Acting } from '../auth/on-record.ts'
import { resetSecondStep } from '../auth/second-step.ts'
import { endSessions } from '../auth/sessions.ts'
import { revokeToken } from '../auth/tokens.ts'
import { problemAnswer } from '../contract/answers.ts'
import type { PersonAction } from '../contract/paths.ts'
import {
  changePersonRequest,
  inviteRequest,
  type LinkAnswer,
  linkAnswer,
  peopleAnswer,
  personReasonRequest,
} from '../contract/people.ts'
import { peopleCsv } from '../exports/people-csv.ts'
import type { Database } from '../store/database.ts'
import { valid } from '../valid.ts'
import { viewPeople } from '../views/people/people.ts'
import type { Access, Services } from './access.ts'
import { describe, respond } from './respond.ts'

const place = z.object({ id: z.string().max(100) })

const problem = {
  description: 'A problem; nothing is changed',
  content: { 'application/problem+json': { schema: resolver(problemAnswer) } },
}
const problems = (...statuses: number[]) =>
  Object.fromEntries([401, 403, ...statuses].map((status) => [status, problem]))

/** What answers with something new, which is told once. */
export const makes = (summary: string, schema: z.ZodType) =>
  describeRoute({
    summary,
    responses: {
      201: { description: summary, content: { 'application/json': { schema: resolver(schema) } } },
      ...problems(400, 404, 409),
    },
  })
/** What takes something away, or ends it. */
export const ends = (summary: string) =>
  describeRoute({ summary, responses: { 204: { description: 'Done' }, ...problems(400, 404, 409) } })

const linkOf = ({ id, secret, expiresAt }: Link): LinkAnswer => ({ id, path: `/join/${secret}`, expiresAt })

type Asked = { var: { access: Access<'manage-people'> } }
const acting = (c: Asked): Acting => ({ who: c.var.access.who, now: new Date() })
const view = (c: Asked) => {
  const { db, who } = c.var.access
  return viewPeople(db, { you: who.user, now: new Date().toISOString() })
}

/** What is done to an account for no more than a reason. */
const FOR_A_REASON: Record<PersonAction, { summary: string; act: ForAReason }> = {
  close: { summary: 'Close an account: sessions and keys end at once', act: closePerson },
  reopen: { summary: 'Reopen a closed account', act: reopenPerson },
  erase: { summary: 'Erase whose a closed account was; it can’t be undone', act: erasePerson },
  'reset-second-step': {
    summary:
      'Take away the second step of somebody who lost it: sessions end, and the password alone lets them in',
    act: resetSecondStep,
  },
}
type ForAReason = (db: Database, acting: Acting, id: string, reason: string) => Promise<void>

/** Who may do what here, for administrators; `db` is where changes are written. */
export function peopleRoutes({ may }: Services, db: Database) {
  const changes = (summary: string) => describe(summary, peopleAnswer, { problems: [400, 404, 409] })
  const routes = new Hono()
    .get(
      '/',
      may('manage-people'),
      describe('Everybody who may sign in or is invited, and what each role allows', peopleAnswer, {
        csv: true,
      }),
      (c) => respond(c, view(c), peopleCsv),
    )
    .post(
      '/invitations',
      may('manage-people'),
      makes('Invite somebody: a link that opens once, to be passed on', linkAnswer),
      valid('json', inviteRequest),
      async (c) => c.json(linkOf(await invite(db, acting(c), c.req.valid('json'))), 201),
    )
    .delete(
      '/invitations/:id',
      may('manage-people'),
      ends('Withdraw an invitation that nobody has used'),
      valid('param', place),
      async (c) => {
        await withdrawInvitation(db, acting(c), c.req.valid('param').id)
        return c.body(null, 204)
      },
    )
    .delete(
      '/tokens/:id',
      may('manage-people'),
      ends('Revoke anybody’s key for a program'),
      valid('param', place),
      async (c) => {
        await revokeToken(db, acting(c), c.req.valid('param').id, null)
        return c.body(null, 204)
      },
    )
    .put(
      '/:id',
      may('manage-people'),
      changes('Change what somebody may do, or is called'),
      valid('param', place),
      valid('json', changePersonRequest),
      async (c) => {
        await changePerson(db, acting(c), c.req.valid('param').id, c.req.valid('json'))
        return respond(c, view(c))
      },
    )
    .post(
      '/:id/password-link',
      may('manage-people'),
      makes('A link by which somebody chooses another password', linkAnswer),
      valid('param', place),
      async (c) => c.json(linkOf(await makePasswordLink(db, acting(c), c.req.valid('param').id)), 201),
    )
    .post(
      '/:id/end-sessions',
      may('manage-people'),
      ends('Sign somebody out everywhere'),
      valid('param', place),
      async (c) => {
        await endSessions(db, acting(c), c.req.valid('param').id, { which: 'all' })
        return c.body(null, 204)
      },
    )

  for (const [action, { summary, act }] of Object.entries(FOR_A_REASON)) {
    routes.post(
      `/:id/${action}`,
      may('manage-people'),
      changes(summary),
      valid('param', place),
      valid('json', personReasonRequest),
      async (c) => {
        await act(db, acting(c), c.req.valid('param').id, c.req.valid('json').reason)
        return respond(c, view(c))
      },
    )
  }
  return routes
}
