import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { problemAnswer } from '../../server/contract/answers.ts'
import { startProcess } from '../support/server.ts'
import { HEADING } from '../support/uploads.ts'
import { cookieOf } from './entering.ts'
import { overWire } from './raw.ts'

/**
 * A day of the program as it is started: people join, sign in and fail to, keep registers, hand in files and send what
 * can't be read; then the database itself breaks. Nothing of what they sent is in the log, and nothing of the inside of
 * the program in what they are told.
 */

/** Everything that is sent, each in words that are nowhere else. */
const SENT = {
  admin: 'zoe.planted@council.example',
  adminName: 'Zoë Plantedname',
  password: 'plumbus-harvest-kettle-planted',
  wrong: 'wrong-password-planted',
  stranger: 'stranger.planted@elsewhere.example',
  guest: 'guest.planted@council.example',
  guestName: 'Guest Plantedguest',
  question: 'Why did the child planted-in-question run away?',
  reason: 'planted-in-reason',
  note: 'planted-in-note',
  file: 'planted-file-name.csv',
  part: 'planted-in-address',
  word: 'planted-in-query',
  agent: 'planted-agent/1.0',
  from: '198.51.100.77',
  made: 'planted-cookie',
  key: 'csp_planted-key-for-programs',
}
const FIGURES = ['216.07', '28278']

let program: Awaited<ReturnType<typeof startProcess>>
const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
const database = join(folder, 'a.db')
const secrets: string[] = []
const told: { asked: string; status: number; text: string; headers: [string, string][] }[] = []
let cookie = ''

beforeAll(async () => {
  program = await startProcess(
    { DATABASE_URL: `sqlite:${database}`, DEMO: '0', TRUST_PROXY: '1' },
    // What goes past the log, to where errors are written, is read with it.
    {
      args: [
        '--import',
        'data:text/javascript,process.stderr.write=process.stdout.write.bind(process.stdout)',
      ],
    },
  )
  await liveADay()
  breakDatabase()
  await askBroken()
}, 90_000)
afterAll(async () => {
  await program.kill('SIGTERM')
  rmSync(folder, { recursive: true })
})

async function ask(method: string, path: string, body?: unknown, more: Record<string, string> = {}) {
  const isForm = body instanceof FormData
  const response = await fetch(`${program.address}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      'user-agent': SENT.agent,
      'x-forwarded-for': SENT.from,
      ...(cookie ? { cookie } : {}),
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      origin: program.address,
      ...more,
    },
    ...(body === undefined
      ? {}
      : { body: isForm ? body : typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.clone().text()
  told.push({ asked: `${method} ${path}`, status: response.status, text, headers: [...response.headers] })
  return response
}
const secretIn = (text: string) => /\/join\/([\w-]+)/.exec(text)?.[1] ?? ''

/** A return of one row. */
function quarter(): FormData {
  const form = new FormData()
  const row = `2026-27Q1,cla-rate,E06000009,,611,${FIGURES[1]},${FIGURES[0]},provisional,${SENT.note}`
  form.set('file', new File([`${HEADING}\n${row}\n`], SENT.file))
  return form
}

async function liveADay() {
  const first = await vi.waitUntil(() => secretIn(program.log()))
  secrets.push(first)
  await ask('GET', `/api/invitations/${first}`)
  await ask('POST', `/api/invitations/${first}`, {
    email: SENT.admin,
    name: SENT.adminName,
    password: 'short',
  })
  await ask('POST', `/api/invitations/${first}`, {
    email: SENT.admin,
    name: SENT.adminName,
    password: SENT.password,
  })
  await ask('POST', '/api/auth/sign-in/email', { email: SENT.admin, password: SENT.wrong })
  await ask('POST', '/api/auth/sign-in/email', { email: SENT.stranger, password: SENT.password })
  await ask('POST', '/api/auth/sign-in/email', { email: { address: SENT.stranger }, password: [SENT.wrong] })
  await ask('POST', '/api/auth/sign-in/email', `{"email":"${SENT.stranger}`)
  cookie = cookieOf(
    await ask('POST', '/api/auth/sign-in/email', { email: SENT.admin, password: SENT.password }),
  )
  secrets.push(decodeURIComponent(cookie.split('=')[1] ?? ''), cookie.split('=')[1]?.split('.')[0] ?? '')

  const grant = { role: 'viewer', rights: [], themes: null }
  const invited = await ask('POST', '/api/people/invitations', {
    email: SENT.guest,
    name: SENT.guestName,
    ...grant,
  })
  const link = secretIn(await invited.text())
  secrets.push(link)
  const wish = { name: SENT.word, permissions: ['read'], edition: 'restricted', days: 1 }
  const { secret } = (await (await ask('POST', '/api/account/tokens', wish)).json()) as { secret: string }
  secrets.push(secret)
  await ask('GET', '/api/areas', undefined, { cookie: '', authorization: `Bearer ${secret}` })
  await ask('GET', '/api/areas', undefined, { cookie: '', authorization: `Bearer ${SENT.key}` })
  await ask('GET', '/api/areas', undefined, { cookie: `dashboard.session_token=${SENT.made}.x` })
  const kept = (await (
    await ask('POST', '/api/auth/two-factor/enable', { password: SENT.password })
  ).json()) as {
    totpURI: string
    backupCodes: string[]
  }
  secrets.push(new URL(kept.totpURI).searchParams.get('secret') ?? '', ...kept.backupCodes)
  await ask('POST', '/api/auth/two-factor/verify-totp', { code: SENT.word })

  const terms = {
    ...{ area: 'E06000009', indicator: 'cla-rate', period: null, question: SENT.question },
    ...{ askedBy: SENT.guestName, askedOn: '2026-06-01', meeting: null, answer: null, answeredBy: null },
    ...{ answeredOn: null, carriedTo: null, closed: false },
  }
  await ask('POST', '/api/registers/question', { terms, reason: SENT.reason })
  await ask('POST', '/api/registers/question', { terms: SENT.question, reason: [SENT.reason] })
  await ask('POST', '/api/registers/question', `{"reason":"${SENT.reason}`)
  const draft = (await (await ask('POST', '/api/uploads', quarter())).json()) as { id: string }
  await ask('POST', `/api/uploads/${draft.id}/publish`, { reason: SENT.reason, warningsReason: SENT.reason })
  const broken = new FormData()
  broken.set('file', new File([`PK\x03\x04 ${SENT.note} ${FIGURES[0]}`], `${SENT.part}.xlsx`))
  await ask('POST', '/api/uploads', broken)
  await ask('GET', `/api/${SENT.part}/${SENT.guest}?q=${SENT.word}`)
  await ask('GET', `/api/indicators/${SENT.part}/series?area=${SENT.word}&email=${SENT.guest}`)
  await ask('GET', `/registers/question/${SENT.part}?email=${SENT.guest}`)
  await ask('GET', `/api/auth/callback/council?state=${SENT.word}&code=${SENT.part}`)
  await ask('POST', '/api/targets', {}, { origin: `https://${SENT.part}.example` })
  await overWire(Number(new URL(program.address).port), `${SENT.word} / HTTP/1.1\r\n\r\n`)
  await ask('PUT', `/api/people/${SENT.guest}`, { ...grant, name: SENT.guestName, reason: SENT.reason })
}

/** What the program counts on is taken from under it. */
function breakDatabase() {
  const db = new Sqlite(database)
  for (const table of ['invitation', 'twoFactor', 'release', 'api_token']) {
    db.exec(`alter table "${table}" rename to "gone_${table}"`)
  }
  db.close()
}

const BROKEN: [string, string, unknown?][] = [
  [
    'POST',
    '/api/people/invitations',
    { email: SENT.guest, name: SENT.guestName, role: 'viewer', rights: [], themes: null },
  ],
  ['POST', '/api/auth/two-factor/enable', { password: SENT.password }],
  ['GET', '/api/uploads'],
  ['POST', '/api/uploads', quarter()],
  ['GET', '/api/account/tokens'],
]
const brokenBy = () =>
  [
    ...BROKEN,
    ['GET', `/api/invitations/${secrets[2]}`],
    ['POST', `/api/invitations/${secrets[2]}`, { password: SENT.password }],
  ] as typeof BROKEN
const broken: typeof told = []
async function askBroken() {
  const before = told.length
  for (const [method, path, body] of brokenBy()) await ask(method, path, body)
  broken.push(...told.slice(before))
}

/** The lines of the log; all that is said on the way to the first administrator is for whoever starts it. */
const logLines = () =>
  program
    .log()
    .split('\n')
    .filter((line) => line.startsWith('{'))
const told200 = () => told.filter(({ status }) => status >= 200 && status < 300).length

describe('the log', () => {
  test('is written, and the walk got behind the door', () => {
    expect(told200()).toBeGreaterThan(10)
    expect(told.find(({ asked }) => asked.endsWith('/publish'))?.status).toBe(200)
    expect(told.filter(({ status }) => status >= 400 && status < 500).length).toBeGreaterThan(10)
    expect(logLines().length).toBeGreaterThanOrEqual(1 + broken.length)
  })

  test('tells whom the door turned away, and what for', () => {
    const lines = logLines().map((line) => JSON.parse(line) as { kind?: string; msg?: string })
    const kinds = lines.filter(({ msg }) => msg === 'refused').map(({ kind }) => kind)
    expect(new Set(kinds)).toEqual(
      new Set([
        ...['sign-in-refused', 'second-step-refused', 'directory-refused', 'key-refused'],
        ...['invalid-request', 'foreign-page', 'unreadable'],
      ]),
    )
  })

  test.each(Object.entries(SENT))('has nothing of what was sent as %s', (_what, text) => {
    expect(logLines().filter((line) => line.includes(text))).toEqual([])
  })

  test.each(['planted', 'council.example', 'elsewhere.example', ...FIGURES])(
    'does not say %s anywhere',
    (text) => {
      expect(logLines().filter((line) => line.toLowerCase().includes(text))).toEqual([])
    },
  )

  test('has none of the secrets that were handed out', () => {
    expect(secrets.filter((secret) => secret.length < 6)).toEqual([])
    expect(secrets.filter((secret) => logLines().join('\n').includes(secret))).toEqual([])
  })

  test('is all that is written, but for the invitation to whoever starts the program', () => {
    const rest = program
      .log()
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('{'))
    expect(rest).toEqual([
      expect.stringContaining('Nobody can sign in yet.'),
      expect.stringMatching(/^ {4}http:\/\/localhost:\d+\/join\/[\w-]{32}$/),
    ])
  })
})

describe('what went wrong on our side', () => {
  test('is told with a number to quote and nothing else', () => {
    expect(broken.map(({ asked, status }) => [asked, status])).toEqual(
      broken.map(({ asked }) => [asked, 500]),
    )
    const problems = broken.map(({ text }) => problemAnswer.strict().parse(JSON.parse(text)))
    expect(problems.map(({ title }) => title)).toEqual(problems.map(() => 'Something went wrong on our side'))
    const ids = problems.map(({ instance }) => instance.replace('urn:request:', ''))
    expect(problems.map(({ detail }, i) => detail.replace(ids[i] ?? '', '…'))).toEqual(
      problems.map(() => 'Try again; if it happens again, quote … to whoever runs the dashboard.'),
    )
  })

  test('is found in the log by that number, with where it was', () => {
    const lines = logLines().map(
      (line) => JSON.parse(line) as { requestId?: string; err?: { stack?: string } },
    )
    const found = broken.map(({ text }) => {
      const { instance } = JSON.parse(text) as { instance: string }
      return lines.find(({ requestId }) => instance === `urn:request:${requestId}`)?.err?.stack ?? ''
    })
    expect(found.filter((stack) => !/no such table[\s\S]*\n\s+at /.test(stack))).toEqual([])
  })
})

describe('no answer of the day', () => {
  test.each([
    ['a place of this machine', /\/(home|root|usr|work|tmp|var|Users)\//],
    ['a line of the program', /\n\s+at \S+|\.ts:\d+|file:\/\/|node_modules/],
    [
      'a question to the database',
      /no such table|\bselect .+ from\b|sqlite|postgres|kysely|constraint failed/i,
    ],
    [
      'an error of the language',
      /\b(TypeError|RangeError|SyntaxError|ReferenceError|ZodError)\b|undefined is not|is not a function/,
    ],
    ['what it is made with', /\b(hono|better-auth|pino|busboy|node\.js|zod)\b/i],
  ])('tells %s', (_what, sign) => {
    const ofJson = told.filter(({ text }) => !text.startsWith('<!doctype'))
    expect(ofJson.filter(({ text }) => sign.test(text)).map(({ asked, text }) => [asked, text])).toEqual([])
    expect(told.filter(({ headers }) => sign.test(headers.map(([, value]) => value).join('\n')))).toEqual([])
  })

  test('has a head that names the program', () => {
    const names = told.flatMap(({ headers }) => headers.map(([name]) => name))
    expect(names.filter((name) => /^(x-powered-by|server|via|x-runtime|x-version)$/.test(name))).toEqual([])
  })
})
