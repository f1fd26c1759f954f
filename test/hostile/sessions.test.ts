import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  endOtherSessionsPath,
  endSessionsPath,
  invitationPath,
  passwordLinkPath,
  personActionPath,
} from '../../server/contract/paths.ts'
import { SESSION_IDLE_HOURS, SESSION_LONGEST_HOURS } from '../../server/domain/retention.ts'
import { personNamed, send } from '../support/accounts.ts'
import { totp } from '../support/totp.ts'
import { makeWorld, type World } from '../support/world.ts'
import {
  atDoor,
  cookieOf,
  emailOf,
  enter,
  HERE,
  nameOf,
  PASSWORD,
  partsOf,
  SECRET,
  signed,
} from './entering.ts'

// A password is hashed slowly on purpose, and here many are.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

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
type Times = { createdAt?: string; updatedAt?: string; expiresAt?: string }
const setSession = async (name: string, times: Times) =>
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
  const name = await nameOf(world, cookie)
  const [own, uploads, door] = await Promise.all([
    world.app.request('/api/account', { headers }),
    world.app.request('/api/uploads', { headers }),
    world.app.request('http://localhost/api/auth/get-session', { headers }),
  ])
  // Last, since it ends the session.
  const changed = await atDoor(world, '/change-password', password, headers)
  return {
    name,
    statuses: [own.status, uploads.status, changed.status],
    door: await door.json(),
  }
}
const NOTHING = { name: null, statuses: [401, 401, 401], door: null }

describe('a session that is over is good for nothing', () => {
  const ENDINGS: [string, (name: string) => Promise<unknown>][] = [
    ['its end is written down and past', (name) => setSession(name, { expiresAt: ago(0.001) })],
    [
      'nobody used it for too long, whatever is written of its end',
      (name) => setSession(name, { updatedAt: ago(SESSION_IDLE_HOURS + 0.01), expiresAt: ago(-8) }),
    ],
    [
      'it is too old, however busy, and whatever is written of its end',
      (name) => setSession(name, { createdAt: ago(SESSION_LONGEST_HOURS + 0.01), expiresAt: ago(-8) }),
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
      'another password was chosen elsewhere, even if nobody asked for the others to end',
      async (name) => {
        const cookie = cookieOf(await enter(world, emailOf(name)))
        const password = { currentPassword: PASSWORD, newPassword: 'gravel-otter-lantern' }
        return atDoor(world, '/change-password', { ...password, revokeOtherSessions: false }, { cookie })
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

  test('one that was used a while ago, and began today, goes on', async () => {
    const cookie = await world.as('Bea', { role: 'analyst' })
    const [createdAt, updatedAt] = [ago(SESSION_LONGEST_HOURS - 0.1), ago(SESSION_IDLE_HOURS - 0.1)]
    await setSession('Bea', { createdAt, updatedAt, expiresAt: ago(-0.1) })
    expect(await goodFor(cookie)).toMatchObject({
      name: 'Bea',
      statuses: [200, 200, 200],
      door: { user: { name: 'Bea' } },
    })
  })

  test('nor does a key beside its cookie bring it back', async () => {
    const cookie = await world.as('Bob', { role: 'analyst' })
    await setSession('Bob', { expiresAt: ago(0.001) })
    const password = { currentPassword: PASSWORD, newPassword: 'gravel-otter-lantern' }
    const headers = { cookie, authorization: 'Bearer csp_nobody' }
    expect((await atDoor(world, '/change-password', password, headers)).status).toBe(401)
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

describe.each([
  ['that its browser keeps', {}],
  ['that ends with its browser', { rememberMe: false }],
])('a session %s', (_how, wish) => {
  const BEGAN = Date.parse('2026-11-23T08:00:00.000Z')
  const EVERY_50 = Array.from({ length: 14 }, (_, i) => 50 * (i + 1))
  const LAST = SESSION_LONGEST_HOURS * 60
  /** One of its own, since time passes in it for everybody. */
  let office: World
  const WORKERS = ['Wanda', 'Will', 'Wyn']
  let begun = 0
  let cookie: string
  let name: string
  beforeAll(async () => {
    office = await makeWorld(undefined, { demonstration: false })
    await Promise.all(WORKERS.map((each) => office.as(each, { role: 'viewer' })))
  })
  afterAll(() => office.db.destroy())
  afterEach(() => {
    vi.useRealTimers()
  })
  const begin = async () => {
    // By turns, so that none signs in more often than one may.
    name = WORKERS[begun++ % WORKERS.length] ?? ''
    vi.useFakeTimers({ toFake: ['Date'], now: BEGAN })
    cookie = cookieOf(
      await atDoor(office, '/sign-in/email', { email: emailOf(name), password: PASSWORD, ...wish }),
    )
  }
  const at = (minutes: number) => vi.setSystemTime(BEGAN + minutes * 60_000)
  /** Whether it let its person in, each time that it was used so many minutes after it began. */
  async function usedAt(minutes: readonly number[]): Promise<boolean[]> {
    const wasIn: boolean[] = []
    for (const each of minutes) {
      at(each)
      wasIn.push((await nameOf(office, cookie)) === name)
    }
    return wasIn
  }
  const noted = async () => {
    const { rows } = await sql<{ updatedAt: string; expiresAt: string }>`
      select "updatedAt", "expiresAt" from session where token = ${partsOf(cookie).token}`.execute(office.db)
    return rows.map(({ updatedAt, expiresAt }) =>
      [updatedAt, expiresAt].map((time) => (Date.parse(time) - BEGAN) / 60_000),
    )
  }

  test.each([
    ['goes on when it is used within the hour', [59], [true]],
    ['is over after an hour in which nobody used it', [60], [false]],
    ['is over after such an hour later in the day, too', [50, 100, 161], [true, true, false]],
    ['stays over', [60, 61], [false, false]],
    ['goes on for as long as somebody works', EVERY_50, EVERY_50.map(() => true)],
    [
      'is over after a working day, however busy',
      [...EVERY_50, LAST - 1, LAST],
      [...EVERY_50.map(() => true), true, false],
    ],
  ])('%s', async (_what, minutes, expected) => {
    await begin()
    expect(await usedAt(minutes)).toEqual(expected)
  })

  test('has its use noted every few minutes, so that most reading writes nothing', async () => {
    await begin()
    await usedAt([1, 4.9])
    expect(await noted()).toEqual([[0, 60]])
    await usedAt([5, 9])
    expect(await noted()).toEqual([[5, 65]])
  })

  test('does not put off its end past the working day', async () => {
    await begin()
    await usedAt([...EVERY_50, LAST - 10])
    expect(await noted()).toEqual([[LAST - 10, LAST]])
  })

  test('changes no cookie by being used', async () => {
    await begin()
    at(30)
    const paths = ['/api/session', '/api/areas', '/api/account', '/api/indicators']
    const answers = await Promise.all(
      paths.map((path) => office.app.request(`${HERE}${path}`, { headers: { cookie } })),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([])
  })

  test('is forgotten by the next sign-in of anybody once it is over', async () => {
    await begin()
    at(61)
    const next = cookieOf(await enter(office, emailOf(name)))
    expect(await noted()).toEqual([])
    expect(await nameOf(office, next)).toBe(name)
  })
})

describe('whoever signs in gives up the session that the same browser held', () => {
  const PAIR = ['Old Owner', 'New Owner'] as const
  const endedOf = async (name: string) =>
    world.db
      .selectFrom('audit')
      .select(['action', 'why'])
      .where('actor', '=', `account:${await idOf(name)}`)
      .orderBy('number', 'desc')
      .executeTakeFirst()
  beforeAll(async () => {
    await Promise.all(PAIR.map((name) => world.as(name, { role: 'viewer' })))
  })

  test.each(PAIR)('where %s comes after the old one', async (next) => {
    const held = cookieOf(await enter(world, emailOf('Old Owner')))
    const elsewhere = cookieOf(await enter(world, emailOf('Old Owner')))
    const response = await enter(world, emailOf(next), PASSWORD, { cookie: held })
    expect(await nameOf(world, cookieOf(response))).toBe(next)
    expect(await nameOf(world, held)).toBeNull()
    expect(await nameOf(world, elsewhere)).toBe('Old Owner')
  })

  test('and that is on record for whoever’s it was', async () => {
    const held = cookieOf(await enter(world, emailOf('Old Owner')))
    await enter(world, emailOf('New Owner'), PASSWORD, { cookie: held })
    expect(await endedOf('Old Owner')).toEqual({
      action: 'sign-out',
      why: 'by signing in again in the same browser',
    })
  })

  test('with the first of two steps, which takes the cookie away', async () => {
    await world.as('Two Steps', { role: 'viewer' })
    await secondStep('Two Steps')
    const held = cookieOf(await enter(world, emailOf('Old Owner')))
    await enter(world, emailOf('Two Steps'), PASSWORD, { cookie: held })
    expect(await nameOf(world, held)).toBeNull()
  })

  test('not by a wrong password, nor with a cookie whose signature is not ours', async () => {
    const held = cookieOf(await enter(world, emailOf('Old Owner')))
    await enter(world, emailOf('New Owner'), 'not-the-password', { cookie: held })
    const forged = signed(partsOf(held).token, 'another secret of the same length')
    await enter(world, emailOf('New Owner'), PASSWORD, { cookie: forged })
    expect(await nameOf(world, held)).toBe('Old Owner')
  })
})

/** Turns the second step on; gives the key that an authenticator keeps, and the recovery codes. */
async function secondStep(name: string): Promise<{ key: string; backupCodes: string[]; turnedOn: Response }> {
  const cookie = cookieOf(await enter(world, emailOf(name)))
  const enabled = await atDoor(world, '/two-factor/enable', { password: PASSWORD }, { cookie })
  const { totpURI, backupCodes } = (await enabled.json()) as { totpURI: string; backupCodes: string[] }
  const key = new URL(totpURI).searchParams.get('secret') ?? ''
  const turnedOn = await atDoor(world, '/two-factor/verify-totp', { code: totp(key) }, { cookie })
  return { key, backupCodes, turnedOn }
}

describe('what stands for a session is told to no script', () => {
  /** What a page can read of an answer, and the token that its cookie holds. */
  const told = async (response: Response) => ({
    token: partsOf(cookieOf(response)).token,
    text: await response.text(),
  })
  const isKept = async (response: Response) => {
    const { token, text } = await told(response)
    return [token.length, text.includes(token), /token/i.test(text)]
  }
  const KEPT = [32, false, false]
  beforeAll(async () => {
    await world.as('Tess', { role: 'viewer' })
    await world.as('Tom', { role: 'viewer' })
  })

  test('by signing in, and by asking who is signed in', async () => {
    const response = await enter(world, emailOf('Tess'))
    const cookie = cookieOf(response)
    expect(await isKept(response)).toEqual(KEPT)
    const asked = await world.app.request(`${HERE}/api/auth/get-session`, { headers: { cookie } })
    expect(await asked.json()).toMatchObject({
      user: { name: 'Tess' },
      session: { userId: await idOf('Tess') },
    })
    const again = await world.app.request(`${HERE}/api/auth/get-session`, { headers: { cookie } })
    expect(await again.text()).not.toContain(partsOf(cookie).token)
  })

  test('by another password', async () => {
    const cookie = cookieOf(await enter(world, emailOf('Tess')))
    const wish = { currentPassword: PASSWORD, newPassword: 'gravel-otter-lantern' }
    const response = await atDoor(world, '/change-password', wish, { cookie })
    expect(response.status).toBe(200)
    expect(await isKept(response)).toEqual(KEPT)
  })

  test('by either second step', async () => {
    const { key, backupCodes, turnedOn } = await secondStep('Tom')
    expect(await isKept(turnedOn)).toEqual(KEPT)
    const verify = async (path: string, code = '') => {
      const cookie = cookieOf(await enter(world, emailOf('Tom')), 'two_factor')
      return atDoor(world, `/two-factor/${path}`, { code }, { cookie })
    }
    expect(await isKept(await verify('verify-totp', totp(key, Date.now() + 30_000)))).toEqual(KEPT)
    expect(await isKept(await verify('verify-backup-code', backupCodes[0]))).toEqual(KEPT)
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
    ['under the name it has where TLS is used', () => `__Host-${cookie}`],
    ['in other capitals', () => cookie.replace('dashboard', 'Dashboard')],
  ])('%s', async (_what, forge) => {
    expect(await goodFor(await forge())).toEqual(NOTHING)
  })

  test('the token alone is no key for a program', async () => {
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

  const LIFE = `Max-Age=${SESSION_LONGEST_HOURS * 3600}`

  test('is for this site, for no script, and for a working day', async () => {
    await world.as('Jo', { role: 'viewer' })
    expect(attributesOf(await enter(world, emailOf('Jo')))).toEqual([
      ['dashboard.session_token', LIFE, 'Path=/', 'HttpOnly', 'SameSite=Lax'],
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

    test('is sent by nothing else, and belongs to this host alone: no other of the domain can set or read it', () => {
      expect(attributesOf(answer)).toEqual([
        ['__Host-dashboard.session_token', LIFE, 'Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'],
      ])
    })

    test('is good under its name only', async () => {
      const cookie = cookieOf(answer)
      expect(await nameOf(safe, cookie)).toBe('Liv')
      expect(await nameOf(safe, cookie.replace('__Host-', ''))).toBeNull()
      expect(await nameOf(safe, cookie.replace('__Host-', '__Secure-'))).toBeNull()
    })

    test('goes with the same care when it is taken away, and so does that of a second step', async () => {
      const cookie = cookieOf(answer)
      const send = (path: string, body: unknown) =>
        safe.app.request(`${origin}/api/auth${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin, cookie },
          body: JSON.stringify(body),
        })
      const enabled = (await (await send('/two-factor/enable', { password: PASSWORD })).json()) as {
        totpURI: string
      }
      const key = new URL(enabled.totpURI).searchParams.get('secret') ?? ''
      await send('/two-factor/verify-totp', { code: totp(key) })
      const first = await send('/sign-in/email', { email: emailOf('Liv'), password: PASSWORD })
      const cookies = first.headers.getSetCookie()
      expect(cookies.map((each) => each.split('=')[0]).toSorted()).toContain('__Host-dashboard.two_factor')
      expect(cookies.filter((each) => !/^__Host-[^;]*;.*Path=\/;.*Secure/.test(each))).toEqual([])
      expect(cookies.filter((each) => /domain=/i.test(each))).toEqual([])
    })
  })
})
