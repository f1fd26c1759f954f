import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Figure, MISSING_REASONS, STATUSES } from '../../server/domain/figure.ts'
import { toCsv } from '../../server/exports/csv.ts'
import { heldCsv } from '../../server/exports/return.ts'
import { openTable } from '../../server/imports/file.ts'
import { Findings } from '../../server/imports/finding.ts'
import type { Context } from '../../server/imports/format.ts'
import { quarterlyReturn } from '../../server/imports/formats/quarterly-return.ts'
import { importFile } from '../../server/imports/run.ts'
import { loadReference } from '../../server/reference.ts'
import { ask } from '../support/uploads.ts'
import { BLACKPOOL, makeWorld, TODAY, type World } from '../support/world.ts'

const reference = loadReference()
const context: Context = {
  fileName: 'return.csv',
  today: TODAY,
  reference,
  period: null,
  population: () => undefined,
}

async function read(text: string): Promise<Figure[]> {
  const findings = new Findings()
  const table = await openTable(Buffer.from(text), findings)
  const reader = table && quarterlyReturn.open(table.header, context, findings)
  if (!table || reader?.kind !== 'figures') throw new Error(JSON.stringify(findings.list()))
  const figures: Figure[] = []
  for await (const { first, rows } of table.batches()) {
    for (const [i, cells] of rows.entries()) {
      figures.push(...reader.read(cells, first + i).map((each) => each.figure))
    }
  }
  return figures
}

const number = fc
  .oneof(fc.integer({ min: -1e6, max: 1e6 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((x) => x + 0)
const nonNegative = fc.oneof(fc.nat(1e6), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }))
const subject = fc.constantFrom(
  ...reference.indicators.flatMap(({ id, dimensions }) =>
    ['', ...dimensions.map((each) => each.id)].map((dimension) => ({ indicator: id, dimension })),
  ),
)
/** Notes as people and spreadsheets write them; spaces around them carry no meaning and are not kept. */
const note = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1+1', "'=1+1", "''-x", '"quoted", said she', 'a\nb', '[b] new system', '\t@x'),
  )
  .map((text) => text.replaceAll('\u0000', '').replaceAll(/\r\n?/g, '\n').trim())
  .map((text) => text || null)

const figure: fc.Arbitrary<Figure> = fc
  .record({
    subject,
    period: fc.constantFrom('2016-17Q3', '2024-25', '2025-03', '2017-03-24', 'AY2023-24', 'CY2024'),
    area: fc.constantFrom(...reference.areas.map((area) => area.id)),
    value: fc.oneof(number, fc.constantFrom(...MISSING_REASONS)),
    numerator: fc.option(nonNegative),
    denominator: fc.option(nonNegative),
    status: fc.constantFrom(...STATUSES),
    note,
  })
  .map(({ subject: about, ...rest }) => ({ ...about, ...rest, doubt: null }))

test('any table of figures survives being exported and imported unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(figure, { minLength: 1, maxLength: 20 }), async (figures) => {
      const text = toCsv(heldCsv({ area: BLACKPOOL, figures }))
      expect(await read(text)).toEqual(figures)
    }),
    { numRuns: 300 },
  )
})

describe('all that the demonstration holds', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
  })
  afterAll(() => world.db.destroy())

  test.each([BLACKPOOL, 'E08000028', 'E92000001', 'E12000002', 'E06000016'])(
    'of %s can be exported and imported again, and nothing changes',
    async (area) => {
      const file = await (await ask(world, `/api/figures.csv?area=${area}`)).text()
      const report = await importFile(world.db, world.reference, {
        bytes: Buffer.from(file),
        fileName: 'figures.csv',
        by: 'test',
        reason: null,
        mode: 'check',
        now: `${TODAY}T10:00:00.000Z`,
      })
      expect(report.findings.filter((finding) => finding.level === 'stop')).toEqual([])
      expect(report.changes).toMatchObject({ new: 0, revised: 0 })
      expect(report.changes.unchanged).toBeGreaterThan(100)
    },
  )
})
