import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RETURN_COLUMNS } from '../../server/contract/return-layout.ts'
import { importFile } from '../../server/imports/run.ts'
import { countReleases } from '../../server/store/releases.ts'
import { makeWorld, TODAY, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld(undefined, { demonstration: false })
})
afterAll(() => world.db.destroy())

const tryOut = (bytes: Uint8Array) =>
  importFile(world.db, world.reference, {
    bytes: Buffer.from(bytes),
    fileName: 'any.csv',
    by: 'test',
    reason: 'whatever it says',
    mode: 'check',
    now: `${TODAY}T10:00:00.000Z`,
  })

const HEADING = RETURN_COLUMNS.join(',')
const cell = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '2025-26Q2',
    'cla-rate',
    'E06000009',
    'c',
    '1,753',
    '"',
    '\n',
    ';',
    '-',
    '=1+1',
    '',
    '1e309',
  ),
)

test('any bytes at all get an answer, and never an accident', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const report = await tryOut(bytes)
      expect(report.outcome).toBe('refused')
      expect(report.findings.length).toBeGreaterThan(0)
    }),
    { numRuns: 200 },
  )
})

test('any cells under a good heading get an answer', async () => {
  const rows = fc.array(fc.array(cell, { maxLength: 11 }), { maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const text = [HEADING, ...table.map((row) => row.join(','))].join('\n')
      const report = await tryOut(new TextEncoder().encode(text))
      expect(report.outcome === 'refused').toBe(report.counts.stop > 0)
    }),
    { numRuns: 200 },
  )
  expect(await countReleases(world.db)).toBe(0)
})
