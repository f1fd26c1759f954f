import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { personActionPath } from '../../server/contract/paths.ts'
import { atDoor, cookieOf, emailOf, enter, nameOf, PASSWORD } from '../hostile/entering.ts'
import { personNamed, problemOf, send } from '../support/accounts.ts'
import { DATABASES } from '../support/databases.ts'
import { turnOn } from '../support/second-step.ts'
import { totp } from '../support/totp.ts'
import { makeWorld, type World } from '../support/world.ts'

/** PostgreSQL takes its time to start inside a test. */
const STARTING_MS = 60_000

describe.each(DATABASES)('a second step that was lost, on %s', (_name, open) => {
  let world: World
  let ida: Awaited<ReturnType<typeof turnOn>>
  let jo: Awaited<ReturnType<typeof turnOn>>
  beforeAll(async () => {
    world = await makeWorld(open, { demonstration: false })
    await world.as()
    ida = await turnOn(world, 'Ida')
    jo = await turnOn(world, 'Jo')
  }, STARTING_MS)
  afterAll(() => world.db.destroy())
  afterEach(() => {
    expect(world.errors.splice(0)).toEqual([])
  })

  const reset = async (name: string, reason = 'The telephone was stolen') => {
    const { id } = await personNamed(world, name)
    return send(world, 'POST', personActionPath(id, 'reset-second-step'), { reason })
  }
  const nextCode = (key: string) => totp(key, Date.now() + 30_000)
  const begin = async (name: string) => {
    const begun = await enter(world, emailOf(name))
    expect(await begun.clone().json()).toMatchObject({ twoFactorRedirect: true })
    return cookieOf(begun, 'two_factor')
  }

  test('is reset with a reason, which ends sessions and lets the password alone in again', async () => {
    expect(await nameOf(world, ida.cookie)).toBe('Ida')
    const response = await reset('Ida')
    expect(response.status).toBe(200)
    expect(await personNamed(world, 'Ida')).toMatchObject({ secondFactor: false, state: 'active' })
    expect(await nameOf(world, ida.cookie)).toBeNull()
    expect(await nameOf(world, cookieOf(await enter(world, emailOf('Ida'))))).toBe('Ida')
    expect((await enter(world, emailOf('Ida'), 'not the password')).status).toBe(401)
  })

  test('is on record as what it is, with who, whose and why', async () => {
    const { id } = await personNamed(world, 'Ida')
    const analyst = await personNamed(world, 'analyst')
    const rows = await world.db
      .selectFrom('audit')
      .select(['actor', 'about', 'before', 'after', 'why'])
      .where('action', '=', 'second-factor-reset')
      .execute()
    expect(rows).toEqual([
      {
        actor: `account:${analyst.id}`,
        about: `account:${id}`,
        before: null,
        after: null,
        why: 'The telephone was stolen',
      },
    ])
  })

  test('opens nothing any more: neither its codes, nor a recovery code, nor a sign-in that was begun', async () => {
    const begun = await begin('Jo')
    await reset('Jo')
    const byCode = await atDoor(
      world,
      '/two-factor/verify-totp',
      { code: nextCode(jo.key) },
      { cookie: begun },
    )
    const byRecovery = await atDoor(
      world,
      '/two-factor/verify-backup-code',
      { code: jo.backupCode },
      { cookie: begun },
    )
    expect([byCode.status, byRecovery.status]).toEqual([401, 401])
    expect([cookieOf(byCode), cookieOf(byRecovery)]).toEqual(['', ''])
    expect(await world.db.selectFrom('twoFactor').selectAll().execute()).toEqual([])
  })

  test('can be turned on again by whoever lost it', async () => {
    const cookie = cookieOf(await enter(world, emailOf('Ida')))
    const enrolled = await atDoor(world, '/two-factor/enable', { password: PASSWORD }, { cookie })
    const { totpURI } = (await enrolled.json()) as { totpURI: string }
    const code = totp(new URL(totpURI).searchParams.get('secret') ?? '')
    await atDoor(world, '/two-factor/verify-totp', { code }, { cookie })
    expect((await personNamed(world, 'Ida')).secondFactor).toBe(true)
    await begin('Ida')
  })

  test('is never reset by whoever it belongs to', async () => {
    const { cookie } = await turnOn(world, 'Boss', 'admin')
    const { id } = await personNamed(world, 'Boss')
    const own = await world.app.request(personActionPath(id, 'reset-second-step'), {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ reason: 'Mine' }),
    })
    expect(await problemOf(own)).toMatchObject({
      status: 409,
      detail:
        'Nobody resets their own second step: turn it off on the page “Your account”, or ask another administrator.',
    })
    expect((await personNamed(world, 'Boss')).secondFactor).toBe(true)
  })

  test.each([
    ['of somebody who has none', 'Kim', 'Lost', 409, 'Kim has no second step, so there is nothing to reset.'],
    ['without a reason', 'Boss', ' ', 400, 'reason: say why, in a few words'],
    [
      'with a reason that names the person',
      'Boss',
      'Boss lost it',
      400,
      'reason: leave out the person’s name and address: the reason stays on record when the account is erased',
    ],
  ])('%s is refused', async (_what, name, reason, status, detail) => {
    await world.as('Kim', { role: 'viewer' })
    expect(await problemOf(await reset(name, reason))).toMatchObject({ status, detail })
  })

  test('of a closed account is not reset', async () => {
    await turnOn(world, 'Past')
    const { id } = await personNamed(world, 'Past')
    await send(world, 'POST', personActionPath(id, 'close'), { reason: 'Left the council' })
    expect(await problemOf(await reset('Past'))).toMatchObject({
      status: 409,
      detail: 'The account of Past is closed. Reopen it first.',
    })
  })
})
