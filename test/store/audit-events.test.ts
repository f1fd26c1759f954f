import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importCommand } from '../../server/cli/import.ts'
import type { Mapping } from '../../server/contract/mapping.ts'
import { loadDemonstration } from '../../server/demonstration.ts'
import { loadReference } from '../../server/reference.ts'
import { findAudit, verifyAudit } from '../../server/store/audit.ts'
import {
  checkFile,
  compareAgain,
  discard,
  publish,
  type RecordJob,
  record,
  type Workshop,
  withdraw,
} from '../../server/uploads/jobs.ts'
import { makeSqlite } from '../support/databases.ts'
import { HEADING } from '../support/uploads.ts'
import { BLACKPOOL, SANDWELL } from '../support/world.ts'

/** What every change leaves on record. */
let workshop: Workshop
beforeAll(async () => {
  workshop = { db: await makeSqlite(), reference: loadReference(), home: BLACKPOOL, twoPersons: false }
})
afterAll(() => workshop.db.destroy())

const NOW = '2026-05-01T12:00:00.000Z'
const ACTOR = 'account:sam'
const row = (period: string, value: number) =>
  `${period},cla-rate,${SANDWELL},,900,88593,${value},illustrative,`
const job = { by: 'Sam Analyst', actor: ACTOR, now: NOW }

const check = (text: string, fileName = 'return.csv') =>
  checkFile(workshop, { ...job, bytes: Uint8Array.from(Buffer.from(text)), fileName }, () => undefined)
async function draft(...rows: string[]) {
  const { upload } = await check([HEADING, ...rows].join('\n'))
  return upload ?? ''
}
/** The newest records, the newest last, with what was written as JSON read again. */
async function newest(most: number) {
  const rows = await findAudit(workshop.db, { most })
  return rows.reverse().map(({ at, actor, action, about, before, after, why }) => ({
    at,
    actor,
    action,
    about,
    before: before && JSON.parse(before),
    after: after && JSON.parse(after),
    why,
  }))
}
const hash = expect.stringMatching(/^[0-9a-f]{64}$/)

test('a file leaves a record when it is taken in, published and withdrawn, with its hash and no figure', async () => {
  const id = await draft(row('2025-26Q1', 101.6), row('2025-26Q2', 101.6))
  await publish(workshop, { ...job, id, reason: 'Complete', warningsReason: null })
  await withdraw(workshop, { ...job, actor: 'account:ben', id, reason: 'Too early' })
  const facts = { file: 'return.csv', hash, release: 1, new: 2, revised: 0 }
  const common = { at: NOW, actor: ACTOR, about: `upload:${id}` }
  const records = await newest(3)
  expect(records).toEqual([
    { ...common, action: 'upload-checked', before: null, after: facts, why: null },
    {
      ...common,
      action: 'upload-published',
      before: { state: 'draft' },
      after: { state: 'published', ...facts },
      why: 'Complete',
    },
    {
      ...common,
      actor: 'account:ben',
      action: 'upload-withdrawn',
      before: { state: 'published' },
      after: { state: 'withdrawn', ...facts },
      why: 'Too early',
    },
  ])
  expect(JSON.stringify(records)).not.toContain('101.6')
})

test('a draft leaves a record when it is worked out again and when it is discarded', async () => {
  const id = await draft(row('2025-26Q3', 99))
  await compareAgain(workshop, { id, actor: ACTOR, now: NOW })
  await discard(workshop, { id, actor: ACTOR, now: NOW })
  const facts = { file: 'return.csv', hash, release: 2, new: 1, revised: 0 }
  expect(await newest(2)).toMatchObject([
    { action: 'upload-compared', about: `upload:${id}`, before: null, after: facts },
    { action: 'upload-discarded', about: `upload:${id}`, before: { state: 'draft', ...facts }, after: null },
  ])
})

test('what is refused leaves no record of having been done', async () => {
  const id = await draft(row('2025-26Q4', 98))
  const before = await newest(50)
  await expect(withdraw(workshop, { ...job, id, reason: 'x' })).rejects.toMatchObject({ kind: 'conflict' })
  await expect(discard(workshop, { id: 'none', actor: ACTOR, now: NOW })).rejects.toThrow()
  expect(await newest(50)).toEqual(before)
})

test('a reason for warnings goes on record with the file that has them', async () => {
  await publish(workshop, {
    ...job,
    id: await draft(row('2024-25Q1', 5)),
    reason: 'Complete',
    warningsReason: 'Checked with the service',
  })
  await publish(workshop, {
    ...job,
    id: await draft(row('2024-25Q1', 50)),
    reason: 'Corrected',
    warningsReason: 'Asked the service',
  })
  const [record] = await newest(1)
  expect(record).toMatchObject({
    action: 'upload-published',
    after: { revised: 1, warningsAccepted: 'Asked the service' },
  })
})

test('a refused file leaves its name, its hash and how many faults it has', async () => {
  const report = await check(
    `${HEADING}\n2025-26Q1,cpp-rates,${SANDWELL},,300,88593,33.9,illustrative,`,
    'bad.csv',
  )
  expect(report.outcome).toBe('refused')
  expect(await newest(1)).toEqual([
    {
      at: NOW,
      actor: ACTOR,
      action: 'upload-refused',
      about: null,
      before: null,
      after: { file: 'bad.csv', hash, faults: 1 },
      why: null,
    },
  ])
})

test('what somebody says of the headings of a sheet leaves a record, with what was said before', async () => {
  const sheet = ['Measure,Actual Q1 2025/26', 'Children in care,640'].join('\n')
  const mapping: Mapping = {
    ...{ area: SANDWELL, areaColumn: null, measureColumn: 'Measure', partColumn: null, areas: {}, parts: {} },
    columns: { Actual: { use: 'dated', part: 'value' } },
    measures: { 'Children in care': null },
    status: 'final',
  }
  const read = (said: Mapping) =>
    checkFile(
      workshop,
      { ...job, bytes: Uint8Array.from(Buffer.from(sheet)), fileName: 'sheet.csv', mapping: said },
      () => undefined,
    )
  await read(mapping)
  await read(mapping)
  const later = { ...mapping, status: 'provisional' as const }
  await read(later)
  const said = (await newest(10)).filter(({ action }) => action === 'mapping-said')
  const about = expect.stringMatching(/^mapping:[0-9a-f]{32}$/)
  const common = { at: NOW, actor: ACTOR, action: 'mapping-said', about, why: null }
  expect(said).toEqual([
    { ...common, before: null, after: mapping },
    { ...common, before: mapping, after: later },
  ])
})

test('a file about single children leaves nothing of itself, not even its name', async () => {
  const rows = Array.from({ length: 5 }, (_, i) => `A1234567890${i},2012-03-0${i + 1},F,Child ${i}`)
  const report = await check(['UPN,DOB,Sex,Name', ...rows].join('\n'), 'Amy Smith.csv')
  expect(report.findings).toMatchObject([{ check: 'child-level' }])
  expect(await newest(1)).toEqual([
    {
      at: NOW,
      actor: ACTOR,
      action: 'upload-refused',
      about: null,
      before: null,
      after: null,
      why: 'It may hold rows about single children.',
    },
  ])
})

const entry = (after: number, rest: Partial<RecordJob>): RecordJob => ({
  register: 'target',
  id: 't',
  body: '{"value":443}',
  retired: false,
  reason: 'Agreed',
  madeBy: 'Sam Analyst',
  madeAt: NOW,
  actor: ACTOR,
  after,
  ...rest,
})

test('an entry leaves what it was before and what it is after, and what was done to it', async () => {
  await record(workshop, entry(0, {}))
  await record(workshop, entry(1, { body: '{"value":400}', reason: 'Lowered' }))
  await record(workshop, entry(2, { body: '{"value":400}', retired: true }))
  await record(workshop, entry(3, { body: '{"value":400}' }))
  await record(workshop, entry(4, { action: 'entry-undone', retired: true }))
  const records = await newest(5)
  expect(records.map(({ action }) => action)).toEqual([
    'entry-added',
    'entry-changed',
    'entry-retired',
    'entry-brought-back',
    'entry-undone',
  ])
  expect(records[0]).toMatchObject({ about: 'entry:target/t', before: null })
  expect(records[1]).toEqual({
    at: NOW,
    actor: ACTOR,
    action: 'entry-changed',
    about: 'entry:target/t',
    before: { version: 1, retired: false, terms: { value: 443 } },
    after: { version: 2, retired: false, terms: { value: 400 } },
    why: 'Lowered',
  })
  expect(JSON.stringify(records)).not.toContain('Sam Analyst')
})

test('a change that came too late leaves none', async () => {
  const before = await newest(50)
  await expect(record(workshop, entry(1, {}))).rejects.toMatchObject({ kind: 'conflict' })
  expect(await newest(50)).toEqual(before)
})

test('the command line leaves a record of what it publishes and of what it refuses', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dashboard-audit-'))
  const run = (...args: string[]) =>
    importCommand(args, { ...workshop, now: new Date(NOW), write: () => undefined })
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), `${HEADING}\n${text}`)
    return join(folder, name)
  }
  const bad = file('bad.csv', '1')
  expect(await run(file('good.csv', row('2023-24Q1', 90)), '--by', 'Sam', '--reason', 'Late')).toBe(0)
  expect(await run(bad)).toBe(1)
  const records = await newest(2)
  expect(await run(bad, '--dry-run')).toBe(1)
  expect(await run(file('same.csv', row('2023-24Q1', 90)))).toBe(0)
  expect(records).toMatchObject([
    {
      actor: 'command-line',
      action: 'upload-published',
      about: expect.stringMatching(/^upload:[0-9a-f-]{36}$/),
      after: { file: 'good.csv', hash, new: 1, revised: 0 },
      why: 'Late',
    },
    { actor: 'command-line', action: 'upload-refused', after: { file: 'bad.csv', hash } },
  ])
  expect(await newest(2)).toEqual(records)
  rmSync(folder, { recursive: true })
})

test('all of it stands in one chain', async () => {
  expect((await verifyAudit(workshop.db)).breaks).toEqual([])
})

test('loading the demonstration leaves one record, and starting again none', async () => {
  const db = await makeSqlite()
  await loadDemonstration(db, workshop.reference, NOW)
  await loadDemonstration(db, workshop.reference, NOW)
  const records = await findAudit(db, { most: 9 })
  expect(records).toMatchObject([{ number: 1, actor: 'start', action: 'demonstration-loaded', at: NOW }])
  expect(JSON.parse(records[0]?.after ?? '')).toEqual({
    releases: expect.any(Number),
    entries: expect.any(Number),
  })
  await db.destroy()
})
