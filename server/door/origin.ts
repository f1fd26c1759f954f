import type { Context, MiddlewareHandler } from 'hono'
import { Problem } from '../problem.ts'

/**
 * Whether a request was sent by one of our own pages, or by no page at all. A browser says with everything that changes
 * something which site's page it was (Origin), and in newer ones how that site stands to ours (Sec-Fetch-Site); a page
 * can neither leave these out nor write them. Programs send neither. `publicUrl` is the address that people open; where
 * nobody says what it is, the name that the request was sent to counts.
 */
export function isOwnPage(c: Context, publicUrl: string | null): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') return false
  const origin = c.req.header('origin')
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  const from = new URL(origin)
  if (publicUrl !== null) return from.origin === new URL(publicUrl).origin
  return from.host === (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase()
}

/** Refuses what would change something if a page of another site sent it, whoever is signed in in that browser. */
export function ownPagesOnly(publicUrl: string | null): MiddlewareHandler {
  const where = publicUrl === null ? '' : ` at ${new URL(publicUrl).origin}`
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isOwnPage(c, publicUrl)) {
      throw new Problem(
        'foreign-page',
        `This request was sent by a page of another site. Use the dashboard’s own pages${where}.`,
      )
    }
    await next()
  }
}
