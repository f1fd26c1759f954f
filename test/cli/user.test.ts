import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { userCommand } from '../../server/cli/user.ts'
import { readEnv } from '../../server/env.ts'
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
  expect(events).toContainEqual({ actor: 'command-line', action: 'person-joined' })
})

test.each([
  [['add', 'ann@council.example', '--role', 'viewer'], 'plumbus-harvest-kettle', 'There is an account'],
  [['add', 'ben@council.example', '--role', 'viewer'], 'short', 'Use at least 12 characters'],
])('%j is refused with its reason', async (args, stdin, words) => {
  expect(await run(args, stdin)).toEqual([1, expect.stringContaining(words)])
})

test.each([
  [['add', 'ben@council.example', '--role', 'king'], 'viewer|leader|analyst|admin'],
  [['add', 'ben'], 'Say whose address and which role'],
  [[], 'Say what to do'],
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
