import { afterEach, beforeEach, expect, test } from 'vitest'
import { countReleases } from '../../server/store/releases.ts'
import { type Limits, Uploads } from '../../server/uploads/uploads.ts'
import { HEADING } from '../support/uploads.ts'
import { BLACKPOOL, type FileWorld, makeFileWorld, SANDWELL } from '../support/world.ts'

/** The thread that checks files, where it comes to its limits. */
let world: FileWorld
let uploads: Uploads | undefined
beforeEach(async () => {
  world = await makeFileWorld({ demonstration: false })
})
afterEach(async () => {
  await uploads?.close()
  await world.end()
})

const desk = (limits: Partial<Limits>) => {
  uploads = new Uploads({ databaseUrl: world.databaseUrl, home: BLACKPOOL, twoPersons: false }, limits)
  return uploads
}
const job = (rows: number) => ({
  bytes: new TextEncoder().encode(
    [
      HEADING,
      ...Array.from(
        { length: rows },
        (_, i) =>
          `${1900 + (i % 90)}-03-${String((i % 28) + 1).padStart(2, '0')},open-cases,${SANDWELL},,,,${i},illustrative,`,
      ),
    ].join('\n'),
  ),
  fileName: 'return.csv',
  by: 'Ann',
  actor: 'account:ann',
  now: '2026-11-21T10:00:00.000Z',
})

test('a file that takes too long is given up with nothing stored, and the next one is checked', async () => {
  const hasty = desk({ longestMs: 30 })
  await expect(hasty.check(job(80), null)).rejects.toThrow(
    'Checking this file took too long and was given up.',
  )
  expect(await countReleases(world.db)).toBe(0)
  await hasty.close()
  const report = await desk({}).check(job(20), null)
  expect(report.outcome).toBe('drafted')
})

test('a file that takes too much memory stops the thread and not the program, and says what to do', async () => {
  const narrow = desk({ memoryMb: 5 })
  await expect(narrow.check(job(20), null)).rejects.toThrow(
    'Send the figures of fewer years or areas at a time.',
  )
  expect(await countReleases(world.db)).toBe(0)
})

test('an idle thread is let go, and another one does the next job', async () => {
  const eager = desk({ idleMs: 1 })
  expect((await eager.check(job(10), null)).outcome).toBe('drafted')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect((await eager.check(job(20), null)).outcome).toBe('drafted')
})

test('jobs that come while one runs are done one after another', async () => {
  const shared = desk({})
  const reports = await Promise.all([10, 20, 30].map((rows) => shared.check(job(rows), null)))
  expect(reports.map((report) => report.figures)).toEqual([10, 20, 30])
})

test('more than can wait are asked to come again', async () => {
  const shared = desk({})
  const all = await Promise.allSettled(Array.from({ length: 12 }, () => shared.check(job(5), null)))
  const refused = all.filter((each) => each.status === 'rejected')
  expect(refused.map((each) => String(each.reason.message))).toEqual(
    refused.map(() => 'Several files are being checked. Try again in a minute.'),
  )
  expect(refused).toHaveLength(3)
})
