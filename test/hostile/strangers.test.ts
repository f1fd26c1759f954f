import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { invitationsPath, makeTokenPath, sessionsPath } from '../../server/contract/paths.ts'
import { personNamed, readPeople, send } from '../support/accounts.ts'
import { draft, HEADING } from '../support/uploads.ts'
import { type FileWorld, makeFileWorld } from '../support/world.ts'
import { HERE, nameOf } from './entering.ts'

/** What is somebody else's, asked for by everybody who knows what it is called. */

let world: FileWorld
const cookies = new Map<string, string>()
/** What there is, and what stands in an address for what there is not. */
const ids = { session: '', token: '', person: '', invitation: '', upload: '' }
const NONE: typeof ids = {
  session: 'a'.repeat(32),
  token: '11111111-1111-4111-8111-111111111111',
  person: 'b'.repeat(32),
  invitation: '22222222-2222-4222-8222-222222222222',
  upload: '33333333-3333-4333-8333-333333333333',
}
const FILE = `${HEADING}\n2026-27Q1,cla-rate,E06000009,,600,28278,212.2,provisional,planted in the file\n`

beforeAll(async () => {
  world = await makeFileWorld({ demonstration: false })
  cookies.set('nobody', '')
  cookies.set('a viewer', await world.as('Vi', { role: 'viewer' }))
  cookies.set(
    'a viewer who sees small numbers',
    await world.as('Re', { role: 'viewer', rights: ['restricted'] }),
  )
  cookies.set('a leader', await world.as('Le', { role: 'leader' }))
  cookies.set('another analyst', await world.as('An', { role: 'analyst' }))
  cookies.set('an administrator', await world.as('Ad', { role: 'admin' }))
  cookies.set('Olive', await world.as('Olive Owner', { role: 'analyst' }))
  const made = async (path: string, body: object, name: string) =>
    ((await (await send(world, 'POST', path, body, name)).json()) as { id: string }).id
  const wish = { name: 'Transfer', permissions: ['read'], edition: 'public', days: 1 }
  ids.token = await made(makeTokenPath, wish, 'Olive Owner')
  const invited = {
    name: 'New Colleague',
    email: 'new@council.example',
    role: 'viewer',
    rights: [],
    themes: null,
  }
  ids.invitation = await made(invitationsPath, invited, 'Ad')
  ids.person = (await personNamed(world, 'Olive Owner')).id
  ids.upload = (await draft(world, FILE, { fileName: 'planted.csv' }, 'Olive Owner')).id
  const { sessions } = (await (await send(world, 'GET', sessionsPath, undefined, 'Olive Owner')).json()) as {
    sessions: { id: string }[]
  }
  ids.session = sessions[0]?.id ?? ''
}, 60_000)
afterAll(() => world.end())
afterEach(() => {
  expect(world.errors.splice(0)).toEqual([])
})

const GRANT = { role: 'admin', rights: [], themes: null, version: 0, reason: 'As agreed with them' }
const BODIES: Record<string, object> = {
  'PUT /api/people/person': GRANT,
  'POST /api/people/person/close': { reason: 'As agreed' },
  'POST /api/people/person/reopen': { reason: 'As agreed' },
  'POST /api/people/person/erase': { reason: 'As agreed' },
  'POST /api/people/person/reset-second-step': { reason: 'As agreed' },
  'POST /api/uploads/upload/publish': { reason: 'As agreed' },
  'POST /api/uploads/upload/withdraw': { reason: 'As agreed' },
}
/** What is told at an address of something of somebody else, with what it is called left out. */
async function told(who: string, route: string, called: typeof ids) {
  const [method = '', path = ''] = route.split(' ')
  const kind = (/\/(session|token|person|invitation|upload)(?=$|\/|\.)/.exec(path)?.[1] ??
    '') as keyof typeof ids
  const address = path.replace(/\/(session|token|person|invitation|upload)(?=$|\/|\.)/, `/${called[kind]}`)
  const body = BODIES[route]
  const response = await world.app.request(`${HERE}${address}`, {
    method,
    headers: { cookie: cookies.get(who) ?? '', ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  return {
    status: response.status,
    text: text.replaceAll(called[kind], '').replace(/urn:request:[\w-]+/, ''),
  }
}

const OWN = ['DELETE /api/account/sessions/session', 'DELETE /api/account/tokens/token']
const PEOPLE = [
  'PUT /api/people/person',
  'POST /api/people/person/close',
  'POST /api/people/person/reopen',
  'POST /api/people/person/erase',
  'POST /api/people/person/password-link',
  'POST /api/people/person/reset-second-step',
  'POST /api/people/person/end-sessions',
  'DELETE /api/people/tokens/token',
  'DELETE /api/people/invitations/invitation',
]
const UPLOADS = [
  'GET /api/uploads/upload',
  'GET /api/uploads/upload/file',
  'GET /api/uploads/upload/findings',
  'DELETE /api/uploads/upload',
  'POST /api/uploads/upload/publish',
  'POST /api/uploads/upload/withdraw',
  'POST /api/uploads/upload/compare',
]
const VIEWERS = ['a viewer', 'a viewer who sees small numbers']
const MEMBERS = [...VIEWERS, 'a leader', 'another analyst']
const TABLE = [
  ...OWN.flatMap((route) => [...MEMBERS, 'an administrator'].map((who) => ({ who, route, status: 404 }))),
  ...PEOPLE.flatMap((route) => MEMBERS.map((who) => ({ who, route, status: 403 }))),
  ...UPLOADS.flatMap((route) => VIEWERS.map((who) => ({ who, route, status: 403 }))),
  ...[...OWN, ...PEOPLE, ...UPLOADS].map((route) => ({ who: 'nobody', route, status: 401 })),
]

test.each(TABLE)('$who is not told at $route whether it is there', async ({ who, route, status }) => {
  const there = await told(who, route, ids)
  expect(there.status).toBe(status)
  expect(there).toEqual(await told(who, route, NONE))
  expect(there.text).not.toMatch(/Olive|planted|council\.example/)
})

test('and all of it is there afterwards', async () => {
  const { people, invitations, tokens } = await readPeople(world)
  expect(people.find(({ id }) => id === ids.person)).toMatchObject({ role: 'analyst', state: 'active' })
  expect(invitations).toMatchObject([{ id: ids.invitation }])
  expect(tokens).toMatchObject([{ id: ids.token, state: 'open' }])
  expect(await nameOf(world, cookies.get('Olive') ?? '')).toBe('Olive Owner')
  expect((await told('Olive', 'GET /api/uploads/upload', ids)).status).toBe(200)
})

describe('an address written in another way leads to nothing that is not for all', () => {
  const PLACES = [
    '/api/uploads',
    '/api/uploads/upload',
    '/api/uploads/upload/file',
    '/api/uploads/upload/findings',
    '/api/people',
    '/api/audit',
    '/api/account',
    '/api/account/sessions',
  ]
  const TRICKS: [string, (path: string) => string][] = [
    ['as it is', (path) => path],
    ['as a file', (path) => `${path}.csv`],
    ['as a file twice', (path) => `${path}.csv.csv`],
    ['as another file', (path) => `${path}.json`],
    ['as a file in capitals', (path) => `${path}.CSV`],
    ['as a file behind a null', (path) => `${path}%00.csv`],
    ['as a file that is asked for', (path) => `${path}?format=csv&x=.csv`],
    ['with a slash behind it', (path) => `${path}/`],
    ['with two', (path) => `${path}//`],
    ['with a dot behind it', (path) => `${path}/.`],
    ['with an escaped dot behind it', (path) => `${path}%2e`],
    ['with a step down and up', (path) => `${path}/x/..`],
    ['with an escaped step', (path) => `${path}/x/%2e%2e`],
    ['with an escaped slash', (path) => path.replace('/api/', '/api%2f')],
    ['from beside the client’s files', (path) => `/assets/..${path}`],
    ['from beside them, escaped', (path) => `/assets/%2e%2e${path}`],
    ['from beside them, escaped twice', (path) => `/assets/%252e%252e${path}`],
    ['with backslashes', (path) => path.replaceAll('/', '\\')],
    ['with a letter escaped', (path) => path.replace('/api/', '/%61pi/')],
    [
      'with another letter escaped',
      (path) =>
        path.replace(/\/api\/(.)/, (_all, letter: string) => `/api/%${letter.charCodeAt(0).toString(16)}`),
    ],
    ['in capitals', (path) => path.toUpperCase()],
    ['with a capital', (path) => path.replace('/api/', '/Api/')],
    ['with two slashes before it', (path) => `/${path}`],
    ['with two slashes within', (path) => path.replace('/api/', '/api//')],
    ['with a word behind a semicolon', (path) => `${path};a=b`],
    ['with a word behind a semicolon within', (path) => path.replace('/api/', '/api;a=b/')],
    ['with a space behind it', (path) => `${path}%20`],
    ['with a null behind it', (path) => `${path}%00`],
    ['with a line break behind it', (path) => `${path}%0a`],
    ['behind a fragment', (path) => `/api/health#${path}`],
    ['behind an open address', (path) => `/api/health/..${path.slice('/api'.length)}`],
    ['as a health check', (path) => `${path}/../health`],
    ['with letters that look alike', (path) => path.replace('a', '%D0%B0')],
  ]
  const PLANTED = /Olive|planted|council\.example|"file_name"|"email"/
  const read = async (who: string, path: string, headers: Record<string, string> = {}) => {
    const address = path.replace('/upload/', `/${ids.upload}/`).replace(/\/upload(?=$|\W)/, `/${ids.upload}`)
    const response = await world.app.request(`${HERE}${address}`, {
      headers: { cookie: cookies.get(who) ?? '', ...headers },
    })
    return { path, status: response.status, text: await response.text() }
  }

  test('those who may are told', async () => {
    const answers = await Promise.all(PLACES.map((path) => read('an administrator', path)))
    expect(answers.filter(({ text }) => PLANTED.test(text)).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/api/uploads', '/api/uploads/upload/file', '/api/people', '/api/account']),
    )
  })

  test.each(TRICKS)('%s', async (_how, write) => {
    const asked = ['nobody', 'a viewer'].flatMap((who) =>
      PLACES.filter((path) => who === 'nobody' || !path.startsWith('/api/account')).map((path) =>
        read(who, write(path)),
      ),
    )
    const answers = await Promise.all(asked)
    expect(
      answers.filter(({ text }) => PLANTED.test(text.replace(/<script type.*?<\/script>/s, ''))),
    ).toEqual([])
    expect(
      answers.filter(({ status, text }) => status === 200 && !/^<!doctype html>|"status":"ok"/.test(text)),
    ).toEqual([])
  })

  test.each<[string, Record<string, string>]>([
    ['as a table', { accept: 'text/csv' }],
    ['as if it had been rewritten', { 'x-original-url': '/api/people', 'x-rewrite-url': '/api/people' }],
    ['as if it came from the machine itself', { 'x-forwarded-for': '127.0.0.1', host: 'localhost' }],
    ['with rights written beside it', { 'x-user': 'admin', 'x-role': 'admin', 'remote-user': 'admin' }],
    ['with a key that is none', { authorization: 'Bearer null' }],
    [
      'with a name and a password',
      { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` },
    ],
    ['for a part of it', { range: 'bytes=0-10' }],
  ])('%s', async (_how, headers) => {
    const answers = await Promise.all(PLACES.map((path) => read('nobody', path, headers)))
    expect(answers.map(({ status }) => status).filter((status) => status !== 401 && status !== 404)).toEqual(
      [],
    )
  })

  test.each(['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override', '_method'])(
    'what %s says is not done',
    async (name) => {
      const ask = (path: string) =>
        world.app.request(`${HERE}${path}?_method=DELETE`, {
          headers: { cookie: cookies.get('Olive') ?? '', [name]: 'DELETE' },
        })
      expect((await ask(`/api/uploads/${ids.upload}`)).status).toBe(200)
      expect((await ask(`/api/uploads/${ids.upload}`)).status).toBe(200)
    },
  )
})
