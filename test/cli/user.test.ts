import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { userCommand } from '../../server/cli/user.ts'
import { readEnv } from '../../server/env.ts'
import { nameOf } from '../hostile/entering.ts'
import { personNamed } from '../support/accounts.ts'
import { turnOn } from '../support/second-step.ts'
import { type FileWorld, makeFileWorld } from '../support/world.ts'

let world: FileWorld
beforeAll(async () => {
  world = await makeFileWorld({ demonstration: false })
})
afterAll(() => world.end())

/** What a command wrote, and its exit code. */
async function run(args: string[], stdin = '') {
  const written: string[] = []
  const code = await userCommand(args, {
    db: world.db,
    env: readEnv({ DATABASE_URL: world.databaseUrl, BASE_URL: 'https://performance.council.example' }),
    now: new Date(),
    write: (text) => void written.push(text),
    stdin: Readable.from([stdin]),
  })
  return [code, written.join('')]
}

test('before anybody is added, nobody is listed', async () => {
  expect(await run(['list'])).toEqual([0, 'Nobody can sign in yet.\n'])
})

test('somebody who is added with a password signs in with it, and is on record', async () => {
  const added = await run(
    ['add', 'Ann@council.example', '--role', 'analyst', '--name', 'Ann Archer', '--approver'],
    'plumbus-harvest-kettle\n',
  )
  expect(added).toEqual([0, 'Ann@council.example may sign in now, as analyst.\n'])
  expect(await run(['list'])).toEqual([0, 'ann@council.example  Ann Archer  analyst  approver\n'])
  expect(await world.signIn('ann@council.example', 'plumbus-harvest-kettle')).toContain('session_token=')
  const events = await world.db.selectFrom('audit').select(['actor', 'action']).execute()
  expect(events).toContainEqual({ actor: 'command-line', action: 'person-added' })
})

test.each([
  [['add', 'ann@council.example', '--role', 'viewer'], 'plumbus-harvest-kettle', 'There is an account'],
  [['add', 'ben@council.example', '--role', 'viewer'], 'short', 'Use at least 12 characters'],
  [
    ['add', 'ben@council.example', '--role', 'viewer', '--name', 'ann archer'],
    'plumbus-harvest-kettle',
    'Somebody else here is called ann archer',
  ],
])('%j is refused with its reason', async (args, stdin, words) => {
  expect(await run(args, stdin)).toEqual([1, expect.stringContaining(words)])
})

test.each([
  [['add', 'ben@council.example', '--role', 'king'], 'viewer|leader|analyst|admin'],
  [['add', 'ben'], 'Say whose address and which role'],
  [[], 'Say what to do'],
  [['reset'], 'user reset-second-step <email>'],
])('%j is told how to ask', async (args, words) => {
  expect(await run(args)).toEqual([2, expect.stringContaining(words)])
})

test('a link lets somebody who is locked out choose a new password', async () => {
  const [code, words] = await run(['link', 'ann@council.example'])
  expect(code).toBe(0)
  const secret = /https:\/\/performance\.council\.example\/join\/(\S+)/.exec(String(words))?.[1]
  const response = await world.app.request(`/api/invitations/${secret}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ password: 'another-kettle-of-fish' }),
  })
  expect(response.status).toBe(200)
  expect(await world.signIn('ann@council.example', 'another-kettle-of-fish')).toContain('session_token=')
})

test('there is no link for an address that nobody has', async () => {
  expect(await run(['link', 'zoe@council.example'])).toEqual([
    1,
    'Nobody with the address "zoe@council.example" can sign in: user list tells who can.\n',
  ])
})

describe('the second step of the only administrator, who lost it', () => {
  test('is reset here, on record; sessions end, and the password alone lets them in', async () => {
    const { cookie } = await turnOn(world, 'Boss', 'admin')
    const [code, words] = await run(['reset-second-step', 'Boss@council.example'])
    expect([code, words]).toEqual([0, expect.stringContaining('signed out everywhere')])
    expect(await nameOf(world, cookie)).toBeNull()
    expect(await nameOf(world, await world.signIn('boss@council.example'))).toBe('Boss')
    const events = await world.db
      .selectFrom('audit')
      .select(['actor', 'about'])
      .where('action', '=', 'second-factor-reset')
      .execute()
    const { id } = await personNamed(world, 'Boss')
    expect(events).toEqual([{ actor: 'command-line', about: `account:${id}` }])
  })

  test.each([
    ['boss@council.example', 'has no second step, so there is nothing to reset'],
    ['zoe@council.example', 'Nobody with the address "zoe@council.example" can sign in'],
  ])('of %s is refused: %s', async (email, words) => {
    expect(await run(['reset-second-step', email])).toEqual([1, expect.stringContaining(words)])
  })
})
