import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directorySignIn } from '../../server/auth/directory.ts'
import { parseGroupRules } from '../../server/auth/groups.ts'
import { invitationsPath, personPath } from '../../server/contract/paths.ts'
import { emailOf } from '../hostile/entering.ts'
import { personNamed, problemOf, readPeople, send } from '../support/accounts.ts'
import { DATABASES } from '../support/databases.ts'
import { makeWorld, type World } from '../support/world.ts'

const GRANT = { role: 'viewer', rights: [], themes: null }

describe.each(DATABASES)('whom the council’s directory sends, on %s', (_name, open) => {
  let world: World
  let council: ReturnType<typeof directorySignIn>
  beforeAll(async () => {
    world = await makeWorld(open, { demonstration: false })
    council = directorySignIn(world.db, {
      ...{ issuer: 'https://login.example/council', clientId: 'dashboard', clientSecret: 'kept in a vault' },
      ...{ name: 'Council account', groupsClaim: 'groups' },
      rules: parseGroupRules('admins=admin,analysts=analyst+approver,members=viewer'),
    })
    await world.as('Ann Archer', { role: 'viewer' })
  }, 60_000)
  afterAll(() => world.db.destroy())

  const comes = async (name: string, email: string) => {
    await council.admit({ email }, { action: 'create-user', profile: { groups: ['members'] } })
    return (await council.accountFor({ name, email }))?.name
  }
  const signsIn = (id: string, ...groups: string[]) =>
    council.admit({ id }, { action: 'sign-in', profile: { groups } })
  /** Somebody who has no password here, as the directory's own have none. */
  async function member(name: string, role: 'viewer' | 'admin' = 'viewer') {
    await world.as(name, { role })
    const person = await personNamed(world, name)
    await world.db
      .updateTable('account')
      .set({ providerId: 'council' })
      .where('userId', '=', person.id)
      .execute()
    return person
  }
  const recorded = (id: string) =>
    world.db
      .selectFrom('audit')
      .select(['actor', 'action', 'before', 'after', 'why'])
      .where('about', '=', `account:${id}`)
      .where('actor', '=', 'directory')
      .execute()

  test.each([
    ['Ben Baker', 'ben@council.example', 'Ben Baker'],
    ['Ann Archer', 'ann.archer2@council.example', 'Ann Archer (ann.archer2)'],
    ['ANN ARCHER', 'a.archer@council.example', 'ANN ARCHER (a.archer)'],
  ])('%s, of the address %s, is called %s', async (name, email, called) => {
    expect(await comes(name, email)).toBe(called)
  })

  test('are told apart from whoever is invited, too, and in the end by the whole address', async () => {
    const invite = (name: string, email: string) =>
      send(world, 'POST', invitationsPath, { ...GRANT, email, name })
    await invite('Nell', 'nell.a@council.example')
    expect(await comes('Nell', 'nell.b@council.example')).toBe('Nell (nell.b)')
    await invite('Nell (nell.b)', 'nell.c@council.example')
    expect(await comes('Nell', 'nell.b@other.example')).toBe('Nell (nell.b@other.example)')
  })

  test('what their groups change of what they may do is on record, and only that', async () => {
    const { id } = await member('Vic')
    await signsIn(id, 'members')
    expect(await recorded(id)).toEqual([])
    await signsIn(id, 'analysts')
    expect(await recorded(id)).toEqual([
      {
        actor: 'directory',
        action: 'person-changed',
        before: '{"role":"viewer","rights":[],"themes":null}',
        after: '{"role":"analyst","rights":["approver"],"themes":null}',
        why: 'As the groups of the directory say',
      },
    ])
    expect(await personNamed(world, 'Vic')).toMatchObject({ role: 'analyst' })
  })

  test('a change by the directory is told to an administrator who has not seen it', async () => {
    const seen = await member('Una')
    await signsIn(seen.id, 'analysts')
    const body = { ...GRANT, version: seen.version, reason: 'Agreed' }
    expect((await problemOf(await send(world, 'PUT', personPath(seen.id), body))).detail).toContain(
      'The council’s directory changed the role from Viewer to Analyst and the extra rights from none to Approver.',
    )
  })

  test('who may let nobody in any more knows no links that would', async () => {
    const { id } = await member('Boss', 'admin')
    const body = { ...GRANT, email: emailOf('Friend'), name: 'Friend' }
    await send(world, 'POST', invitationsPath, body, 'Boss')
    await signsIn(id, 'members')
    expect((await readPeople(world)).invitations.map(({ name }) => name)).not.toContain('Friend')
  })

  test('of a closed account nothing is changed', async () => {
    const { id } = await member('Past')
    await send(world, 'POST', `${personPath(id)}/close`, { reason: 'Left the council' })
    await signsIn(id, 'admins')
    expect(await personNamed(world, 'Past')).toMatchObject({ role: 'viewer', state: 'closed' })
    expect(await recorded(id)).toEqual([])
  })
})
