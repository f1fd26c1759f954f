import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeWorld, type World } from '../support/world.ts'
import { HERE } from './entering.ts'

/** Pages of other sites, opened in the browser of an administrator who is signed in here. */

const PUBLIC = 'https://performance.council.example'
let plain: World
let behindTls: World
let cookie: string
let changing: Asked[]
beforeAll(async () => {
  plain = await makeWorld(undefined, { demonstration: false })
  behindTls = await makeWorld(undefined, { demonstration: false, baseUrl: PUBLIC })
  cookie = await plain.as('Ann', { role: 'admin' })
  changing = [...(await ofDocument(plain)), ...(await ofDoor(plain))]
})
afterAll(() => Promise.all([plain.db.destroy(), behindTls.db.destroy()]))
afterEach(() => {
  expect([...plain.errors.splice(0), ...behindTls.errors.splice(0)]).toEqual([])
})

type Asked = { method: string; path: string }

/** Whatever changes something, as the document has it. */
async function ofDocument(world: World): Promise<Asked[]> {
  const { paths } = (await (await world.app.request('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, unknown>>
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => method !== 'get')
      .map((method) => ({
        method: method.toUpperCase(),
        path: path.replaceAll(/\{\w+\}/g, 'there-is-none'),
      })),
  )
}

/** Whatever can be sent to the door's own addresses. */
async function ofDoor(world: World): Promise<Asked[]> {
  const endpoints = Object.values((await world.auth()).api) as unknown as { path?: string }[]
  return endpoints
    .flatMap(({ path }) => (path ? [path] : []))
    .map((path) => ({ method: 'POST', path: `/api/auth${path.replaceAll(/:\w+/g, 'there-is-none')}` }))
}

const askAll = (world: World, headers: Record<string, string>, body: string | undefined, at = HERE) =>
  Promise.all(
    changing.map(async ({ method, path }) => {
      const init = body === undefined ? { method, headers } : { method, headers, body }
      const response = await world.app.request(`${at}${path}`, init)
      return { asked: `${method} ${path}`, status: response.status, headers: response.headers }
    }),
  )
const notRefused = (answers: Awaited<ReturnType<typeof askAll>>, status: number) =>
  answers.filter((answer) => answer.status !== status).map(({ asked, status: told }) => `${asked}: ${told}`)

/** Everything that is stored, in one word. */
async function stored(world: World): Promise<string> {
  const tables = await world.db.introspection.getTables()
  const hash = createHash('sha256')
  for (const { name } of tables) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(world.db)
    hash.update(`${name} ${JSON.stringify(rows)}`)
  }
  return hash.digest('hex')
}

const JSON_TYPE = { 'content-type': 'application/json' }

test('there is enough to change that it is worth the trial', () => {
  expect(changing.length).toBeGreaterThan(60)
  expect(changing).toContainEqual({ method: 'POST', path: '/api/auth/sign-in/email' })
  expect(changing).toContainEqual({ method: 'PUT', path: '/api/targets/there-is-none' })
})

test.each<[string, Record<string, string>]>([
  ['another site', { origin: 'https://elsewhere.example' }],
  ['a page that hides where it is from', { origin: 'null' }],
  ['an empty origin', { origin: '' }],
  ['a longer name', { origin: 'http://localhost.elsewhere.example' }],
  ['a name in which ours stands as a port', { origin: 'http://localhost:8080.elsewhere.example' }],
  ['a name in which ours stands as a person', { origin: 'http://localhost@elsewhere.example' }],
  ['a name behind which ours stands', { origin: 'http://elsewhere.example/http://localhost' }],
  ['two origins, ours among them', { origin: 'http://localhost, https://elsewhere.example' }],
  ['another port of this machine', { origin: 'http://localhost:8081' }],
  ['this machine by another name', { origin: 'http://127.0.0.1' }],
  ['a file that was opened', { origin: 'file://' }],
  ['an extension of the browser', { origin: 'chrome-extension://abcdefgh' }],
  ['another site, in a browser that only says so', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbour under the same name', { 'sec-fetch-site': 'same-site' }],
  ['a neighbour that writes our origin', { origin: HERE, 'sec-fetch-site': 'same-site' }],
  [
    'another site, with a key for a program',
    { origin: 'https://elsewhere.example', authorization: 'Bearer x' },
  ],
  [
    'another site that says to be passed on for us',
    { origin: 'https://elsewhere.example', 'x-forwarded-host': 'elsewhere.example' },
  ],
])('nothing is changed for %s', async (_who, from) => {
  const before = await stored(plain)
  const answers = await askAll(plain, { ...JSON_TYPE, cookie, ...from }, '{}')
  expect(notRefused(answers, 403)).toEqual([])
  expect(await stored(plain)).toBe(before)
})

describe('where people open it at an address of its own', () => {
  test.each([
    'http://performance.council.example',
    'https://performance.council.example.elsewhere.example',
    'https://council.example',
    'https://www.performance.council.example',
    'https://performance.council.example:8443',
    'http://localhost',
    'http://localhost:8080',
    'null',
  ])('nothing is changed for %s', async (origin) => {
    const answers = await askAll(behindTls, { ...JSON_TYPE, host: 'localhost', origin }, '{}')
    expect(notRefused(answers, 403)).toEqual([])
  })

  test('its own pages are not refused for where they are from', async () => {
    const answers = await askAll(behindTls, { ...JSON_TYPE, origin: PUBLIC }, '{}', PUBLIC)
    expect(answers.filter(({ status }) => status === 403)).toEqual([])
  })
})

test.each([
  'text/plain',
  'text/plain; charset=application/json',
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; x=application/json',
  'application/json5',
])('nothing takes a form for JSON: %s', async (type) => {
  const before = await stored(plain)
  const answers = await askAll(plain, { 'content-type': type, cookie, origin: HERE }, '{}')
  // Where a form with a file is wanted, that is what is said.
  const isForFile = (told: string) => /^POST \/api\/uploads(\/annotate)?: 400$/.test(told)
  expect(notRefused(answers, 415).filter((told) => !isForFile(told))).toEqual([])
  expect(await stored(plain)).toBe(before)
})

test('a form with parts is taken where files are handed in, and nowhere else', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x', cookie, origin: HERE }
  const answers = await askAll(plain, headers, '--x--\r\n')
  expect(notRefused(answers, 415)).toEqual(['POST /api/uploads: 400', 'POST /api/uploads/annotate: 400'])
})

describe('no other site may read what it asks for', () => {
  const shared = (headers: Headers) => [...headers.keys()].filter((name) => name.startsWith('access-control'))
  const from = { origin: 'https://elsewhere.example' }

  test.each([
    '/',
    '/api/health',
    '/api/areas',
    '/api/session',
    '/api/people',
    '/api/openapi.json',
    '/api/auth/get-session',
    '/assets/none.js',
    '/api/nothing',
  ])('%s', async (path) => {
    const asked = {
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'authorization',
    }
    const answers = await Promise.all([
      plain.app.request(`${HERE}${path}`, { headers: { ...from, cookie } }),
      plain.app.request(`${HERE}${path}`, { headers: { origin: 'null' } }),
      plain.app.request(`${HERE}${path}`, { method: 'OPTIONS', headers: { ...from, ...asked } }),
      plain.app.request(`${HERE}${path}`, { method: 'POST', headers: from }),
    ])
    expect(answers.flatMap(({ headers }) => shared(headers))).toEqual([])
    expect(answers.map(({ headers }) => headers.get('cross-origin-resource-policy'))).toEqual(
      Array(4).fill('same-origin'),
    )
    expect([200, 204]).not.toContain(answers[2]?.status)
  })

  test('nor what a change answers', async () => {
    const answers = await askAll(plain, { ...JSON_TYPE, cookie, ...from }, '{}')
    expect(answers.flatMap(({ headers }) => shared(headers))).toEqual([])
  })
})
