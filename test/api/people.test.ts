import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { changePerson } from '../../server/auth/changing.ts'
import { closePerson } from '../../server/auth/closing.ts'
import type { Acting } from '../../server/auth/on-record.ts'
import { whoIs } from '../../server/auth/who.ts'
import {
  accountPath,
  anyTokenPath,
  csvPath,
  endSessionsPath,
  invitationPath,
  invitationsPath,
  makeTokenPath,
  openInvitationPath,
  passwordLinkPath,
  peoplePath,
  personActionPath,
  personPath,
  uploadsPath,
} from '../../server/contract/paths.ts'
import { type LinkAnswer, linkAnswer } from '../../server/contract/people.ts'
import { verifyAudit } from '../../server/store/audit.ts'
import { openDatabase } from '../../server/store/database.ts'
import { personNamed, problemOf, readPeople, send, statusFor } from '../support/accounts.ts'
import { DATABASES } from '../support/databases.ts'
import { makeFileWorld, makeWorld, type World } from '../support/world.ts'

const PASSWORD = 'gravel-otter-lantern'
/** PostgreSQL takes its time to start inside a test. */
const STARTING_MS = 60_000
const GRANT = { role: 'viewer', rights: [], themes: null }
const secretOf = ({ path }: LinkAnswer) => path.slice('/join/'.length)
const refusal = async (response: Response) => {
  const { status, detail } = await problemOf(response)
  return [status, detail]
}

describe.each(DATABASES)('people on %s', (_name, open) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(open, { demonstration: false })
  }, STARTING_MS)
  afterAll(() => world.db.destroy())
  afterEach(() => {
    expect(world.errors.splice(0)).toEqual([])
  })

  const invite = (body: object) => send(world, 'POST', invitationsPath, { ...GRANT, ...body })
  const invited = async (body: object) => linkAnswer.parse(await (await invite(body)).json())
  const join = (link: LinkAnswer, password = PASSWORD) =>
    send(world, 'POST', invitationPath(secretOf(link)), { password })
  const change = async (name: string, body: object, by?: string) => {
    const { id, version } = await personNamed(world, name)
    return send(world, 'PUT', personPath(id), { ...GRANT, version, reason: 'Agreed', ...body }, by)
  }
  const act = async (name: string, action: Parameters<typeof personActionPath>[1], reason = 'Agreed') =>
    send(world, 'POST', personActionPath((await personNamed(world, name)).id, action), { reason })
  const makeKey = async (name: string, permissions = ['read']) => {
    const wish = { name: 'Transfer', permissions, edition: 'public', days: 30 }
    const { id, secret } = await (await send(world, 'POST', makeTokenPath, wish, name)).json()
    return { id: String(id), headers: { authorization: `Bearer ${secret}` } }
  }
  /** What others did to somebody, on record. */
  const auditOf = (about: string) =>
    world.db
      .selectFrom('audit')
      .select(['action', 'before', 'after', 'why'])
      .where('about', '=', about)
      .where('actor', '!=', about)
      .orderBy('number')
      .execute()

  describe('inviting', () => {
    test('whoever opens the link joins with what was given, and the link is told only once', async () => {
      const grant = { role: 'leader', rights: ['approver'], themes: ['workforce', 'finance'] }
      const response = await invite({ email: 'Jo.Bloggs@Council.Example', name: ' Jo Bloggs ', ...grant })
      expect(response.status).toBe(201)
      expect(response.headers.get('cache-control')).toBe('no-store')
      const link = linkAnswer.parse(await response.json())
      const { invitations } = await readPeople(world)
      expect(invitations).toMatchObject([
        { name: 'Jo Bloggs', email: 'jo.bloggs@council.example', role: 'leader', madeBy: 'analyst' },
      ])
      expect(invitations[0]?.expiresAt).toBe(link.expiresAt)
      expect(JSON.stringify(invitations)).not.toContain(secretOf(link))

      expect((await join(link)).status).toBe(200)
      const people = await readPeople(world)
      expect(people.invitations).toEqual([])
      expect(await personNamed(world, 'Jo Bloggs')).toMatchObject({
        email: 'jo.bloggs@council.example',
        state: 'active',
        roleName: 'Leader',
        rights: [{ id: 'approver', name: 'Approver' }],
        themes: [
          { id: 'workforce', name: 'Workforce' },
          { id: 'finance', name: 'Finance and savings' },
        ],
        secondFactor: false,
        isYou: false,
      })
      expect((await join(link)).status).toBe(404)
      const cookie = await world.signIn('jo.bloggs@council.example', PASSWORD)
      expect(await statusFor(world, { cookie }, accountPath)).toBe(200)
      expect((await personNamed(world, 'Jo Bloggs')).lastSeen).toMatch(/^20\d\d-/)
      expect(await auditOf(`invitation:${link.id}`)).toEqual([
        { action: 'person-invited', before: null, after: JSON.stringify(grant), why: null },
      ])
    })

    test.each([
      [{ name: 'A', email: 'a@b.example', role: 'owner' }, 'role: choose a role'],
      [{ name: '  ', email: 'a@b.example' }, 'name: write the person’s name, as others are to see it'],
      [{ name: 'A', email: 'nobody' }, 'email: is not an email address'],
      [{ name: 'A', email: 'a@b.example', themes: [] }, 'themes: choose at least one theme, or all'],
      [
        { name: 'A', email: 'a@b.example', role: 'admin', themes: ['finance'] },
        'themes: an administrator sees all measures: choose all, or another role',
      ],
      [{ name: 'A', email: 'a@b.example', rights: ['all'] }, 'rights.0: Invalid option'],
      [{ name: 'A', email: 'a@b.example', admin: true }, ': Unrecognized key: "admin"'],
    ])('is refused for %o', async (body, detail) => {
      const response = await invite(body)
      expect(await refusal(response)).toEqual([400, expect.stringContaining(detail)])
    })

    test('is refused for whoever is here already, or invited, however it is written', async () => {
      await world.as('Ann Reed', { role: 'viewer' })
      await invited({ email: 'lee@council.example', name: 'Lee' })
      expect(await refusal(await invite({ email: 'ANN.REED@council.example', name: 'X' }))).toEqual([
        409,
        'There is an account for ann.reed@council.example already.',
      ])
      expect(await refusal(await invite({ email: 'Lee@council.example', name: 'X' }))).toEqual([
        409,
        expect.stringContaining('lee@council.example is invited already'),
      ])
      const named = await problemOf(await invite({ email: 'x@council.example', name: 'ann REED' }))
      expect(named).toMatchObject({ status: 409, errors: [{ path: 'name' }] })
      expect(await refusal(await invite({ email: 'x@council.example', name: 'LEE' }))).toEqual([
        409,
        expect.stringContaining('Somebody else here is called LEE'),
      ])
    })

    test('of whoever was here before leads to the closed account', async () => {
      await world.as('Past Person', { role: 'viewer' })
      await act('Past Person', 'close')
      expect(await refusal(await invite({ email: 'past.person@council.example', name: 'X' }))).toEqual([
        409,
        'There is an account for past.person@council.example already. It is closed: reopen it instead.',
      ])
    })

    test('can be taken back until it is used', async () => {
      const link = await invited({ email: 'nell@council.example', name: 'Nell' })
      expect((await send(world, 'DELETE', openInvitationPath(link.id))).status).toBe(204)
      expect((await join(link)).status).toBe(404)
      const again = await send(world, 'DELETE', openInvitationPath(link.id))
      expect(await refusal(again)).toEqual([404, expect.stringContaining('used or withdrawn already')])
      expect((await invite({ email: 'nell@council.example', name: 'Nell' })).status).toBe(201)
      expect(await auditOf(`invitation:${link.id}`)).toMatchObject([
        { action: 'person-invited', before: null },
        { action: 'invitation-withdrawn', before: '{"role":"viewer","rights":[],"themes":null}' },
      ])
    })

    test('what ran out is told as such, and is gone when somebody else is invited', async () => {
      const link = await invited({ email: 'old@council.example', name: 'Old' })
      await world.db
        .updateTable('invitation')
        .set({ expires_at: '2026-01-01T00:00:00.000Z' })
        .where('id', '=', link.id)
        .execute()
      const stateOf = async () =>
        (await readPeople(world)).invitations.find(({ id }) => id === link.id)?.expired
      expect(await stateOf()).toBe(true)
      expect((await join(link)).status).toBe(404)
      await invited({ email: 'newer@council.example', name: 'Newer' })
      expect(await stateOf()).toBeUndefined()
    })
  })

  describe('changing', () => {
    test('holds from the next request on, both ways', async () => {
      const cookie = await world.as('Cas', { role: 'viewer' })
      expect(await statusFor(world, { cookie }, uploadsPath)).toBe(403)
      const { id } = await personNamed(world, 'Cas')
      const response = await change('Cas', { role: 'analyst', rights: ['approver'], reason: 'New post' })
      expect(response.status).toBe(200)
      expect(await statusFor(world, { cookie }, uploadsPath)).toBe(200)
      await change('Cas', { role: 'viewer', reason: 'Moved on' })
      expect(await statusFor(world, { cookie }, uploadsPath)).toBe(403)
      expect(await auditOf(`account:${id}`)).toEqual([
        {
          action: 'person-changed',
          before: '{"role":"viewer","rights":[],"themes":null}',
          after: '{"role":"analyst","rights":["approver"],"themes":null}',
          why: 'New post',
        },
        {
          action: 'person-changed',
          before: '{"role":"analyst","rights":["approver"],"themes":null}',
          after: '{"role":"viewer","rights":[],"themes":null}',
          why: 'Moved on',
        },
      ])
    })

    test('of a name follows the person to what they did, and to no namesake', async () => {
      await world.as('Pat Hill', { role: 'analyst' })
      await world.db
        .insertInto('mapping')
        .values([
          { signature: 'a', mapping: '{}', made_at: '2026-01-01', made_by: 'Pat Hill' },
          { signature: 'b', mapping: '{}', made_at: '2026-01-01', made_by: 'Transfer (Pat Hill)' },
          { signature: 'c', mapping: '{}', made_at: '2026-01-01', made_by: 'Pat Hillier' },
        ])
        .execute()
      await change('Pat Hill', { role: 'analyst', name: 'Pat Dale' })
      const rows = await world.db.selectFrom('mapping').select('made_by').orderBy('signature').execute()
      expect(rows.map((row) => row.made_by)).toEqual(['Pat Dale', 'Transfer (Pat Dale)', 'Pat Hillier'])
      expect((await personNamed(world, 'Pat Dale')).email).toBe('pat.hill@council.example')
    })

    test('is refused for a name that somebody else has', async () => {
      await world.as('Kim', { role: 'viewer' })
      const problem = await problemOf(await change('Kim', { name: 'ANALYST' }))
      expect(problem).toMatchObject({ status: 409, errors: [{ path: 'name' }] })
      expect((await change('Kim', { name: 'KIM' })).status).toBe(200)
    })

    test.each([
      [{ reason: 'x' }, 'reason: say why, in a few words'],
      [{ reason: 'Ray Moss left us' }, 'reason: leave out the person’s name and address'],
      [{ reason: 'Asked by RAY.MOSS@council.example' }, 'reason: leave out the person’s name and address'],
      [{ role: undefined }, 'role: choose a role'],
      [{ themes: ['weather'] }, 'themes.0: Invalid option'],
      [
        { role: 'admin', themes: ['finance'] },
        'themes: an administrator sees all measures: choose all, or another role',
      ],
    ])('is refused with %o', async (body, detail) => {
      await world.as('Ray Moss', { role: 'viewer' })
      const response = await change('Ray Moss', body)
      expect(await refusal(response)).toEqual([400, expect.stringContaining(detail)])
    })

    test('links that a former administrator made, and so may know, open nothing any more', async () => {
      await world.as('Boss', { role: 'admin' })
      const body = { ...GRANT, email: 'friend@council.example', name: 'Friend' }
      const link = linkAnswer.parse(await (await send(world, 'POST', invitationsPath, body, 'Boss')).json())
      await change('Boss', { role: 'leader' })
      expect((await join(link)).status).toBe(404)
    })
  })

  describe('administrators', () => {
    test('take nothing from themselves', async () => {
      const { id } = await personNamed(world, 'analyst')
      expect(await refusal(await change('analyst', { role: 'leader' }))).toEqual([
        409,
        'Nobody takes this role from themselves: ask another administrator.',
      ])
      expect(await refusal(await act('analyst', 'close'))).toEqual([
        409,
        'Nobody closes their own account: ask another administrator.',
      ])
      expect(await refusal(await send(world, 'POST', passwordLinkPath(id)))).toEqual([
        409,
        expect.stringContaining('This is your own account'),
      ])
      expect((await change('analyst', { role: 'admin', rights: ['approver'] })).status).toBe(200)
    })

    test.each([
      ['demotes', 'demotes', demote, demote],
      ['demotes', 'closes', demote, close],
      ['closes', 'demotes', close, demote],
    ])(
      'of two, where one %s the other who at once %s the first, one stays',
      async (_first, _second, first, second) => {
        const alone = await makeWorld(open, { demonstration: false })
        await alone.as('analyst')
        await alone.as('Other', { role: 'admin' })
        const [one, other] = [await actingIn(alone, 'analyst'), await actingIn(alone, 'Other')]
        const [done, refused] = await Promise.allSettled([
          first(alone, one.acting, other.id),
          second(alone, other.acting, one.id),
        ])
        expect(done.status).toBe('fulfilled')
        expect(refused).toMatchObject({ status: 'rejected', reason: { kind: 'conflict' } })
        expect(String((refused as PromiseRejectedResult).reason)).toMatch(/only administrator left/)
        expect((await send(alone, 'GET', peoplePath)).status).toBe(200)
        expect((await send(alone, 'GET', peoplePath, undefined, 'Other')).status).not.toBe(200)
        await alone.db.destroy()
      },
      STARTING_MS,
    )
  })

  describe('closing', () => {
    test('ends sessions, keys and links at once; reopening brings back only the way in', async () => {
      const cookie = await world.as('Max', { role: 'admin' })
      const key = await makeKey('Max')
      const body = { ...GRANT, email: 'guest@council.example', name: 'Guest' }
      const guest = linkAnswer.parse(await (await send(world, 'POST', invitationsPath, body, 'Max')).json())
      const { id } = await personNamed(world, 'Max')
      const own = linkAnswer.parse(await (await send(world, 'POST', passwordLinkPath(id))).json())
      expect(await statusFor(world, { cookie }, accountPath)).toBe(200)
      expect(await statusFor(world, key.headers, '/api/areas')).toBe(200)

      expect((await act('Max', 'close', 'Left the council')).status).toBe(200)
      expect(await statusFor(world, { cookie }, accountPath)).toBe(401)
      expect(await statusFor(world, key.headers, '/api/areas')).toBe(401)
      expect((await join(guest)).status).toBe(404)
      expect((await join(own)).status).toBe(404)
      await expect(world.signIn('max@council.example')).rejects.toThrow('was not let in')
      expect(await personNamed(world, 'Max')).toMatchObject({ state: 'closed', closedAt: expect.any(String) })
      expect(await refusal(await act('Max', 'close'))).toEqual([409, expect.stringContaining('is closed')])
      expect(await refusal(await send(world, 'POST', passwordLinkPath(id)))).toEqual([
        409,
        'The account of Max is closed. Reopen it first.',
      ])

      expect((await act('Max', 'reopen', 'Came back')).status).toBe(200)
      expect(await statusFor(world, { cookie }, accountPath)).toBe(401)
      expect(await statusFor(world, key.headers, '/api/areas')).toBe(401)
      const again = await world.signIn('max@council.example')
      expect(await statusFor(world, { cookie: again }, peoplePath)).toBe(200)
      expect(await refusal(await act('Max', 'reopen'))).toEqual([409, 'The account of Max is open.'])
      expect((await auditOf(`account:${id}`)).map(({ action, why }) => [action, why])).toEqual([
        ['password-link-made', null],
        ['person-closed', 'Left the council'],
        ['person-reopened', 'Came back'],
      ])
    })
  })

  describe('helping with signing in', () => {
    test('a link sets another password, once, and signs out everywhere', async () => {
      const cookie = await world.as('Flo', { role: 'viewer' })
      const { id } = await personNamed(world, 'Flo')
      const lost = linkAnswer.parse(await (await send(world, 'POST', passwordLinkPath(id))).json())
      const response = await send(world, 'POST', passwordLinkPath(id))
      expect(response.status).toBe(201)
      const link = linkAnswer.parse(await response.json())
      expect(Date.parse(link.expiresAt) - Date.now()).toBeLessThan(25 * 60 * 60 * 1000)
      expect((await join(lost)).status).toBe(404)
      expect((await join(link)).status).toBe(200)
      expect(await statusFor(world, { cookie }, accountPath)).toBe(401)
      await expect(world.signIn('flo@council.example')).rejects.toThrow('was not let in')
      expect(await world.signIn('flo@council.example', PASSWORD)).toContain('session')
      expect((await join(link)).status).toBe(404)
      expect(await auditOf(`account:${id}`)).toEqual([
        {
          action: 'password-link-made',
          before: null,
          after: expect.stringContaining('expiresAt'),
          why: null,
        },
        {
          action: 'password-link-made',
          before: null,
          after: expect.stringContaining('expiresAt'),
          why: null,
        },
      ])
      const own = await world.db
        .selectFrom('audit')
        .select('action')
        .where('actor', '=', `account:${id}`)
        .execute()
      expect(own.map(({ action }) => action)).toContain('password-chosen')
    })

    test('whoever signs in with the directory only has no password to set', async () => {
      await world.as('Dee', { role: 'viewer' })
      const { id } = await personNamed(world, 'Dee')
      await world.db.updateTable('account').set({ providerId: 'council' }).where('userId', '=', id).execute()
      expect(await refusal(await send(world, 'POST', passwordLinkPath(id)))).toEqual([
        409,
        'Dee signs in with the council’s directory and has no password here.',
      ])
    })

    test('sessions end at once, keys go on', async () => {
      const cookie = await world.as('Abe', { role: 'analyst' })
      const key = await makeKey('Abe')
      const { id } = await personNamed(world, 'Abe')
      expect((await send(world, 'POST', endSessionsPath(id))).status).toBe(204)
      expect(await statusFor(world, { cookie }, accountPath)).toBe(401)
      expect(await statusFor(world, key.headers, '/api/areas')).toBe(200)
      expect(await auditOf(`account:${id}`)).toEqual([
        { action: 'sessions-ended', before: null, after: '{"which":"all","ended":1}', why: null },
      ])
    })

    test('anybody’s key is listed and can be revoked; it is refused at once', async () => {
      await world.as('Ivy', { role: 'analyst' })
      const key = await makeKey('Ivy', ['read', 'upload'])
      const { tokens } = await readPeople(world)
      expect(tokens.find(({ id }) => id === key.id)).toMatchObject({
        name: 'Transfer',
        owner: 'Ivy',
        state: 'open',
        permissions: [{ id: 'read' }, { id: 'upload' }],
      })
      expect((await send(world, 'DELETE', anyTokenPath(key.id))).status).toBe(204)
      expect(await statusFor(world, key.headers, '/api/areas')).toBe(401)
      expect(await refusal(await send(world, 'DELETE', anyTokenPath(key.id)))).toEqual([
        404,
        'There is no such key, or it was revoked already.',
      ])
    })
  })

  describe('erasing', () => {
    test('leaves neither name nor address anywhere, and all that was done', async () => {
      const link = await invited({
        email: 'wanda.quill@council.example',
        name: 'Wanda Quill',
        role: 'analyst',
      })
      await join(link)
      const cookie = await world.signIn('wanda.quill@council.example', PASSWORD)
      const wish = { name: 'Wanda Quill’s sheet', permissions: ['read'], edition: 'public', days: 1 }
      const headers = { cookie, 'content-type': 'application/json' }
      await world.app.request(makeTokenPath, { method: 'POST', headers, body: JSON.stringify(wish) })
      await leaveTraces(world, 'Wanda Quill')
      const { id } = await personNamed(world, 'Wanda Quill')
      await send(world, 'POST', passwordLinkPath(id))
      expect(await dumped(world)).toMatch(/wanda/i)

      expect(await refusal(await act('Wanda Quill', 'erase'))).toEqual([
        409,
        'The account of Wanda Quill is open. Close it before it is erased.',
      ])
      await act('Wanda Quill', 'close')
      expect(await refusal(await act('Wanda Quill', 'erase', 'wanda quill asked'))).toEqual([
        400,
        expect.stringContaining('leave out the person’s name'),
      ])
      expect((await act('Wanda Quill', 'erase', 'Asked to be forgotten')).status).toBe(200)

      expect(await dumped(world)).not.toMatch(/wanda|quill/i)
      const { rows } = await sql<{ by: string }>`
        select loaded_by as by from release union all select published_by from upload
        union all select withdrawn_by from upload union all select made_by from entry
        union all select made_by from mapping where signature = 'traces'
      `.execute(world.db)
      expect(rows.map(({ by }) => by)).toEqual(Array.from({ length: 5 }, () => 'Former member of staff'))
      expect((await readPeople(world)).people.map((person) => person.id)).not.toContain(id)
      expect((await auditOf(`account:${id}`)).at(-1)).toEqual({
        action: 'person-erased',
        before: '{"role":"analyst","rights":[],"themes":null}',
        after: null,
        why: 'Asked to be forgotten',
      })
      expect((await send(world, 'POST', personActionPath(id, 'reopen'), { reason: 'Agreed' })).status).toBe(
        404,
      )
      expect((await invite({ email: 'wanda.quill@council.example', name: 'Wanda Quill' })).status).toBe(201)
    })
  })

  describe('what is not there', () => {
    test.each([
      ['PUT', personPath('x'), { ...GRANT, version: 0, reason: 'Agreed' }],
      ['POST', personActionPath('x', 'close'), { reason: 'Agreed' }],
      ['POST', personActionPath('x', 'reopen'), { reason: 'Agreed' }],
      ['POST', personActionPath('x', 'erase'), { reason: 'Agreed' }],
      ['POST', personActionPath('x', 'reset-second-step'), { reason: 'Agreed' }],
      ['POST', passwordLinkPath('x'), undefined],
      ['POST', endSessionsPath('x'), undefined],
    ])('%s %s is refused', async (method, path, body) => {
      expect(await refusal(await send(world, method, path, body))).toEqual([
        404,
        'There is no such account. It may have been erased.',
      ])
    })
  })

  test('the list comes as a file too, a row for each who is here or invited', async () => {
    await world.as('Zoe', { role: 'leader', rights: ['restricted'], themes: ['workforce', 'finance'] })
    await invited({ email: 'zed@council.example', name: 'Zed' })
    const response = await send(world, 'GET', csvPath(peoplePath))
    expect(response.headers.get('content-type')).toContain('text/csv')
    const lines = (await response.text()).split('\r\n')
    expect(lines[0]).toBe(
      'name,email,state,role,extra_rights,themes,second_step_at_sign_in,last_seen,closed_at,invited_until',
    )
    expect(lines.find((line) => line.startsWith('Zoe,'))).toMatch(
      /^Zoe,zoe@council\.example,active,Leader,Restricted figures,Workforce; Finance and savings,no,20\d\d-\S+Z,,$/,
    )
    expect(lines.find((line) => line.startsWith('Zed,'))).toMatch(
      /^Zed,zed@council\.example,invited,Viewer,,all,,,,20\d\d-\S+Z$/,
    )
  })

  test('what each role may do is told from the table that decides it', async () => {
    const { roles, rights, permissions } = await readPeople(world)
    expect(roles.map(({ id, permissions: given, edition }) => [id, given.length, edition])).toEqual([
      ['viewer', 2, 'public'],
      ['leader', 5, 'restricted'],
      ['analyst', 7, 'restricted'],
      ['admin', permissions.length, 'restricted'],
    ])
    expect(rights).toMatchObject([
      { id: 'approver', permissions: ['see-uploads', 'publish'], edition: 'restricted' },
      { id: 'restricted', permissions: [], edition: 'restricted' },
    ])
  })

  test('the record of all this is whole, and names nobody', async () => {
    expect((await verifyAudit(world.db)).breaks).toEqual([])
    const rows = await world.db.selectFrom('audit').selectAll().execute()
    expect(rows.length).toBeGreaterThan(30)
    expect(JSON.stringify(rows)).not.toMatch(/council\.example|Bloggs|Reed|Moss/)
    expect(rows.filter(({ actor }) => !/^(account:[\w-]+|nobody)$/.test(actor))).toEqual([])
  })
})

test('of two who act on each other by two programs on one database, one stays', async () => {
  const world = await makeFileWorld({ demonstration: false })
  await world.as('analyst')
  await world.as('Other', { role: 'admin' })
  const [one, other] = [await actingIn(world, 'analyst'), await actingIn(world, 'Other')]
  const [first, second] = [
    await openDatabase(world.databaseUrl, { patient: true }),
    await openDatabase(world.databaseUrl, { patient: true }),
  ]
  const outcomes = await Promise.allSettled([
    demote({ db: first }, one.acting, other.id),
    demote({ db: second }, other.acting, one.id),
  ])
  expect(outcomes.toSorted((a, b) => a.status.localeCompare(b.status))).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected', reason: { kind: 'conflict' } },
  ])
  await Promise.all([first.destroy(), second.destroy()])
  await world.end()
})

const demote = ({ db }: Pick<World, 'db'>, acting: Acting, id: string) =>
  changePerson(db, acting, id, { role: 'viewer', rights: [], themes: null, version: 0, reason: 'Agreed' })
const close = ({ db }: Pick<World, 'db'>, acting: Acting, id: string) => closePerson(db, acting, id, 'Agreed')

/** Somebody as they were let in, before anything is changed. */
async function actingIn({ db }: World, name: string): Promise<{ id: string; acting: Acting }> {
  const person = await db
    .selectFrom('user')
    .select(['id', 'name', 'role', 'rights', 'themes'])
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return { id: person.id, acting: { who: whoIs(person, 'a session'), now: new Date() } }
}

/** Something of everything that a name stands beside. */
async function leaveTraces({ db }: World, name: string): Promise<void> {
  const at = '2026-01-01T00:00:00.000Z'
  const { id } = await db
    .insertInto('release')
    .values({
      kind: 'return',
      title: 'A return',
      publisher: 'Council',
      licence: 'OGL-3.0',
      source_date: null,
      file_name: null,
      file_hash: null,
      state: 'draft',
      published_at: null,
      withdrawn_at: null,
      loaded_at: at,
      loaded_by: name,
      reason: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('upload')
    .values({
      id: 'traces',
      release_id: id,
      format: 'return',
      file_size: 1,
      sheet: null,
      period: null,
      rows: 0,
      figures: 0,
      findings: '[]',
      report: '{}',
      changes: '{}',
      effects: null,
      compared_at: 0,
      published_by: `Nightly (${name})`,
      warnings_reason: null,
      withdrawn_by: name,
      withdrawn_reason: null,
    })
    .execute()
  await db
    .insertInto('mapping')
    .values({ signature: 'traces', mapping: '{}', made_at: at, made_by: name })
    .execute()
  await db
    .insertInto('entry')
    .values({
      register: 'event',
      id: 'traces',
      version: 1,
      body: '{}',
      retired: 0,
      reason: 'Agreed',
      made_by: name,
      made_at: at,
    })
    .execute()
}

const TABLES = [
  'user',
  'session',
  'account',
  'verification',
  'twoFactor',
  'invitation',
  'api_token',
  'release',
  'upload',
  'mapping',
  'entry',
  'audit',
] as const

/** All that the database holds of people and of what they did, as text. */
async function dumped({ db }: World): Promise<string> {
  const tables = await Promise.all(TABLES.map((table) => db.selectFrom(table).selectAll().execute()))
  return JSON.stringify(tables)
}
