import { randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { Problem } from '../problem.ts'
import { addressOf, networkOf } from './address.ts'
import { boundedLog, type WriteLine } from './bounded-log.ts'
import { METHODS } from './limits.ts'
import { dailyPseudonyms } from './pseudonym.ts'
import { routePattern } from './route-pattern.ts'

export type RefusalOptions = {
  /** Where lines go; null for nowhere. */
  write: WriteLine | null
  /** The key of who asks, such as `account:…`; `nobody` where that is not known yet. */
  actor: (c: Context) => string
  /** Whether the program asks itself, for a page that somebody else asked for. */
  asksItself: (c: Context) => boolean
  trustProxy: boolean
}

/** What a refusal is called by its status alone. What is not there, or is done already, is nobody's attack. */
const BY_STATUS: Readonly<Record<number, string>> = {
  400: 'invalid-request',
  401: 'sign-in-needed',
  403: 'not-allowed',
  405: 'no-such-method',
  413: 'too-large',
  414: 'too-long',
  415: 'unsupported',
  421: 'unknown-name',
  429: 'too-many',
  503: 'busy',
}

/** What it is called where somebody has to show who they are. */
const AT_DOOR: readonly { route: RegExp; statuses: readonly number[]; kind: string }[] = [
  { route: /\/sign-in\//, statuses: [400, 401, 403, 404], kind: 'sign-in-refused' },
  { route: /\/two-factor\/verify-/, statuses: [400, 401, 403], kind: 'second-step-refused' },
  { route: /\/(change-password|two-factor\/[a-z-]+)$/, statuses: [400, 401, 403], kind: 'password-refused' },
  { route: /^\/api\/invitations\//, statuses: [404], kind: 'link-refused' },
]

/**
 * Writes a line for each request that was turned away: when, what for, at which address as the program has it written, and
 * which account or key asked. Of the network that it came from, and of the address that somebody tried to sign in with, it
 * has a word for the day. Nothing else of what was sent is in it, and floods are cut short: see bounded-log.ts.
 */
export function logRefusals({ write, actor, asksItself, trustProxy }: RefusalOptions): MiddlewareHandler {
  if (write === null) return (_c, next) => next()
  const note = boundedLog(write)
  const pseudonym = dailyPseudonyms()

  return async (c, next) => {
    await next()
    if (asksItself(c)) return
    const route = routePattern(c)
    const kind = kindOf(c, route)
    if (kind === null) return
    const requestId = c.res.headers.get('x-request-id') ?? randomUUID()
    // What the library of accounts answers has no number yet.
    c.res.headers.set('x-request-id', requestId)
    const address = addressOf(c, { trustProxy })
    const tried = c.get(TRIED) as string | undefined
    const reason = await reasonOf(c, route)
    const line = {
      requestId,
      status: c.res.status,
      method: METHODS.includes(c.req.method) ? c.req.method : 'other',
      route,
      actor: actor(c),
      from: address === null ? null : pseudonym(networkOf(address)),
      ...(tried === undefined ? {} : { tried: pseudonym(tried.trim().toLowerCase()) }),
      ...(reason === null ? {} : { reason }),
    }
    note(kind, line, 'refused')
  }
}

const TRIED = 'address-tried'

/** For whoever reads the form of a sign-in: with which address it was tried. */
export const noteTried = (c: Context, email: string): void => c.set(TRIED, email)

/** What a request was refused for; null where it was not refused. */
function kindOf(c: Context, route: string): string | null {
  const { status } = c.res
  if (route === DIRECTORY && isTurnedBack(c.res)) return 'directory-refused'
  if (c.error instanceof Problem && c.error.kind === 'foreign-page') return 'foreign-page'
  const here = AT_DOOR.find((each) => each.route.test(route) && each.statuses.includes(status))
  if (here) return here.kind
  if (status === 401 && c.req.header('authorization')) return 'key-refused'
  return BY_STATUS[status] ?? null
}

const DIRECTORY = '/api/auth/callback/:id'

/** Who comes back from the directory goes on to a screen, with a session or with what was wrong. */
const isTurnedBack = ({ headers }: Response) =>
  !headers.getSetCookie().some((cookie) => /session_token=[^;]/.test(cookie))

/** Why, in a word of the program's own or of its library; null where there is none. */
async function reasonOf(c: Context, route: string): Promise<string | null> {
  if (!route.startsWith('/api/auth/')) return null
  if (route === DIRECTORY) {
    // What the directory itself says is passed on as it came, and may be anything.
    if (c.req.query('error') !== undefined) return 'said_by_directory'
    const to = URL.parse(c.res.headers.get('location') ?? '/', 'http://localhost')
    return wordOf(to?.searchParams.getAll('error').at(-1))
  }
  if (!c.res.headers.get('content-type')?.includes('json')) return null
  const told: unknown = await c.res
    .clone()
    .json()
    .catch(() => null)
  return wordOf((told as { code?: unknown } | null)?.code)
}

const wordOf = (code: unknown) => (typeof code === 'string' && /^[A-Za-z_]{3,60}$/.test(code) ? code : null)
