import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuditEvent } from '../../server/domain/audit.ts'
import { countAudit, findAudit, recordEvent, verifyAudit } from '../../server/store/audit.ts'
import { type Database, migrate, openDatabase } from '../../server/store/database.ts'
import { lockForWriting } from '../../server/store/revision.ts'

/** Two handles on one file, in one thread: if the second held up the thread, the first would never let go. */
let folder: string
let url: string
let db: Database
let patient: Database
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dashboard-patient-'))
  url = `sqlite:${join(folder, 'dashboard.db')}`
  db = await openDatabase(url)
  await migrate(db)
  patient = await openDatabase(url, { patient: true })
})
afterAll(async () => {
  await patient.destroy()
  await db.destroy()
  rmSync(folder, { recursive: true })
})

const event = (why: string): AuditEvent => ({
  at: '2026-05-01T12:00:00.000Z',
  actor: 'account:sam',
  action: 'sign-in',
  about: 'account:sam',
  before: null,
  after: null,
  why,
})

/** Another writer, who takes its time. */
const hold = (ms: number) =>
  db.transaction().execute(async (tx) => {
    await lockForWriting(tx)
    await setTimeout(ms)
  })

test('whoever writes beside a long job waits for it, and is not lost', async () => {
  const holding = hold(400)
  await setTimeout(50)
  const start = performance.now()
  await Promise.all([recordEvent(patient, event('one')), recordEvent(patient, event('two'))])
  expect(performance.now() - start).toBeGreaterThan(200)
  await holding
  expect((await findAudit(db, { most: 9 })).map(({ why }) => why).sort()).toEqual(['one', 'two'])
  expect((await verifyAudit(patient)).breaks).toEqual([])
})

test('what reads does not wait for it', async () => {
  const holding = hold(400)
  await setTimeout(50)
  const start = performance.now()
  await findAudit(patient, { most: 1 })
  expect(performance.now() - start).toBeLessThan(200)
  await holding
})

test('two handles that write at once make one chain', async () => {
  const before = await countAudit(db, {})
  const other = await openDatabase(url, { patient: true })
  const handles = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? patient : other))
  await Promise.all(handles.map((handle, i) => recordEvent(handle, event(`${i}`))))
  await other.destroy()
  expect(await countAudit(db, {})).toBe(before + 20)
  expect((await verifyAudit(db)).breaks).toEqual([])
})

test('another fault is told at once', async () => {
  await expect(patient.insertInto('revision').values({ id: 1, number: 1 }).execute()).rejects.toMatchObject({
    code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
  })
})
