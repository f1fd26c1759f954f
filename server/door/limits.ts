import type { MiddlewareHandler } from 'hono'
import { Problem } from '../problem.ts'

/** The longest path, the longest query, in letters as they are sent; and how many words a query may have. */
export const LONGEST_PATH = 1000
export const LONGEST_QUERY = 4000
export const MOST_PARAMETERS = 60

/** Bytes of a body in JSON: a filled-in form of the registers has a few thousand. Files have a limit of their own. */
export const LARGEST_JSON = 64 * 1024

export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE']

/** Refuses what no route is made for: TRACE would send a request's headers back, OPTIONS would ask for other sites. */
export function limitMethod(): MiddlewareHandler {
  return async (c, next) => {
    if (!METHODS.includes(c.req.method)) {
      c.res.headers.set('allow', METHODS.join(', '))
      throw new Problem(
        'no-such-method',
        `${c.req.method} does nothing here; there is ${METHODS.join(', ')}.`,
      )
    }
    await next()
  }
}

/** Refuses an address that is longer than any the program gives out, or that can't be read. */
export function limitAddress(): MiddlewareHandler {
  return async (c, next) => {
    const { url } = c.req
    const start = url.indexOf('/', 8)
    const mark = url.indexOf('?', start)
    const path = mark < 0 ? url.length - start : mark - start
    if (path > LONGEST_PATH) throw tooLong(`The path of the address has ${path} letters`, LONGEST_PATH)
    if (!isReadable(url.slice(start, start + path))) {
      throw new Problem(
        'invalid-request',
        'The address has a sign in it that can’t be read. Follow a link of the dashboard instead.',
      )
    }
    if (mark >= 0) checkQuery(url.slice(mark + 1))
    await next()
  }
}

/** Half an escape would stop whoever decodes it, and a null cuts a name off for some who read it and not for others. */
function isReadable(path: string): boolean {
  if (!path.includes('%')) return true
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

function checkQuery(query: string): void {
  if (query.length > LONGEST_QUERY)
    throw tooLong(`The address has ${query.length} letters behind its question mark`, LONGEST_QUERY)
  const parameters = query.split('&').length
  if (parameters > MOST_PARAMETERS) throw tooLong(`The address asks ${parameters} things`, MOST_PARAMETERS)
}

const tooLong = (is: string, most: number) =>
  new Problem('too-long', `${is}; there may be ${most}. Ask for less at a time.`)

const UPLOADS = /^\/api\/uploads(\/annotate)?$/

/**
 * Lets only JSON in, and only so much of it; where files are taken in, the route itself looks at form and size.
 * A form of another site can be sent as text or as a form, never as JSON, so this keeps those out, too.
 */
export function limitBody(): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || !c.req.raw.body) return next()
    const type = (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase()
    if (UPLOADS.test(c.req.path)) return next()
    const length = Number(c.req.header('content-length') ?? Number.NaN)
    if (length > 0 || Number.isNaN(length)) {
      if (length > LARGEST_JSON) throw tooLarge()
      // Without a length that can be relied on the body is counted as it comes in.
      const known = !Number.isNaN(length) && !c.req.header('transfer-encoding')
      const body = known ? null : await readUpTo(c.req.raw.body, LARGEST_JSON)
      if (body) c.req.raw = new Request(c.req.raw, { body })
      if (type !== 'application/json' && body?.length !== 0) throw notJson()
    }
    await next()
  }
}

async function readUpTo(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(most)
  let length = 0
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Problem('invalid-request', 'The body of the request broke off. Send it again.')
    })
    if (done) return whole.slice(0, length)
    if (length + value.length > most) throw tooLarge()
    whole.set(value, length)
    length += value.length
  }
}

const tooLarge = () =>
  new Problem(
    'too-large',
    `The body of a request may have ${LARGEST_JSON / 1024} kB at most. Shorten the longest texts, or send fewer rows.`,
  )

const notJson = () =>
  new Problem(
    'unsupported',
    'The body of this request has to be JSON: send it with "Content-Type: application/json".',
  )
