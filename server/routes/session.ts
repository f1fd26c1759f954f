import { Hono } from 'hono'
import { z } from 'zod'
import type { Entrance } from '../auth/entrance.ts'
import { acceptInvitation, findInvitation } from '../auth/people.ts'
import type { Who } from '../auth/who.ts'
import {
  type InvitationAnswer,
  invitationAnswer,
  joinedAnswer,
  joinRequest,
  type SessionAnswer,
  sessionAnswer,
} from '../contract/session.ts'
import { ROLE_WORDS } from '../domain/permission.ts'
import { valid } from '../valid.ts'
import { whoAsks } from './access.ts'
import { describe } from './respond.ts'

/** What the routes of the door need: they are for people who have no session yet. */
export type Door = Entrance & { secondPerson: boolean }

const secret = z.object({ secret: z.string().min(10).max(100) })

const EDITIONS = {
  public:
    'You see the public edition: figures published by the Department for Education, and the council’s own without small numbers.',
  restricted: 'You see the restricted edition, with small numbers. It is for you alone: don’t pass it on.',
} as const

/** Who asks, and what they may do. */
export function sessionRoutes({ provider, secondPerson }: Pick<Door, 'provider' | 'secondPerson'>) {
  const answer = (who: Who): SessionAnswer => ({
    person: who.role && {
      name: who.name,
      role: who.role,
      roleName: ROLE_WORDS[who.role].name,
      rights: [...who.rights],
    },
    permissions: [...who.permissions],
    edition: who.edition,
    words: who.permissions.includes('read') ? EDITIONS[who.edition] : 'Sign in to read this dashboard.',
    provider,
    secondPerson,
  })
  return new Hono().get('/', describe('Who asks, and what they may do', sessionAnswer), (c) => {
    c.header('cache-control', 'no-store')
    return c.json(answer(whoAsks(c)))
  })
}

const INVITATION_WORDS = {
  first: 'You are the first here: this link makes you the administrator.',
  join: 'You were invited to this dashboard. Choose a password to join.',
  password: 'Choose a new password. You will be signed out everywhere.',
} as const

/** One-time links: whoever holds one needs no session. */
export function invitationRoutes({ people: db, auth, onJoined }: Door) {
  return new Hono()
    .get(
      '/:secret',
      describe('What a one-time link leads to', invitationAnswer, { problems: [400, 404] }),
      valid('param', secret),
      async (c) => {
        c.header('cache-control', 'no-store')
        const { kind, email, name } = await findInvitation(db, c.req.valid('param').secret, new Date())
        const answer: InvitationAnswer = { kind, email, name, words: INVITATION_WORDS[kind] }
        return c.json(answer)
      },
    )
    .post(
      '/:secret',
      describe('Use a one-time link', joinedAnswer, { problems: [400, 404, 409] }),
      valid('param', secret),
      valid('json', joinRequest),
      async (c) => {
        c.header('cache-control', 'no-store')
        const joining = c.req.valid('json')
        const { invitation, user } = await acceptInvitation(
          { db, auth: await auth() },
          c.req.valid('param').secret,
          joining,
          new Date(),
        )
        await onJoined({ user, kind: invitation.kind, madeBy: invitation.made_by })
        const { email } = await db
          .selectFrom('user')
          .select('email')
          .where('id', '=', user)
          .executeTakeFirstOrThrow()
        return c.json({ email })
      },
    )
}
