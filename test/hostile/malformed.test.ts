import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { invitationPath, invitationsPath } from '../../server/contract/paths.ts'
import { REGISTERS } from '../../server/domain/register.ts'
import { LARGEST_JSON } from '../../server/door/limits.ts'
import { readPeople, send } from '../support/accounts.ts'
import { HEADING } from '../support/uploads.ts'
import { type FileWorld, makeFileWorld } from '../support/world.ts'
import { atDoor, emailOf, enter, HERE, nameOf, PASSWORD } from './entering.ts'

/** Bodies that nothing of ours would send, by somebody who may send whatever they like. */

let world: FileWorld
let cookie: string
beforeAll(async () => {
  world = await makeFileWorld()
  cookie = await world.as('Ann', { role: 'admin', rights: ['approver'] })
}, 60_000)
afterAll(() => world.end())
afterEach(() => {
  expect(world.errors.splice(0)).toEqual([])
  expect(pollution()).toEqual([])
})

/** What every object or list has that it should not have. */
const pollution = () => {
  const list: unknown[] = []
  return [...Object.keys(Object.prototype), ...Object.keys(Array.prototype), ...named({}), ...named(list)]
}
const named = (value: object) => ['polluted', 'role', 'admin'].filter((name) => name in value)

const sendBytes = (
  route: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) => {
  const [method = '', path = ''] = route.split(' ')
  return world.app.request(`${HERE}${path}`, {
    method,
    headers: { 'content-type': 'application/json', origin: HERE, cookie, ...headers },
    body,
  })
}

const ROUTES = [
  'POST /api/registers/plan',
  'POST /api/registers/question',
  'PUT /api/registers/plan/improvement-plan',
  'POST /api/targets',
  'PUT /api/targets/mtfs-care',
  'POST /api/targets/mtfs-care/retire',
  'POST /api/savings',
  'POST /api/account/tokens',
  'POST /api/people/invitations',
  'PUT /api/people/somebody',
  'POST /api/people/somebody/close',
  'POST /api/invitations/no-such-link-at-all',
  'POST /api/uploads/11111111-1111-4111-8111-111111111111/publish',
  'POST /api/auth/sign-in/email',
  'POST /api/auth/sign-in/social',
  'POST /api/auth/change-password',
  'POST /api/auth/two-factor/verify-totp',
]
const DEEP = `${'['.repeat(15_000)}${']'.repeat(15_000)}`
const DEEP_OBJECT = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`
const bytes = (...codes: number[]) => Uint8Array.from(codes)

/** How often this is on record. */
const noted = async (action: string) =>
  (await world.db.selectFrom('audit').select('number').where('action', '=', action).execute()).length

describe('is refused in words, wherever JSON is taken', () => {
  test.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['nothing', ''],
    ['a space', ' '],
    ['half an object', '{'],
    ['more than an object', '{"a":1}}'],
    ['two objects', '{}{}'],
    ['no value', 'null'],
    ['a truth', 'true'],
    ['a number', '1'],
    ['a number beyond all', '1e999'],
    ['a number of many figures', '1'.repeat(60_000)],
    ['a text', '"a"'],
    ['a list', '[]'],
    ['a list of lists', DEEP],
    ['lists that are never closed', '['.repeat(60_000)],
    ['an object in an object', DEEP_OBJECT],
    ['a deep list for a form', `{"terms":${DEEP},"reason":"why","after":1}`],
    ['a deep object for a form', `{"terms":${DEEP_OBJECT},"reason":"why","after":1}`],
    ['a deep list in a form', `{"terms":{"name":${DEEP},"title":${DEEP}},"reason":"why","after":1}`],
    ['a deep object for a password', `{"email":"a@b.example","password":${DEEP_OBJECT}}`],
    [
      'a deep list for every word',
      `{"email":${'['.repeat(5000)}${']'.repeat(5000)},"newPassword":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    ],
    [
      'what can’t be written as a text',
      '{"email":{"toString":1},"newPassword":{"toString":1},"reason":{"toString":1}}',
    ],
    ['words that JSON does not know', '{"a":NaN,"b":Infinity}'],
    ['a remark', '{/* */}'],
    ['other quotes', "{'a':1}"],
    ['a comma too many', '{"a":1,}'],
    ['a mark before it', '\ufeff{'],
    ['a null', '\0'],
    ['a null in a name', '{"a\\u0000b":1}'],
    ['half a letter in a name', '{"\\ud800":1}'],
    ['bytes that are no text', bytes(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d)],
    ['another alphabet', bytes(0x7b, 0x00, 0x7d, 0x00)],
    ['what was compressed', bytes(0x1f, 0x8b, 0x08, 0x00, 0x00)],
    ['a thousand names', `{${Array.from({ length: 1000 }, (_, i) => `"n${i}":1`).join()}}`],
    ['a name of many letters', `{"${'n'.repeat(60_000)}":1}`],
    ['the same name twice', '{"reason":"why","reason":{"toString":1},"email":"a","email":["b"]}'],
    ['what all objects come from', '{"__proto__":{"polluted":1,"role":"admin"},"reason":"why"}'],
    ['what makes them', '{"constructor":{"prototype":{"polluted":1}},"reason":"why"}'],
    [
      'what all objects come from, in a form',
      '{"terms":{"__proto__":{"polluted":1}},"reason":"why","after":1}',
    ],
    ['a list that says how long it is', '{"terms":{"length":1e9},"reason":"why","after":1}'],
  ])('%s', async (_what, body) => {
    const answers = await Promise.all(ROUTES.map((route) => sendBytes(route, body)))
    const told = await Promise.all(
      answers.map(async (answer) => [answer.status, await answer.text()] as const),
    )
    expect(told.map(([status]) => Math.floor(status / 100))).toEqual(ROUTES.map(() => 4))
    expect(told.map(([, text]) => text).join()).not.toMatch(
      /node_modules|SyntaxError|TypeError|at JSON\.parse/,
    )
  })

  test('and signs nobody out who is signed in', async () => {
    const before = await noted('sign-out')
    await Promise.all(
      ['{}', 'null', '[]', '{"email":1}'].map((body) => sendBytes('POST /api/auth/sign-in/email', body)),
    )
    expect([await nameOf(world, cookie), await noted('sign-out')]).toEqual(['Ann', before])
  })

  test('what is too large', async () => {
    const body = `{"reason":"${'a'.repeat(LARGEST_JSON)}"}`
    const answers = await Promise.all(ROUTES.map((route) => sendBytes(route, body)))
    expect(answers.map(({ status }) => status)).toEqual(ROUTES.map(() => 413))
  })

  test('what says that it is compressed', async () => {
    const answers = await Promise.all(
      ROUTES.map((route) => sendBytes(route, bytes(0x1f, 0x8b), { 'content-encoding': 'gzip' })),
    )
    expect(answers.map(({ status }) => Math.floor(status / 100))).toEqual(ROUTES.map(() => 4))
  })
})

describe('a text that not every database can keep is refused, with the field it stands in', () => {
  const grant = { email: 'new@council.example', role: 'viewer', rights: [], themes: null }
  const wish = { permissions: ['read'], edition: 'public', days: 1 }
  const saving = {
    ...{ programme: 'mtfs-2021', component: 'fostering', kind: 'cashable', stage: 'planned', amount: 1 },
    ...{ year: '2023-24', owner: 'Head of Fostering', evidence: null, illustrative: false },
  }
  const PLACES: [string, string, (text: string) => object][] = [
    ['POST /api/people/invitations', 'name', (name) => ({ ...grant, name })],
    ['POST /api/people/somebody/close', 'reason', (reason) => ({ reason })],
    ['POST /api/account/tokens', 'name', (name) => ({ ...wish, name })],
    ['POST /api/targets/mtfs-care/retire', 'reason', (reason) => ({ reason, after: 1 })],
    ['POST /api/savings', 'terms.title', (title) => ({ terms: { ...saving, title }, reason: 'As agreed' })],
    [
      'POST /api/registers/question',
      'terms.question',
      (question) => ({ terms: { question }, reason: 'Asked' }),
    ],
    ['POST /api/invitations/no-such-link-at-all', 'password', (password) => ({ password })],
  ]
  test.each(
    PLACES.flatMap(([route, path, body]) =>
      [
        ['a null', 'Before\0after'],
        ['half a letter', 'Before\ud800after'],
      ].map(([what = '', text = '']) => ({ what, route, path, body: body(text) })),
    ),
  )('$what at $route: $path', async ({ route, path, body }) => {
    const answer = await sendBytes(route, JSON.stringify(body))
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ path })]),
    })
  })

  /** Every field of text of every register that has a form. */
  async function textFields(): Promise<{ register: string; name: string }[]> {
    const forms = await Promise.all(
      REGISTERS.map(async (register) => {
        const answer = await send(world, 'GET', `/api/registers/${register}/form`, undefined, 'Ann')
        const { fields = [] } = (await answer.json()) as { fields?: { name: string; kind: string }[] }
        return fields
          .filter(({ kind }) => kind === 'line' || kind === 'text')
          .map(({ name }) => ({ register, name }))
      }),
    )
    return forms.flat()
  }

  test('a null in any field of any form', async () => {
    const fields = await textFields()
    expect(fields.length).toBeGreaterThan(40)
    const answers = await Promise.all(
      fields.map(async ({ register, name }) => {
        const body = { terms: { [name]: 'Before\0after' }, reason: 'As agreed' }
        const answer = await sendBytes(`POST /api/registers/${register}`, JSON.stringify(body))
        const { errors } = (await answer.json()) as { errors: { path: string }[] }
        return { register, name, at: errors.map(({ path }) => path) }
      }),
    )
    expect(answers.filter(({ name, at }) => at.join() !== `terms.${name}`)).toEqual([])
  })

  test('in an address, too', async () => {
    const answer = await send(world, 'GET', '/api/audit?who=a%00b', undefined, 'Ann')
    expect(answer.status).toBe(400)
  })
})

describe('signing in takes an address and a password', () => {
  const ODD: [string, unknown][] = [
    ['no value', null],
    ['a number', 1],
    ['a truth', true],
    ['a list', ['ann@council.example']],
    ['an object', { email: 'ann@council.example' }],
    ['a question of a database', { $ne: null }],
    ['a piece of SQL', "' or 1=1 --"],
    ['a wildcard', '%@council.example'],
    ['a null in it', 'ann\0@council.example'],
    ['half a letter in it', 'ann\ud800@council.example'],
    ['a line break in it', 'ann@council.example\r\nbcc: x@y.example'],
    ['what can’t be written as a text', { toString: 1 }],
    ['very many letters', 'a'.repeat(60_000)],
    ['a name beside it', 'Ann <ann@council.example>'],
  ]
  test.each(ODD)('no address that is %s', async (_what, email) => {
    expect([400, 401]).toContain(
      (await atDoor(world, '/sign-in/email', { email, password: PASSWORD })).status,
    )
  })
  test.each(ODD.map(([what, password], i) => ({ what, password, name: ['Ann', 'Vi'][i % 2] ?? '' })))(
    'no password that is $what',
    async ({ password, name }) => {
      const answer = await atDoor(world, '/sign-in/email', { email: emailOf(name), password })
      expect([400, 401]).toContain(answer.status)
    },
  )
  test.each(ODD.filter(([, value]) => typeof value !== 'string'))(
    'nor another password that is %s',
    async (_what, newPassword) => {
      const own = await world.as('Vi', { role: 'viewer' })
      const answer = await atDoor(
        world,
        '/change-password',
        { currentPassword: PASSWORD, newPassword },
        { cookie: own },
      )
      expect(answer.status).toBe(400)
    },
  )
  test('a password that is too long is not worked on', async () => {
    const before = performance.now()
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => enter(world, `p${i}@council.example`, 'a'.repeat(50_000))),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]))
    expect(performance.now() - before).toBeLessThan(5000)
  })
})

describe('nobody gives themselves what was not given', () => {
  const password = 'gravel-otter-lantern'
  const invited = async (name: string) => {
    const body = { name, email: emailOf(name), role: 'viewer', rights: [], themes: null }
    const { path } = (await (await send(world, 'POST', invitationsPath, body, 'Ann')).json()) as {
      path: string
    }
    return `POST ${invitationPath(path.slice('/join/'.length))}`
  }
  const roleOf = async (name: string) =>
    (await readPeople(world)).people.find((person) => person.name === name)?.role

  test.each(['role', 'rights', 'themes', 'id', 'emailVerified', 'kind', '__proto__'])(
    'by saying %s as they join',
    async (field) => {
      const name = `Joins With ${field}`
      const route = await invited(name)
      expect((await sendBytes(route, `{"password":"${password}","${field}":"admin"}`)).status).toBe(400)
      await sendBytes(route, JSON.stringify({ password }))
      expect(await roleOf(name)).toBe('viewer')
    },
  )

  test('by joining as somebody else', async () => {
    const route = await invited('Meant Person')
    const other = { password, name: 'Ann', email: 'other@council.example' }
    expect((await sendBytes(route, JSON.stringify(other))).status).toBe(200)
    const { people } = await readPeople(world)
    expect(people.find(({ name }) => name === 'Meant Person')?.email).toBe(emailOf('Meant Person'))
    expect(people.some(({ email }) => email === 'other@council.example')).toBe(false)
  })

  test.each([
    '/update-user',
    '/sign-up/email',
    '/update-session',
    '/change-email',
    '/delete-user',
    '/reset-password',
  ])('by what the door does not offer: %s', async (path) => {
    const own = await world.as('Vi', { role: 'viewer' })
    const wish = {
      role: 'admin',
      name: 'X',
      email: 'x@council.example',
      newEmail: 'x@y.example',
      password,
      newPassword: password,
    }
    expect((await atDoor(world, path, wish, { cookie: own })).status).toBe(404)
    expect(await roleOf('Vi')).toBe('viewer')
  })
})

describe('a form with a file', () => {
  let turn = 0
  /** A return that has not been handed in yet. */
  const csv = () =>
    `${HEADING}\r\n2026-27Q1,cla-rate,E06000009,,${600 + turn},28278,${(((600 + turn++) / 28278) * 10_000).toFixed(1)},provisional,\r\n`
  const part = (about: string, text: string) =>
    `--edge\r\nContent-Disposition: form-data; ${about}\r\n\r\n${text}\r\n`
  const file = (fileName = 'a.csv') => part(`name="file"; filename="${fileName}"`, csv())
  const END = '--edge--\r\n'
  const handIn = (body: string, type = 'multipart/form-data; boundary=edge') =>
    sendBytes('POST /api/uploads', new TextEncoder().encode(body), { 'content-type': type })
  const stored = () => world.db.selectFrom('release').select('id').execute()

  test.each<[string, () => string, string?]>([
    ['of nothing', () => ''],
    ['of nothing but its end', () => END],
    ['without a boundary', () => `${file()}${END}`, 'multipart/form-data'],
    ['with an empty boundary', () => `${file()}${END}`, 'multipart/form-data; boundary='],
    ['with another boundary', () => `${file()}${END}`, 'multipart/form-data; boundary=other'],
    [
      'with a boundary of many letters',
      () => `${file()}${END}`,
      `multipart/form-data; boundary=${'e'.repeat(8000)}`,
    ],
    ['that breaks off in the file', () => file().slice(0, -20)],
    ['that does not end', () => file()],
    ['that breaks off in its heads', () => '--edge\r\nContent-Disposition: form-da'],
    ['with the file under another name', () => `${part('name="other"; filename="a.csv"', csv())}${END}`],
    ['with the file as a field', () => `${part('name="file"', csv())}${END}`],
    ['with a part without a name', () => `${part('filename="a.csv"', csv())}${END}`],
    ['with a part without heads', () => `--edge\r\n\r\n${csv()}\r\n${END}`],
    ['with an empty file', () => `${part('name="file"; filename="a.csv"', '')}${END}`],
    [
      'in a form',
      () =>
        `--edge\r\nContent-Disposition: form-data; name="file"\r\nContent-Type: multipart/mixed; boundary=inner\r\n\r\n--inner\r\nContent-Disposition: attachment; filename="a.csv"\r\n\r\n${csv()}\r\n--inner--\r\n${END}`,
    ],
    ['with a quarter that is none', () => `${part('name="period"', '9999-99Q9')}${file()}${END}`],
    ['with an assignment that is no JSON', () => `${part('name="mapping"', '{')}${file()}${END}`],
    [
      'with an assignment that is another thing',
      () => `${part('name="mapping"', '{"__proto__":{"polluted":1}}')}${file()}${END}`,
    ],
    ['with a key that leads elsewhere', () => `${part('name="key"', '../../etc/passwd')}${file()}${END}`],
  ])('%s is refused, and nothing of it is kept', async (_what, body, type) => {
    const before = await stored()
    const answer = await handIn(body(), type)
    expect([400, 422]).toContain(answer.status)
    expect(await answer.text()).not.toMatch(/node_modules|busboy|Error:/i)
    expect(await stored()).toEqual(before)
  })

  const uploaded = async (body: string) => {
    const answer = await handIn(body)
    expect(answer.status).toBe(201)
    const { id, fileName } = (await answer.json()) as { id: string; fileName: string }
    const download = (path: string) => sendFor(`/api/uploads/${id}/${path}`)
    return { fileName, answers: [await download('file'), await download('findings')] }
  }
  const sendFor = (path: string) => world.app.request(`${HERE}${path}`, { headers: { cookie } })

  test.each([
    ['../../etc/passwd.csv', 'passwd.csv'],
    ['/etc/passwd.csv', 'passwd.csv'],
    ['C:\\\\windows\\\\system32\\\\x.csv', 'x.csv'],
    ['..\\\\..\\\\x.csv', 'x.csv'],
    ['....//....//x.csv', 'x.csv'],
    ['a%0d%0ax-injected: 1.csv', undefined],
    ['a\\"; filename=\\"b.csv', undefined],
    ['a\u202evsc.exe.csv', 'avsc.exe.csv'],
    ['a\0b.csv', undefined],
    ['=cmd|calc.csv', undefined],
    ['<img src=x onerror=alert(1)>.csv', undefined],
    ['a;b=c.csv', 'a;b=c.csv'],
    [`${'a'.repeat(3000)}.csv`, 'a'.repeat(200)],
    ['😀'.repeat(300), '😀'.repeat(200)],
    ['.csv', '.csv'],
    ['..', undefined],
    [' ', undefined],
  ])(
    'named %j comes back under a name that no header and no folder can be broken with',
    async (name, expected) => {
      const { fileName, answers } = await uploaded(`${file(name)}${END}`)
      expect([expected, fileName]).toContain(fileName)
      expect(fileName).toBe(expected ?? fileName)
      expect(fileName).not.toMatch(/[/\\"<>|:*?\p{Cc}\p{Cf}\p{Cs}]/u)
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      expect(answers.map(({ headers }) => headers.get('x-injected'))).toEqual([null, null])
      expect(
        answers
          .map(({ headers }) => headers.get('content-disposition') ?? '')
          .filter(
            (about) => !/^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w.%!~*'()-]+$/.test(about),
          ),
      ).toEqual([])
      expect(answers.map(({ headers }) => headers.get('x-content-type-options'))).toEqual([
        'nosniff',
        'nosniff',
      ])
    },
  )

  test.each<[string, (own: string) => string]>([
    ['a second file', (own) => `${own}${part('name="file"; filename="second.csv"', 'second')}`],
    ['another field with a file', (own) => `${own}${part('name="more"; filename="second.csv"', 'second')}`],
    [
      'fields that all objects have',
      (own) => `${part('name="__proto__"', '{"polluted":1}')}${part('name="constructor"', 'x')}${own}`,
    ],
    [
      'who it is from',
      (own) => `${part('name="by"', 'Somebody Else')}${part('name="actor"', 'account:x')}${own}`,
    ],
    ['where it belongs', (own) => `${part('name="home"', 'E08000028')}${own}`],
  ])('is taken by itself, whatever is sent beside it: %s', async (_what, write) => {
    const { fileName, answers } = await uploaded(`${write(file('first.csv'))}${END}`)
    expect(fileName).toBe('first.csv')
    expect(await answers[0]?.text()).toMatch(/^period,/)
    const { uploads } = (await (await sendFor('/api/uploads')).json()) as { uploads: { by: string }[] }
    expect(JSON.stringify(uploads)).not.toMatch(/Somebody Else|second/)
  })
})
