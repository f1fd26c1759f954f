import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { recordEvent, verifyAudit } from '../../server/store/audit.ts'
import { migrate, openDatabase } from '../../server/store/database.ts'
import { lockForWriting } from '../../server/store/revision.ts'
import { answersOf } from '../support/answers.ts'
import { backUp, inDatabase, manifestOf, restore } from '../support/backups.ts'
import { cli } from '../support/cli.ts'
import { PASSWORD } from '../support/people.ts'
import { type Postgres, startPostgres } from '../support/postgres.ts'
import { turnOn } from '../support/second-step.ts'
import { draft, HEADING, post } from '../support/uploads.ts'
import { type FileWorld, makeFileWorld, makeWorld, SANDWELL, type World } from '../support/world.ts'

/** From SQLite to PostgreSQL and back, with nothing but a backup and a restore. */
vi.setConfig({ testTimeout: 60_000 })

let folder: string
let postgres: Postgres
let world: FileWorld
let there: string
let back: string
const backup = (name: string) => join(folder, `${name}.backup`)
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dashboard-move-'))
  postgres = await startPostgres()
  world = await makeFileWorld()
  const text = `${HEADING}\n2025-26Q2,cla-rate,${SANDWELL},,900,88593,101.6,illustrative,“naïve” – Ł\n`
  const { id } = await draft(world, text)
  await post(world, `/api/uploads/${id}/publish`, { reason: 'complete' })
  await draft(world, text.replace('2025-26Q2', '2025-26Q3'))
  await turnOn(world, 'Ida')
  await backUp(world.databaseUrl, backup('first'))
  there = await postgres.createDatabase('moved')
  await moved(there, 'first')
  await backUp(there, backup('second'))
  back = `sqlite:${join(folder, 'back.db')}`
  await moved(back, 'second')
}, 120_000)
afterAll(async () => {
  await world?.end()
  await postgres?.stop()
  rmSync(folder, { recursive: true })
})

async function moved(url: string, name: string) {
  const { code, output } = await restore(url, backup(name))
  if (code !== 0) throw new Error(output)
}

async function inWorld<T>(url: string, look: (restored: World) => Promise<T>): Promise<T> {
  const open = async () => {
    const db = await openDatabase(url)
    await migrate(db)
    return db
  }
  const restored = await makeWorld(open, { demonstration: false, databaseUrl: url })
  try {
    return await look(restored)
  } finally {
    await restored.uploads.close()
    await restored.db.destroy()
  }
}

test('PostgreSQL answers as SQLite did, byte for byte, and so does SQLite afterwards', async () => {
  const before = await answersOf(world)
  expect([...before.values()].filter((answer) => answer.startsWith('200')).length).toBeGreaterThan(70)
  expect(await inWorld(there, answersOf)).toEqual(before)
  expect(await inWorld(back, answersOf)).toEqual(before)
})

test('every row is the same on both, but for the record and the revision, which go on', async () => {
  const [first, second] = await Promise.all([manifestOf(backup('first')), manifestOf(backup('second'))])
  const digests = new Map(second.tables.map(({ name, digest }) => [name, digest]))
  expect(
    first.tables.filter(({ name, digest }) => digests.get(name) !== digest).map(({ name }) => name),
  ).toEqual(['revision', 'upload', 'audit', 'audit_head'])
  expect(second.lastRelease).toBe(first.lastRelease)
})

test.each([
  ['PostgreSQL', () => there],
  ['SQLite again', () => back],
])('on %s the check holds, passwords let people in, and the record goes on', async (_name, url) => {
  const checked = await cli({ DATABASE_URL: url() }, 'check')
  expect(checked.output).toMatch(/Everything is in order\.\n$/)
  await inWorld(url(), async (again) => {
    expect(await again.signIn('analyst@council.example', PASSWORD)).toContain('session_token=')
    const number = (await verifyAudit(again.db)).last.number
    await recordEvent(again.db, {
      at: '2026-11-21T10:00:00.000Z',
      actor: 'nobody',
      action: 'sign-in-refused',
      about: null,
      before: null,
      after: null,
      why: null,
    })
    expect(await verifyAudit(again.db)).toMatchObject({ last: { number: number + 1 }, breaks: [] })
    await expect(sql`update audit set actor = 'somebody'`.execute(again.db)).rejects.toThrow(
      'The record of changes is only ever added to.',
    )
  })
})

test('new releases and drafts go on from the numbers of those before', async () => {
  const { lastRelease } = await manifestOf(backup('first'))
  const next = await inWorld(there, async (again) => {
    const { id } = await draft(
      again,
      `${HEADING}\n2024-25Q1,cla-rate,${SANDWELL},,880,88593,99.3,illustrative,\n`,
    )
    return again.db.selectFrom('upload').select('release_id').where('id', '=', id).executeTakeFirstOrThrow()
  })
  expect(next.release_id).toBe(lastRelease + 1)
})

test('PostgreSQL is restored to only while nobody writes, and replaced only when that is said', async () => {
  const url = await postgres.createDatabase('busy')
  await moved(url, 'first')
  expect((await restore(url, backup('first'))).output).toMatch(/holds something already/)
  const busy = await inDatabase(url, (db) =>
    db.transaction().execute(async (tx) => {
      await lockForWriting(tx)
      return restore(url, backup('first'), '--replace')
    }),
  )
  expect(busy.output).toMatch(/^Somebody else is at work in the database\. Stop the dashboard/)
  const { code, output } = await restore(url, backup('first'), '--replace')
  expect(output).toMatch(/What was there before is kept in .*before-restore-/)
  expect(code).toBe(0)
})

test('a restore of PostgreSQL that fails leaves all as it was', async () => {
  const url = await postgres.createDatabase('failing')
  await moved(url, 'first')
  const held = () =>
    inDatabase(url, async (db) => [
      await db
        .selectFrom('figure')
        .select((eb) => eb.fn.countAll().as('count'))
        .execute(),
      await verifyAudit(db),
    ])
  const before = await held()
  await inDatabase(url, (db) =>
    sql`alter table neighbour add constraint none check (position < 0) not valid`.execute(db),
  )
  expect((await restore(url, backup('first'), '--replace')).code).toBe(1)
  expect(await held()).toEqual(before)
})
