import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { LARGEST_JSON } from '../../server/door/limits.ts'
import { makeWorld, type World } from '../support/world.ts'
import { atDoor, cookieOf, emailOf, enter, HERE, json, PASSWORD } from './entering.ts'

/** Whoever is turned away is a line of the log: what for, at which address, by which account, and nothing they sent. */

let world: World
let closed: World
beforeAll(async () => {
  world = await makeWorld(undefined, { demonstration: false })
  closed = await makeWorld(undefined, { demonstration: false, publicRead: false })
  await world.as('Vic', { role: 'viewer' })
  await world.as('Stepped', { role: 'viewer' })
  const cookie = await world.as('Stepped')
  await atDoor(world, '/two-factor/enable', { password: PASSWORD }, { cookie })
})
afterAll(() => Promise.all([world.db.destroy(), closed.db.destroy()]))
afterEach(() => {
  world.refusals.splice(0)
  closed.refusals.splice(0)
  expect([...world.errors.splice(0), ...closed.errors.splice(0)]).toEqual([])
})

const NETWORK = '192.0.2.77'
/** Asks over a connection from elsewhere. */
const ask = (path: string, init: RequestInit = {}, asked = world) =>
  asked.app.request(`${HERE}${path}`, init, {
    incoming: { socket: { remoteAddress: NETWORK } },
  } as never)
const idOf = async (name: string) => {
  const { id } = await world.db
    .selectFrom('user')
    .select('id')
    .where('email', '=', emailOf(name))
    .executeTakeFirstOrThrow()
  return id
}
const viewer = async () => ({ cookie: await world.as('Vic') })
const signIn = (email: string, password = 'not-the-password-at-all') =>
  ask('/api/auth/sign-in/email', json({ email, password }))

describe('a line says who was turned away, and what for', () => {
  test('whoever may not do it, by the key of the account', async () => {
    const response = await ask('/api/people', { headers: await viewer() })
    expect(response.status).toBe(403)
    expect(world.refusals).toEqual([
      {
        kind: 'not-allowed',
        requestId: response.headers.get('x-request-id'),
        status: 403,
        method: 'GET',
        route: '/api/people',
        actor: `account:${await idOf('Vic')}`,
        from: expect.stringMatching(/^[0-9a-f]{12}$/),
      },
    ])
  })

  test('a wrong password, with a word for the address that was tried', async () => {
    const responses = [
      await signIn(emailOf('Vic')),
      await signIn(emailOf('Vic').toUpperCase()),
      await signIn('x@y.example'),
    ]
    const [first, second, stranger] = world.refusals
    expect(first).toEqual({
      kind: 'sign-in-refused',
      requestId: responses[0]?.headers.get('x-request-id'),
      status: 401,
      method: 'POST',
      route: '/api/auth/sign-in/email',
      actor: 'nobody',
      from: expect.stringMatching(/^[0-9a-f]{12}$/),
      tried: expect.stringMatching(/^[0-9a-f]{12}$/),
      reason: 'INVALID_EMAIL_OR_PASSWORD',
    })
    expect([second?.tried, stranger?.reason]).toEqual([first?.tried, first?.reason])
    expect(stranger?.tried).not.toBe(first?.tried)
  })

  test('a wrong code of the second step', async () => {
    const cookie = cookieOf(await enter(world, emailOf('Stepped')), 'two_factor')
    const code = json({ code: '000000' }, { cookie })
    await ask('/api/auth/two-factor/verify-totp', code)
    await ask('/api/auth/two-factor/verify-backup-code', code)
    expect(world.refusals).toMatchObject([
      { kind: 'second-step-refused', route: '/api/auth/two-factor/verify-totp' },
      { kind: 'second-step-refused', route: '/api/auth/two-factor/verify-backup-code' },
    ])
  })

  test('a wrong password where it is asked for again', async () => {
    const body = { currentPassword: 'not-mine-at-all', newPassword: 'gravel-otter-lantern' }
    await ask('/api/auth/change-password', json(body, await viewer()))
    expect(world.refusals).toMatchObject([
      { kind: 'password-refused', actor: `account:${await idOf('Vic')}`, reason: 'INVALID_PASSWORD' },
    ])
  })

  test.each<[string, string, RequestInit, number]>([
    ['link-refused', '/api/invitations/planted-secret-of-a-link', {}, 404],
    ['key-refused', '/api/areas', { headers: { authorization: 'Bearer planted-key' } }, 401],
    ['sign-in-needed', '/api/people', {}, 401],
    ['foreign-page', '/api/targets', json({}, { origin: 'https://elsewhere.example' }), 403],
    ['unsupported', '/api/targets', { method: 'POST', body: 'planted' }, 415],
    ['too-large', '/api/targets', json('a'.repeat(LARGEST_JSON)), 413],
    ['too-long', `/api/${'a'.repeat(2000)}`, {}, 414],
    ['no-such-method', '/api/areas', { method: 'PATCH' }, 405],
    ['invalid-request', '/api/%zz', {}, 400],
    ['invalid-request', '/api/areas', { headers: { host: 'localhost, elsewhere.example' } }, 400],
    ['unknown-name', '/api/areas', { headers: { host: 'elsewhere.example' } }, 421],
    ['directory-refused', '/api/auth/callback/council?error=planted_name&state=planted', {}, 302],
    ['invalid-request', '/api/indicators/cla-rate/series?by=planted', {}, 400],
  ])('%s: %s', async (kind, path, init, status) => {
    const response = await ask(path, init)
    expect(response.status).toBe(status)
    expect(world.refusals).toMatchObject([{ kind, status, actor: 'nobody' }])
    expect(JSON.stringify(world.refusals)).not.toMatch(/planted|elsewhere/)
  })

  test('whoever comes too often', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => ask('/api/invitations/no-such-link-at-all')),
    )
    expect(answers.map(({ status }) => status)).toContain(429)
    expect(world.refusals).toContainEqual(
      expect.objectContaining({ kind: 'too-many', route: '/api/invitations/:secret' }),
    )
  })

  test('reading where nobody may without an account', async () => {
    await ask('/api/areas', {}, closed)
    expect(closed.refusals).toMatchObject([{ kind: 'sign-in-needed', route: '/api/areas', actor: 'nobody' }])
  })
})

test('lines from one network belong together, and the network is not to be read', async () => {
  await ask('/api/people')
  await ask('/api/uploads')
  const [first, second] = world.refusals
  expect(second?.from).toBe(first?.from)
  expect(JSON.stringify(world.refusals)).not.toContain(NETWORK)
})

test.each<[string, string, RequestInit]>([
  ['what is answered', '/api/areas', {}],
  ['what is not there', '/api/nothing', {}],
  ['a page that its reader may not see', '/uploads', {}],
])('%s is no line', async (_what, path, init) => {
  await ask(path, init)
  expect(world.refusals).toEqual([])
})

test('a flood is a few lines', async () => {
  await Promise.all(Array.from({ length: 500 }, () => ask('/api/people', { method: 'PATCH' })))
  expect(world.refusals.length).toBeLessThanOrEqual(20)
})
