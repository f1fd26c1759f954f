import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseGroupRules } from '../../server/auth/groups.ts'
import { addPerson } from '../../server/auth/people.ts'
import { cookieOf, json, PASSWORD } from '../hostile/entering.ts'
import { type Answers, bareToken, hashToken, openForger, signToken } from '../support/forger.ts'
import { makeWorld, type World } from '../support/world.ts'

/** Somebody in the place of the council's directory, or with a token that was made for something else. */

const BASE = 'https://performance.council.example'
type Claims = Record<string, unknown>

let forger: Awaited<ReturnType<typeof openForger>>
let world: World
beforeAll(async () => {
  forger = await openForger()
})
afterAll(() => forger.close())
const RULES = parseGroupRules('analysts=analyst,members=viewer')
const worldWith = (by: { issuer: string; clientId: string; clientSecret: string }) =>
  makeWorld(undefined, {
    demonstration: false,
    baseUrl: BASE,
    directory: { ...by, name: 'Council account', groupsClaim: 'groups', rules: RULES },
  })
/** Each begins as a program that has not asked the directory yet. */
beforeEach(async () => {
  forger.answer({})
  world = await worldWith(forger)
})
afterEach(async () => {
  expect(world.errors).toEqual([])
  await world.db.destroy()
})

/** A request of one of our own pages. */
const fromHere = (body: unknown) => json(body, { origin: BASE })

/** Goes to the directory: what it is asked for, and the cookie that ties the way back to it. */
async function setOut(from = world) {
  const response = await from.app.request(
    `${BASE}/api/auth/sign-in/social`,
    fromHere({ provider: 'council', callbackURL: '/uploads', errorCallbackURL: '/sign-in?error=1' }),
  )
  const { url = '' } = (await response.json()) as { url?: string }
  return { status: response.status, url, cookie: cookieOf(response, 'state') }
}
const comeBack = (query: string, cookie: string) =>
  world.app.request(`${BASE}/api/auth/callback/council?${query}`, { headers: { cookie } })

/** All of it, with a directory that answers so. */
async function signIn(answers: Partial<Answers>, more = ''): Promise<Response> {
  forger.answer(answers)
  const { url, cookie } = await setOut()
  const wanted = new URL(url).searchParams
  forger.wants(wanted.get('nonce') ?? '')
  return comeBack(`code=c&state=${wanted.get('state')}${more}`, cookie)
}
/** What came of it: where the browser was sent, whether with a session, and how much there is now. */
async function outcome(response: Response) {
  const count = async (table: 'user' | 'session' | 'account') =>
    (await world.db.selectFrom(table).selectAll().execute()).length
  const to = new URL(response.headers.get('location') ?? 'about:blank', BASE)
  return {
    page: to.pathname,
    errors: to.searchParams.getAll('error').length,
    session: cookieOf(response) !== '',
    rows: [await count('user'), await count('account'), await count('session')],
  }
}
const REFUSED = { page: '/sign-in', errors: 2, session: false, rows: [0, 0, 0] }
const LET_IN = { page: '/uploads', errors: 0, session: true, rows: [1, 1, 1] }
const claiming = (changed: Claims) => ({
  token: (right: Claims) => signToken({ ...right, ...changed }, forger.known.privateKey),
})
const later = (seconds: number) => Math.floor(Date.now() / 1000) + seconds

describe('a token that is right lets in', () => {
  test.each<[string, Claims]>([
    ['as it is', {}],
    ['for a list of one', { aud: ['dashboard'] }],
    ['for several, and asked for by this program', { aud: ['dashboard', 'other'], azp: 'dashboard' }],
    ['where the directory says nothing of the address', { email_verified: undefined }],
    ['by a clock that is a little ahead', { iat: later(20) }],
    ['with one group, not in a list', { groups: 'members' }],
  ])('%s', async (_what, changed) => {
    expect(await outcome(await signIn(claiming(changed)))).toEqual(LET_IN)
  })

  test('a short one, and what the directory says of the same person', async () => {
    const short = claiming({ email: undefined, groups: undefined })
    const userInfo = { sub: 'number-of-ann', email: 'ann@council.example', groups: ['members'] }
    expect(await outcome(await signIn({ ...short, userInfo }))).toEqual(LET_IN)
  })

  test('nothing that it hands out is kept, or told to a page', async () => {
    const response = await signIn({})
    const rows = [
      ...(await world.db.selectFrom('account').selectAll().execute()),
      ...(await world.db.selectFrom('verification').selectAll().execute()),
    ]
    expect(rows).toMatchObject([{ accessToken: null, refreshToken: null, idToken: null, scope: null }])
    expect(await response.text()).toBe('')
  })
})

describe('a token that is forged, or for something else, is refused, and nothing is kept', () => {
  test.each<[string, (right: Claims) => string | null]>([
    ['signed by somebody else', (right) => signToken(right, forger.stranger.privateKey)],
    [
      'signed by somebody else who names no key',
      (right) => signToken(right, forger.stranger.privateKey, { kid: undefined }),
    ],
    [
      'signed by a key that it brings along',
      (right) =>
        signToken(right, forger.stranger.privateKey, {
          kid: 'mine',
          jwk: forger.stranger.publicKey.export({ format: 'jwk' }),
        }),
    ],
    [
      'signed by a key that it says where to find',
      (right) =>
        signToken(right, forger.stranger.privateKey, { jku: `${forger.issuer}/elsewhere/jwks`, kid: 'mine' }),
    ],
    [
      'changed after it was signed',
      (right) =>
        signToken(right, forger.known.privateKey).replace(
          /\.[^.]+\./,
          `.${Buffer.from(JSON.stringify({ ...right, groups: ['analysts'], sub: 'other' })).toString('base64url')}.`,
        ),
    ],
    ['without its signature', (right) => signToken(right, forger.known.privateKey).replace(/[^.]+$/, '')],
    ['signed by nobody', (right) => bareToken(right)],
    ['signed by nobody, written otherwise', (right) => bareToken(right, 'nOnE')],
    [
      'signed with the public key as a word',
      (right) => hashToken(right, forger.known.publicKey.export({ format: 'pem', type: 'spki' })),
    ],
    ['signed with the number of the public key', (right) => hashToken(right, String(forger.jwks.keys[0]?.n))],
    ['signed with the secret of this program', (right) => hashToken(right, forger.clientSecret)],
    [
      'by another method than the directory says',
      (right) => signToken(right, forger.known.privateKey, { alg: 'RS512' }),
    ],
    ['in no form of a token', () => 'a.b.c'],
    ['of nothing', () => ''],
    ['not there at all', () => null],
    ['for another purpose', (right) => signToken(right, forger.known.privateKey, { typ: 'at+jwt' })],
    ['for signing out', (right) => signToken(right, forger.known.privateKey, { typ: 'logout+jwt' })],
  ])('%s', async (_what, token) => {
    expect(await outcome(await signIn({ token }))).toEqual(REFUSED)
  })

  test.each<[string, Claims]>([
    ['of another issuer', { iss: 'https://elsewhere.example' }],
    ['of an issuer whose name begins like it', { iss: 'http://localhost:1.elsewhere.example' }],
    ['of no issuer', { iss: undefined }],
    ['for another program', { aud: 'payroll' }],
    ['for nobody', { aud: undefined }],
    ['for several, and asked for by another', { aud: ['dashboard', 'payroll'], azp: 'payroll' }],
    ['for several, and asked for by nobody', { aud: ['dashboard', 'payroll'] }],
    ['for this one, and asked for by another', { azp: 'payroll' }],
    ['that has ended', { exp: later(-120), iat: later(-600) }],
    ['that never ends', { exp: undefined }],
    ['of no time', { iat: undefined }],
    ['from the future', { iat: later(3600), exp: later(7200) }],
    ['that is not good yet', { nbf: later(3600) }],
    ['that answers another question', { nonce: 'of-another-question' }],
    ['that answers no question', { nonce: undefined }],
    ['of nobody', { sub: undefined }],
    ['of an empty number', { sub: '' }],
    ['without an address', { email: undefined }],
    ['with an address that is none', { email: 'ann' }],
    ['with an address that nobody has confirmed', { email_verified: false }],
    ['with an address that nobody has confirmed, in words', { email_verified: 'false' }],
    ['of somebody in no group', { groups: ['catering'] }],
    ['of somebody whose groups are told otherwise', { groups: { analysts: true } }],
  ])('%s', async (_what, changed) => {
    expect(await outcome(await signIn(claiming(changed)))).toEqual(REFUSED)
  })

  test('with what the directory says of somebody else', async () => {
    const short = claiming({ email: undefined, groups: undefined })
    const userInfo = { sub: 'number-of-ben', email: 'ben@council.example', groups: ['analysts'] }
    expect(await outcome(await signIn({ ...short, userInfo }))).toEqual(REFUSED)
  })

  test('none, whatever the directory says of the person', async () => {
    const userInfo = { sub: 'number-of-ann', email: 'ann@council.example', groups: ['analysts'] }
    expect(await outcome(await signIn({ token: () => null, userInfo }))).toEqual(REFUSED)
  })

  test('each is a line of the log, with no word of the token', async () => {
    await signIn(claiming({ nonce: 'of-another-question' }))
    expect(world.refusals).toMatchObject([
      { kind: 'directory-refused', route: '/api/auth/callback/:id', reason: 'unable_to_get_user_info' },
    ])
    expect(JSON.stringify(world.refusals)).not.toMatch(/ann|Archer|code|state=/)
  })
})

describe('a directory that is not the one that was set', () => {
  test.each<[string, (real: Claims) => Partial<Answers>]>([
    ['says it is another', (real) => ({ discovery: { ...real, issuer: 'https://elsewhere.example' } })],
    [
      'says it is another, and signs so',
      (real) => ({
        discovery: { ...real, issuer: 'https://elsewhere.example' },
        ...claiming({ iss: 'https://elsewhere.example' }),
      }),
    ],
    [
      'says it signs with nothing',
      (real) => ({
        discovery: { ...real, id_token_signing_alg_values_supported: ['none'] },
        token: (right) => bareToken(right),
      }),
    ],
    [
      'says it signs with words',
      (real) => ({
        discovery: { ...real, id_token_signing_alg_values_supported: ['HS256'] },
        token: (right) => hashToken(right, forger.clientSecret),
      }),
    ],
  ])('%s', async (_what, answers) => {
    expect(await outcome(await signIn(answers(forger.discovery)))).toEqual(REFUSED)
  })

  test('names another issuer in the way back', async () => {
    expect(await outcome(await signIn({}, '&iss=https%3A%2F%2Felsewhere.example'))).toEqual(REFUSED)
  })

  test.each(['https://elsewhere.example', '//elsewhere.example', ''])(
    'whatever it says in the way back is told on our own screen: %s',
    async (error) => {
      const response = await signIn(
        {},
        `&error=${encodeURIComponent(error)}x&error_description=Call+this+number`,
      )
      expect(await outcome(response)).toEqual(REFUSED)
    },
  )

  test.each<[string, Partial<Answers>, string]>([
    ['for its keys', { redirects: { '/jwks': '/elsewhere/jwks' } }, '/elsewhere/jwks'],
    ['for the token', { redirects: { '/token': '/elsewhere/token' } }, '/elsewhere/token'],
  ])('sends us elsewhere %s: we do not go', async (_what, answers, place) => {
    expect(await outcome(await signIn(answers))).toEqual(REFUSED)
    expect(forger.asked).not.toContain(place)
  })

  test('sends us elsewhere for what it says of a person: we do not go', async () => {
    const userInfo = { sub: 'number-of-ann', email: 'ann@council.example', groups: ['members'] }
    const redirects = { '/me': '/elsewhere/me' }
    const response = await signIn({ ...claiming({ email: undefined }), userInfo, redirects })
    expect(await outcome(response)).toEqual(REFUSED)
    expect(forger.asked).not.toContain('/elsewhere/me')
  })

  test('sends us to another place for what it says of itself: nobody is sent there', async () => {
    const place = `${forger.issuer.replace('localhost', '127.0.0.1')}/elsewhere/.well-known/openid-configuration`
    forger.answer({ redirects: { '/.well-known/openid-configuration': place } })
    const { status, url } = await setOut()
    expect([status, url]).toEqual([404, ''])
    expect(forger.asked).toEqual(['/.well-known/openid-configuration'])
  })
})

describe('an answer belongs to the question of one browser, once', () => {
  const both = async () => {
    const [mine, theirs] = [await setOut(), await setOut()]
    const stateOf = ({ url }: { url: string }) => new URL(url).searchParams.get('state')
    forger.wants(new URL(mine.url).searchParams.get('nonce') ?? '')
    return { mine, theirs, state: stateOf(mine), other: stateOf(theirs) }
  }

  test('in another browser it is nothing', async () => {
    const { theirs, state } = await both()
    expect(await outcome(await comeBack(`code=c&state=${state}`, theirs.cookie))).toEqual(REFUSED)
  })

  test('without the cookie it is nothing', async () => {
    const { state } = await both()
    expect(await outcome(await comeBack(`code=c&state=${state}`, ''))).toEqual(REFUSED)
  })

  test('with a cookie that was made up it is nothing', async () => {
    const { state, mine } = await both()
    const name = mine.cookie.split('=')[0]
    expect(await outcome(await comeBack(`code=c&state=${state}`, `${name}=${state}.x`))).toEqual(REFUSED)
  })

  test('a token for the question of another browser is nothing', async () => {
    const { theirs, other } = await both()
    expect(await outcome(await comeBack(`code=c&state=${other}`, theirs.cookie))).toEqual(REFUSED)
  })

  test('sent again, it is nothing', async () => {
    const { mine, state } = await both()
    expect((await outcome(await comeBack(`code=c&state=${state}`, mine.cookie))).session).toBe(true)
    const again = await comeBack(`code=c&state=${state}`, mine.cookie)
    expect(await outcome(again)).toEqual({ ...LET_IN, page: '/sign-in', errors: 1, session: false })
  })

  test('with a question that was not asked for in safety it is not even sent', async () => {
    const { url } = await setOut()
    const asked = Object.fromEntries(new URL(url).searchParams)
    expect(asked).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${BASE}/api/auth/callback/council`,
    })
    expect(
      [asked.state, asked.nonce, asked.code_challenge].filter((word) => (word?.length ?? 0) < 32),
    ).toEqual([])
  })
})

test('the number of a person counts and not the address, once both are known', async () => {
  await signIn({})
  const moved = await signIn(claiming({ email: 'ann.new@council.example' }))
  expect(await outcome(moved)).toMatchObject({ session: true, rows: [1, 1, 2] })
  const successor = await signIn(claiming({ sub: 'number-of-another', name: 'Andy' }))
  expect(await outcome(successor)).toMatchObject({ page: '/sign-in', session: false, rows: [1, 1, 2] })
})

describe('a directory that does not answer', () => {
  test.each<[string, Partial<Answers>]>([
    ['about itself', { silent: ['/.well-known/openid-configuration'] }],
    ['about anything', { silent: ['/.well-known/openid-configuration', '/jwks', '/token', '/me'] }],
  ])('%s keeps nobody out who comes with a password', async (_what, answers) => {
    forger.answer(answers)
    const grant = { role: 'viewer', rights: [], themes: null } as const
    await addPerson(await world.auth(), {
      email: 'ben@council.example',
      name: 'Ben',
      password: PASSWORD,
      ...grant,
    })
    const cookie = cookieOf(
      await world.app.request(
        `${BASE}/api/auth/sign-in/email`,
        fromHere({ email: 'ben@council.example', password: PASSWORD }),
      ),
    )
    const session = await world.app.request(`${BASE}/api/session`, { headers: { cookie } })
    expect(await session.json()).toMatchObject({ person: { name: 'Ben' } })
  })

  test('in a way that can be trusted brings nobody: its certificate is nobody’s', async () => {
    const stranger = await openForger({ tls: true })
    const meant = await worldWith(stranger)
    const { status } = await setOut(meant)
    await Promise.all([meant.db.destroy(), stranger.close()])
    expect([status, stranger.asked]).toEqual([404, []])
    expect(meant.refusals).toMatchObject([{ kind: 'sign-in-refused', reason: 'PROVIDER_NOT_FOUND' }])
  })

  test('lets people in as soon as it does', { timeout: 30_000 }, async () => {
    forger.answer({ silent: ['/.well-known/openid-configuration'] })
    expect((await setOut()).status).toBe(404)
    expect(await outcome(await signIn({}))).toEqual(LET_IN)
  })
})
