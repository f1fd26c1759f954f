import { afterAll, beforeAll, expect, test } from 'vitest'
import { atDoor, cookieOf, emailOf, enter, PASSWORD } from '../hostile/entering.ts'
import { totp } from '../support/totp.ts'
import { makeWorld, type World } from '../support/world.ts'

/** Who comes in is on record with the way they came, and with how many steps. */

let world: World
beforeAll(async () => {
  world = await makeWorld(undefined, { demonstration: false })
})
afterAll(() => world.db.destroy())

const waysOnRecord = async () => {
  const rows = await world.db
    .selectFrom('audit')
    .select('why')
    .where('action', '=', 'sign-in')
    .orderBy('number')
    .execute()
  return rows.map(({ why }) => why)
}

test('with a password, with a code of an app behind it, or with a recovery code', async () => {
  const cookie = await world.as('Ann', { role: 'viewer' })
  const enabled = await atDoor(world, '/two-factor/enable', { password: PASSWORD }, { cookie })
  const { totpURI, backupCodes } = (await enabled.json()) as { totpURI: string; backupCodes: string[] }
  const key = new URL(totpURI).searchParams.get('secret') ?? ''
  await atDoor(world, '/two-factor/verify-totp', { code: totp(key) }, { cookie })
  const half = async () => ({ cookie: cookieOf(await enter(world, emailOf('Ann')), 'two_factor') })
  await atDoor(world, '/two-factor/verify-totp', { code: totp(key, Date.now() + 30_000) }, await half())
  await atDoor(world, '/two-factor/verify-backup-code', { code: backupCodes[0] }, await half())
  expect(await waysOnRecord()).toEqual([
    'with a password',
    'with a password and a code',
    'with a password and a recovery code',
  ])
})
