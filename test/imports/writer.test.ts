import { fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { getPriority } from 'node:os'
import type { Writable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportReport } from '../../server/imports/run.ts'
import { countReleases } from '../../server/store/releases.ts'
import { findUpload } from '../../server/store/uploads.ts'
import { type Limits, Uploads } from '../../server/uploads/uploads.ts'
import type { Message } from '../../server/uploads/writer.ts'
import { startProcess } from '../support/server.ts'
import { formOf, HEADING } from '../support/uploads.ts'
import { BLACKPOOL, type FileWorld, makeFileWorld, SANDWELL } from '../support/world.ts'

/** The process that does all the writing, where it comes to its limits. */
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
const twoDigits = (number: number) => String(Math.floor(number) + 1).padStart(2, '0')
/** A file of so many rows, each of another day (30,000 at most). */
const job = (rows: number) => ({
  bytes: new TextEncoder().encode(
    [
      HEADING,
      ...Array.from(
        { length: rows },
        (_, i) =>
          `${1900 + (i % 90)}-${twoDigits((i / 90) % 12)}-${twoDigits((i / 1080) % 28)},open-cases,${SANDWELL},,,,${i},illustrative,`,
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

test('a file that takes too much memory stops the writer and not the program, and says what to do', async () => {
  const narrow = desk({ memoryMb: 16 })
  await expect(narrow.check(job(20), null)).rejects.toThrow(
    'Send the figures of fewer years or areas at a time.',
  )
  expect(await countReleases(world.db)).toBe(0)
})

test('where no process can be started whoever asks is told at once, and it is tried again', async () => {
  const own = process.execPath
  const lasting = desk({})
  process.execPath = '/there/is/no/node'
  const refused = expect(lasting.check(job(5), null)).rejects.toThrow('ended early (spawn /there/is/no/node')
  process.execPath = own
  await refused
  expect((await lasting.check(job(6), null)).outcome).toBe('drafted')
})

test('an idle writer is let go, and another one does the next errand', async () => {
  const eager = desk({ idleMs: 1 })
  expect((await eager.check(job(10), null)).outcome).toBe('drafted')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect((await eager.check(job(20), null)).outcome).toBe('drafted')
})

test('errands that come while one runs are done one after another', async () => {
  const shared = desk({})
  const reports = await Promise.all([10, 20, 30].map((rows) => shared.check(job(rows), null)))
  expect(reports.map((report) => report.figures)).toEqual([10, 20, 30])
})

test('a file is read whole, also where its bytes come before the word of them', async () => {
  const writer = fork(new URL('../../server/uploads/writer.ts', import.meta.url), {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'ipc'],
  })
  const pipe = writer.stdio[3] as Writable
  const handIn = async (rows: number) => {
    const { bytes, ...errand } = job(rows)
    pipe.write(bytes)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const done = new Promise<ImportReport>((resolve) => {
      writer.on(
        'message',
        (message: Message) => message.kind === 'done' && resolve(message.result as ImportReport),
      )
    })
    writer.send({ kind: 'file', errand: { kind: 'check', ...errand }, size: bytes.length })
    return (await done).figures
  }
  writer.send({ kind: 'open', data: { databaseUrl: world.databaseUrl, home: BLACKPOOL, twoPersons: false } })
  expect([await handIn(5), await handIn(6), await handIn(7)]).toEqual([5, 6, 7])
  writer.kill()
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

/** The processes that a process has started. */
const childrenOf = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)

const isGone = (pid: number) => !existsSync(`/proc/${pid}`)

/** A server over the same database, and the writer that has begun to check a large file for it. */
async function startChecking() {
  const server = await startProcess({ DATABASE_URL: world.databaseUrl, DEMO: '0' })
  const cookie = await server.signIn()
  const form = formOf(new TextDecoder().decode(job(30_000).bytes))
  form.set('key', 'large-0001')
  const answer = fetch(`${server.address}/api/uploads`, { method: 'POST', headers: { cookie }, body: form })
  await expect.poll(() => childrenOf(server.pid), { timeout: 10_000, interval: 5 }).toHaveLength(1)
  const [writer = 0] = childrenOf(server.pid)
  const progress = async () => {
    const told = await fetch(`${server.address}/api/uploads/progress/large-0001`, { headers: { cookie } })
    return ((await told.json()) as { phase?: string }).phase
  }
  await expect.poll(progress, { timeout: 10_000, interval: 5 }).toBe('reading')
  return { server, cookie, writer, answer }
}

test('readers come first: the writer waits where both want the same core', async () => {
  const { server, writer, answer } = await startChecking()
  expect(getPriority(writer)).toBe(getPriority(server.pid) + 10)
  const refused = expect(answer).rejects.toThrow()
  await server.kill('SIGKILL')
  await refused
})

test('of a very large return it is not foreseen what the public sees', async () => {
  const { upload } = await desk({}).check(job(20_001), null)
  const effects = JSON.parse((await findUpload(world.db, upload ?? ''))?.effects ?? '')
  expect(effects).toMatchObject({ area: SANDWELL, hidden: null })
})

test('when the writer dies the server goes on, keeps nothing of the file and takes the next', async () => {
  const { server, cookie, writer, answer } = await startChecking()
  process.kill(writer, 'SIGSEGV')
  const response = await answer
  expect(response.status).toBe(500)
  expect(await countReleases(world.db)).toBe(0)
  expect((await fetch(`${server.address}/api/health`)).status).toBe(200)
  const next = await fetch(`${server.address}/api/uploads`, {
    method: 'POST',
    headers: { cookie },
    body: formOf(new TextDecoder().decode(job(20).bytes)),
  })
  expect(next.status).toBe(201)
  await server.kill('SIGTERM')
})

test('when the server dies its writer keeps nothing of the file that it was checking', async () => {
  const { server, writer, answer } = await startChecking()
  process.kill(server.pid, 'SIGKILL')
  await expect(answer).rejects.toThrow()
  await expect.poll(() => isGone(writer), { timeout: 10_000 }).toBe(true)
  expect(await countReleases(world.db)).toBe(0)
})
