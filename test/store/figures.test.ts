import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Figure } from '../../server/domain/figure.ts'
import type { Database } from '../../server/store/database.ts'
import { migrate } from '../../server/store/database.ts'
import { countFigures, findDraftFigures, findFigures } from '../../server/store/figures.ts'
import { createRelease, publishRelease, withdrawRelease } from '../../server/store/releases.ts'
import { readRevision } from '../../server/store/revision.ts'
import { insertFigures, SeriesBook } from '../../server/store/write-figures.ts'
import { DATABASES } from '../support/databases.ts'

const figure = (over: Partial<Figure>): Figure => ({
  indicator: 'cla-rate',
  dimension: '',
  area: 'E06000009',
  period: '2024-25',
  value: 184,
  numerator: 531,
  denominator: 28923,
  status: 'final',
  note: null,
  doubt: null,
  ...over,
})

const release = (title: string) => ({
  kind: 'published' as const,
  title,
  publisher: 'Department for Education',
  licence: '',
  source_date: null,
  file_name: null,
  file_hash: null,
  loaded_at: '2026-01-01T00:00:00.000Z',
  loaded_by: 'test',
  reason: null,
})

async function draft(db: Database, title: string, figures: Figure[]): Promise<number> {
  const id = await createRelease(db, release(title))
  const book = await SeriesBook.open(db)
  await insertFigures(db, id, figures, await book.idsOf(figures))
  return id
}

async function publish(db: Database, publishedAt: string, figures: Figure[]): Promise<number> {
  const id = await draft(db, publishedAt, figures)
  await publishRelease(db, id, publishedAt)
  return id
}

const careOfBlackpool = { indicator: 'cla-rate', dimension: '', areas: ['E06000009'] }
const valuesOf = async (db: Database, asAt?: string) =>
  (await findFigures(db, { ...careOfBlackpool, asAt })).map((each) => [each.period, each.value])

describe.each(DATABASES)('figures on %s', (_name, open) => {
  let db: Database
  beforeAll(async () => {
    db = await open()
  })
  afterAll(async () => {
    await db.destroy()
  })

  test('a draft cannot be read, but can be looked at by its number', async () => {
    const id = await draft(db, 'draft', [figure({ indicator: 'draft-rate' })])
    expect(await findFigures(db, { indicator: 'draft-rate', dimension: '' })).toEqual([])
    const book = await SeriesBook.open(db)
    const series = await book.idsOf([figure({ indicator: 'draft-rate' })])
    expect(await findDraftFigures(db, id, series)).toHaveLength(1)
  })

  test('a newer release counts, the older one stays readable as at its day, and withdrawing brings it back', async () => {
    await publish(db, '2025-11-30T12:00:00.000Z', [
      figure({ value: 184 }),
      figure({ period: '2023-24', value: 182 }),
    ])
    const revision = await publish(db, '2026-02-01T12:00:00.000Z', [
      figure({ value: 185, status: 'revised' }),
    ])

    expect(await valuesOf(db)).toEqual(
      expect.arrayContaining([
        ['2024-25', 185],
        ['2023-24', 182],
      ]),
    )
    expect(await valuesOf(db, '2025-12-31')).toEqual(expect.arrayContaining([['2024-25', 184]]))
    expect(await valuesOf(db, '2025-11-29')).toEqual([])

    await withdrawRelease(db, revision, '2026-03-01T12:00:00.000Z')
    expect(await valuesOf(db)).toEqual(expect.arrayContaining([['2024-25', 184]]))
    expect(await valuesOf(db, '2026-02-15')).toEqual(expect.arrayContaining([['2024-25', 185]]))
  })

  test('of two releases of one moment the later one counts', async () => {
    const at = '2026-04-01T12:00:00.000Z'
    await publish(db, at, [figure({ period: '2022-23', value: 1 })])
    await publish(db, at, [figure({ period: '2022-23', value: 2 })])
    expect(await valuesOf(db)).toEqual(expect.arrayContaining([['2022-23', 2]]))
  })

  test('a missing figure comes back with its reason', async () => {
    await publish(db, '2026-05-01T12:00:00.000Z', [
      figure({ indicator: 'cpp-2yr-pct', value: 'suppressed', numerator: null, denominator: 249 }),
    ])
    const [held] = await findFigures(db, { indicator: 'cpp-2yr-pct', dimension: '' })
    expect(held).toMatchObject({ value: 'suppressed', numerator: null, denominator: 249 })
  })

  test('batches of any size arrive whole', async () => {
    const many = Array.from({ length: 257 }, (_, i) =>
      figure({ indicator: 'many', area: `E${10_000_000 + i}`, value: i }),
    )
    await publish(db, '2026-06-01T12:00:00.000Z', many)
    const held = await findFigures(db, { indicator: 'many', dimension: '' })
    expect(held).toHaveLength(257)
    expect(held.reduce((sum, each) => sum + Number(each.value), 0)).toBe((256 * 257) / 2)
  })

  test('the same key twice in one release is refused', async () => {
    await expect(
      draft(db, 'twice', [figure({ indicator: 'twice' }), figure({ indicator: 'twice' })]),
    ).rejects.toThrow()
  })

  test('the revision grows whenever what can be read changes', async () => {
    const before = await readRevision(db)
    const id = await publish(db, '2026-07-01T12:00:00.000Z', [figure({ indicator: 'revision' })])
    expect(await readRevision(db)).toBe(before + 1)
    await withdrawRelease(db, id, '2026-07-02T12:00:00.000Z')
    expect(await readRevision(db)).toBe(before + 2)
  })

  test('migrating again changes nothing', async () => {
    const count = await countFigures(db)
    await migrate(db)
    expect(await countFigures(db)).toBe(count)
  })
})
