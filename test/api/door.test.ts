import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { ProblemAnswer } from '../../server/contract/answers.ts'
import { type DoorOptions, door } from '../../server/door/door.ts'
import { wearsHeaders } from '../../server/door/headers.ts'
import { LARGEST_JSON, LONGEST_PATH, LONGEST_QUERY, MOST_PARAMETERS } from '../../server/door/limits.ts'
import { Problem } from '../../server/problem.ts'

const SILENT: DoorOptions['refusals'] = { write: null, actor: () => 'nobody', asksItself: () => false }

/** A small program behind the door: it gives back what it was sent. */
function behind(options: Partial<DoorOptions> = {}) {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(
    ...door({ publicUrl: null, listensOn: '127.0.0.1', trustProxy: false, refusals: SILENT, ...options }),
  )
  app.get('/kept', (c) => {
    wearsHeaders(c)
    return new Response('kept', { headers: { 'x-kept': '1' } })
  })
  app.get('/unchanged', () => new Response(null, { status: 304, headers: { etag: 'W/"1"' } }))
  app.get('/assets/a.js', (c) => c.body('1', 200, { 'content-type': 'text/javascript' }))
  app.get('/page', (c) => c.html('<p>A page'))
  app.get('/refused', () => {
    throw new Problem('not-found', 'There is nothing.')
  })
  app.all('*', async (c) => c.text(await c.req.text()))
  app.onError((error, c) =>
    error instanceof Problem ? c.json(error.toAnswer('1'), error.status) : c.text(String(error), 500),
  )
  return app
}

const json = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body,
})

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })
const problemOf = async (response: Response) => ({
  status: response.status,
  detail: ((await response.json()) as ProblemAnswer).detail,
})

describe('every answer tells the browser what to hold to', () => {
  test.each([
    ['a page', '/page'],
    ['a file of the client', '/assets/a.js'],
    ['one that has not changed', '/unchanged'],
    ['a refusal', '/refused'],
    ['a refusal at the door', `/${'a'.repeat(LONGEST_PATH)}`],
  ])('%s', async (_what, path) => {
    const { headers } = await behind().request(path)
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; /)
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|http|\*/)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
  })

  test('an answer that was kept with its headers is sent as it is', async () => {
    const { headers } = await behind().request('/kept')
    expect([headers.get('x-kept'), headers.get('x-frame-options')]).toEqual(['1', null])
  })

  test.each<[string | null, string | null]>([
    ['https://performance.example.gov.uk', 'max-age=31536000; includeSubDomains'],
    ['http://localhost:8080', null],
    [null, null],
  ])('opened at %s, a browser is told to stay with TLS: %s', async (publicUrl, expected) => {
    const { headers } = await behind({ publicUrl }).request('/page')
    expect(headers.get('strict-transport-security')).toBe(expected)
  })
})

describe('addresses have their length', () => {
  test.each([
    ['the longest path', `/${'a'.repeat(LONGEST_PATH - 1)}`, 200],
    ['a longer one', `/${'a'.repeat(LONGEST_PATH)}?b`, 414],
    ['the longest query', `/?q=${'a'.repeat(LONGEST_QUERY - 2)}`, 200],
    ['a longer one', `/?q=${'a'.repeat(LONGEST_QUERY - 1)}`, 414],
    ['the most parameters', `/?${'q&'.repeat(MOST_PARAMETERS - 1)}q`, 200],
    ['one more', `/?${'q&'.repeat(MOST_PARAMETERS)}q`, 414],
  ])('%s', async (_what, path, status) => {
    expect((await behind().request(path)).status).toBe(status)
  })

  test.each(['/%', '/%zz', '/a/%E2%80', '/%ff', '/%00', '/x%00.csv', '/%ED%A0%80'])(
    '%s is no address',
    async (path) => {
      const refused = await problemOf(await behind().request(path))
      expect([refused.status, refused.detail]).toEqual([400, expect.stringContaining('can’t be read')])
    },
  )

  test.each(['/caf%C3%A9', '/a%20b', '/100%25', '/?q=100%'])('%s is one', async (path) => {
    expect((await behind().request(path)).status).toBe(200)
  })

  test('the refusal says how long it may be', async () => {
    const refused = await problemOf(await behind().request(`/?q=${'a'.repeat(LONGEST_QUERY)}`))
    expect(refused.detail).toContain(`there may be ${LONGEST_QUERY}`)
  })
})

const streamed = (pieces: string[]) =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece))
      controller.close()
    },
  })

test.each(['OPTIONS', 'PATCH', 'PROPFIND'])('%s is refused with what there is', async (method) => {
  const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'PUT' }
  const refused = await behind().request('/page', { method, headers })
  expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, PUT, DELETE'])
  expect(refused.headers.get('access-control-allow-origin')).toBeNull()
})

test.each(['GET', 'HEAD', 'POST', 'PUT', 'DELETE'])('%s passes', async (method) => {
  expect((await behind().request('/elsewhere', { method })).status).toBe(200)
})

describe('bodies have their size and their kind', () => {
  test('the largest that is taken arrives whole', async () => {
    const body = `"${'a'.repeat(LARGEST_JSON - 2)}"`
    const response = await behind().request('/', json(body))
    expect(await response.text()).toBe(body)
  })

  test('a body in pieces arrives whole, too', async () => {
    const init = { ...json(''), body: streamed(['{"a":', '1}']), duplex: 'half' }
    expect(await (await behind().request('/', init)).text()).toBe('{"a":1}')
  })

  test.each<[string, RequestInit]>([
    ['is', json(`"${'a'.repeat(LARGEST_JSON)}"`)],
    ['says it is', json('{}', { 'content-length': String(LARGEST_JSON + 1) })],
    [
      'in pieces is',
      { ...json(''), body: streamed(Array(65).fill('a'.repeat(1024))), duplex: 'half' } as RequestInit,
    ],
  ])('a body that %s too large is refused with the limit', async (_what, init) => {
    const { status, detail } = await problemOf(await behind().request('/', init))
    expect([status, detail]).toEqual([413, expect.stringContaining('64 kB at most')])
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain; charset=application/json',
    'application/jsonp',
  ])('a body of %s, which a form of another site could send, is refused', async (type) => {
    const init = { method: 'POST', headers: { 'content-type': type }, body: '{}' }
    expect((await problemOf(await behind().request('/', init))).status).toBe(415)
  })

  test.each(['application/json', 'Application/JSON; charset=utf-8'])('%s is taken', async (type) => {
    const init = { method: 'POST', headers: { 'content-type': type }, body: '{}' }
    expect((await behind().request('/', init)).status).toBe(200)
  })

  test.each(['/api/uploads', '/api/uploads/annotate'])(
    'a form with a file is let through to %s',
    async (path) => {
      const form = new FormData()
      form.set('file', new File(['a'.repeat(LARGEST_JSON * 2)], 'a.csv'))
      expect((await behind().request(path, { method: 'POST', body: form })).status).toBe(200)
    },
  )

  test('what changes something without a body needs no kind', async () => {
    expect((await behind().request('/api/uploads/1', { method: 'DELETE' })).status).toBe(200)
  })
})

describe('what changes something comes from our own pages or from a program', () => {
  const origin = 'https://performance.example.gov.uk'

  test.each<[string, number, Record<string, string>]>([
    ['our page', 200, { origin }],
    ['a program with a token', 200, { authorization: 'Bearer x' }],
    ['another site', 403, { origin: 'https://elsewhere.example' }],
    ['another site with the token in it', 403, { origin: 'null', authorization: 'Bearer x' }],
  ])('%s is answered %i', async (_who, status, headers) => {
    const response = await behind({ publicUrl: origin }).request('/', json('{}', headers))
    expect(response.status).toBe(status)
  })

  test('reading is nobody’s secret', async () => {
    const headers = { origin: 'https://elsewhere.example' }
    expect((await behind().request('/page', { headers })).status).toBe(200)
  })

  test('the refusal names the address to use', async () => {
    const refused = await behind({ publicUrl: origin }).request(
      '/',
      json('{}', { origin: 'http://localhost' }),
    )
    expect((await problemOf(refused)).detail).toContain(`pages at ${origin}`)
  })
})

describe('too much in a short time', () => {
  const ONE = { burst: 1, perMinute: 6 }
  const rates = { 'sign-in': ONE, upload: ONE, export: ONE, other: ONE }
  const signIn = (headers = {}) => json('{}', headers)

  test('is refused with the seconds to wait, in words and in a header', async () => {
    const app = behind({ rates, now: () => 0 })
    const there = from('192.0.2.7')
    expect((await app.request('/api/auth/sign-in/email', signIn(), there)).status).toBe(200)
    const refused = await app.request('/api/auth/sign-in/email', signIn(), there)
    expect(refused.headers.get('retry-after')).toBe('10')
    expect(refused.headers.get('x-frame-options')).toBe('DENY')
    expect(await problemOf(refused)).toEqual({
      status: 429,
      detail: 'There were too many tries to sign in from you. Try again in 10 seconds.',
    })
  })

  test.each<[string, string, string]>([
    ['sign-in', '/api/auth/sign-in/email', 'POST'],
    ['upload', '/api/uploads', 'POST'],
    ['export', '/api/areas.csv', 'GET'],
    ['other', '/api/areas', 'GET'],
  ])('each kind has its own limit: %s', async (kind, path, method) => {
    const large = { burst: 100, perMinute: 100 }
    const none = { 'sign-in': large, upload: large, export: large, other: large }
    const app = behind({ rates: { ...none, [kind]: ONE }, now: () => 0 })
    const ask = async (path: string, method: string) =>
      (await app.request(path, { method }, from('192.0.2.7'))).status
    expect([await ask(path, method), await ask(path, method), await ask('/assets/a.js', 'GET')]).toEqual([
      200, 429, 200,
    ])
    expect(await ask('/api/auth/sign-out', 'POST')).toBe(kind === 'other' ? 429 : 200)
  })

  test('a machine is not held back for another', async () => {
    const app = behind({ rates, now: () => 0 })
    const statuses = [
      (await app.request('/page', {}, from('192.0.2.7'))).status,
      (await app.request('/page', {}, from('192.0.2.8'))).status,
      (await app.request('/page', {}, from('192.0.2.7'))).status,
    ]
    expect(statuses).toEqual([200, 200, 429])
  })

  test('a new address in a header is no new machine unless a proxy is trusted', async () => {
    const asked = async (trustProxy: boolean) => {
      const app = behind({ rates, trustProxy, now: () => 0 })
      const ask = async (seen: string) =>
        (await app.request('/page', { headers: { 'x-forwarded-for': seen } }, from('10.0.0.1'))).status
      return [await ask('198.51.100.1'), await ask('198.51.100.2'), await ask('198.51.100.2')]
    }
    expect(await asked(false)).toEqual([200, 429, 429])
    expect(await asked(true)).toEqual([200, 200, 429])
  })

  test('two accounts in one office are counted apart, one account in two offices together', async () => {
    const account = (c: { req: { header: (name: string) => string | undefined } }) =>
      c.req.header('x-test-account') ?? null
    const app = behind({ rates, account, now: () => 0 })
    const ask = async (who: string, address: string) =>
      (await app.request('/page', { headers: { 'x-test-account': who } }, from(address))).status
    expect([
      await ask('account:1', '192.0.2.7'),
      await ask('account:2', '192.0.2.7'),
      await ask('account:1', '192.0.2.8'),
    ]).toEqual([200, 200, 429])
  })

  test('nobody gets more tries to sign in by being signed in', async () => {
    const app = behind({ rates, account: (c) => c.req.header('x-test-account') ?? null, now: () => 0 })
    const ask = async (who: string) =>
      (await app.request('/api/auth/sign-in/email', signIn({ 'x-test-account': who }), from('192.0.2.7')))
        .status
    expect([await ask('account:1'), await ask('account:2')]).toEqual([200, 429])
  })

  test('the machine itself is held back from guessing passwords only', async () => {
    const app = behind({ rates, now: () => 0 })
    const ask = async (path: string, init: RequestInit = {}) =>
      (await app.request(path, init, from('127.0.0.1'))).status
    expect([
      await ask('/page'),
      await ask('/page'),
      await ask('/api/areas.csv'),
      await ask('/api/areas.csv'),
    ]).toEqual([200, 200, 200, 200])
    expect([await ask('/api/auth/x', signIn()), await ask('/api/auth/x', signIn())]).toEqual([200, 429])
  })

  test('what the program asks itself is not counted', async () => {
    const app = behind({ rates, now: () => 0 })
    expect([(await app.request('/page')).status, (await app.request('/page')).status]).toEqual([200, 200])
  })

  test('no limits where none are wanted', async () => {
    const app = behind({ rates: null })
    const init = signIn()
    const ask = async () => (await app.request('/api/auth/x', init, from('192.0.2.7'))).status
    expect(await Promise.all(Array.from({ length: 100 }, ask))).toEqual(Array(100).fill(200))
  })
})
