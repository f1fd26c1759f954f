import type { Context, MiddlewareHandler } from 'hono'
import { Problem } from '../problem.ts'
import { addressOf, isFromMachineItself, networkOf } from './address.ts'
import { type Rate, tokenBuckets } from './bucket.ts'
import { wantedFormat } from './wanted-format.ts'

/** Kinds of request by what they cost: a guess at a password, the checking of a file, the writing of one, the rest. */
export type RequestKind = 'sign-in' | 'upload' | 'export' | 'other'
export type Rates = Record<RequestKind, Rate>

/** A whole office may sign in from one address; nobody sends that many files. */
export const RATES: Rates = {
  'sign-in': { burst: 20, perMinute: 20 },
  upload: { burst: 20, perMinute: 20 },
  export: { burst: 100, perMinute: 120 },
  other: { burst: 3000, perMinute: 12_000 },
}

const WHAT: Record<RequestKind, string> = {
  'sign-in': 'tries to sign in',
  upload: 'uploads',
  export: 'downloads',
  other: 'requests',
}

/** The kind of a request; null for the client's own files, which cost next to nothing. */
export function kindOf(c: Context): RequestKind | null {
  // The routes see an address without `.csv` or `.xlsx`, so the whole of it is looked at.
  const path = c.req.url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '')
  if (path.startsWith('/assets/')) return null
  const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD'
  // The secret of a one-time link can be guessed at by reading, too.
  if (path.startsWith('/api/invitations/')) return 'sign-in'
  if (changes && path.startsWith('/api/auth/') && path !== '/api/auth/sign-out') return 'sign-in'
  if (c.req.method === 'POST' && /^\/api\/uploads(\/annotate)?$/.test(path)) return 'upload'
  if (!changes && path.startsWith('/api/') && isForFile(c, path)) return 'export'
  return 'other'
}

const isForFile = (c: Context, path: string) =>
  /\.(csv|xlsx|ics)$|\/(file|findings)$/.test(path) || wantedFormat(c) !== 'json'

export type RateOptions = {
  trustProxy: boolean
  /** Those that differ from RATES; null for no limit at all. */
  rates?: Partial<Rates> | null
  /** Who is signed in, as a key that stays theirs; null for nobody. Asked for every request that is counted. */
  account?: (c: Context) => string | null | Promise<string | null>
  /** Milliseconds that only go forward. */
  now?: () => number
}

/**
 * Refuses what comes too often, with the seconds to wait in Retry-After. Counted by account, or by address where nobody
 * is signed in; tries to sign in always by address. Whoever sits at the machine itself is held back from guessing
 * passwords only, and what the program asks itself not at all.
 */
export function limitRates({
  trustProxy,
  rates = {},
  account = () => null,
  now = () => performance.now(),
}: RateOptions): MiddlewareHandler {
  if (rates === null) return (_c, next) => next()
  const all = { ...RATES, ...rates }
  const take = {
    'sign-in': tokenBuckets(all['sign-in'], now),
    upload: tokenBuckets(all.upload, now),
    export: tokenBuckets(all.export, now),
    other: tokenBuckets(all.other, now),
  }
  const keyOf = async (c: Context, kind: RequestKind): Promise<string | null> => {
    const address = addressOf(c, { trustProxy })
    if (address === null) return null
    if (kind === 'sign-in') return networkOf(address)
    const signedIn = await account(c)
    return signedIn ?? (isFromMachineItself(c) ? null : networkOf(address))
  }

  return async (c, next) => {
    const kind = kindOf(c)
    const key = kind && (await keyOf(c, kind))
    const wait = kind && key ? take[kind](key) : 0
    if (kind && wait > 0) {
      c.res.headers.set('retry-after', String(wait))
      const seconds = wait === 1 ? '1 second' : `${wait} seconds`
      throw new Problem('too-many', `There were too many ${WHAT[kind]} from you. Try again in ${seconds}.`)
    }
    await next()
  }
}
