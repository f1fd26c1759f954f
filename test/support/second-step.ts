import type { Grant } from '../../server/auth/people.ts'
import { atDoor, cookieOf, PASSWORD } from '../hostile/entering.ts'
import { totp } from './totp.ts'
import type { World } from './world.ts'

/** Somebody turns the second step on; gives the key and a recovery code that they keep, and the cookie of their session. */
export async function turnOn(world: World, name: string, role: Grant['role'] = 'viewer') {
  const before = await world.as(name, { role })
  const enrolled = await atDoor(world, '/two-factor/enable', { password: PASSWORD }, { cookie: before })
  const { totpURI, backupCodes } = (await enrolled.json()) as { totpURI: string; backupCodes: string[] }
  const key = new URL(totpURI).searchParams.get('secret') ?? ''
  const turned = await atDoor(world, '/two-factor/verify-totp', { code: totp(key) }, { cookie: before })
  return { key, backupCode: backupCodes[0] ?? '', cookie: cookieOf(turned) }
}
