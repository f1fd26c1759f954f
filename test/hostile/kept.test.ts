import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeWorld, type World } from '../support/world.ts'
import { atDoor, emailOf, enter, HERE, PASSWORD } from './entering.ts'

/** Answers are kept to be sent again: never to somebody who may not see them, whoever asks first, and at the same time. */

const BUILT = existsSync(fileURLToPath(new URL('../../dist/client/index.html', import.meta.url)))

/** One that all may read, one that only those with an account may. */
let open: World
let closed: World
let leader: Record<string, string>
let viewer: Record<string, string>
beforeAll(async () => {
  open = await makeWorld()
  closed = await makeWorld(undefined, { publicRead: false })
  leader = { cookie: await open.as('Lena Leader', { role: 'leader' }) }
  viewer = { cookie: await open.as('Vic Viewer', { role: 'viewer' }) }
})
afterAll(() => Promise.all([open.db.destroy(), closed.db.destroy()]))
afterEach(() => {
  expect([...open.errors.splice(0), ...closed.errors.splice(0)]).toEqual([])
})

type Headers = Record<string, string>
const NOBODY: Headers = {}
const read = async (path: string, headers: Headers, world = open) => {
  const response = await world.app.request(`${HERE}${path}`, { headers })
  return { status: response.status, etag: response.headers.get('etag') ?? '', text: await response.text() }
}
const showsRestricted = async (path: string, headers: Headers) =>
  (await read(path, headers)).text.includes('serious-incidents')

/** Each begins as an address that nobody has asked for. */
const PATHS = ['/api/indicators', '/api/indicators.csv', ...(BUILT ? ['/indicators'] : [])]
let fresh = 0
const never = (path: string) => `${path}?fresh=${fresh++}`

describe.each(PATHS)('%s', (path) => {
  test('is not given to nobody after somebody who sees more', async () => {
    const address = never(path)
    expect(await showsRestricted(address, leader)).toBe(true)
    expect(await showsRestricted(address, NOBODY)).toBe(false)
    expect(await showsRestricted(address, viewer)).toBe(false)
  })

  test('is not kept from somebody who sees more after nobody', async () => {
    const address = never(path)
    expect(await showsRestricted(address, NOBODY)).toBe(false)
    expect(await showsRestricted(address, viewer)).toBe(false)
    expect(await showsRestricted(address, leader)).toBe(true)
  })

  test('is each one’s own where all ask at once', async () => {
    const address = never(path)
    const askers = Array.from({ length: 12 }, (_, i) => [NOBODY, leader, viewer][i % 3] ?? NOBODY)
    const shown = await Promise.all(askers.map((headers) => showsRestricted(address, headers)))
    expect(shown).toEqual(askers.map((headers) => headers === leader))
  })

  test('is each one’s own in every coding', async () => {
    const address = never(path)
    const coded = (headers: Headers) => ({ ...headers, 'accept-encoding': 'br' })
    const bytes = async (headers: Headers) =>
      Buffer.from(
        await (await open.app.request(`${HERE}${address}`, { headers: coded(headers) })).arrayBuffer(),
      ).toString('base64')
    const first = await bytes(leader)
    expect(await bytes(NOBODY)).not.toBe(first)
  })
})

describe('the mark of an answer', () => {
  const PATH = '/api/indicators'

  test('stands for what its own readers see, and for nobody else', async () => {
    const marks = [await read(PATH, NOBODY), await read(PATH, viewer), await read(PATH, leader)]
    expect(new Set(marks.map(({ etag }) => etag)).size).toBe(3)
    expect(marks.map(({ etag }) => etag).join()).not.toMatch(/Lena|Vic|council\.example/)
  })

  test.each<[string, () => Headers, () => Headers, number]>([
    ['nobody with their own', () => NOBODY, () => NOBODY, 304],
    ['somebody with their own', () => leader, () => leader, 304],
    ['nobody with that of a restricted answer', () => NOBODY, () => leader, 200],
    ['a viewer with that of a restricted answer', () => viewer, () => leader, 200],
    ['somebody with that of nobody', () => leader, () => NOBODY, 200],
  ])('brings %s: no more than that it is unchanged', async (_who, asker, marked, status) => {
    const { etag } = await read(PATH, marked())
    const answer = await read(PATH, { ...asker(), 'if-none-match': etag })
    expect(answer.status).toBe(status)
    expect(answer.text.includes('serious-incidents')).toBe(status === 200 && asker() === leader)
  })

  test('of a session that ended brings nobody’s answer', async () => {
    const cookie = await open.as('Sol', { role: 'leader' })
    const { etag } = await read(PATH, { cookie })
    await open.app.request(`${HERE}/api/auth/sign-out`, {
      method: 'POST',
      headers: { cookie, origin: HERE, 'content-type': 'application/json' },
      body: '{}',
    })
    const answer = await read(PATH, { cookie, 'if-none-match': etag })
    expect([answer.status, answer.text.includes('serious-incidents')]).toEqual([200, false])
  })

  test('opens nothing where only those with an account may read', async () => {
    const headers = { cookie: await closed.as('Una', { role: 'leader' }) }
    const seen = await read(PATH, headers, closed)
    expect(seen.status).toBe(200)
    expect((await read(PATH, NOBODY, closed)).status).toBe(401)
    expect((await read(PATH, { 'if-none-match': seen.etag }, closed)).status).toBe(401)
    expect((await read(PATH, { cookie: 'dashboard.session_token=x.y' }, closed)).status).toBe(401)
  })

  test('differs for a key that sees less than its owner', async () => {
    const cookie = await open.as('Tess', { role: 'analyst' })
    const made = await open.app.request(`${HERE}/api/account/tokens`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Transfer', permissions: ['read'], edition: 'public', days: 1 }),
    })
    const { secret } = (await made.json()) as { secret: string }
    const address = never(PATH)
    const key = { authorization: `Bearer ${secret}` }
    expect(await showsRestricted(address, { cookie })).toBe(true)
    expect(await showsRestricted(address, key)).toBe(false)
    expect(await showsRestricted(address, { ...key, cookie })).toBe(false)
  })
})

describe.skipIf(!BUILT)('pages', () => {
  test.each(['/', '/indicators', '/account', '/people', '/sign-in'])(
    '%s names whoever opens it and nobody else, and is not kept',
    async (path) => {
      const asked = async (headers: Headers) => {
        const response = await open.app.request(`${HERE}${path}`, { headers })
        const text = await response.text()
        return [
          text.includes('Lena Leader'),
          text.includes('Vic Viewer'),
          response.headers.get('cache-control'),
        ]
      }
      const answers = await Promise.all([leader, NOBODY, viewer, leader, NOBODY].map(asked))
      const [mine, theirs, none] = [
        [true, false, 'no-store'],
        [false, true, 'no-store'],
        [false, false, 'no-cache'],
      ]
      expect(answers).toEqual([mine, none, theirs, mine, none])
    },
  )
})

describe('what is for one person is kept nowhere', () => {
  test.each([
    '/api/session',
    '/api/account',
    '/api/account/sessions',
    '/api/account/tokens',
    '/api/people',
    '/api/people.csv',
    '/api/uploads',
    '/api/auth/get-session',
    '/api/auth/nothing-here',
    '/api/invitations/no-such-link-at-all',
  ])('%s', async (path) => {
    const headers = { cookie: await open.as('Ada', { role: 'admin' }) }
    const own = await open.app.request(`${HERE}${path}`, { headers })
    const none = await open.app.request(`${HERE}${path}`)
    const head = await open.app.request(`${HERE}${path}`, { method: 'HEAD', headers })
    const told = [own, none, head].map((answer) => [
      answer.headers.get('cache-control'),
      answer.headers.get('etag'),
    ])
    expect(told).toEqual(Array(3).fill(['no-store', null]))
    expect(await none.text()).not.toMatch(/Ada|council\.example/)
  })

  test('whoever signs out leaves nothing among the browser’s files', async () => {
    const headers = { cookie: await open.as('Sid', { role: 'leader' }) }
    const out = await atDoor(open, '/sign-out', {}, headers)
    const again = await atDoor(open, '/sign-in/email', { email: emailOf('Sid'), password: PASSWORD })
    expect([out, again].map((answer) => answer.headers.get('clear-site-data'))).toEqual(['"cache"', null])
  })

  test('nor what the door answers to those who come', async () => {
    const answers = await Promise.all([
      enter(open, emailOf('Vic Viewer')),
      enter(open, emailOf('Vic Viewer'), 'not the password'),
    ])
    expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual(['no-store', 'no-store'])
  })
})
