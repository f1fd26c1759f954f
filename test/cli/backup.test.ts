import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeInvitation } from '../../server/auth/people.ts'
import { withFile } from '../../server/backup/file.ts'
import { migrate } from '../../server/store/database.ts'
import { backUp, inDatabase, manifestOf } from '../support/backups.ts'
import { draft, HEADING, post } from '../support/uploads.ts'
import { type FileWorld, makeFileWorld, SANDWELL } from '../support/world.ts'

let world: FileWorld
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dashboard-backup-'))
  world = await makeFileWorld({ demonstration: false })
  const { id } = await draft(
    world,
    `${HEADING}\n2025-26Q2,cla-rate,${SANDWELL},,900,88593,101.6,illustrative,\n`,
  )
  await post(world, `/api/uploads/${id}/publish`, { reason: 'complete' })
  const grant = { role: 'viewer', rights: [], themes: null } as const
  const guest = { kind: 'join', email: 'guest@council.example', name: 'Guest', user: null } as const
  await makeInvitation(world.db, { ...guest, ...grant, madeBy: 'start' }, new Date())
})
afterAll(async () => {
  await world.end()
  rmSync(folder, { recursive: true })
})

const place = (name: string) => join(folder, name)

test('a backup says what is in it, how it is to be kept, and what is not in it', async () => {
  const path = place('told.backup')
  const { code, output } = await backUp(world.databaseUrl, path)
  expect(output).toMatch(
    /told\.backup: 1 figure, 1 release \(the newest: "Quarterly return, Quarter 2 2025\/26", .*\), 1 person, \d+ records of who did what, 0\.\d MB\. It was read back and is whole\.\nSHA-256: [0-9a-f]{64}\n/,
  )
  expect(output).toMatch(/personal data .* figures that the public is not shown/)
  expect(output).toMatch(/Sessions and one-time links are not in it\. Keep AUTH_SECRET elsewhere/)
  expect(code).toBe(0)
})

test('only its owner may read it, and nothing unfinished is left beside it', async () => {
  const path = place('owned.backup')
  await backUp(world.databaseUrl, path)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder).filter((name) => /^owned/.test(name))).toEqual(['owned.backup'])
})

test('it goes on record, with the hash of the file', async () => {
  const { output } = await backUp(world.databaseUrl, place('recorded.backup'))
  const last = await world.db.selectFrom('audit').selectAll().orderBy('number', 'desc').executeTakeFirst()
  expect(last).toMatchObject({ actor: 'command-line', action: 'backup-made' })
  expect(JSON.parse(last?.after ?? '')).toEqual({
    file: 'recorded.backup',
    hash: /SHA-256: (\w+)/.exec(output)?.[1],
    figures: 1,
    releases: 1,
    people: 1,
  })
})

test('nobody comes in by it: it holds neither sessions nor links', async () => {
  const path = place('closed.backup')
  await backUp(world.databaseUrl, path)
  const counts = await withFile(path, 'read', (file) =>
    sql<{ users: number; sessions: number; links: number }>`
      select
        (select count(*) from "user") as users,
        (select count(*) from session) as sessions,
        (select count(*) from invitation) as links
    `.execute(file),
  )
  expect(counts.rows).toEqual([{ users: 1, sessions: 0, links: 0 }])
  const held = await world.db.selectFrom('session').select('id').execute()
  expect(held).not.toEqual([])
})

test('a file that is there already stays as it is', async () => {
  const path = place('there.backup')
  writeFileSync(path, 'something else')
  const { code, output } = await backUp(world.databaseUrl, path)
  expect(code).toBe(1)
  expect(output).toMatch(/there already, and a backup never takes the place of a file\. Say another name\./)
  expect(statSync(path).size).toBe('something else'.length)
})

test.each([
  ['no file', [], 2, /Say which one file to make/],
  ['two files', ['a', 'b'], 2, /Say which one file to make/],
  ['a folder that is not there', ['/nowhere/at/all.backup'], 1, /There is no folder for .* Make it first\./],
])('%s is told with what to do', async (_what, args, code, words) => {
  const told = await backUp(world.databaseUrl, ...args)
  expect(told.output).toMatch(words)
  expect(told.code).toBe(code)
})

test('a database that is not there is not made', async () => {
  const missing = place('missing.db')
  const { code, output } = await backUp(`sqlite:${missing}`, place('missing.backup'))
  expect(code).toBe(1)
  expect(output).toMatch(/There is no database at .*missing\.db\. Check DATABASE_URL/)
  expect(existsSync(missing)).toBe(false)
})

test('a database of an older version is backed up as it is, and not changed under whoever runs it', async () => {
  const url = `sqlite:${place('older.db')}`
  await inDatabase(url, (db) => migrate(db, '0003-entries'))
  // It has no record of changes yet, so that the backup can't be put on it.
  const { code, output } = await backUp(url, place('older.backup'))
  expect(output).toMatch(/read back and is whole(.|\n)*It could not be put on record: no such table: audit/)
  expect(code).toBe(1)
  expect((await manifestOf(place('older.backup'))).tables.map(({ name }) => name)).toContain('entry')
  await expect(inDatabase(url, (db) => db.selectFrom('user').select('id').execute())).rejects.toThrow(
    'no such table',
  )
})

test('a database of a newer version is refused', async () => {
  const url = `sqlite:${place('newer.db')}`
  await inDatabase(url, async (db) => {
    await migrate(db)
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '')`.execute(db)
  })
  const { code, output } = await backUp(url, place('newer.backup'))
  expect(code).toBe(1)
  expect(output).toMatch(/of a newer version of this program \(9999-later\)\. Back it up with that version\./)
  expect(existsSync(place('newer.backup'))).toBe(false)
})
