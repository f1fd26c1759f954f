import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { SqliteAdapter } from 'kysely'
import { SESSION_IDLE_HOURS } from '../domain/retention.ts'
import { tokenBuckets } from '../door/bucket.ts'
import type { Database } from '../store/database.ts'
import { type Directory, directorySignIn } from './directory.ts'
import { DIRECTORY_ID } from './groups.ts'
import { whyWeak } from './password.ts'
import { columnsOf } from './people.ts'

const IDLE_SECONDS = SESSION_IDLE_HOURS * 60 * 60

/** Where people find the dashboard: one address that is said, or any name of this machine. */
const OWN_HOSTS = ['localhost:*', '127.0.0.1:*', '[::1]:*', 'localhost', '127.0.0.1']

/**
 * What better-auth offers and this program does not: people come by invitation or from the council's directory, their
 * address and name are said by whoever invites them, and nothing is sent by email.
 */
const CLOSED_PATHS = [
  '/sign-up/email',
  '/update-user',
  '/update-session',
  '/change-email',
  '/delete-user',
  '/delete-user/callback',
  '/request-password-reset',
  '/reset-password',
  '/send-verification-email',
  '/verify-email',
  '/link-social',
  '/unlink-account',
  '/list-accounts',
  '/get-access-token',
  '/refresh-token',
  '/account-info',
  '/list-sessions',
  '/revoke-session',
  '/revoke-sessions',
  '/revoke-other-sessions',
  '/verify-password',
  '/ok',
  '/error',
  '/two-factor/send-otp',
  '/two-factor/verify-otp',
]

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

export type AuthOptions = {
  db: Database
  secret: string
  /** The address people open, such as https://performance.council.gov.uk; null for this machine only. */
  baseUrl: string | null
  onEvent: (event: DoorEvent) => Promise<void>
  directory: Directory | null
}

/** Sign-in by better-auth over our own database; its tables are made by our migrations. */
export function createAuth({ db, secret, baseUrl, onEvent, directory }: AuthOptions) {
  const type = db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres'
  const slowDown = guessesPerPerson()
  const council = directory && directorySignIn(db, directory)
  return betterAuth({
    appName: "Children's services performance",
    secret,
    baseURL: baseUrl ?? { allowedHosts: OWN_HOSTS, protocol: 'http', fallback: 'http://localhost:8080' },
    database: { db, type },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // A fault is told and logged as every other is; who comes back from the directory in vain reads so on our own screen.
    onAPIError: { throw: true, errorURL: '/sign-in' },
    disabledPaths: CLOSED_PATHS,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
    },
    account: {
      accountLinking: { trustedProviders: [DIRECTORY_ID] },
      updateAccountOnSignIn: false,
    },
    user: {
      async validateUserInfo({ user, source }) {
        if (!source.oauth) return
        return council?.admit(user, { action: source.action, profile: source.oauth.profile })
      },
      additionalFields: {
        // Who is admitted by the directory gets theirs as the account is made.
        role: { type: 'string', required: false, input: false, defaultValue: 'viewer' },
        rights: { type: 'string', required: false, input: false, defaultValue: '' },
        themes: { type: 'string', required: false, input: false },
        closedAt: { type: 'string', required: false, input: false },
      },
    },
    session: { expiresIn: IDLE_SECONDS, updateAge: 10 * 60, freshAge: 30 * 60 },
    // The door counts requests for every address alike: see server/door/.
    rateLimit: { enabled: false },
    advanced: {
      // Said, so that no variable of the surroundings (NODE_ENV, TEST) turns it off.
      disableOriginCheck: false,
      useSecureCookies: baseUrl?.startsWith('https:') ?? false,
      ipAddress: { disableIpTracking: true },
      // The door refuses other sites' pages, by Origin and Sec-Fetch-Site, and lets programs in, which send neither.
      disableCSRFCheck: true,
      cookiePrefix: 'dashboard',
    },
    databaseHooks: {
      user: {
        create: {
          async before(user) {
            const grant = council?.grantFor(user.email)
            // A directory may send a picture, which nobody here needs.
            return { data: { ...user, image: null, ...(grant ? columnsOf(grant) : {}) } }
          },
        },
      },
      account: {
        create: {
          // What the directory hands out is used for signing in and for nothing else, so none of it is kept.
          async before(account) {
            return { data: { ...account, accessToken: null, refreshToken: null, idToken: null, scope: null } }
          },
        },
      },
      session: {
        create: {
          async before(session) {
            const person = await db
              .selectFrom('user')
              .select('closedAt')
              .where('id', '=', session.userId)
              .executeTakeFirst()
            return person?.closedAt === null
          },
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        // What is sent is looked at before its form is: it may be anything.
        const { email, newPassword } = (ctx.body ?? {}) as { email?: unknown; newPassword?: unknown }
        if (ctx.path === '/sign-in/email' && typeof email === 'string') slowDown(email)
        if (ctx.path !== '/change-password' || typeof newPassword !== 'string') return
        const why = await whyWeak(newPassword)
        if (why) throw new APIError('BAD_REQUEST', { code: 'PASSWORD_WEAK', message: why })
      }),
      after: createAuthMiddleware(async (ctx) => {
        const event = eventOf(ctx.path, ctx.context)
        if (event) await onEvent(event)
      }),
    },
    plugins: [
      twoFactor({ issuer: "Children's services performance", trustDeviceMaxAge: 0 }),
      ...(council ? [council.plugin] : []),
    ],
  })
}
export type Auth = ReturnType<typeof createAuth>

/** How often one account may be tried, from wherever: the door counts by address, and a guesser may have many. */
const GUESSES = { burst: 10, perMinute: 2 }

/** Refuses a try for an account that was tried too often, known or not, so that the answer tells nothing about it. */
function guessesPerPerson(): (email: string) => void {
  const take = tokenBuckets(GUESSES, () => performance.now())
  return (email) => {
    // No address is longer, and what is counted is kept.
    const wait = take(email.trim().toLowerCase().slice(0, 254))
    if (wait === 0) return
    const told = {
      code: 'TOO_MANY_TRIES',
      message: 'There were too many tries for this account. Try again in a few minutes.',
    }
    throw new APIError('TOO_MANY_REQUESTS', told, { 'retry-after': String(wait) })
  }
}

type After = {
  returned?: unknown
  newSession: { user: { id: string } } | null
  session: { user: { id: string } } | null
}

/** What a request that better-auth has answered means for the record; null where it means nothing. */
function eventOf(path: string, { returned, newSession, session }: After): DoorEvent | null {
  const refused = returned instanceof APIError
  const user = newSession?.user.id ?? session?.user.id ?? null
  if (newSession && /^\/(sign-in|callback|oauth2|two-factor\/verify)/.test(path))
    return { action: 'sign-in', user, why: null }
  if (refused && /^\/(sign-in|callback|oauth2|two-factor\/verify)/.test(path))
    return { action: 'sign-in-refused', user: null, why: returned.body?.code ?? null }
  if (refused) return null
  switch (path) {
    case '/sign-out':
      return { action: 'sign-out', user, why: null }
    case '/change-password':
      return { action: 'password-changed', user, why: null }
    case '/two-factor/enable':
      return { action: 'second-factor-on', user, why: null }
    case '/two-factor/disable':
      return { action: 'second-factor-off', user, why: null }
    default:
      return null
  }
}
