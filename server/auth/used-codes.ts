import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'

/** No code is good for longer: half a minute, and half a minute before and after. */
const GOOD_FOR_MS = 2 * 60_000

/**
 * A code of somebody's authenticator is taken for one use before it is looked at: of two who send the same at once one is
 * refused, and whoever saw it typed has no use of it. One that was refused was not used, and is given back.
 */
export function usedCodes() {
  const taken = new WeakMap<Request, string>()
  const isCode = ({ path }: { path?: string | undefined }) => path === '/two-factor/verify-totp'
  return {
    id: 'used-codes',
    hooks: {
      before: [
        {
          matcher: isCode,
          handler: createAuthMiddleware(async (ctx) => {
            const { code } = (ctx.body ?? {}) as Record<string, unknown>
            // Anything else is refused as it is.
            if (typeof code !== 'string' || !/^\d{6}$/.test(code)) return
            const user = await whoSends(ctx)
            if (user === null) return
            const identifier = `used-code-${user}-${code}`
            const isFirst = await ctx.context.internalAdapter.reserveVerificationValue({
              identifier,
              value: user,
              expiresAt: new Date(Date.now() + GOOD_FOR_MS),
            })
            if (!isFirst)
              throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'Invalid code' })
            if (ctx.request) taken.set(ctx.request, identifier)
          }),
        },
      ],
      after: [
        {
          matcher: isCode,
          handler: createAuthMiddleware(async (ctx) => {
            const identifier = ctx.request && taken.get(ctx.request)
            if (!identifier || !(ctx.context.returned instanceof APIError)) return
            await ctx.context.internalAdapter.deleteVerificationByIdentifier(identifier)
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}

/** Whoever is signed in, to turn the second step on, or took the first step of signing in; null for nobody. */
async function whoSends(ctx: GenericEndpointContext): Promise<string | null> {
  const session = await getSessionFromCtx(ctx)
  if (session) return session.user.id
  const { name } = ctx.context.createAuthCookie('two_factor')
  const challenge = await ctx.getSignedCookie(name, ctx.context.secret)
  if (!challenge) return null
  const begun = await ctx.context.internalAdapter.findVerificationValue(challenge)
  return begun?.value ?? null
}
