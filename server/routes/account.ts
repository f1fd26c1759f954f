import { Hono } from 'hono'
import { z } from 'zod'
import type { Acting } from '../auth/on-record.ts'
import { isOpen } from '../auth/session-life.ts'
import { endSessions } from '../auth/sessions.ts'
import { makeToken, revokeToken } from '../auth/tokens.ts'
import {
  accountAnswer,
  makeTokenRequest,
  sessionsAnswer,
  tokenMadeAnswer,
  tokensAnswer,
} from '../contract/account.ts'
import type { Database } from '../store/database.ts'
import { findSessions } from '../store/people.ts'
import { valid } from '../valid.ts'
import { viewAccount, viewSessions, viewTokens } from '../views/people/account.ts'
import { type SignedIn, signedIn } from './access.ts'
import { ends, makes } from './people.ts'
import { describe, respond } from './respond.ts'

const place = z.object({ id: z.string().max(100) })

type Asked = { var: { access: { who: SignedIn } } }
const acting = (c: Asked): Acting => ({ who: c.var.access.who, now: new Date() })
const whoOf = (c: Asked) => c.var.access.who

/** One's own account: where one is signed in, and one's keys for programs. A key itself can't come here. */
export function accountRoutes(db: Database) {
  return new Hono()
    .get('/', signedIn(), describe('Your account, and what it allows', accountAnswer), (c) =>
      respond(c, viewAccount(db, whoOf(c))),
    )
    .get('/sessions', signedIn(), describe('Where you are signed in', sessionsAnswer), async (c) => {
      const { user, session } = whoOf(c)
      const now = new Date()
      const open = (await findSessions(db, user)).filter((each) => isOpen(each, now))
      return respond(c, viewSessions(open, session))
    })
    .delete(
      '/sessions/:id',
      signedIn(),
      ends('End one of your sessions'),
      valid('param', place),
      async (c) => {
        const { id } = c.req.valid('param')
        await endSessions(db, acting(c), whoOf(c).user, { which: 'one', session: id })
        return c.body(null, 204)
      },
    )
    .post('/sessions/end-others', signedIn(), ends('End all your sessions but this one'), async (c) => {
      const { user, session } = whoOf(c)
      await endSessions(db, acting(c), user, { which: 'others', session })
      return c.body(null, 204)
    })
    .get(
      '/tokens',
      signedIn(),
      describe('Your keys for programs, and what a new one can be made for', tokensAnswer),
      (c) => respond(c, viewTokens(db, whoOf(c), new Date().toISOString())),
    )
    .post(
      '/tokens',
      signedIn('make-tokens'),
      makes('Make a key for a program; it is told once', tokenMadeAnswer),
      valid('json', makeTokenRequest),
      async (c) => c.json(await makeToken(db, acting(c), whoOf(c).user, c.req.valid('json')), 201),
    )
    .delete('/tokens/:id', signedIn(), ends('Revoke one of your keys'), valid('param', place), async (c) => {
      await revokeToken(db, acting(c), c.req.valid('param').id, whoOf(c).user)
      return c.body(null, 204)
    })
}
