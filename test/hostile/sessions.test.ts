import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  endOtherSessionsPath,
  endSessionsPath,
  invitationPath,
  passwordLinkPath,
  personActionPath,
} from '../../server/contract/paths.ts'
import { personNamed, send } from '../support/accounts.ts'
import { makeWorld, type World } from '../support/world.ts'
import { atDoor, cookieOf, emailOf, enter, nameOf, PASSWORD, partsOf, SECRET, signed } from './entering.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld(undefined, { demonstration: false })
})
afterAll(() => world.db.destroy())
afterEach(() => {
  expect(world.errors.splice(0)).toEqual([])
})

const HOUR_MS = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString()
const idOf = async (name: string) => (await personNamed(world, name)).id
/** The tokens are better-auth's own: nothing of ours reads them. */
const sessionsOf = async (name: string) => {
  const { rows } = await sql<{ id: string; token: string }>`
    select id, token from session where "userId" = ${await idOf(name)}`.execute(world.db)
  return rows
}
const setSession = async (name: string, times: { createdAt?: string; expiresAt?: string }) =>
  world.db
    .updateTable('session')
    .set(times)
    .where('userId', '=', await idOf(name))
    .execute()
const byAdministrator = async (name: string, action: 'close' | 'erase') =>
  send(world, 'POST', personActionPath(await idOf(name), action), { reason: 'Agreed' })

/** All that a cookie could be good for, as the program answers it. */
async function goodFor(cookie: string) {
  const headers = { cookie }
  const password = { currentPassword: PASSWORD, newPassword: 'gravel-otter-lantern' }
  const [own, uploads, door, changed] = await Promise.all([
    world.app.request('/api/account', { headers }),
    world.app.request('/api/uploads', { headers }),
    world.app.request('http://localhost/api/auth/get-session', { headers }),
    atDoor(world, '/change-password', password, headers),
  ])
  return {
    name: await nameOf(world, cookie),
    statuses: [own.status, uploads.status, changed.status],
    door: await door.json(),
  }
}
const NOTHING = { name: null, statuses: [401, 401, 401], door: null }

describe('a session that is over is good for nothing', () => {
  const ENDINGS: [string, (name: string) => Promise<unknown>][] = [
    ['nobody used it for a working day', (name) => setSession(name, { expiresAt: ago(0.001) })],
    [
      'it is older than a day, however busy',
      (name) => setSession(name, { createdAt: ago(24.1), expiresAt: ago(-8) }),
    ],
    [
      'its owner ended all others from elsewhere',
      async (name) => {
        const cookie = cookieOf(await enter(world, emailOf(name)))
        return world.app.request(endOtherSessionsPath, { method: 'POST', headers: { cookie } })
      },
    ],
    [
      'an administrator ended it',
      async (name) => send(world, 'POST', endSessionsPath(await idOf(name)), undefined),
    ],
    ['the account was closed', (name) => byAdministrator(name, 'close')],
    [
      'the account was closed and erased',
      async (name) => {
        const id = await idOf(name)
        await byAdministrator(name, 'close')
        return send(world, 'POST', personActionPath(id, 'erase'), { reason: 'Agreed' })
      },
    ],
    [
      'another password was chosen by a link',
      async (name) => {
        const made = await send(world, 'POST', passwordLinkPath(await idOf(name)))
        const { path } = (await made.json()) as { path: string }
        const secret = path.slice('/join/'.length)
        return send(world, 'POST', invitationPath(secret), { password: 'gravel-otter-lantern' })
      },
    ],
    [
      'another password was chosen elsewhere, and the others were to end',
      async (name) => {
        const cookie = cookieOf(await enter(world, emailOf(name)))
        const password = { currentPassword: PASSWORD, newPassword: 'gravel-otter-lantern' }
        return atDoor(world, '/change-password', { ...password, revokeOtherSessions: true }, { cookie })
      },
    ],
    [
      'its owner signed out',
      async (name) => atDoor(world, '/sign-out', {}, { cookie: await world.as(name) }),
    ],
  ]

  test.each(ENDINGS.map(([how, end], i) => ({ how, end, name: `Person ${i}` })))(
    'since $how',
    async ({ end, name }) => {
      const cookie = await world.as(name, { role: 'analyst' })
      expect(await nameOf(world, cookie)).toBe(name)
      await end(name)
      expect(await goodFor(cookie)).toEqual(NOTHING)
    },
  )

  test('one that is used within its day goes on', async () => {
    const cookie = await world.as('Bea', { role: 'analyst' })
    await setSession('Bea', { createdAt: ago(23.9), expiresAt: ago(-1) })
    expect(await goodFor(cookie)).toMatchObject({
      name: 'Bea',
      statuses: [200, 200, 200],
      door: { user: { name: 'Bea' } },
    })
  })

  test('signing out leaves no session behind, and takes the cookie away', async () => {
    const cookie = await world.as('Cy', { role: 'viewer' })
    const { token } = partsOf(cookie)
    expect(await sessionsOf('Cy')).toMatchObject([{ token }])
    const response = await atDoor(world, '/sign-out', {}, { cookie })
    const [gone] = response.headers.getSetCookie().filter((each) => each.includes('session_token='))
    expect(gone).toMatch(/^dashboard\.session_token=; Max-Age=0; /)
    expect(await sessionsOf('Cy')).toEqual([])
  })

  test('what a role no longer allows is refused at the next request of the same session', async () => {
    const cookie = await world.as('Di', { role: 'analyst' })
    const ask = async () => (await world.app.request('/api/uploads', { headers: { cookie } })).status
    expect(await ask()).toBe(200)
    await world.db.updateTable('user').set({ role: 'viewer' }).where('name', '=', 'Di').execute()
    expect(await ask()).toBe(403)
  })
})

describe('a session is not made by writing one', () => {
  let cookie: string
  let other: string
  beforeAll(async () => {
    cookie = await world.as('Eve', { role: 'admin' })
    other = await world.as('Fay', { role: 'viewer' })
  })
  const named = (value: string) => `dashboard.session_token=${encodeURIComponent(value)}`

  test('the signature is that of the secret', () => {
    expect(signed(partsOf(cookie).token, SECRET)).toBe(cookie)
  })

  test.each<[string, () => string | Promise<string>]>([
    ['signed with another secret', () => signed(partsOf(cookie).token, 'another secret of the same length')],
    ['signed with nothing', () => signed(partsOf(cookie).token, '\0')],
    ['with the signature of another', () => named(`${partsOf(cookie).token}.${partsOf(other).signature}`)],
    ['without a signature', () => named(partsOf(cookie).token)],
    ['with an empty signature', () => named(`${partsOf(cookie).token}.`)],
    [
      'with a signature that is one letter off',
      () =>
        cookie.replace(
          /(token=.{40})(.)/,
          (_all, before, letter) => `${before}${letter === 'x' ? 'y' : 'x'}`,
        ),
    ],
    ['of a session that never was', () => signed('a'.repeat(32), SECRET)],
    [
      'that names the session by its id',
      async () => {
        const [session] = await sessionsOf('Eve')
        return signed(session?.id ?? '', SECRET)
      },
    ],
    ['that is a piece of SQL', () => signed(`' or '1'='1`, SECRET)],
    ['with a wildcard', () => signed('%', SECRET)],
    ['of nothing', () => named('')],
    ['of nonsense', () => 'dashboard.session_token=%00%ff.%zz'],
    ['under another name', () => cookie.replace('dashboard.', 'better-auth.')],
    ['under the name it has where TLS is used', () => `__Secure-${cookie}`],
    ['in other capitals', () => cookie.replace('dashboard', 'Dashboard')],
  ])('%s', async (_what, forge) => {
    expect(await goodFor(await forge())).toEqual(NOTHING)
  })

  test('the token alone, which the door tells whoever signs in, is no key for a program', async () => {
    const headers = { authorization: `Bearer ${partsOf(cookie).token}` }
    expect((await world.app.request('/api/areas', { headers })).status).toBe(401)
  })
})

describe('whoever signs in gets a session of their own making', () => {
  test('not the one that an attacker put into the browser before', async () => {
    const planted = await world.as('Mal', { role: 'viewer' })
    await world.as('Gil', { role: 'admin' })
    const response = await enter(world, emailOf('Gil'), PASSWORD, { cookie: planted })
    expect(partsOf(cookieOf(response)).token).not.toBe(partsOf(planted).token)
    expect(await nameOf(world, cookieOf(response))).toBe('Gil')
    expect(await nameOf(world, planted)).not.toBe('Gil')
  })

  test('not one whose name was chosen beforehand', async () => {
    const token = 'chosen-by-somebody-else-in-advance'
    const planted = signed(token, SECRET)
    await world.as('Hal', { role: 'viewer' })
    await enter(world, emailOf('Hal'), PASSWORD, { cookie: planted })
    expect(await nameOf(world, planted)).toBeNull()
    expect(await sessionsOf('Hal')).not.toContainEqual(expect.objectContaining({ token }))
  })

  test('another each time, too long to guess', async () => {
    await world.as('Ida', { role: 'viewer' })
    const answers = await Promise.all(Array.from({ length: 5 }, () => enter(world, emailOf('Ida'))))
    const tokens = answers.map((answer) => partsOf(cookieOf(answer)).token)
    expect(new Set(tokens).size).toBe(5)
    expect(tokens.filter((token) => !/^[A-Za-z0-9]{32}$/.test(token))).toEqual([])
  })
})

describe('the cookie of a session', () => {
  const attributesOf = (response: Response) =>
    response.headers
      .getSetCookie()
      .filter((cookie) => cookie.includes('session_token='))
      .map((cookie) => cookie.replace(/=[^;]*/, '').split('; '))

  test('is for this site, for no script, and for a working day', async () => {
    await world.as('Jo', { role: 'viewer' })
    expect(attributesOf(await enter(world, emailOf('Jo')))).toEqual([
      ['dashboard.session_token', 'Max-Age=28800', 'Path=/', 'HttpOnly', 'SameSite=Lax'],
    ])
  })

  test('ends with the browser for whoever wants that', async () => {
    await world.as('Kit', { role: 'viewer' })
    const response = await atDoor(world, '/sign-in/email', {
      email: emailOf('Kit'),
      password: PASSWORD,
      rememberMe: false,
    })
    expect(attributesOf(response)).toEqual([
      ['dashboard.session_token', 'Path=/', 'HttpOnly', 'SameSite=Lax'],
    ])
  })

  describe('where people come by TLS', () => {
    const origin = 'https://performance.council.example'
    let safe: World
    let answer: Response
    beforeAll(async () => {
      safe = await makeWorld(undefined, { demonstration: false, baseUrl: origin })
      await safe.as('Liv', { role: 'viewer' }).catch(() => '')
      answer = await safe.app.request(`${origin}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ email: emailOf('Liv'), password: PASSWORD }),
      })
    })
    afterAll(() => safe.db.destroy())

    test('is sent by nothing else, and no other page of the domain can set it', () => {
      expect(attributesOf(answer)).toEqual([
        ['__Secure-dashboard.session_token', 'Max-Age=28800', 'Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'],
      ])
    })

    test('is good under its name only', async () => {
      const cookie = cookieOf(answer)
      expect(await nameOf(safe, cookie)).toBe('Liv')
      expect(await nameOf(safe, cookie.replace('__Secure-', ''))).toBeNull()
    })
  })
})
