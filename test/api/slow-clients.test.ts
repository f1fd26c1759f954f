import { type AddressInfo, connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { limitMethod } from '../../server/door/limits.ts'
import { limitServer, type ServerLimits, serverOptions } from '../../server/door/server-limits.ts'
import { Problem } from '../../server/problem.ts'

/** Clients that no library would be: each test writes to a connection what such a client would. */

const app = new Hono()
  .use(limitMethod())
  .get('/page', (c) => c.text('A page'))
  .post('*', async (c) => c.text(await c.req.text()))
  .onError((error, c) => c.text('', error instanceof Problem ? error.status : 500))

const LIMITS: ServerLimits = {
  headers: 300,
  request: 60_000,
  body: { every: 200, bytes: 100 },
  keepAlive: 60_000,
  headerBytes: 2000,
  connections: 20,
  requestsPerConnection: 3,
  check: 50,
}
let server: ReturnType<typeof serve>
let port: number
/** What the log is told of. */
const noted: string[] = []
beforeAll(async () => {
  server = serve({
    fetch: app.fetch,
    port: 0,
    hostname: '127.0.0.1',
    serverOptions: serverOptions(LIMITS),
  })
  limitServer(server as Parameters<typeof limitServer>[0], LIMITS, (kind) => void noted.push(kind))
  await new Promise((resolve) => server.once('listening', resolve))
  port = (server.address() as AddressInfo).port
})
afterEach(() => void noted.splice(0))
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
})

/** Sends pieces with a pause before each, and gives what came back when the connection ended, with the time it took. */
async function send(pieces: string[], { every = 0, end = true } = {}) {
  const socket = connect(port, '127.0.0.1')
  const came: string[] = []
  socket.on('data', (data) => came.push(String(data)))
  socket.on('error', () => {})
  const closed = new Promise((resolve) => socket.once('close', resolve))
  const started = performance.now()
  for (const piece of pieces) {
    if (every > 0) await pause(every)
    if (socket.destroyed || socket.readableEnded) break
    socket.write(piece)
  }
  if (end) socket.end()
  await closed
  return { answer: came.join(''), ms: performance.now() - started }
}

const HEAD = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
const drips = (count: number) => Array<string>(count).fill('a')

test('a client that lets its headers drip is cut off', async () => {
  const { answer, ms } = await send(['GET / HTTP/1.1\r\nHost: x\r\nX-A: ', ...drips(100)], {
    every: 50,
    end: false,
  })
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  expect(answer).toContain('content-type: application/problem+json')
  expect(answer).toContain('urn:problem:too-slow')
  expect(noted).toEqual(['too-slow'])
  expect(ms).toBeLessThan(3000)
})

test('a client that says nothing at all is cut off', async () => {
  const { ms } = await send([], { end: false })
  expect(ms).toBeLessThan(3000)
})

test.each([
  ['with a length', `${HEAD}Content-Length: 60000\r\n\r\n`, drips(100)],
  ['in pieces', `${HEAD}Transfer-Encoding: chunked\r\n\r\n`, Array<string>(100).fill('1\r\na\r\n')],
])('a client that lets its body drip, %s, is cut off', async (_how, head, pieces) => {
  const { answer, ms } = await send([head, ...pieces], { every: 50, end: false })
  expect(answer).not.toMatch(/^HTTP\/1\.1 [25]/)
  expect(noted).toEqual(['dripping-body'])
  expect(ms).toBeLessThan(3000)
})

test('a client that is slow but goes on is not', async () => {
  const piece = 'a'.repeat(200)
  const { answer, ms } = await send(
    [`${HEAD}Content-Length: 1600\r\nConnection: close\r\n\r\n`, ...Array<string>(8).fill(piece)],
    { every: 100, end: false },
  )
  expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  expect(ms).toBeGreaterThan(700)
  expect(noted).toEqual([])
})

test('headers that are too long are refused in a problem', async () => {
  const { answer } = await send([`GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(3000)}\r\n\r\n`])
  expect(answer).toMatch(/^HTTP\/1\.1 431 /)
  expect(answer).toContain('urn:problem:headers-too-long')
  expect(noted).toEqual(['headers-too-long'])
})

test.each([
  ['no HTTP', 'hello\r\n\r\n'],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na'],
  [
    'a length and pieces',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['a header on two lines', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: a\r\n b\nX: y\r\n\r\n'],
  ['a null in a header', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\n\r\n'],
])('%s is refused in a problem', async (_what, text) => {
  const { answer } = await send([text])
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer).toContain('urn:problem:invalid-request')
  expect(noted).toEqual(['unreadable'])
})

test('a connection takes so many requests', async () => {
  const request = 'GET /page HTTP/1.1\r\nHost: x\r\n\r\n'
  const { answer } = await send([request, request, request, request], { every: 50 })
  expect(answer.match(/HTTP\/1\.1 200 /g)).toHaveLength(3)
  expect(answer.match(/HTTP\/1\.1 503 /g)).toHaveLength(1)
})

test('TRACE gives nothing of a request back', async () => {
  const { answer } = await send(['TRACE /page HTTP/1.1\r\nHost: x\r\nX-Secret: planted\r\n\r\n'])
  expect(answer).toMatch(/^HTTP\/1\.1 [45]/)
  expect(answer).not.toContain('planted')
})

test('more clients than there may be are not taken, and that is noted', async () => {
  const open = Array.from({ length: LIMITS.connections }, () => connect(port, '127.0.0.1'))
  await Promise.all(open.map((socket) => new Promise((resolve) => socket.once('connect', resolve))))
  const { answer } = await send(['GET /page HTTP/1.1\r\nHost: x\r\n\r\n'])
  await Promise.all(open.map((socket) => new Promise((resolve) => socket.destroy().once('close', resolve))))
  expect([answer, noted]).toEqual(['', ['too-many-connections']])
})
