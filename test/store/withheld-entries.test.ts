import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Figure } from '../../server/domain/figure.ts'
import type { Database } from '../../server/store/database.ts'
import { publicEdition } from '../../server/store/edition.ts'
import { findEntryVersions, insertVersion } from '../../server/store/entries.ts'
import { createRelease, publishRelease } from '../../server/store/releases.ts'
import { noteWithheld } from '../../server/store/withheld.ts'
import { insertFigures, SeriesBook } from '../../server/store/write-figures.ts'
import { makeSqlite } from '../support/databases.ts'

const AREA = 'E06000009'
const SNAPSHOT = 'cla-rate'
const YEARLY = 'cpp-repeat-pct'

const figure = (indicator: string, period: string, value: number): Figure => ({
  indicator,
  dimension: '',
  area: AREA,
  period,
  value,
  numerator: value * 2,
  denominator: 200,
  status: 'final',
  note: null,
  doubt: null,
})

let db: Database
let edition: Database

/** Of each indicator the fourth quarter of 2023/24 is withheld, and the year after that is published. */
beforeAll(async () => {
  db = await makeSqlite()
  edition = publicEdition(db, [
    { id: SNAPSHOT, kind: 'snapshot', restricted: false },
    { id: YEARLY, kind: 'rolling-year', restricted: false },
  ])
  await publish('return', [
    figure(SNAPSHOT, '2023-24Q3', 50),
    figure(SNAPSHOT, '2023-24Q4', 3),
    figure(YEARLY, '2023-24Q3', 50),
    figure(YEARLY, '2023-24Q4', 3),
  ])
  await publish('published', [figure(YEARLY, '2023-24', 40)])
})
afterAll(() => db.destroy())

async function publish(kind: 'return' | 'published', figures: Figure[]) {
  const release = await createRelease(db, {
    kind,
    title: kind,
    publisher: '',
    licence: '',
    source_date: null,
    file_name: null,
    file_hash: null,
    loaded_at: '2026-01-01T00:00:00.000Z',
    loaded_by: 'test',
    reason: null,
  })
  const ids = await (await SeriesBook.open(db)).idsOf(figures)
  await insertFigures(db, release, figures, ids)
  await publishRelease(db, release, '2026-01-01T00:00:00.000Z')
  await noteWithheld(
    db,
    figures.map(({ period }, i) => ({
      series: ids[i] ?? 0,
      release,
      period,
      withheld: period === '2023-24Q4' ? 'small-count' : '',
    })),
  )
}

let entries = 0
async function isTold(register: 'commentary' | 'target', terms: object): Promise<boolean> {
  entries++
  const id = `entry-${entries}`
  await insertVersion(db, {
    register,
    id,
    version: 1,
    body: JSON.stringify({ area: AREA, ...terms }),
    retired: false,
    reason: 'as told',
    madeBy: 'analyst',
    madeAt: '2026-01-01T00:00:00.000Z',
  })
  const told = (await findEntryVersions(edition)).get(register) ?? []
  expect((await findEntryVersions(db)).get(register)?.some((each) => each.id === id)).toBe(true)
  return told.some((each) => each.id === id)
}

test.each([
  ['the quarter that is withheld', SNAPSHOT, '2023-24Q4', false],
  ['the quarter before', SNAPSHOT, '2023-24Q3', true],
  ['the same day by another name', SNAPSHOT, '2024-03-31', false],
  ['the quarter after, at which others are counted', SNAPSHOT, '2024-25Q1', true],
  ['the quarter that is withheld of a count over a year', YEARLY, '2023-24Q4', false],
  ['a year up to the next quarter, which holds it', YEARLY, '2024-25Q1', false],
  ['a year up to the third quarter after', YEARLY, '2024-25Q3', false],
  ['a year up to the fourth quarter after, which does not', YEARLY, '2024-25Q4', true],
  ['a year that a national publication tells', YEARLY, '2023-24', true],
  ['another area', SNAPSHOT, '2023-24Q4', true, 'E08000028'],
])('commentary on %s', async (_what, indicator, period, told, area = AREA) => {
  expect(await isTold('commentary', { indicator, period, area, text: 'x' })).toBe(told)
})

test.each([
  ['the day that is withheld', SNAPSHOT, { on: '2024-03-31', value: 3 }, false],
  ['another day', SNAPSHOT, { on: '2023-12-31', value: 50 }, true],
  [
    'a day in a quarter that is withheld, at which others are counted',
    SNAPSHOT,
    { on: '2024-02-15', value: 9 },
    true,
  ],
  ['what a national publication prints', YEARLY, { on: '2024-03-31', value: 40 }, true],
  ['the number of children that it prints', YEARLY, { on: '2024-03-31', value: 80 }, true],
  ['something else on the same day', YEARLY, { on: '2024-03-31', value: 3 }, false],
  ['nothing', SNAPSHOT, null, true],
])('a target that starts from %s', async (_what, indicator, baseline, told) => {
  expect(await isTold('target', { indicator, baseline })).toBe(told)
})
