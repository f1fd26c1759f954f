import { createHash } from 'node:crypto'
import { hashPassword as hashAsBefore } from 'better-auth/crypto'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeToken } from '../../server/auth/tokens.ts'
import { whoIs } from '../../server/auth/who.ts'
import {
  accountAnswer,
  sessionsAnswer,
  type TokenMadeAnswer,
  tokenMadeAnswer,
  tokensAnswer,
} from '../../server/contract/account.ts'
import {
  accountPath,
  endOtherSessionsPath,
  makeTokenPath,
  ownSessionPath,
  ownTokenPath,
  peoplePath,
  personActionPath,
  personPath,
  sessionPath,
  sessionsPath,
  tokensPath,
  uploadsPath,
} from '../../server/contract/paths.ts'
import { sessionAnswer } from '../../server/contract/session.ts'
import { atDoor, emailOf, enter, PASSWORD } from '../hostile/entering.ts'
import { personNamed, problemOf, send, statusFor } from '../support/accounts.ts'
import { type FileWorld, makeFileWorld } from '../support/world.ts'

let world: FileWorld
beforeAll(async () => {
  world = await makeFileWorld({ demonstration: false })
  await world.as('Ann', { role: 'analyst' })
})
afterAll(() => world.end())
afterEach(() => {
  expect(world.errors.splice(0)).toEqual([])
})

const WISH = { name: 'Transfer', permissions: ['read'], edition: 'public', days: 30 }
const make = (wish: object = {}, name = 'Ann') =>
  send(world, 'POST', makeTokenPath, { ...WISH, ...wish }, name)
const made = async (wish: object = {}, name = 'Ann') =>
  tokenMadeAnswer.parse(await (await make(wish, name)).json())
const bearer = ({ secret }: TokenMadeAnswer) => ({ authorization: `Bearer ${secret}` })
const tokensOf = async (name: string) =>
  tokensAnswer.parse(await (await send(world, 'GET', tokensPath, undefined, name)).json())
const sessionsFor = async (cookie: string) =>
  sessionsAnswer.parse(await (await world.app.request(sessionsPath, { headers: { cookie } })).json()).sessions
const grantTo = async (name: string, role: string) => {
  const { id, version } = await personNamed(world, name)
  const wish = { role, rights: [], themes: null, version, reason: 'Agreed' }
  return send(world, 'PUT', personPath(id), wish)
}
/** What a program with this key may do and see. */
const powersOf = async (token: TokenMadeAnswer) =>
  sessionAnswer.parse(await (await world.app.request(sessionPath, { headers: bearer(token) })).json())
/** Signs in as a browser that says what it is. */
async function signInWith(email: string, userAgent: string): Promise<string> {
  const response = await world.app.request('http://localhost/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost', 'user-agent': userAgent },
    body: JSON.stringify({ email, password: 'plumbus-harvest-kettle' }),
  })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

describe('one’s own account', () => {
  test('says who one is and what that allows', async () => {
    await world.as('Vi', { role: 'viewer', rights: ['restricted'], themes: ['workforce'] })
    const response = await send(world, 'GET', accountPath, undefined, 'Vi')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(accountAnswer.parse(await response.json())).toEqual({
      name: 'Vi',
      email: 'vi@council.example',
      roleName: 'Viewer',
      words: 'Your role here is Viewer. Beside it you have: Restricted figures.',
      permissions: [
        { id: 'read', name: 'Read figures, plans and registers' },
        { id: 'ask', name: 'Ask questions and suggest topics' },
      ],
      edition: 'restricted',
      themes: ['Workforce'],
      secondFactor: false,
      hasPassword: true,
    })
  })

  test.each([accountPath, sessionsPath, tokensPath])('%s is for whoever is signed in', async (path) => {
    const response = await world.app.request(path)
    expect(await problemOf(response)).toMatchObject({
      status: 401,
      detail: 'Sign in first: this is about your own account.',
    })
  })

  test('a key can’t be used for it', async () => {
    const response = await world.app.request(accountPath, { headers: bearer(await made()) })
    expect(await problemOf(response)).toMatchObject({
      status: 403,
      detail: 'A key for a program can’t be used here: sign in with a browser.',
    })
  })
})

describe('one’s password', () => {
  const keptOf = async (name: string) => {
    const { id } = await personNamed(world, name)
    const { rows } = await sql<{ password: string }>`
      select password from account where "userId" = ${id}`.execute(world.db)
    return rows[0]?.password ?? ''
  }
  const keep = async (name: string, password: string) => {
    const { id } = await personNamed(world, name)
    await sql`update account set password = ${password} where "userId" = ${id}`.execute(world.db)
  }
  const change = async (name: string, newPassword: string) => {
    const cookie = await world.signIn(emailOf(name))
    return atDoor(world, '/change-password', { currentPassword: PASSWORD, newPassword }, { cookie })
  }
  const NOW = /^\$scrypt\$ln=15,r=8,p=3\$/

  test('that was kept by weaker settings lets in, and is kept by those of today from then on', async () => {
    await world.as('Hal', { role: 'viewer' })
    const before = await hashAsBefore(PASSWORD)
    await keep('Hal', before)
    expect((await enter(world, emailOf('Hal'), 'not-the-password')).status).toBe(401)
    expect(await keptOf('Hal')).toBe(before)
    expect((await enter(world, emailOf('Hal'))).status).toBe(200)
    const after = await keptOf('Hal')
    expect(after).toMatch(NOW)
    expect((await enter(world, emailOf('Hal'))).status).toBe(200)
    expect(await keptOf('Hal')).toBe(after)
  })

  test('of somebody else stays as it is kept', async () => {
    await Promise.all(['Ivy', 'Jim'].map((name) => world.as(name, { role: 'viewer' })))
    const [one, other] = [await hashAsBefore(PASSWORD), await hashAsBefore(PASSWORD)]
    await keep('Ivy', one)
    await keep('Jim', other)
    await enter(world, emailOf('Ivy'))
    expect(await keptOf('Jim')).toBe(other)
  })

  test.each(['morgan-williams-2026', 'Williams.Morgan!', 'council.example.2026', 'childrens-services'])(
    '%s is refused to Morgan Williams, who is told why',
    async (password) => {
      await world.as('Morgan Williams', { role: 'viewer' })
      const response = await change('Morgan Williams', password)
      expect([response.status, await response.json()]).toEqual([
        400,
        {
          code: 'PASSWORD_WEAK',
          message: expect.stringContaining('your name, your address or words of this'),
        },
      ])
      expect((await enter(world, emailOf('Morgan Williams'))).status).toBe(200)
    },
  )

  test('of somebody else’s name is no fault', async () => {
    await world.as('Ned', { role: 'viewer' })
    expect((await change('Ned', 'morgan-and-williams-otter')).status).toBe(200)
    expect(await keptOf('Ned')).toMatch(NOW)
  })
})

describe('sessions', () => {
  test('are told with their device and never with what opens them', async () => {
    await world.as('Sam', { role: 'viewer' })
    const cookie = await signInWith('sam@council.example', 'Mozilla/5.0 (Windows NT 10.0) Firefox/145.0')
    const sessions = await sessionsFor(cookie)
    expect(sessions.map(({ device, isThis }) => [device, isThis]).toSorted()).toEqual([
      ['A device that did not say what it is', false],
      ['Firefox on Windows', true],
    ])
    const secret = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? ''
    expect(secret).toHaveLength(32)
    expect(JSON.stringify(sessions)).not.toContain(secret)
  })

  test('one that is ended is refused at once; the others go on', async () => {
    const kept = await world.as('Lou', { role: 'viewer' })
    const lost = await signInWith('lou@council.example', 'Safari/605 iPhone')
    const other = (await sessionsFor(kept)).find(({ isThis }) => !isThis)
    const path = ownSessionPath(other?.id ?? '')
    expect((await send(world, 'DELETE', path, undefined, 'Lou')).status).toBe(204)
    expect(await statusFor(world, { cookie: lost }, accountPath)).toBe(401)
    expect(await statusFor(world, { cookie: kept }, accountPath)).toBe(200)
    const again = await send(world, 'DELETE', path, undefined, 'Lou')
    expect(await problemOf(again)).toMatchObject({
      status: 404,
      detail: 'There is no such session of yours. It may have ended already.',
    })
  })

  test('nobody ends those of somebody else', async () => {
    const cookie = await world.as('Eve', { role: 'viewer' })
    const [session] = await sessionsFor(cookie)
    expect((await send(world, 'DELETE', ownSessionPath(session?.id ?? ''), undefined, 'Ann')).status).toBe(
      404,
    )
    expect(await statusFor(world, { cookie }, accountPath)).toBe(200)
  })

  test('all others end together, and that is on record', async () => {
    const kept = await world.as('Uma', { role: 'viewer' })
    const lost = [
      await signInWith('uma@council.example', 'Firefox/145.0'),
      await signInWith('uma@council.example', 'Chrome/142.0'),
    ]
    expect((await send(world, 'POST', endOtherSessionsPath, undefined, 'Uma')).status).toBe(204)
    expect(await statusFor(world, { cookie: lost[0] ?? '' }, accountPath)).toBe(401)
    expect(await statusFor(world, { cookie: lost[1] ?? '' }, accountPath)).toBe(401)
    expect(await sessionsFor(kept)).toHaveLength(1)
    const { id } = await personNamed(world, 'Uma')
    const rows = await world.db
      .selectFrom('audit')
      .select(['actor', 'after'])
      .where('about', '=', `account:${id}`)
      .where('action', '=', 'sessions-ended')
      .execute()
    expect(rows).toEqual([{ actor: `account:${id}`, after: '{"which":"others","ended":2}' }])
  })

  test('one that has run out is not told of', async () => {
    const kept = await world.as('Old', { role: 'viewer' })
    await signInWith('old@council.example', 'Firefox/145.0')
    await signInWith('old@council.example', 'Chrome/142.0')
    const set = (agent: string, columns: object) =>
      world.db.updateTable('session').set(columns).where('userAgent', '=', agent).execute()
    await set('Firefox/145.0', { expiresAt: '2026-01-01T00:00:00.000Z' })
    await set('Chrome/142.0', { createdAt: '2026-01-01T00:00:00.000Z' })
    expect((await sessionsFor(kept)).map(({ isThis }) => isThis)).toEqual([true])
  })
})

describe('a key for a program', () => {
  test('is told once, works at once, and does what it was made for and no more', async () => {
    const response = await make()
    expect(response.status).toBe(201)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const token = tokenMadeAnswer.parse(await response.json())
    expect(token.secret).toMatch(/^csp_[\w-]{43}$/)
    expect(Date.parse(token.expiresAt) - Date.now()).toBeCloseTo(30 * 24 * 60 * 60 * 1000, -6)
    const row = await world.db
      .selectFrom('api_token')
      .selectAll()
      .where('id', '=', token.id)
      .executeTakeFirstOrThrow()
    expect(row.hash).toBe(createHash('sha256').update(token.secret).digest('hex'))
    expect(JSON.stringify(row)).not.toContain(token.secret.slice(4))
    expect(JSON.stringify(await tokensOf('Ann'))).not.toContain(token.secret.slice(4))
    expect(await statusFor(world, bearer(token), '/api/areas')).toBe(200)
    expect(await statusFor(world, bearer(token), uploadsPath)).toBe(403)
    expect(await statusFor(world, bearer(token), peoplePath)).toBe(403)
    const { tokens } = await tokensOf('Ann')
    expect(tokens.find(({ id }) => id === token.id)).toMatchObject({
      name: 'Transfer',
      owner: 'Ann',
      edition: 'public',
      state: 'open',
      usedOn: new Date().toISOString().slice(0, 10),
    })
  })

  test('sees the edition that it was made for', async () => {
    expect((await powersOf(await made())).edition).toBe('public')
    expect((await powersOf(await made({ edition: 'restricted' }))).edition).toBe('restricted')
  })

  test.each([
    [{ name: ' ' }, 'name: say what the key is for'],
    [{ name: 'x'.repeat(61) }, 'name: is longer than 60 characters'],
    [{ permissions: [] }, 'permissions: choose at least one'],
    [{ permissions: ['fly'] }, 'permissions.0: Invalid option'],
    [{ permissions: ['read', 'set-targets'] }, 'permissions: a key does no more than you may do yourself'],
    [{ permissions: ['make-tokens'] }, 'permissions: a key does no more than you may do yourself'],
    [{ edition: 'all' }, 'edition: Invalid option'],
    [{ days: 0 }, 'days: is at least one day'],
    [{ days: 366 }, 'days: is at most 365 days'],
    [{ days: 1.5 }, 'days: is a number of whole days'],
    [{ forever: true }, 'Unrecognized key: "forever"'],
  ])('is refused with %o', async (wish, detail) => {
    const { status, detail: told } = await problemOf(await make(wish))
    expect([status, told]).toEqual([400, expect.stringContaining(detail)])
  })

  test.each(['make-tokens', 'manage-people'])(
    'is not made for %s, even for an administrator',
    async (permission) => {
      expect((await make({ permissions: [permission] }, 'analyst')).status).toBe(400)
    },
  )

  test('of whoever sees the public edition sees no more', async () => {
    const { id } = await personNamed(world, 'Ann')
    const ann = whoIs({ id, name: 'Ann', role: 'analyst', rights: '', themes: null }, 'a session')
    const acting = { who: { ...ann, edition: 'public' as const }, now: new Date() }
    const wish = { name: 'Transfer', permissions: ['read'], edition: 'restricted', days: 1 } as const
    await expect(makeToken(world.db, acting, id, wish)).rejects.toThrow(
      'edition: a key sees no more than you do',
    )
  })

  test('is for those who may make one', async () => {
    await world.as('Lea', { role: 'leader' })
    expect(await problemOf(await make({}, 'Lea'))).toMatchObject({
      status: 403,
      detail: expect.stringContaining('does not allow making keys for programs'),
    })
    expect(await tokensOf('Lea')).toMatchObject({ tokens: [], permissions: [] })
  })

  test('what can be chosen is what one may do oneself', async () => {
    const { permissions, editions, longestDays } = await tokensOf('Ann')
    expect(permissions.map(({ id }) => id)).toEqual([
      'read',
      'ask',
      'record',
      'see-uploads',
      'upload',
      'publish',
    ])
    expect([editions, longestDays]).toEqual([['public', 'restricted'], 365])
  })

  test('never does more than its person, also after the person may do less', async () => {
    await world.as('Dan', { role: 'analyst' })
    const token = await made({ permissions: ['read', 'see-uploads', 'upload'], edition: 'restricted' }, 'Dan')
    expect(await statusFor(world, bearer(token), uploadsPath)).toBe(200)
    await grantTo('Dan', 'viewer')
    expect(await statusFor(world, bearer(token), uploadsPath)).toBe(403)
    expect(await powersOf(token)).toMatchObject({ permissions: ['read'], edition: 'public' })
    expect((await make({}, 'Dan')).status).toBe(403)
    expect((await send(world, 'DELETE', ownTokenPath(token.id), undefined, 'Dan')).status).toBe(204)
    await grantTo('Dan', 'admin')
    expect(await statusFor(world, bearer(token), '/api/areas')).toBe(401)
  })

  test('gains nothing when its person may do more', async () => {
    await world.as('Gil', { role: 'analyst' })
    const token = await made({ permissions: ['read'] }, 'Gil')
    await grantTo('Gil', 'admin')
    expect(await powersOf(token)).toMatchObject({ permissions: ['read'], edition: 'public' })
  })

  test('that is revoked is refused at once, even for what everybody may read', async () => {
    const token = await made()
    expect(await statusFor(world, bearer(token), '/api/areas')).toBe(200)
    expect((await send(world, 'DELETE', ownTokenPath(token.id), undefined, 'Ann')).status).toBe(204)
    expect(await statusFor(world, bearer(token), '/api/areas')).toBe(401)
    const { tokens } = await tokensOf('Ann')
    expect(tokens.find(({ id }) => id === token.id)?.state).toBe('revoked')
    expect((await send(world, 'DELETE', ownTokenPath(token.id), undefined, 'Ann')).status).toBe(404)
  })

  test('is revoked by its own person only', async () => {
    const token = await made()
    await world.as('Mia', { role: 'analyst' })
    expect((await send(world, 'DELETE', ownTokenPath(token.id), undefined, 'Mia')).status).toBe(404)
    expect(await statusFor(world, bearer(token), '/api/areas')).toBe(200)
  })

  test('that has run out is refused', async () => {
    const token = await made()
    await world.db
      .updateTable('api_token')
      .set({ expires_at: '2026-01-01T00:00:00.000Z' })
      .where('id', '=', token.id)
      .execute()
    expect(await statusFor(world, bearer(token), '/api/areas')).toBe(401)
    const { tokens } = await tokensOf('Ann')
    expect(tokens.find(({ id }) => id === token.id)?.state).toBe('expired')
  })

  test('of a closed account is refused', async () => {
    await world.as('Cy', { role: 'analyst' })
    const token = await made({}, 'Cy')
    await send(world, 'POST', personActionPath((await personNamed(world, 'Cy')).id, 'close'), {
      reason: 'Agreed',
    })
    expect(await statusFor(world, bearer(token), '/api/areas')).toBe(401)
  })

  test('that nobody made opens nothing', async () => {
    expect(await statusFor(world, { authorization: 'Bearer csp_nobody' }, '/api/areas')).toBe(401)
  })

  test('is on record, from its making to its end', async () => {
    const token = await made({ permissions: ['read', 'upload', 'read'] })
    await send(world, 'DELETE', ownTokenPath(token.id), undefined, 'Ann')
    const { id } = await personNamed(world, 'Ann')
    const rows = await world.db
      .selectFrom('audit')
      .select(['actor', 'action', 'after'])
      .where('about', '=', `token:${token.id}`)
      .orderBy('number')
      .execute()
    const terms = { permissions: ['read', 'upload'], edition: 'public', expiresAt: token.expiresAt }
    expect(rows).toEqual([
      { actor: `account:${id}`, action: 'token-made', after: JSON.stringify(terms) },
      { actor: `account:${id}`, action: 'token-revoked', after: null },
    ])
  })
})
