import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { SqliteAdapter, sql } from 'kysely'
import { LONGEST_PASSWORD, SESSION_LONGEST_HOURS, SHORTEST_PASSWORD } from '../domain/retention.ts'
import type { Database } from '../store/database.ts'
import { type Directory, directorySignIn } from './directory.ts'
import { doorEvents, type OnEvent } from './door-events.ts'
import { DIRECTORY_ID } from './groups.ts'
import { guessesPerPerson } from './guesses.ts'
import { whyWeak } from './password.ts'
import { checkPassword, hashPassword } from './password-hash.ts'
import { columnsOf } from './people.ts'
import { replacedSession } from './replaced-session.ts'
import { endOfSession, forgetEndedSessions } from './session-life.ts'
import { usedCodes } from './used-codes.ts'

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

export type AuthOptions = {
  db: Database
  secret: string
  /** The address people open, such as https://performance.council.gov.uk; null for this machine only. */
  baseUrl: string | null
  onEvent: OnEvent
  directory: Directory | null
}

/** Sign-in by better-auth over our own database; its tables are made by our migrations. */
export function createAuth({ db, secret, baseUrl, onEvent, directory }: AuthOptions) {
  const type = db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres'
  const slowDown = guessesPerPerson()
  const council = directory && directorySignIn(db, directory)
  const isSafe = baseUrl?.startsWith('https:') ?? false
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
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: {
        hash: hashPassword,
        async verify({ hash, password }) {
          const { right, again } = await checkPassword(password, hash)
          if (again) await sql`update account set password = ${again} where password = ${hash}`.execute(db)
          return right
        },
      },
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
    // The cookie lasts as long as a session can; when the session ends is said in session-life.ts.
    session: { expiresIn: SESSION_LONGEST_HOURS * 60 * 60, disableSessionRefresh: true },
    // The door counts requests for every address alike: see server/door/.
    rateLimit: { enabled: false },
    advanced: {
      // Said, so that no variable of the surroundings (NODE_ENV, TEST) turns it off.
      disableOriginCheck: false,
      // `__Host-` ties a cookie to this host alone. better-auth knows only the weaker `__Secure-`, so that is off.
      useSecureCookies: false,
      cookiePrefix: isSafe ? '__Host-dashboard' : 'dashboard',
      defaultCookieAttributes: { secure: isSafe },
      ipAddress: { disableIpTracking: true },
      // The door refuses other sites' pages, by Origin and Sec-Fetch-Site, and lets programs in, which send neither.
      disableCSRFCheck: true,
    },
    databaseHooks: {
      user: {
        create: {
          async before(user) {
            const account = await council?.accountFor(user)
            const given = account ? { name: account.name, ...columnsOf(account.grant) } : {}
            // A directory may send a picture, which nobody here needs.
            return { data: { ...user, image: null, ...given } }
          },
          async after(user) {
            await council?.noteAdded(user)
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
            if (person?.closedAt !== null) return false
            // However it is asked for: better-auth gives one that ends with the browser another length.
            const now = new Date()
            return { data: { ...session, expiresAt: endOfSession(now, now) } }
          },
          after: () => forgetEndedSessions(db, new Date()),
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        // What is sent is looked at before its form is: it may be anything.
        const { email, idToken, newPassword } = (ctx.body ?? {}) as Record<string, unknown>
        if (ctx.path === '/sign-in/email' && typeof email === 'string') slowDown(email)
        // Who comes from the directory comes by its pages: a token of it that somebody found opens nothing.
        if (ctx.path === '/sign-in/social' && idToken !== undefined) {
          throw new APIError('BAD_REQUEST', { code: 'NO_TOKENS', message: 'Sign in at the directory.' })
        }
        if (ctx.path !== '/change-password' || typeof newPassword !== 'string') return
        const session = await getSessionFromCtx(ctx)
        const why = await whyWeak(newPassword, session ? [session.user.name, session.user.email] : [])
        if (why) throw new APIError('BAD_REQUEST', { code: 'PASSWORD_WEAK', message: why })
        // Whoever else got in by the old one is out, whether or not the page asks for it.
        return { context: { body: { revokeOtherSessions: true } } }
      }),
    },
    plugins: [
      twoFactor({ issuer: "Children's services performance", trustDeviceMaxAge: 0 }),
      ...(council ? [council.plugin] : []),
      usedCodes(),
      replacedSession(onEvent),
      doorEvents(onEvent),
    ],
  })
}
export type Auth = ReturnType<typeof createAuth>
