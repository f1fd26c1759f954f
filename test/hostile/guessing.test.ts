import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { invitationPath, passwordLinkPath, personActionPath } from '../../server/contract/paths.ts'
import { RATES } from '../../server/door/rate.ts'
import { personNamed, send } from '../support/accounts.ts'
import { makeWorld, type World } from '../support/world.ts'
import { atDoor, cookieOf, emailOf, enter, HERE, json, nameOf, PASSWORD } from './entering.ts'

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

const headersOf = ({ headers }: Response) => [...headers].filter(([name]) => name !== 'x-request-id')
const toldBy = async (response: Response) => ({
  status: response.status,
  headers: headersOf(response),
  body: (await response.text()).replace(/urn:request:[\w-]+/, ''),
})
const idOf = async (name: string) => (await personNamed(world, name)).id
const close = async (name: string) =>
  send(world, 'POST', personActionPath(await idOf(name), 'close'), { reason: 'Agreed' })

/** Somebody who signs in with the council's directory: an account without a password. */
const fromDirectory = (name: string) =>
  world.db
    .insertInto('user')
    .values({
      id: `directory-${name}`,
      name,
      email: emailOf(name),
      emailVerified: 1,
      image: null,
      createdAt: new Date().toISOString(),
      updatedAt: new Date().toISOString(),
      twoFactorEnabled: 0,
      role: 'viewer',
      rights: '',
      themes: null,
      closedAt: null,
    } as never)
    .execute()

/** Addresses that nobody here has, another each time: one account is not tried without end. */
let strangers = 0
const stranger = () => `nobody.${strangers++}@council.example`

describe('nobody learns who has an account here', () => {
  const WHO = [
    ['whoever has one', emailOf('Open 0')],
    ['whoever has one, written otherwise', emailOf('Open 0').toUpperCase()],
    ['whoever has a second step', emailOf('Stepped')],
    ['whoever’s is closed', emailOf('Closed 0')],
    ['whoever comes from the directory', emailOf('Directory 0')],
    ['a machine by the name of a person', 'admin@localhost.localdomain'],
  ] as const
  const wrong = (email: string) => enter(world, email, 'not-the-password-at-all')
  /** By turns, so that none is asked more often than one may be. */
  const turns = (name: string) => (turn: number) => emailOf(`${name} ${turn % 2}`)
  beforeAll(async () => {
    const names = ['Open 0', 'Open 1', 'Closed 0', 'Closed 1']
    await Promise.all(names.map((name) => world.as(name, { role: 'viewer' })))
    await Promise.all([close('Closed 0'), close('Closed 1'), secondStep('Stepped')])
    await Promise.all([fromDirectory('Directory 0'), fromDirectory('Directory 1')])
  })

  test.each(WHO)('by what a wrong password is answered: %s', async (_who, email) => {
    const told = await toldBy(await wrong(email))
    expect(told).toEqual(await toldBy(await wrong(stranger())))
    expect(told).toMatchObject({ status: 401, body: expect.not.stringContaining('@') })
  })

  test('by how long the answer takes', async () => {
    const kinds = [stranger, turns('Open'), turns('Closed'), turns('Directory')]
    const medians = await mediansOf(
      15,
      kinds.map((email) => (turn) => wrong(email(turn))),
    )
    expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(2.5)
  })

  test('by when an account is not to be tried any more, from wherever', async () => {
    await world.as('Tried', { role: 'viewer' })
    const tryOften = async (email: string) => {
      const answers: Response[] = []
      for (let turn = 0; turn < 12; turn++) answers.push(await wrong(email))
      return answers.map(({ status }) => status)
    }
    const [known, unknown] = await Promise.all([tryOften(emailOf('Tried')), tryOften(stranger())])
    expect(known.slice(0, 8)).toEqual(Array(8).fill(401))
    expect(known.slice(10)).toEqual([429, 429])
    expect(unknown.slice(10)).toEqual([429, 429])
    expect(await toldBy(await wrong(emailOf('Tried').toUpperCase()))).toMatchObject({ status: 429 })
  })

  test('whoever knows the password of a closed account is told, and not let in', async () => {
    const response = await enter(world, emailOf('Closed 1'))
    expect([response.status, cookieOf(response)]).toEqual([401, ''])
  })
})

/** The median milliseconds of each, asked by turns so that a busy machine is slow for all alike. */
async function mediansOf(times: number, asks: ((turn: number) => Promise<Response>)[]): Promise<number[]> {
  const took: number[][] = asks.map(() => [])
  for (let time = 0; time < times; time++) {
    for (const [i, ask] of asks.entries()) {
      const before = performance.now()
      await ask(time)
      took[i]?.push(performance.now() - before)
    }
  }
  return took.map((each) => each.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0)
}

describe('a link that opens nothing says no more than that', () => {
  const links = new Map<string, string>()
  const makeLink = async (name: string) => {
    await world.as(name, { role: 'viewer' })
    const { path } = (await (await send(world, 'POST', passwordLinkPath(await idOf(name)))).json()) as {
      path: string
    }
    return path.slice('/join/'.length)
  }
  beforeAll(async () => {
    links.set('was never made', 'A'.repeat(32))
    links.set('was used', await makeLink('Used'))
    await world.app.request(
      invitationPath(links.get('was used') ?? ''),
      json({ password: 'gravel-otter-lantern' }),
    )
    links.set('ran out', await makeLink('Late'))
    await world.db
      .updateTable('invitation')
      .set({ expires_at: new Date(Date.now() - 1).toISOString() })
      .where('user_id', '=', await idOf('Late'))
      .execute()
    links.set('was followed by another', await makeLink('Twice'))
    await makeLink('Twice')
    links.set('is of a closed account', await makeLink('Gone'))
    await close('Gone')
    links.set('lacks its last letter', (await makeLink('Cut')).slice(0, -1))
    links.set('is in other capitals', (await makeLink('Caps')).toLowerCase())
    const [{ hash = '' } = {}] = await world.db.selectFrom('invitation').select('hash').execute()
    links.set('is its own trace in the database', hash)
  })
  const told = async (secret: string, init?: RequestInit) =>
    toldBy(await world.app.request(`${HERE}${invitationPath(secret)}`, init))

  test.each([
    'was used',
    'ran out',
    'was followed by another',
    'is of a closed account',
    'lacks its last letter',
    'is in other capitals',
    'is its own trace in the database',
  ])('one that %s', async (which) => {
    const secret = links.get(which) ?? ''
    const never = links.get('was never made') ?? ''
    const choose = json({ password: 'gravel-otter-lantern' })
    expect(await told(secret)).toEqual(await told(never))
    expect(await told(secret, choose)).toEqual(await told(never, choose))
    expect(await told(secret)).toMatchObject({ status: 404 })
  })

  test('a good one is too long to guess, and opens once for two who use it at once', async () => {
    const secret = await makeLink('Race')
    expect(secret).toMatch(/^[\w-]{32}$/)
    const choose = async (password: string) =>
      (await world.app.request(invitationPath(secret), json({ password }))).status
    const statuses = await Promise.all([choose('gravel-otter-lantern'), choose('lantern-otter-gravel')])
    expect(statuses.sort()).toEqual([200, 404])
  })
})

describe('guesses are counted', () => {
  const { burst } = RATES['sign-in']
  const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })
  type Ask = (world: World, address: string, turn: number) => Promise<Response> | Response
  const guess: Ask = async (at, address, turn) =>
    at.app.request(
      `${HERE}/api/auth/sign-in/email`,
      json({ email: 'x', password: `guess ${turn}` }),
      from(address),
    )
  /** So many at once; the first that was refused. */
  async function refusedAmong(count: number, ask: (turn: number) => Promise<Response> | Response) {
    const answers = await Promise.all(Array.from({ length: count }, (_, turn) => ask(turn)))
    return answers.filter(({ status }) => status === 429)
  }

  const WAYS: [string, Ask][] = [
    ['passwords', guess],
    [
      'passwords of somebody else each time',
      (at, address, turn) =>
        at.app.request(
          `${HERE}/api/auth/sign-in/email`,
          json({ email: `p${turn}`, password: 'summer' }),
          from(address),
        ),
    ],
    [
      'passwords, each time with another address written beside them',
      (at, address, turn) =>
        at.app.request(
          `${HERE}/api/auth/sign-in/email`,
          json(
            { email: `y${turn}`, password: 'y' },
            {
              'x-forwarded-for': `198.51.100.${turn}`,
              forwarded: `for=198.51.100.${turn}`,
              'x-real-ip': `198.51.100.${turn}`,
              'cf-connecting-ip': `198.51.100.${turn}`,
              'x-client-ip': `198.51.100.${turn}`,
            },
          ),
          from(address),
        ),
    ],
    [
      'codes of a second step',
      (at, address, turn) =>
        at.app.request(
          `${HERE}/api/auth/two-factor/verify-totp`,
          json({ code: String(turn).padStart(6, '0') }),
          from(address),
        ),
    ],
    [
      'codes for the day the device is lost',
      (at, address, turn) =>
        at.app.request(
          `${HERE}/api/auth/two-factor/verify-backup-code`,
          json({ code: `abcde-${turn}` }),
          from(address),
        ),
    ],
    [
      'links',
      (at, address, turn) =>
        at.app.request(`${HERE}${invitationPath(`${turn}`.repeat(32))}`, {}, from(address)),
    ],
    [
      'links, by using them',
      (at, address, turn) =>
        at.app.request(
          `${HERE}${invitationPath(`${turn}`.repeat(32))}`,
          json({ password: 'x' }),
          from(address),
        ),
    ],
    [
      'links, spelled with escapes half of the time',
      (at, address, turn) =>
        at.app.request(
          `${HERE}/api/invitations/${`${turn}`.repeat(32)}${turn % 2 ? '%41' : ''}`,
          {},
          from(address),
        ),
    ],
  ]

  test.each(WAYS.map(([what, ask], i) => ({ what, ask, address: `192.0.2.${i + 10}` })))(
    '$what: $address is told to wait, and how long',
    async ({ ask, address }) => {
      const refused = await refusedAmong(burst + 3, (turn) => ask(world, address, turn))
      expect(refused.length).toBeGreaterThanOrEqual(2)
      expect(refused.filter(({ headers }) => !(Number(headers.get('retry-after')) > 0))).toEqual([])
    },
  )

  test('whoever waits for one address waits for all kinds of guesses together', async () => {
    const address = '192.0.2.99'
    await refusedAmong(burst + 2, (turn) => guess(world, address, turn))
    const answers = await Promise.all(WAYS.map(([, ask]) => ask(world, address, 1)))
    expect(answers.map(({ status }) => status)).toEqual(WAYS.map(() => 429))
  })

  test('the right password is refused, too, for as long', async () => {
    const address = '192.0.2.98'
    await world.as('Wanda', { role: 'viewer' })
    await refusedAmong(burst + 2, (turn) => guess(world, address, turn))
    const right = json({ email: emailOf('Wanda'), password: PASSWORD })
    const response = await world.app.request(`${HERE}/api/auth/sign-in/email`, right, from(address))
    expect([response.status, cookieOf(response)]).toEqual([429, ''])
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })

  // What is escaped in an address is another address: nothing is reached by it that would be counted.
  test.each(['/api/%69nvitations/', '/%61pi/invitations/', '/api/inv%69tations/', '/api//invitations/'])(
    '%s leads to no link',
    async (path) => {
      const secret = await world.app.request(`${HERE}${path}${'a'.repeat(32)}`)
      expect(await secret.text()).not.toContain('This link can’t be used')
    },
  )

  test.each(['/api/%75ploads', '/api/uploads%2Fannotate', '/%61pi/uploads'])(
    '%s takes in no file',
    async (path) => {
      const headers = { cookie: await world.as('Ann', { role: 'analyst' }) }
      expect((await world.app.request(`${HERE}${path}`, { method: 'POST', headers })).status).toBe(404)
    },
  )
})

describe('what the library offers beside opens nothing', () => {
  test('a token of the directory that somebody found', async () => {
    const body = { provider: 'council', idToken: { token: 'found.some.where' } }
    const response = await atDoor(world, '/sign-in/social', body)
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'NO_TOKENS' }])
    expect(response.headers.getSetCookie()).toEqual([])
  })
})

/** The code that an authenticator shows for a secret, so many steps from now. */
function codeOf(uri: string, steps = 0): string {
  const letters = new URL(uri).searchParams.get('secret') ?? ''
  const bits = [...letters.replace(/=+$/, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const digest = createHmac('sha1', key).update(counter).digest()
  const at = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Turns the second step on for somebody; gives what an authenticator keeps, and the codes for when it is lost. */
async function secondStep(name: string): Promise<{ totpURI: string; backupCodes: string[] }> {
  const cookie = await world.as(name, { role: 'viewer' })
  const enabled = await atDoor(world, '/two-factor/enable', { password: PASSWORD }, { cookie })
  const kept = (await enabled.json()) as { totpURI: string; backupCodes: string[] }
  await atDoor(world, '/two-factor/verify-totp', { code: codeOf(kept.totpURI) }, { cookie })
  return kept
}

describe('the second step', () => {
  /** The first step of signing in, and what is sent along in the second. */
  const firstStep = async (name: string) => {
    const response = await enter(world, emailOf(name))
    return {
      cookie: cookieOf(response, 'two_factor'),
      session: cookieOf(response),
      body: await response.json(),
    }
  }
  const verify = (cookie: string, code: string, path = '/two-factor/verify-totp') =>
    atDoor(world, path, { code }, { cookie })
  /** A wrong code so many times, one after another. */
  async function tryWrong(cookie: string, times: number) {
    const statuses: number[] = []
    for (let time = 0; time < times; time++) statuses.push((await verify(cookie, '000000')).status)
    return statuses
  }
  const REFUSED = Array(5).fill(401)
  /** The code of now was used to turn the second step on, so nobody takes it again. */
  const nextCode = (uri: string) => codeOf(uri, 1)

  test('is needed: the password alone opens nothing', async () => {
    await secondStep('Ben')
    const { cookie, session, body } = await firstStep('Ben')
    expect([session, body]).toEqual(['', { twoFactorRedirect: true, twoFactorMethods: ['totp'] }])
    expect(await nameOf(world, cookie)).toBeNull()
    expect(JSON.stringify(body)).not.toContain('Ben')
  })

  test('lets in by the code that the device shows, and by a code for its loss once', async () => {
    const { totpURI, backupCodes } = await secondStep('Cal')
    const shown = await verify((await firstStep('Cal')).cookie, nextCode(totpURI))
    expect(await nameOf(world, cookieOf(shown))).toBe('Cal')
    const spare = backupCodes[0] ?? ''
    const useSpare = async () =>
      verify((await firstStep('Cal')).cookie, spare, '/two-factor/verify-backup-code')
    expect(await nameOf(world, cookieOf(await useSpare()))).toBe('Cal')
    expect((await useSpare()).status).toBe(401)
  })

  test('takes a code once, of whoever sends it and for whatever it was used', async () => {
    const { totpURI } = await secondStep('Jan')
    // Worked out once: half a minute may end meanwhile.
    const [now, next] = [codeOf(totpURI, 0), codeOf(totpURI, 1)]
    const send = async (code: string) => {
      const answer = await verify((await firstStep('Jan')).cookie, code)
      return [answer.status, await nameOf(world, cookieOf(answer))]
    }
    // That of now turned the second step on.
    expect(await send(now)).toEqual([401, null])
    expect(await send(next)).toEqual([200, 'Jan'])
    expect(await send(next)).toEqual([401, null])
  })

  test('takes a code that was refused only since there was nothing to take it for', async () => {
    const { totpURI } = await secondStep('Pia')
    const code = codeOf(totpURI, 1)
    const { cookie } = await firstStep('Pia')
    expect(await tryWrong(cookie, 5)).toEqual(REFUSED)
    expect((await verify(cookie, code)).status).toBe(400)
    expect((await verify((await firstStep('Pia')).cookie, code)).status).toBe(200)
  })

  test('takes a code once of two who send it at the same time', async () => {
    const { totpURI } = await secondStep('Kim')
    const begun = [await firstStep('Kim'), await firstStep('Kim')]
    const code = codeOf(totpURI, 1)
    const answers = await Promise.all(begun.map(({ cookie }) => verify(cookie, code)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401])
    expect(answers.filter((answer) => cookieOf(answer) !== '')).toHaveLength(1)
  })

  test('is the business of each: the same figures of another are not used up', async () => {
    const { totpURI } = await secondStep('Lex')
    await secondStep('Mim')
    const code = codeOf(totpURI, 1)
    expect((await verify((await firstStep('Mim')).cookie, code)).status).toBe(401)
    expect((await verify((await firstStep('Lex')).cookie, code)).status).toBe(200)
  })

  test('takes a recovery code once of two who send it at the same time', async () => {
    const { backupCodes } = await secondStep('Nat')
    const begun = [await firstStep('Nat'), await firstStep('Nat')]
    const answers = await Promise.all(
      begun.map(({ cookie }) => verify(cookie, backupCodes[0] ?? '', '/two-factor/verify-backup-code')),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter((answer) => cookieOf(answer) !== '')).toHaveLength(1)
  })

  test('is on record when it lets in, not when the password alone was right', async () => {
    const { totpURI } = await secondStep('Oda')
    const { cookie } = await firstStep('Oda')
    const actionsOf = async () => {
      const rows = await world.db
        .selectFrom('audit')
        .select('action')
        .where('actor', '=', `account:${await idOf('Oda')}`)
        .orderBy('number')
        .execute()
      return rows.map(({ action }) => action)
    }
    expect(await actionsOf()).toEqual(['sign-in', 'second-factor-on'])
    await verify(cookie, codeOf(totpURI, 1))
    expect(await actionsOf()).toEqual(['sign-in', 'second-factor-on', 'sign-in'])
  })

  test('takes no code of another time', async () => {
    const { totpURI } = await secondStep('Dot')
    const { cookie } = await firstStep('Dot')
    const answers = [await verify(cookie, codeOf(totpURI, -20)), await verify(cookie, codeOf(totpURI, 20))]
    expect(answers.map((answer) => [answer.status, cookieOf(answer)])).toEqual([
      [401, ''],
      [401, ''],
    ])
  })

  test('is over after a few wrong codes, and has to be begun again', async () => {
    const { totpURI } = await secondStep('Eli')
    const { cookie } = await firstStep('Eli')
    expect(await tryWrong(cookie, 5)).toEqual(REFUSED)
    const right = await verify(cookie, nextCode(totpURI))
    expect([right.status, cookieOf(right)]).toEqual([400, ''])
  })

  test('is locked for whoever begins again and goes on guessing, and stays so for the right code', async () => {
    const { totpURI } = await secondStep('Fin')
    expect(await tryWrong((await firstStep('Fin')).cookie, 5)).toEqual(REFUSED)
    expect(await tryWrong((await firstStep('Fin')).cookie, 5)).toEqual(REFUSED)
    const right = await verify((await firstStep('Fin')).cookie, nextCode(totpURI))
    expect([right.status, cookieOf(right)]).toEqual([429, ''])
  })

  test('belongs to whoever took the first', async () => {
    const { totpURI } = await secondStep('Guy')
    await secondStep('Hob')
    const { cookie } = await firstStep('Hob')
    expect((await verify(cookie, nextCode(totpURI))).status).toBe(401)
    expect((await verify('dashboard.two_factor=chosen.x', nextCode(totpURI))).status).toBe(401)
    expect((await verify('', nextCode(totpURI))).status).toBe(401)
  })

  test('is turned off or looked into by nobody who only has the session', async () => {
    const { totpURI } = await secondStep('Ike')
    const cookie = cookieOf(await verify((await firstStep('Ike')).cookie, nextCode(totpURI)))
    const paths = ['disable', 'enable', 'get-totp-uri', 'generate-backup-codes']
    const answers = await Promise.all(
      paths.map((path) => atDoor(world, `/two-factor/${path}`, { password: 'wrong-wrong' }, { cookie })),
    )
    expect(await Promise.all(answers.map(toldBy))).toEqual(
      paths.map(() =>
        expect.objectContaining({ status: 400, body: expect.stringContaining('INVALID_PASSWORD') }),
      ),
    )
    expect((await atDoor(world, '/two-factor/view-backup-codes', {}, { cookie })).status).toBe(404)
  })
})
