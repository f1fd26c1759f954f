import type { BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import type { OnEvent } from './door-events.ts'

/**
 * Whoever signs in gives up the session that the same browser held: its cookie is replaced, so nobody could end it from
 * there any more. A plugin, so that it can stand behind the one of second steps.
 */
export const replacedSession = (onEvent: OnEvent) =>
  ({
    id: 'replaced-session',
    hooks: {
      after: [
        {
          matcher: ({ path }) => /^\/(sign-in\/email|callback|two-factor\/verify)/.test(path ?? ''),
          handler: createAuthMiddleware(async (ctx) => {
            const { newSession, returned, authCookies, internalAdapter, secret } = ctx.context
            // Where a second step follows there is no session yet, and the cookie of the one before is gone already.
            const givesUp = newSession ?? (ctx.path === '/sign-in/email' && !(returned instanceof Error))
            if (!givesUp) return
            const token = await ctx.getSignedCookie(authCookies.sessionToken.name, secret)
            if (!token || token === newSession?.session.token) return
            const held = await internalAdapter.findSession(token)
            if (!held) return
            await internalAdapter.deleteSession(token)
            await onEvent({
              action: 'sign-out',
              user: held.user.id,
              why: 'by signing in again in the same browser',
            })
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin
