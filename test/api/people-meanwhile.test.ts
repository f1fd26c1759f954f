import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { personActionPath, personPath } from '../../server/contract/paths.ts'
import { personNamed, problemOf, send } from '../support/accounts.ts'
import { DATABASES } from '../support/databases.ts'
import { makeWorld, type World } from '../support/world.ts'

const GRANT = { role: 'viewer', rights: [], themes: null, reason: 'Agreed' }
const STARTING_MS = 60_000

describe.each(DATABASES)('two administrators who change one person at once, on %s', (_name, open) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(open, { demonstration: false })
    await world.as('Boss', { role: 'admin' })
  }, STARTING_MS)
  afterAll(() => world.db.destroy())
  afterEach(() => {
    expect(world.errors.splice(0)).toEqual([])
  })

  const seen = async (name: string) => {
    await world.as(name, { role: 'viewer' })
    return personNamed(world, name)
  }
  const change = ({ id, version }: { id: string; version: number }, body: object, by?: string) =>
    send(world, 'PUT', personPath(id), { ...GRANT, version, ...body }, by)
  const conflict = async (response: Response) => {
    const { status, detail } = await problemOf(response)
    expect(status).toBe(409)
    return detail
  }

  test('the second is refused, and told what the first changed; nothing is lost', async () => {
    const cas = await seen('Cas')
    expect((await change(cas, { role: 'leader' }, 'Boss')).status).toBe(200)
    expect(await conflict(await change(cas, { rights: ['approver'] }))).toBe(
      'This account was changed meanwhile, so your change is not saved. Boss changed the role from Viewer to Leader. Look at what it is now, and save your change again if it is still needed.',
    )
    expect(await personNamed(world, 'Cas')).toMatchObject({ role: 'leader', rights: [] })
  })

  test('each change that was missed is told, and none that was seen', async () => {
    const pat = await seen('Pat Hill')
    await change(pat, { role: 'analyst' }, 'Boss')
    const later = await personNamed(world, 'Pat Hill')
    expect(later.version).toBeGreaterThan(pat.version)
    await change(later, { role: 'analyst', themes: ['workforce'] }, 'Boss')
    await change(await personNamed(world, 'Pat Hill'), { role: 'analyst', name: 'Pat Dale' }, 'analyst')
    expect(await conflict(await change(later, { role: 'viewer' }))).toContain(
      'Boss changed the themes from all to Workforce. analyst changed the themes from Workforce to all and the name to Pat Dale. Look',
    )
  })

  test('made anew from what it is now, the change is taken', async () => {
    const ned = await seen('Ned')
    await change(ned, { role: 'leader' }, 'Boss')
    await conflict(await change(ned, { rights: ['approver'] }))
    const now = await personNamed(world, 'Ned')
    expect((await change(now, { role: 'leader', rights: ['approver'] })).status).toBe(200)
  })

  test('closing and reopening are changes too', async () => {
    const max = await seen('Max')
    const act = (action: 'close' | 'reopen') =>
      send(world, 'POST', personActionPath(max.id, action), { reason: 'Agreed' }, 'Boss')
    await act('close')
    expect(await conflict(await change(max, {}))).toContain('Boss closed the account.')
    await act('reopen')
    expect(await conflict(await change(max, {}))).toContain(
      'Boss closed the account. Boss reopened the account.',
    )
  })

  test('signing in is no change, nor is a link for another password', async () => {
    const una = await seen('Una')
    await world.signIn('una@council.example')
    await send(world, 'POST', `${personPath(una.id)}/password-link`)
    expect((await personNamed(world, 'Una')).version).toBe(una.version)
    expect((await change(una, { role: 'leader' })).status).toBe(200)
  })

  test('a version that never was is refused, and one has to be said', async () => {
    const vic = await seen('Vic')
    expect(await conflict(await change({ ...vic, version: 999_999 }, {}))).toMatch(
      /^This account was changed meanwhile, so your change is not saved\. Look at/,
    )
    const unsaid = await problemOf(await send(world, 'PUT', personPath(vic.id), GRANT))
    expect(unsaid).toMatchObject({ status: 400, errors: [{ path: 'version' }] })
  })

  test('of two who send it at the same moment one is refused', async () => {
    const zoe = await seen('Zoe')
    const answers = await Promise.all([
      change(zoe, { role: 'leader' }, 'Boss'),
      change(zoe, { role: 'analyst' }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })
})
