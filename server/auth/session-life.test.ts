import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { SESSION_IDLE_HOURS, SESSION_LONGEST_HOURS } from '../domain/retention.ts'
import { type Database, migrate, openDatabase } from '../store/database.ts'
import { lockForWriting } from '../store/revision.ts'
import { endOfSession, isOpen, noteUse } from './session-life.ts'

const hours = (count: number) => new Date(Date.parse('2026-11-23T08:00:00.000Z') + count * 3_600_000)
const BEGAN = hours(0)
const LAST = SESSION_LONGEST_HOURS

test.each([
  ['just begun', 0, SESSION_IDLE_HOURS],
  ['used in the middle of the day', 3, 3 + SESSION_IDLE_HOURS],
  ['used shortly before the longest', LAST - 0.25, LAST],
  ['used past the longest, which can’t be', LAST + 1, LAST],
])('a session that was %s ends in time', (_when, used, end) => {
  expect(endOfSession(BEGAN, hours(used))).toEqual(hours(end))
  expect(endOfSession(BEGAN.toISOString(), hours(used).toISOString())).toEqual(hours(end))
})

test.each([
  ['its end is ahead', 1, 1.5, 1.4, true],
  ['its end is now', 1, 1.5, 1.5, false],
  ['its end is written too late for when it was used', 1, 9, 1 + SESSION_IDLE_HOURS, false],
  ['its end is written too late for when it began', LAST, 2 * LAST, LAST, false],
])('whether it is open where %s', (_what, used, expires, now, expected) => {
  const times = { createdAt: BEGAN, updatedAt: hours(used), expiresAt: hours(expires) }
  expect(isOpen(times, hours(now))).toBe(expected)
})

/** Two handles on one file, as the program has them: one writes at length, by the other people are known again. */
async function withHandles(act: (writer: Database, people: Database) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'dashboard-sessions-'))
  const url = `sqlite:${join(folder, 'dashboard.db')}`
  const writer = await openDatabase(url)
  const people = await openDatabase(url, { patient: true })
  await migrate(writer)
  await act(writer, people)
  await Promise.all([people.destroy(), writer.destroy()])
  rmSync(folder, { recursive: true })
}

test('nobody waits for a long job of another only to have it noted that a session is used', async () => {
  await withHandles(async (writer, people) => {
    const job = writer.transaction().execute(async (tx) => {
      await lockForWriting(tx)
      await setTimeout(1500)
    })
    await setTimeout(50)
    const start = performance.now()
    const session = { id: 'one', createdAt: BEGAN, updatedAt: BEGAN, expiresAt: hours(1) }
    await noteUse(people, session, hours(0.5))
    // Whoever asks next does not wait for it either.
    await people.selectFrom('session').select('id').execute()
    expect(performance.now() - start).toBeLessThan(1000)
    await job
  })
})
