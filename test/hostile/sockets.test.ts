import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProcess } from '../support/server.ts'
import { overWire, request } from './raw.ts'

/** The program as it is started, asked in ways that no browser and no library asks. */

let program: Awaited<ReturnType<typeof startProcess>>
let port: number
const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
beforeAll(async () => {
  program = await startProcess({ DATABASE_URL: `sqlite:${join(folder, 'a.db')}`, DEMO: '0' })
  port = Number(new URL(program.address).port)
}, 60_000)
afterAll(async () => {
  await program.kill('SIGTERM')
  rmSync(folder, { recursive: true })
})

const HERE = 'Host: localhost'
const CLOSE = 'Connection: close'
const get = (path: string, heads: string[] = [HERE]) =>
  overWire(port, request(`GET ${path}`, [...heads, CLOSE]))

describe('of the machine’s files none is reached by an address', () => {
  test.each([
    '/assets/../../package.json',
    '/assets/../../../../../../../../etc/passwd',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/.%2e/.%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/..%252f..%252fpackage.json',
    '/assets/%252e%252e/%252e%252e/package.json',
    '/assets/%c0%ae%c0%ae/%c0%ae%c0%ae/package.json',
    '/assets/%uff0e%uff0e/package.json',
    '/assets/..\\..\\package.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/..;/..;/package.json',
    '/assets/....//....//package.json',
    '/assets/./././../../package.json',
    '/assets/%00/../../package.json',
    '/assets/index.js%00.css',
    '/assets//etc/passwd',
    '/assets/C:/windows/win.ini',
    '/assets/file:///etc/passwd',
    '//etc/passwd',
    '/../../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/package.json',
    '/server/main.ts',
    '/.env',
    '/.git/HEAD',
    '/var/dashboard.db',
    '/var/dashboard.db.secret',
    '/dist/client/index.html',
    '/node_modules/hono/package.json',
    'file:///etc/passwd',
    'http://localhost/assets/../../package.json',
  ])('%s', async (path) => {
    const { text, statuses } = await get(path)
    expect(text).not.toMatch(/"dependencies"|root:x:0|createApp|SQLite format|ref: refs/)
    // What could be the name of a screen gets the page, which says that there is none.
    const told = `${statuses.join()} ${/<div id="root">/.test(text) ? 'page' : 'refusal'}`
    expect(told).toMatch(/^(200 page|40[04] refusal)$/)
  })
})

describe('the name that the program is asked under leads nobody elsewhere', () => {
  const ELSEWHERE: string[][] = [
    ['Host: elsewhere.example'],
    ['Host: elsewhere.example:8080'],
    [HERE, 'X-Forwarded-Host: elsewhere.example', 'X-Forwarded-Proto: https'],
    [HERE, 'Forwarded: host=elsewhere.example;proto=https'],
    [HERE, 'X-Original-Host: elsewhere.example', 'X-Host: elsewhere.example'],
    [HERE, 'X-Original-URL: http://elsewhere.example/', 'X-Rewrite-URL: /elsewhere.example'],
  ]
  const PATHS = [
    '/',
    '/sign-in',
    '/api/session',
    '/api/openapi.json',
    '/api/nothing',
    '/api/auth/callback/council?state=x&code=y',
    '/api/auth/reset-password/x?callbackURL=/sign-in',
    '/api/auth/get-session',
  ]
  test.each(ELSEWHERE)('%s %s %s', async (...heads) => {
    const answers = await Promise.all(PATHS.map((path) => get(path, heads)))
    expect(answers.map(({ text }) => text).join()).not.toContain('elsewhere.example')
    expect(answers.flatMap(({ statuses }) => statuses).filter((status) => status >= 500)).toEqual([])
  })

  test.each<[string, string, string[]]>([
    ['in the place of a path', 'http://elsewhere.example/api/session', [HERE]],
    ['in the head', '/api/session', ['Host: elsewhere.example']],
    ['that ends like ours', '/api/session', ['Host: localhost.elsewhere.example']],
    ['with our port', '/', ['Host: elsewhere.example:8080']],
  ])(
    'a name that is not ours, %s, is refused: by it another site could have us read for it',
    async (...[, path, heads]) => {
      const { text, statuses } = await get(path, heads)
      expect(statuses).toEqual([421])
      expect(text).toContain('urn:problem:unknown-name')
      expect(text).not.toContain('elsewhere.example')
    },
  )

  test.each<[string, string[]]>([
    ['ours and another', [HERE, 'Host: elsewhere.example']],
    ['another and ours', ['Host: elsewhere.example', HERE]],
    ['ours twice', [HERE, HERE]],
    ['ours twice, written otherwise', [HERE, 'HOST: localhost']],
    ['ours with another in one line', ['Host: localhost, elsewhere.example']],
    ['ours and nothing', [HERE, 'Host:']],
  ])('of two names none is believed: %s', async (_what, heads) => {
    expect((await get('/api/health', heads)).statuses).toEqual([400])
    expect((await get('/', heads)).statuses).toEqual([400])
  })

  test.each(['Host: localhost', 'Host: 127.0.0.1:8080', 'Host: [::1]:9000', 'Host: 10.1.2.3'])(
    'a name of this machine is ours: %s',
    async (head) => {
      expect((await get('/api/health', [head])).statuses).toEqual([200])
    },
  )

  test.each([
    ['a path', 'Host: localhost/x'],
    ['a space', 'Host: a b'],
    ['a person', 'Host: admin@localhost'],
    ['an element of a page', 'Host: "><script>'],
    ['half an address', 'Host: [::1'],
    ['letters beyond ASCII', 'Host: \xff\xfe'],
  ])('a name with %s is none', async (_what, head) => {
    expect((await get('/', [head])).statuses).toEqual([400])
  })

  test('without a name there is no answer', async () => {
    expect((await get('/', [])).statuses).toEqual([400])
  })
})

describe('what is asked never becomes a head of the answer', () => {
  test.each([
    '/api/areas%0d%0ax-injected:%201',
    '/api/areas.csv?%0d%0ax-injected:%201',
    '/api/areas?x=%0d%0a%0d%0a<html>',
    '/api/indicators/a%0d%0ax-injected:%201/series.csv',
    '/api/auth/callback/council?state=%0d%0ax-injected:%201&error=%0d%0ax-injected:%201',
    '/api/auth/callback/a%0d%0ax-injected:%201',
    '/api/auth/reset-password/x?callbackURL=/a%0d%0ax-injected:%201',
    '/api/auth/reset-password/x?callbackURL=%2fa%250d%250ax-injected:%201',
    '/sign-in?back=%0d%0ax-injected:%201',
    '/api/templates/quarterly-return?period=2020-21Q4%0d%0ax-injected:%201',
    '/api/registers/plan.csv?area=%0d%0ax-injected:%201',
    '/%E5%98%8A%E5%98%8Dx-injected:%201',
  ])('%s', async (path) => {
    const { text, statuses } = await get(path)
    const [head = ''] = text.split('\r\n\r\n')
    expect(head).not.toMatch(/^x-injected/im)
    expect(statuses.length).toBe(1)
    expect(statuses[0]).toBeLessThan(500)
  })

  test.each([
    ['a line end in the path', 'GET /api/areas\rx-injected: 1'],
    ['a null in the path', 'GET /api/\0areas'],
    ['letters beyond ASCII in the method', 'G\xcbT /'],
  ])('%s is no request', async (_what, line) => {
    expect((await overWire(port, request(line, [HERE, CLOSE]))).statuses).toEqual([400])
  })
})

describe('one request is one request, to whoever stands in front as well', () => {
  const JSON_TYPE = 'Content-Type: application/json'
  const POST = 'POST /api/auth/sign-in/email'
  const INNER = request('GET /api/people', [HERE])

  test.each<[string, string]>([
    [
      'a length and pieces',
      request(POST, [HERE, 'Content-Length: 4', 'Transfer-Encoding: chunked'], `0\r\n\r\n${INNER}`),
    ],
    [
      'pieces and a length',
      request(POST, [HERE, 'Transfer-Encoding: chunked', 'Content-Length: 4'], `0\r\n\r\n${INNER}`),
    ],
    ['two lengths', request(POST, [HERE, 'Content-Length: 0', 'Content-Length: 40'], INNER)],
    ['two lengths in one', request(POST, [HERE, 'Content-Length: 0, 40'], INNER)],
    ['a length below nothing', request(POST, [HERE, 'Content-Length: -1'], INNER)],
    ['a length with a sign', request(POST, [HERE, 'Content-Length: +0'], INNER)],
    ['a length in another base', request(POST, [HERE, 'Content-Length: 0x0'], INNER)],
    ['a length beyond all numbers', request(POST, [HERE, `Content-Length: ${'9'.repeat(30)}`], INNER)],
    ['pieces in another way', request(POST, [HERE, 'Transfer-Encoding: xchunked'], `0\r\n\r\n${INNER}`)],
    [
      'pieces twice',
      request(POST, [HERE, 'Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], `0\r\n\r\n${INNER}`),
    ],
    [
      'pieces that are compressed first',
      request(POST, [HERE, 'Transfer-Encoding: chunked, gzip'], `0\r\n\r\n${INNER}`),
    ],
    ['a space before the colon', request(POST, [HERE, 'Transfer-Encoding : chunked'], `0\r\n\r\n${INNER}`)],
    [
      'a head on two lines',
      request(POST, [HERE, 'X-A: a\r\n Transfer-Encoding: chunked'], `0\r\n\r\n${INNER}`),
    ],
    ['line ends of one letter', `${POST} HTTP/1.1\n${HERE}\nTransfer-Encoding: chunked\n\n0\n\n${INNER}`],
    [
      'a size that is none',
      request(POST, [HERE, JSON_TYPE, 'Transfer-Encoding: chunked'], `zz\r\n{}\r\n0\r\n\r\n${INNER}`),
    ],
    [
      'a size below nothing',
      request(POST, [HERE, JSON_TYPE, 'Transfer-Encoding: chunked'], `-1\r\n{}\r\n0\r\n\r\n${INNER}`),
    ],
    [
      'a size with much behind it',
      request(
        POST,
        [HERE, JSON_TYPE, 'Transfer-Encoding: chunked'],
        `2;${'a'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n${INNER}`,
      ),
    ],
    [
      'a size too small',
      request(POST, [HERE, JSON_TYPE, 'Transfer-Encoding: chunked'], `1\r\n{}\r\n0\r\n\r\n${INNER}`),
    ],
    ['no version', `GET /api/people\r\n${HERE}\r\n\r\n${INNER}`],
    ['another version', `GET /api/people HTTP/3.0\r\n${HERE}\r\n\r\n${INNER}`],
    ['the greeting of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['the greeting of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ])('%s: refused, and what hides in it is not answered', async (_what, text) => {
    const { statuses, closed } = await overWire(port, text)
    expect(statuses).toEqual([400])
    expect(closed).toBe(true)
  })

  test('a body where none is wanted is no request of its own', async () => {
    const { text, statuses } = await overWire(
      port,
      request('GET /api/health', [HERE, `Content-Length: ${INNER.length}`], INNER),
    )
    expect(statuses).toEqual([200])
    expect(text).not.toContain('urn:problem:sign-in-needed')
  })

  test('another protocol is not switched to', async () => {
    const heads = [
      HERE,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    ]
    expect((await overWire(port, request('GET /api/health', heads), { patience: 500 })).statuses).toEqual([
      200,
    ])
  })
})

describe('what is not done here is refused in words', () => {
  test.each(['TRACE', 'OPTIONS', 'PATCH', 'PROPFIND', 'LOCK', 'PURGE', 'QUERY', 'LINK'])(
    '%s',
    async (method) => {
      const heads = [HERE, 'Cookie: dashboard.session_token=told-in-confidence', CLOSE]
      const { text, statuses } = await overWire(port, request(`${method} /api/areas`, heads))
      expect(statuses).toEqual([405])
      expect(text).toContain('content-type: application/problem+json')
      expect(text).not.toContain('told-in-confidence')
    },
  )

  test.each(['FOO', 'get', 'Get', 'DELETEX', ''])('a method that there is not: "%s"', async (method) => {
    const { text, statuses } = await overWire(port, request(`${method} /api/areas`, [HERE, CLOSE]))
    expect(statuses).toEqual([400])
    expect(text).toContain('content-type: application/problem+json')
  })

  test('a way through to another machine is not opened', async () => {
    const { text, closed } = await overWire(
      port,
      request('CONNECT elsewhere.example:443', ['Host: elsewhere.example']),
    )
    expect([text, closed]).toEqual(['', true])
  })

  test.each(['X-HTTP-Method-Override', 'X-Method-Override', 'X-HTTP-Method'])(
    'what %s says instead',
    async (head) => {
      const heads = [HERE, `${head}: GET`, 'Content-Length: 0', CLOSE]
      expect((await overWire(port, request('POST /api/areas', heads))).statuses).toEqual([404])
    },
  )
})

describe('a body without end is not waited for', () => {
  const PIECE = `4000\r\n${'a'.repeat(0x4000)}\r\n`
  const endless = (path: string, type: string) =>
    overWire(port, request(`POST ${path}`, [HERE, `Content-Type: ${type}`, 'Transfer-Encoding: chunked']), {
      more: PIECE,
      patience: 15_000,
    })

  test.each([
    ['JSON', '/api/auth/sign-in/email', 'application/json', 413],
    ['JSON for a link', '/api/invitations/no-such-link-at-all', 'application/json', 413],
    ['a form of nobody', '/api/uploads', 'multipart/form-data; boundary=x', 401],
    ['a form where none is taken', '/api/targets', 'multipart/form-data; boundary=x', 413],
    ['a text', '/api/targets', 'text/plain', 413],
  ])('%s', { timeout: 30_000 }, async (_what, path, type, status) => {
    const { statuses, sent, closed } = await endless(path, type)
    expect(statuses).toEqual([status])
    expect(closed).toBe(true)
    expect(sent).toBeLessThan(20_000_000)
  })
})

test('no answer says what it was made with, and the program is there after all of it', async () => {
  const answers = await Promise.all(
    ['/', '/api/areas', '/api/nothing', '/api/auth/get-session', '/assets/none.js'].map((path) => get(path)),
  )
  const heads = answers.map(({ text }) => text.split('\r\n\r\n')[0] ?? '')
  expect(heads.filter((head) => /^(x-powered-by|server|via|x-aspnet.*|x-runtime):/im.test(head))).toEqual([])
  expect(heads.join()).not.toMatch(/node|hono|better-auth/i)
  expect(heads.filter((head) => !/^content-security-policy: /im.test(head))).toEqual([])
  expect((await get('/api/health')).statuses).toEqual([200])
})
