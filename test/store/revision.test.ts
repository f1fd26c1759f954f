import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Database, migrate, openDatabase } from '../../server/store/database.ts'
import { keptUntilRevision, nextRevision, readRevision } from '../../server/store/revision.ts'

const folder = mkdtempSync(join(tmpdir(), 'dashboard-'))
const url = `sqlite:${join(folder, 'dashboard.db')}`
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

let db: Database
let writer: Database
let loads = 0
const load = keptUntilRevision(async (handle) => {
  loads++
  return readRevision(handle)
})

beforeAll(async () => {
  db = await openDatabase(url)
  writer = await openDatabase(url)
  await migrate(db)
})
beforeEach(nextTurn)
afterAll(async () => {
  await Promise.all([db.destroy(), writer.destroy()])
  rmSync(folder, { recursive: true })
})

test('what is kept is loaded once, in whatever turn it is asked for', async () => {
  const before = loads
  const first = await load(db)
  expect(await load(db)).toBe(first)
  await nextTurn()
  expect(await load(db)).toBe(first)
  expect(loads).toBe(before + 1)
})

test('what the same process changes is seen at once, through any handle', async () => {
  const before = await load(db)
  await nextRevision(writer)
  expect(await load(db)).toBe(before + 1)
  await nextRevision(db)
  expect(await load(db)).toBe(before + 2)
})

test('what a transaction changed and took back again is not kept', async () => {
  const before = await load(db)
  const refused = db.transaction().execute(async (tx) => {
    await nextRevision(tx)
    expect(await load(tx)).toBe(before + 1)
    throw new Error('taken back')
  })
  await expect(refused).rejects.toThrow('taken back')
  expect(await load(db)).toBe(before)
})

test('what another process changes is seen in the next turn of the event loop', async () => {
  const before = await load(db)
  await writer
    .updateTable('revision')
    .set({ number: before + 1 })
    .execute()
  await nextTurn()
  expect(await load(db)).toBe(before + 1)
})
