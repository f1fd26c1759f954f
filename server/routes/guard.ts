import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { Problem } from '../problem.ts'

/**
 * Until there are accounts, figures are changed from the machine itself only: the request has to come over its own
 * loopback, address it as itself (so that no other site's name leads here), and not have been passed on by a proxy.
 */
export const onlyFromHere = (): MiddlewareHandler => async (c, next) => {
  c.header('cache-control', 'no-store')
  if (!isFromHere(c)) {
    throw new Problem(
      'sign-in-needed',
      'Until there are accounts, figures can be uploaded, published and withdrawn, and targets, savings and plans changed, only on the machine that the dashboard runs on. Open it there, at http://localhost.',
    )
  }
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isOwnPage(c)) {
    throw new Problem(
      'forbidden',
      'This request was sent by a page of another site. Use the dashboard’s own pages.',
    )
  }
  await next()
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const OWN_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

function isFromHere(c: Context): boolean {
  if (c.req.header('forwarded') || c.req.header('x-forwarded-for')) return false
  return OWN_NAMES.test(c.req.header('host') ?? new URL(c.req.url).host) && LOOPBACK.test(addressOf(c))
}

function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    // Asked without a connection, as the program's own tests may: from nowhere.
    return ''
  }
}

/** Programs send no Origin; a browser always does with what changes something, and says which page it was. */
function isOwnPage(c: Context): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') return false
  const origin = c.req.header('origin')
  if (!origin) return true
  return URL.canParse(origin) && new URL(origin).host === (c.req.header('host') ?? new URL(c.req.url).host)
}
