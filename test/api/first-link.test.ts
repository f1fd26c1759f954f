import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { firstLink } from '../../server/auth/people.ts'
import { invitationPath } from '../../server/contract/paths.ts'
import { JOIN_LINK_DAYS } from '../../server/domain/retention.ts'
import { DATABASES } from '../support/databases.ts'
import { PASSWORD } from '../support/people.ts'
import { startProcess } from '../support/server.ts'
import { makeWorld, type World } from '../support/world.ts'

/** The link to the first administrator is printed, and whatever is printed somebody else may read. */

const ADA = { email: 'ada@council.example', name: 'Ada', password: PASSWORD }
const BEN = { email: 'ben@council.example', name: 'Ben', password: PASSWORD }
const DAY_MS = 86_400_000

describe.each(DATABASES)('the link to the first administrator on %s', (_name, open) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(open, { demonstration: false })
  }, 60_000)
  afterAll(() => world.db.destroy())
  beforeEach(async () => {
    await world.db.deleteFrom('account').execute()
    await world.db.deleteFrom('user').execute()
  })

  const people = () => world.db.selectFrom('user').select(['name', 'role']).execute()
  const made = async (now = new Date()) => (await firstLink(world.db, now)) ?? ''
  const opened = async (secret: string) => (await world.app.request(invitationPath(secret))).status
  const use = async (secret: string, person: object = ADA) =>
    (
      await world.app.request(invitationPath(secret), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(person),
      })
    ).status

  test('makes whoever opens it the administrator, once', async () => {
    const secret = await made()
    expect([await opened(secret), await use(secret), await opened(secret), await use(secret, BEN)]).toEqual([
      200, 200, 404, 404,
    ])
    expect(await people()).toEqual([{ name: 'Ada', role: 'admin' }])
  })

  test('of two who use it at once, one is let in', async () => {
    const secret = await made()
    expect((await Promise.all([use(secret), use(secret, BEN)])).sort()).toEqual([200, 404])
  })

  test('is void once there is a newer one', async () => {
    const [first, second] = [await made(), await made()]
    expect([await opened(first), await use(first), await opened(second)]).toEqual([404, 404, 200])
  })

  test('runs out', async () => {
    const secret = await made(new Date(Date.now() - JOIN_LINK_DAYS * DAY_MS))
    expect([await opened(secret), await use(secret)]).toEqual([404, 404])
  })

  test('opens nothing once somebody came in by another way', async () => {
    const secret = await made()
    await world.as('Otto', { role: 'admin' })
    expect([await opened(secret), await use(secret)]).toEqual([404, 404])
    expect(await people()).toEqual([{ name: 'Otto', role: 'admin' }])
  })

  test('is not made where somebody is here, and the one before is gone', async () => {
    const secret = await made()
    await world.as('Olga', { role: 'viewer' })
    expect(await firstLink(world.db, new Date())).toBeNull()
    const left = await world.db.selectFrom('invitation').select('id').where('used_at', 'is', null).execute()
    expect([await opened(secret), left]).toEqual([404, []])
  })

  test('is kept as its hash only', async () => {
    const secret = await made()
    expect(JSON.stringify(await world.db.selectFrom('invitation').selectAll().execute())).not.toContain(
      secret,
    )
  })
})

describe('a start of the program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dashboard-'))
  const env = { DATABASE_URL: `sqlite:${join(folder, 'a.db')}`, DEMO: '0' }
  afterAll(() => rmSync(folder, { recursive: true }))
  const secretIn = (text: string) => /\/join\/([\w-]+)/.exec(text)?.[1] ?? ''

  test('prints another link each time, of which the last opens, until somebody can sign in', {
    timeout: 60_000,
  }, async () => {
    const before = await startProcess(env)
    const old = secretIn(before.log())
    await before.kill('SIGTERM')
    const after = await startProcess(env)
    const statuses = await Promise.all(
      [old, secretIn(after.log())].map(
        async (secret) => (await fetch(after.address + invitationPath(secret))).status,
      ),
    )
    await after.signIn()
    await after.kill('SIGTERM')
    const last = await startProcess(env)
    await last.kill('SIGTERM')
    expect([statuses, secretIn(last.log())]).toEqual([[404, 200], ''])
    // Beside the log, whose lines are JSON: what is read by programs has no secret in it.
    const lines = [before, after].flatMap((each) =>
      each
        .log()
        .split('\n')
        .filter((line) => line.startsWith('{')),
    )
    expect(lines.join('\n')).not.toMatch(/join/)
  })
})
