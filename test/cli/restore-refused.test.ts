import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { withFile } from '../../server/backup/file.ts'
import type { Database } from '../../server/store/database.ts'
import { backUp, inDatabase, restore } from '../support/backups.ts'
import { cli } from '../support/cli.ts'
import { draft, HEADING, post } from '../support/uploads.ts'
import { type FileWorld, makeFileWorld, SANDWELL } from '../support/world.ts'

let folder: string
let world: FileWorld
let sound: string
/** A backup that a test may do something to, and where nothing may be restored. */
let path: string
let target: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dashboard-refused-'))
  world = await makeFileWorld({ demonstration: false })
  const { id } = await draft(
    world,
    `${HEADING}\n2025-26Q2,cla-rate,${SANDWELL},,900,88593,101.6,illustrative,\n`,
  )
  await post(world, `/api/uploads/${id}/publish`, { reason: 'complete' })
  sound = join(folder, 'sound.backup')
  await backUp(world.databaseUrl, sound)
})
afterAll(async () => {
  await world.end()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  path = join(folder, 'tried.backup')
  copyFileSync(sound, path)
  target = join(folder, 'target.db')
})

const change = (statement: (file: Database) => Promise<unknown>) => withFile(path, 'fill', statement)

test.each<[string, () => unknown, RegExp]>([
  ['is not there', () => rmSync(path), /tried\.backup can’t be read\. Check the path/],
  [
    'is a text',
    () => writeFileSync(path, 'period,indicator_id\n'),
    /is no backup of this dashboard\. One is made by/,
  ],
  ['is empty', () => writeFileSync(path, ''), /is no backup of this dashboard/],
  [
    'is the database itself',
    () =>
      change((file) => sql`vacuum`.execute(file).then(() => sql`pragma application_id = 0`.execute(file))),
    /is a database of this dashboard, and no backup of one\. Make a backup of it: DATABASE_URL=sqlite:/,
  ],
  [
    'was cut off',
    () => writeFileSync(path, readFileSync(path).subarray(0, 120_000)),
    /is damaged: .* Use another backup\./,
  ],
  [
    'has one figure changed',
    () => change((file) => file.updateTable('figure').set({ value: 99 }).execute()),
    /is damaged: "figure" is not as it was written\. Use another backup\./,
  ],
  [
    'lacks a person',
    () => change((file) => file.deleteFrom('user').execute()),
    /is damaged: "user" has 0 rows, and had 1\./,
  ],
  ['does not say what it is', () => change((file) => sql`delete from backup`.execute(file)), /is damaged: /],
  [
    'was made by a newer version',
    () =>
      change((file) =>
        sql`insert into kysely_migration (name, timestamp) values ('9999-later', '')`.execute(file),
      ),
    /was made by a newer version of this program \(.*9999-later\)\. Update the program, then restore it\./,
  ],
])('a file that %s is refused, and nothing is made of it', async (_what, damage, words) => {
  await damage()
  const { code, output } = await restore(`sqlite:${target}`, path)
  expect(output).toMatch(words)
  expect(code).toBe(1)
  expect(existsSync(target)).toBe(false)
})

test('one byte that fell over in a value is found', async () => {
  const bytes = readFileSync(path)
  const place = bytes.indexOf('2025-26Q2cla')
  const at = place < 0 ? bytes.indexOf('illustrative') : place
  bytes.write('j', at)
  writeFileSync(path, bytes)
  expect((await restore(`sqlite:${target}`, path)).output).toMatch(
    /is damaged: "\w+" is not as it was written/,
  )
})

test('what is restored to stays as it is when a backup is refused', async () => {
  const url = `sqlite:${join(folder, 'own.db')}`
  await restore(url, sound)
  const before = readFileSync(join(folder, 'own.db'))
  await change((file) => file.deleteFrom('user').execute())
  expect((await restore(url, path, '--replace')).code).toBe(1)
  expect(readFileSync(join(folder, 'own.db')).equals(before)).toBe(true)
  expect(readdirSync(folder).filter((name) => /before-restore/.test(name))).toEqual([])
})

test('a database that somebody has open is left alone', async () => {
  const url = `sqlite:${join(folder, 'open.db')}`
  await restore(url, sound)
  await inDatabase(url, async (db) => {
    await db.selectFrom('release').select('id').execute()
    const { code, output } = await restore(url, sound, '--replace')
    expect(output).toBe('Somebody else is at work in the database. Stop the dashboard, then repeat this.')
    expect(code).toBe(1)
  })
})

test.each([
  [['restore'], 2, /Say which one backup to restore/],
  [['restore', 'a', '--force'], 2, /--force/],
  [['backup'], 2, /Say which one file to make/],
  [['nonsense'], 2, /There is no command "nonsense"\.\n\nUsage: /],
])('%j is told how to ask', async (args, code, words) => {
  const told = await cli({ DATABASE_URL: `sqlite:${target}` }, ...args)
  expect(told.output).toMatch(words)
  expect(told.code).toBe(code)
})

test.each([[['--help']], [['help']], [['backup', '--help']], [[]]])(
  '%j lists every command',
  async (args) => {
    const { code, output } = await cli({ DATABASE_URL: `sqlite:${target}` }, ...args)
    expect(output.match(/^ {2}[a-z]+(?= |$)/gm)?.map((name) => name.trim())).toEqual(
      expect.arrayContaining(['import', 'user', 'backup', 'restore', 'check']),
    )
    expect(code).toBe(0)
  },
)
