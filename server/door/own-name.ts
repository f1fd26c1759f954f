import { isIP } from 'node:net'
import { hostname } from 'node:os'
import type { Context, MiddlewareHandler } from 'hono'
import { Problem } from '../problem.ts'

/**
 * Whether a name with its port, as a Host header has it, can be one of this machine. A page of another site can make a
 * browser ask us under that site's own name, by pointing the name here. It can do so neither with an address in figures nor
 * with a name of one word, of which none is given out to the public. `listensOn` is what the program was told to listen on.
 */
export function isOwnName(host: string, listensOn: string): boolean {
  if (!URL.canParse(`http://${host}`)) return false
  const name = new URL(`http://${host}`).hostname.replace(/\.$/, '')
  if (isIP(name.replace(/^\[(.*)\]$/, '$1'))) return true
  if (!name.includes('.') || name.endsWith('.localhost')) return true
  return name === listensOn.toLowerCase() || name === hostname().toLowerCase()
}

/**
 * Refuses a request under two names, of which a proxy and the program may believe different ones, and under a name that
 * leads elsewhere. Where it is said at which address people open the dashboard, no other name is believed for anything, so
 * that a proxy may pass on whatever name it likes.
 */
export function limitName({
  publicUrl,
  listensOn,
}: {
  publicUrl: string | null
  listensOn: string
}): MiddlewareHandler {
  return async (c, next) => {
    const said = c.req.header('host') ?? ''
    if (said.includes(',') || hostsOf(c) > 1) {
      throw new Problem('invalid-request', 'The request names two hosts. Send one Host header.')
    }
    if (publicUrl === null) {
      const { host } = new URL(c.req.url)
      if (!isOwnName(host, listensOn) || (said && !isOwnName(said, listensOn))) throw unknownName()
    }
    await next()
  }
}

/** Of Node’s own headers two of a kind are kept apart; elsewhere they are one with a comma. */
function hostsOf(c: Context): number {
  const { incoming } = (c.env ?? {}) as { incoming?: { rawHeaders?: string[] } }
  return (incoming?.rawHeaders ?? []).filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length
}

const unknownName = () =>
  new Problem(
    'unknown-name',
    'This dashboard was not told that it has this name. Open it as http://localhost, or by the figures of its address; ' +
      'whoever runs it for others, or behind a proxy, sets BASE_URL to the address that people open.',
  )

/** Where somebody at this machine opens the program that listens there. */
export function addressHere(listensOn: string, port: number): string {
  const everywhere = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(listensOn)
  const name = everywhere ? 'localhost' : listensOn
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
