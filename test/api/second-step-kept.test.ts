import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { atDoor, cookieOf, emailOf, enter, PASSWORD, SECRET } from '../hostile/entering.ts'
import { bytesOf, totp } from '../support/totp.ts'
import { makeWorld, type World } from '../support/world.ts'
import { openXChaCha } from '../support/xchacha.ts'

/** The keys of second steps are kept encrypted, in a way that finds it when somebody changes them in the database. */

let world: World
beforeEach(async () => {
  world = await makeWorld(undefined, { demonstration: false })
})
afterEach(() => world.db.destroy())

/** A password is hashed slowly, many times here. */
const SLOW = { timeout: 30_000 }

/** Turns the second step on; gives its key. */
async function turnOn(name: string): Promise<string> {
  const cookie = await world.as(name, { role: 'viewer' })
  const enabled = await atDoor(world, '/two-factor/enable', { password: PASSWORD }, { cookie })
  const { totpURI } = (await enabled.json()) as { totpURI: string }
  const key = new URL(totpURI).searchParams.get('secret') ?? ''
  await atDoor(world, '/two-factor/verify-totp', { code: totp(key) }, { cookie })
  return key
}
/** What the database has of each second step. */
async function kept(): Promise<string[]> {
  const { rows } = await sql<{ secret: string }>`select secret from "twoFactor"`.execute(world.db)
  return rows.map(({ secret }) => secret)
}
const KEY = createHash('sha256').update(SECRET).digest()

test('by XChaCha20-Poly1305 with the program’s secret, and another nonce each time', SLOW, async () => {
  const keys = [await turnOn('Ann'), await turnOn('Ben')].map((key) => bytesOf(key).toString())
  const closed = await kept()
  const opened = closed.map((each) => openXChaCha(KEY, Buffer.from(each, 'hex')).toString())
  expect(opened.sort()).toEqual(keys.sort())
  expect(new Set(closed.map((each) => each.slice(0, 48))).size).toBe(2)
})

test('what was changed in the database lets nobody in, and is a fault of ours', SLOW, async () => {
  const key = await turnOn('Ann')
  const [closed = ''] = await kept()
  const changed = closed.replace(/.$/, closed.endsWith('0') ? '1' : '0')
  expect(() => openXChaCha(KEY, Buffer.from(changed, 'hex'))).toThrow()
  await sql`update "twoFactor" set secret = ${changed}`.execute(world.db)
  const cookie = cookieOf(await enter(world, emailOf('Ann')), 'two_factor')
  const code = { code: totp(key, Date.now() + 30_000) }
  const answer = await atDoor(world, '/two-factor/verify-totp', code, { cookie })
  expect([answer.status, cookieOf(answer), world.errors.length]).toEqual([500, '', 1])
})
