import { isIP, isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * The address a request comes from; null where there is no connection, as when the program asks itself. Behind a proxy
 * the last address of X-Forwarded-For is the one that the proxy saw; what stands before it anybody can write, and
 * without a proxy anybody can write all of it, so that it counts only where `trustProxy` says so.
 */
export function addressOf(c: Context, { trustProxy }: { trustProxy: boolean }): string | null {
  const connected = connectionOf(c)
  if (connected === null || !trustProxy) return connected
  const seen = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  return isIP(seen) ? plain(seen) : connected
}

function connectionOf(c: Context): string | null {
  try {
    const { address } = getConnInfo(c).remote
    return address ? plain(address) : null
  } catch {
    return null
  }
}

/** An IPv4 address that came over IPv6, as IPv4. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase()

/** Whom an address is counted as: one household or office holds 2^64 addresses of IPv6, so they count as one. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const zeros = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0')
  const groups = [...before, ...zeros, ...after].slice(0, 4)
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}

/** Whether a request comes over the machine's own loopback and no proxy says that it passed it on. */
export function isFromMachineItself(c: Context): boolean {
  if (c.req.header('forwarded') || c.req.header('x-forwarded-for')) return false
  return /^(127\.\d+\.\d+\.\d+|::1)$/.test(connectionOf(c) ?? '')
}
