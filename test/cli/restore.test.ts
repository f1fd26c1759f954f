import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeInvitation } from '../../server/auth/people.ts'
import { personActionPath } from '../../server/contract/paths.ts'
import { findAudit, verifyAudit } from '../../server/store/audit.ts'
import { migrate, openDatabase } from '../../server/store/database.ts'
import { personNamed } from '../support/accounts.ts'
import { backUp, inDatabase, manifestOf, restore, restoreElsewhere } from '../support/backups.ts'
import { cli } from '../support/cli.ts'
import { PASSWORD } from '../support/people.ts'
import { turnOn } from '../support/second-step.ts'
import { ask, draft, HEADING, post } from '../support/uploads.ts'
import { type FileWorld, makeFileWorld, makeWorld, SANDWELL, type World } from '../support/world.ts'

/** Half a minute of copying, in some of these. */
vi.setConfig({ testTimeout: 60_000 })

let folder: string
let world: FileWorld
let path: string
let fresh = 0
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dashboard-restore-'))
  world = await makeFileWorld({ demonstration: false })
  await publish('2025-26Q2', 900)
  await draft(world, rowFor('2025-26Q3', 905))
  const discarded = await draft(world, rowFor('2025-26Q4', 910))
  await ask(world, `/api/uploads/${discarded.id}`, { method: 'DELETE' })
  await world.as('Ann', { role: 'leader' })
  await turnOn(world, 'Ida')
  path = join(folder, 'all.backup')
  await backUp(world.databaseUrl, path)
}, 60_000)
afterAll(async () => {
  await world.end()
  rmSync(folder, { recursive: true })
})

const rowFor = (quarter: string, count: number) =>
  `${HEADING}\n${quarter},cla-rate,${SANDWELL},,${count},88593,${(count / 8.8593).toFixed(1)},illustrative,\n`

async function publish(quarter: string, count: number) {
  const { id } = await draft(world, rowFor(quarter, count))
  await post(world, `/api/uploads/${id}/publish`, { reason: 'complete' })
}

/** Where a database may be made. */
const nextUrl = () => `sqlite:${join(folder, `${++fresh}.db`)}`

/** The program over a database that was restored. */
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

/** A database with the backup in it. */
async function restored(): Promise<string> {
  const url = nextUrl()
  const { code, output } = await restore(url, path)
  if (code !== 0) throw new Error(output)
  return url
}

/** What a database holds, table by table, as a backup of it says. */
async function contentsOf(url: string) {
  const copy = join(folder, `${++fresh}.backup`)
  await backUp(url, copy)
  const { tables } = await manifestOf(copy)
  return new Map<string, string>(tables.map(({ name, digest }) => [name, digest]))
}

/** A restored database has one record more, and its revision, with which drafts are compared, has gone on. */
const GROWING = ['revision', 'upload', 'audit', 'audit_head']

test('everything that is kept is as it was, and can be backed up again', async () => {
  const before = new Map((await manifestOf(path)).tables.map(({ name, digest }) => [name as string, digest]))
  const after = await contentsOf(await restored())
  expect([...after].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name)).toEqual(
    GROWING,
  )
})

test('it is said how old it is and what has to be done again, and the check of the database holds', async () => {
  const url = nextUrl()
  const { output } = await restore(url, path)
  expect(output).toMatch(
    /^Restored, as it was on \d+ \w+ 2\d{3} at \d\d:\d\d UTC: 2 figures, 2 releases .*, 3 people, /,
  )
  expect(output).toMatch(/accounts closed or erased, keys revoked, passwords changed\. Do that again\./)
  const checked = await cli({ DATABASE_URL: url }, 'check')
  expect(checked.output).toMatch(/Everything is in order\.\n$/)
  expect(checked.code).toBe(0)
})

test('the record goes on from that of the backup, with the restoring on it', async () => {
  const url = await restored()
  const [records, newest] = await inDatabase(url, async (db) => [
    await verifyAudit(db),
    await findAudit(db, { most: 1 }),
  ])
  const { madeAt, tables } = await manifestOf(path)
  const backedUp = tables.find(({ name }) => name === 'audit')?.rows ?? 0
  expect(records).toMatchObject({ breaks: [], last: { number: backedUp + 1 } })
  expect(newest).toMatchObject([{ actor: 'command-line', action: 'backup-restored', before: null }])
  expect(JSON.parse(newest[0]?.after ?? '')).toEqual({ file: 'all.backup', madeAt })
})

test('sessions end, links open nothing, and passwords still let people in', async () => {
  const cookie = await world.as('Ann')
  await inWorld(await restored(), async (again) => {
    const asked = await again.app.request('/api/session', { headers: { cookie } })
    expect(await asked.json()).toMatchObject({ person: null })
    expect(await again.signIn('ann@council.example', PASSWORD)).toContain('session_token=')
    expect(await again.db.selectFrom('invitation').select('id').execute()).toEqual([])
  })
})

test('no release is given the number of a draft that was discarded', async () => {
  await inWorld(await restored(), async (again) => {
    const highest = await again.db
      .selectFrom('release')
      .select((eb) => eb.fn.max('id').as('id'))
      .executeTakeFirstOrThrow()
    const next = await draft(again, rowFor('2024-25Q1', 880))
    const release = await again.db
      .selectFrom('upload')
      .select('release_id')
      .where('id', '=', next.id)
      .executeTakeFirstOrThrow()
    expect(release.release_id).toBe(Number(highest.id) + 2)
  })
})

test('an answer that a browser kept from after the backup is not taken for a new one', async () => {
  const revisionOf = (db: World['db']) => db.selectFrom('revision').select('number').executeTakeFirstOrThrow()
  const before = await revisionOf(world.db)
  const after = await inDatabase(await restored(), revisionOf)
  expect(after.number).toBeGreaterThan(before.number + 10_000)
})

test('a database that holds anything is left as it is', async () => {
  const url = await restored()
  const before = await contentsOf(url)
  const { code, output } = await restore(url, path)
  expect(code).toBe(1)
  expect(output).toMatch(/holds something already, and was left as it is\.\nAdd --replace/)
  const after = await contentsOf(url)
  expect([...after].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name)).toEqual([
    'audit',
    'audit_head',
  ])
})

test('what is replaced is kept, and can be put back', async () => {
  const url = nextUrl()
  const own = join(folder, 'replaced')
  await inDatabase(url, async (db) => {
    await migrate(db)
    await db
      .insertInto('mapping')
      .values({ signature: 'mine', mapping: '{}', made_at: '2026-11-21', made_by: 'Ann' })
      .execute()
  })
  const { code, output } = await restore(url, path, '--replace')
  expect(code).toBe(0)
  const kept =
    /is kept in (.*before-restore-.*\.backup), with the personal data in it/.exec(output)?.[1] ?? own
  expect(readdirSync(folder)).toContain(kept.slice(folder.length + 1))
  const back = nextUrl()
  await restore(back, kept)
  const signatures = await inDatabase(back, (db) => db.selectFrom('mapping').select('signature').execute())
  expect(signatures).toEqual([{ signature: 'mine' }])
  const [newest] = await inDatabase(url, (db) => findAudit(db, { most: 1 }))
  expect(JSON.parse(newest?.before ?? '')).toEqual({ records: 0, lastHash: '0'.repeat(64) })
})

test('sessions and links of what was replaced end too', async () => {
  const url = await restored()
  await inWorld(url, async (again) => {
    const guest = { kind: 'join', email: 'guest@council.example', name: 'Guest', user: null } as const
    const grant = { role: 'viewer', rights: [], themes: null, madeBy: 'start' } as const
    await makeInvitation(again.db, { ...guest, ...grant }, new Date())
    await again.as('Ann')
  })
  const waysIn = () =>
    inDatabase(url, async (db) => [
      (await db.selectFrom('session').select('id').execute()).length,
      (await db.selectFrom('invitation').select('id').execute()).length,
    ])
  expect(await waysIn()).toEqual([1, 1])
  await restore(url, path, '--replace')
  expect(await waysIn()).toEqual([0, 0])
})

test('whoever was shut out since is named, to be shut out again', async () => {
  const url = await restored()
  await inWorld(url, async (again) => {
    const { id } = await personNamed(again, 'Ann')
    await post(again, personActionPath(id, 'close'), { reason: 'Has left' })
  })
  const { output } = await restore(url, path, '--replace')
  expect(output).toMatch(
    /Of these, what was replaced knew:\n {2}.* UTC: closed an account \(ann@council\.example\)\n/,
  )
  expect(await inWorld(url, (again) => again.signIn('ann@council.example', PASSWORD))).toContain('session')
})

test('a second step that was set up under another secret is told, with what to do', async () => {
  const here = await restore(nextUrl(), path)
  expect(here.output).not.toMatch(/second step/)
  const elsewhere = await restoreElsewhere(nextUrl(), path)
  expect(elsewhere.output).toMatch(
    /The second step of sign-in of 1 of these people can’t be read: .* another AUTH_SECRET\. .*user reset-second-step/,
  )
})

test('a record that was altered before the backup is restored as it is, and told', async () => {
  const altered = await restored()
  await inDatabase(altered, async (db) => {
    await sql`drop trigger audit_update`.execute(db)
    await sql`update audit set actor = 'somebody-else' where number = 2`.execute(db)
  })
  const copy = join(folder, 'altered.backup')
  await backUp(altered, copy)
  const { code, output } = await restore(nextUrl(), copy)
  expect(output).toMatch(/not in order, as in the backup: Record 2 is not as it was written\./)
  expect(code).toBe(1)
})

test('a backup of an older version is brought up to this one, and stays as it is', async () => {
  const older = `sqlite:${join(folder, 'older.db')}`
  const made = join(folder, 'older.backup')
  await inDatabase(older, async (db) => {
    await migrate(db, '0005-audit')
    await db
      .insertInto('mapping')
      .values({ signature: 'old', mapping: '{}', made_at: '2026-11-21', made_by: 'Ann' })
      .execute()
  })
  await backUp(older, made)
  const before = await manifestOf(made)
  const url = nextUrl()
  expect((await restore(url, made)).code).toBe(0)
  const held = await inDatabase(url, async (db) => [
    await db.selectFrom('mapping').select('signature').execute(),
    await db.selectFrom('public_release').select('title').execute(),
  ])
  expect(held).toEqual([[{ signature: 'old' }], []])
  expect(await manifestOf(made)).toEqual(before)
  expect(existsSync(`${made}-wal`)).toBe(false)
})
