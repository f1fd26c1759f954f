import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { addressOf, isFromMachineItself, networkOf } from './address.ts'

async function ask(
  remoteAddress: string | null,
  headers: Record<string, string>,
  trustProxy = false,
): Promise<{ address: string | null; itself: boolean }> {
  const app = new Hono().get('/', (c) =>
    c.json({ address: addressOf(c, { trustProxy }), itself: isFromMachineItself(c) }),
  )
  const env = remoteAddress === null ? undefined : { incoming: { socket: { remoteAddress } } }
  return (await app.request('/', { headers }, env)).json()
}

describe('whom a request comes from', () => {
  test.each<[string, string | null, string | null, boolean, string | null]>([
    ['the connection', '192.0.2.7', null, false, '192.0.2.7'],
    ['IPv4 over IPv6', '::ffff:192.0.2.7', null, false, '192.0.2.7'],
    ['what anybody can write is passed over', '192.0.2.7', '198.51.100.1', false, '192.0.2.7'],
    ['behind a proxy what the proxy saw', '10.0.0.1', '198.51.100.1', true, '198.51.100.1'],
    ['not what was written before it', '10.0.0.1', '203.0.113.9, 198.51.100.1', true, '198.51.100.1'],
    ['a proxy that says nothing', '10.0.0.1', null, true, '10.0.0.1'],
    ['a proxy that says something else', '10.0.0.1', 'unknown', true, '10.0.0.1'],
    ['IPv6 behind a proxy', '10.0.0.1', '2001:DB8::1', true, '2001:db8::1'],
    ['no connection at all', null, '198.51.100.1', true, null],
  ])('%s', async (_what, connected, forwarded, trustProxy, expected) => {
    const headers: Record<string, string> = forwarded === null ? {} : { 'x-forwarded-for': forwarded }
    expect((await ask(connected, headers, trustProxy)).address).toBe(expected)
  })
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::99', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::99', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test.each<[string, string | null, Record<string, string>, boolean]>([
  ['its loopback', '127.0.0.1', {}, true],
  ['its loopback over IPv6', '::1', {}, true],
  ['its loopback as IPv4 over IPv6', '::ffff:127.0.0.1', {}, true],
  ['another machine', '192.0.2.7', {}, false],
  ['a proxy on it', '127.0.0.1', { 'x-forwarded-for': '192.0.2.7' }, false],
  ['a proxy on it that speaks the newer way', '127.0.0.1', { forwarded: 'for=192.0.2.7' }, false],
  ['nowhere', null, {}, false],
])('whether a request is from the machine itself: %s', async (_what, connected, headers, expected) => {
  expect((await ask(connected, headers)).itself).toBe(expected)
})
