import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { invitationPath, invitationsPath, passwordLinkPath } from '../../server/contract/paths.ts'
import type { LinkAnswer } from '../../server/contract/people.ts'
import {
  JOIN_LINK_DAYS,
  PASSWORD_LINK_DAYS,
  SESSION_IDLE_HOURS,
  SESSION_LONGEST_HOURS,
  SHORTEST_PASSWORD,
} from '../../server/domain/retention.ts'
import { atDoor, cookieOf, emailOf, enter, HERE, nameOf, PASSWORD } from '../hostile/entering.ts'
import { personNamed, send } from '../support/accounts.ts'
import { totp } from '../support/totp.ts'
import { makeWorld, type World } from '../support/world.ts'

/** What the screens about privacy and safety tell people is what the program does. */

let world: World
beforeAll(async () => {
  world = await makeWorld(undefined, { demonstration: false })
})
afterAll(() => world.db.destroy())
afterEach(() => {
  expect(world.errors.splice(0)).toEqual([])
})

const HOUR_MS = 3_600_000
const idOf = async (name: string) => (await personNamed(world, name)).id
const linkFor = async (path: string, body?: object) => {
  const link = (await (await send(world, 'POST', path, body)).json()) as LinkAnswer
  return { secret: link.path.slice('/join/'.length), days: daysUntil(link.expiresAt) }
}
const daysUntil = (at: string) => (Date.parse(at) - Date.now()) / HOUR_MS / 24
const invitation = (name: string) => ({
  ...{ name, email: emailOf(name), role: 'viewer', rights: [], themes: null },
})
const join = (secret: string, password: string) => send(world, 'POST', invitationPath(secret), { password })
const rowsOf = (table: 'session' | 'account' | 'twoFactor' | 'invitation') =>
  world.db.selectFrom(table).selectAll().execute() as Promise<Record<string, unknown>[]>

describe('how long things are good for', () => {
  test('a session, when nobody uses it; the cookie for as long as one can last', async () => {
    await world.as('Ann', { role: 'viewer' })
    const response = await enter(world, emailOf('Ann'))
    expect(response.headers.getSetCookie().join()).toContain(`Max-Age=${SESSION_LONGEST_HOURS * 3600};`)
    const [session] = await rowsOf('session')
    expect(daysUntil(String(session?.expiresAt)) * 24).toBeCloseTo(SESSION_IDLE_HOURS, 1)
  })

  test.each([
    [SESSION_LONGEST_HOURS - 0.1, 'Bea'],
    [SESSION_LONGEST_HOURS + 0.1, null],
  ])('a session that began %d hours ago and was used since lets in %s', async (hours, who) => {
    const cookie = await world.as(`Bea`, { role: 'viewer' })
    await world.db
      .updateTable('session')
      .set({ createdAt: new Date(Date.now() - hours * HOUR_MS).toISOString() })
      .where('userId', '=', await idOf('Bea'))
      .execute()
    expect(await nameOf(world, cookie)).toBe(who)
  })

  test('links', async () => {
    await world.as('Cy', { role: 'viewer' })
    const other = await linkFor(passwordLinkPath(await idOf('Cy')))
    const first = await linkFor(invitationsPath, invitation('New Person'))
    expect([first.days, other.days].map((days) => Math.round(days * 100) / 100)).toEqual([
      JOIN_LINK_DAYS,
      PASSWORD_LINK_DAYS,
    ])
  })
})

describe('a password', () => {
  const LONG = `${'thirteen grey umbrellas '.repeat(5)}!`

  test('has so many letters, and one less is refused', async () => {
    const { secret } = await linkFor(invitationsPath, invitation('Shorty'))
    const letters = 'vJ8#qLw2!sTx9zKpQ4'
    expect((await join(secret, letters.slice(0, SHORTEST_PASSWORD - 1))).status).toBe(400)
    expect((await join(secret, letters.slice(0, SHORTEST_PASSWORD))).status).toBe(200)
  })

  test('may be very long, and is taken as it was typed: capitals, spaces at its ends and all of it', async () => {
    const { secret } = await linkFor(invitationsPath, invitation('Dot'))
    const password = ` ${LONG} `
    expect(password.length).toBeGreaterThan(64)
    expect((await join(secret, password)).status).toBe(200)
    const wrong = [password.trim(), password.toUpperCase(), password.slice(0, 72), password.slice(0, -1)]
    const answers = await Promise.all(wrong.map((each) => enter(world, emailOf('Dot'), each)))
    expect(answers.map(({ status }) => status)).toEqual(wrong.map(() => 401))
    expect((await enter(world, emailOf('Dot'), password)).status).toBe(200)
  })

  test('is good for as long as nobody changes it', async () => {
    await world.as('Eli', { role: 'viewer' })
    await world.db
      .updateTable('account')
      .set({ createdAt: '2016-01-01T00:00:00.000Z', updatedAt: '2016-01-01T00:00:00.000Z' } as never)
      .where('userId', '=', await idOf('Eli'))
      .execute()
    expect((await enter(world, emailOf('Eli'))).status).toBe(200)
  })

  test('that is guessed first is refused to whoever changes theirs, too', async () => {
    const cookie = await world.as('Fay', { role: 'viewer' })
    const wish = { currentPassword: PASSWORD, newPassword: 'password12345' }
    const refused = await atDoor(world, '/change-password', wish, { cookie })
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('guessed first')])
    expect((await enter(world, emailOf('Fay'))).status).toBe(200)
  })

  test('is kept as how it was hashed, salt and hash, of 64 bytes', async () => {
    await world.as('Gil', { role: 'viewer' })
    await world.as('Hob', { role: 'viewer' })
    const hashes = (await rowsOf('account')).map(({ password }) => String(password))
    expect(hashes.filter((hash) => !/^\$scrypt\$ln=15,r=8,p=3\$[\w-]{22}\$[\w-]{86}$/.test(hash))).toEqual([])
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('the second step', () => {
  let cookie: string
  let kept: { totpURI: string; backupCodes: string[] }
  const key = () => new URL(kept.totpURI).searchParams.get('secret') ?? ''
  const enable = async (who: string) =>
    (await (await atDoor(world, '/two-factor/enable', { password: PASSWORD }, { cookie: who })).json()) as {
      totpURI: string
      backupCodes: string[]
    }
  beforeAll(async () => {
    cookie = await world.as('Ida', { role: 'viewer' })
    kept = await enable(cookie)
    await atDoor(world, '/two-factor/verify-totp', { code: totp(key()) }, { cookie })
  })

  test('has ten recovery codes of ten letters, others for everybody', async () => {
    const others = await enable(await world.as('Jo', { role: 'viewer' }))
    const codes = [...kept.backupCodes, ...others.backupCodes]
    expect(codes.filter((code) => !/^[A-Za-z0-9]{5}-[A-Za-z0-9]{5}$/.test(code))).toEqual([])
    expect(new Set(codes).size).toBe(20)
    expect(new URL(others.totpURI).searchParams.get('secret')).not.toBe(key())
  })

  test('is kept encrypted', async () => {
    const text = JSON.stringify(await rowsOf('twoFactor'))
    const plain = [key(), ...kept.backupCodes, ...kept.backupCodes.map((code) => code.replace('-', ''))]
    expect(plain.filter((each) => text.includes(each))).toEqual([])
    // A nonce of 24 bytes, the 32 letters of the key, and 16 bytes by which a change is found.
    const secrets = (await rowsOf('twoFactor')).map(({ secret }) => String(secret))
    expect(secrets.filter((secret) => !/^[0-9a-f]{144}$/.test(secret))).toEqual([])
  })

  test('is asked for after another password was chosen by a link', async () => {
    const { secret } = await linkFor(passwordLinkPath(await idOf('Ida')))
    expect((await join(secret, 'gravel-otter-lantern')).status).toBe(200)
    const response = await enter(world, emailOf('Ida'), 'gravel-otter-lantern')
    expect(cookieOf(response)).toBe('')
    expect(await response.json()).toMatchObject({ twoFactorRedirect: true })
  })
})

describe('of those who come', () => {
  test('no cookie is set for whoever only reads', async () => {
    const answers = await Promise.all(
      ['/', '/privacy', '/api/session', '/api/areas', '/api/indicators.csv'].map((path) =>
        world.app.request(`${HERE}${path}`),
      ),
    )
    expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([])
  })

  test('a session has what the browser says of itself, and no network address', async () => {
    await world.as('Kit', { role: 'viewer' })
    await enter(world, emailOf('Kit'), PASSWORD, {
      'user-agent': 'Firefox/145.0',
      'x-forwarded-for': '198.51.100.7',
    })
    const sessions = await rowsOf('session')
    expect(sessions.map(({ userAgent }) => userAgent)).toContain('Firefox/145.0')
    expect(sessions.filter(({ ipAddress }) => ipAddress)).toEqual([])
    expect(JSON.stringify(sessions)).not.toContain('198.51.100.7')
  })

  test('a link is kept as a hash only', async () => {
    const { secret } = await linkFor(invitationsPath, invitation('Liv'))
    expect(JSON.stringify(await rowsOf('invitation'))).not.toContain(secret)
  })
})
