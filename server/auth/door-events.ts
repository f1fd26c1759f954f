import type { BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'

/** What happened at the door: who it was about where that is known, and what. */
export type DoorEvent = {
  action:
    | 'sign-in'
    | 'sign-in-refused'
    | 'sign-out'
    | 'password-changed'
    | 'second-factor-on'
    | 'second-factor-off'
  user: string | null
  why: string | null
}

export type OnEvent = (event: DoorEvent) => Promise<void>

/**
 * Puts on record what better-auth answered. A plugin, so that it can stand behind the one of second steps: that takes back
 * the session which the password alone began.
 */
export const doorEvents = (onEvent: OnEvent) =>
  ({
    id: 'record',
    hooks: {
      after: [
        {
          matcher: () => true,
          handler: createAuthMiddleware(async (ctx) => {
            const event = eventOf(ctx.path, ctx.context)
            if (event) await onEvent(event)
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin

type After = {
  returned?: unknown
  newSession: { user: { id: string } } | null
  session: { user: { id: string } } | null
}

/** Where somebody comes in. */
const ENTRY = /^\/(sign-in|callback|two-factor\/verify)/

const codeOf = (error: Error): string | null => (error as { body?: { code?: string } }).body?.code ?? null

/** By what somebody showed who they are. */
function wayIn(path: string): string {
  if (path.startsWith('/callback')) return 'with the council’s directory'
  if (path === '/two-factor/verify-totp') return 'with a password and a code'
  return path.startsWith('/two-factor') ? 'with a password and a recovery code' : 'with a password'
}

/** What a request that better-auth has answered means for the record; null where it means nothing. */
function eventOf(path: string, { returned, newSession, session }: After): DoorEvent | null {
  // A form that can't be read is refused by another kind of error than what is wrong in it.
  const refused = returned instanceof Error
  const user = newSession?.user.id ?? session?.user.id ?? null
  // Whoever sends a code with a session turns the second step on, and is signed in already.
  if (ENTRY.test(path) && !session) {
    if (newSession) return { action: 'sign-in', user, why: wayIn(path) }
    return refused ? { action: 'sign-in-refused', user: null, why: codeOf(returned) } : null
  }
  if (refused) return null
  switch (path) {
    case '/sign-out':
      return { action: 'sign-out', user, why: null }
    case '/change-password':
      return { action: 'password-changed', user, why: null }
    case '/two-factor/verify-totp':
      return newSession && { action: 'second-factor-on', user, why: null }
    case '/two-factor/disable':
      return { action: 'second-factor-off', user, why: null }
    default:
      return null
  }
}
