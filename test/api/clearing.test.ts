import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { clearRunOut, startClearing } from '../../server/auth/clearing.ts'
import { invitationsPath, passwordLinkPath } from '../../server/contract/paths.ts'
import { CLEARING_HOURS, SESSION_LONGEST_HOURS } from '../../server/domain/retention.ts'
import type { Database } from '../../server/store/database.ts'
import { emailOf, enter } from '../hostile/entering.ts'
import { personNamed, send } from '../support/accounts.ts'
import { DATABASES } from '../support/databases.ts'
import { turnOn } from '../support/second-step.ts'
import { makeWorld, type World } from '../support/world.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const GRANT = { role: 'viewer', rights: [], themes: null }

describe.each(DATABASES)('what ran out, on %s', (_name, open) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(open, { demonstration: false })
    await world.as('Ann', { role: 'viewer' })
  }, 60_000)
  afterAll(() => world.db.destroy())

  const links = async () =>
    (await world.db.selectFrom('invitation').select(['name', 'used_at']).execute()).map(({ name }) => name)
  const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)

  test('links that nobody used go on the day they end, and those that were used stay', async () => {
    await send(world, 'POST', invitationsPath, { ...GRANT, email: emailOf('Nell'), name: 'Nell' })
    const used = await send(world, 'POST', invitationsPath, { ...GRANT, email: emailOf('Una'), name: 'Una' })
    const { path } = (await used.json()) as { path: string }
    await send(world, 'POST', `/api/invitations/${path.slice('/join/'.length)}`, {
      password: 'gravel-otter-lantern',
    })
    await send(world, 'POST', passwordLinkPath((await personNamed(world, 'Ann')).id))
    await clearRunOut(world.db, inDays(0.99))
    expect((await links()).toSorted()).toEqual(['Ann', 'Nell', 'Una'])
    await clearRunOut(world.db, inDays(1.01))
    expect((await links()).toSorted()).toEqual(['Nell', 'Una'])
    await clearRunOut(world.db, inDays(7.01))
    expect(await links()).toEqual(['Una'])
  })

  test('sessions go when they end, and not before', async () => {
    await world.signIn(emailOf('Ann'))
    const count = async () => (await world.db.selectFrom('session').select('id').execute()).length
    const open = await count()
    await clearRunOut(world.db, new Date())
    expect(await count()).toBe(open)
    await clearRunOut(world.db, new Date(Date.now() + SESSION_LONGEST_HOURS * HOUR_MS + 1000))
    expect(await count()).toBe(0)
  })

  test('sign-ins that were begun and never ended go too', async () => {
    const count = async () => (await world.db.selectFrom('verification').select('id').execute()).length
    await turnOn(world, 'Bea')
    await world.db.deleteFrom('verification').execute()
    await enter(world, emailOf('Bea'))
    expect(await count()).toBeGreaterThan(0)
    await clearRunOut(world.db, new Date())
    expect(await count()).toBeGreaterThan(0)
    await clearRunOut(world.db, inDays(0.05))
    expect(await count()).toBe(0)
  })
})

test('what ran out is deleted at the start, and every day from then on; a day that fails is told', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const days: string[] = []
  const failing = {
    deleteFrom: () => {
      days.push('tried')
      throw new Error('locked')
    },
  } as unknown as Database
  const told: unknown[] = []
  const end = await startClearing(failing, (error) => told.push(error))
  expect([days.length, told.length]).toEqual([1, 1])
  vi.advanceTimersByTime(3 * CLEARING_HOURS * HOUR_MS)
  await setTimeout(0)
  expect([days.length, told.length]).toEqual([4, 4])
  end()
  vi.advanceTimersByTime(3 * CLEARING_HOURS * HOUR_MS)
  vi.useRealTimers()
  expect(days).toHaveLength(4)
})
