import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Figure } from '../../server/domain/figure.ts'
import type { Database } from '../../server/store/database.ts'
import {
  countFiguresOfReleases,
  createRelease,
  findReleaseEntries,
  findReleasesWith,
  publishRelease,
  withdrawRelease,
} from '../../server/store/releases.ts'
import { insertUpload, updateUpload } from '../../server/store/uploads.ts'
import { insertFigures, SeriesBook } from '../../server/store/write-figures.ts'
import { DATABASES } from '../support/databases.ts'

const figure = (period: string): Figure => ({
  indicator: 'cla-rate',
  dimension: '',
  area: 'E06000009',
  period,
  value: 184,
  numerator: 531,
  denominator: 28923,
  status: 'final',
  note: null,
  doubt: null,
})

async function draft(db: Database, title: string, periods: readonly string[]): Promise<number> {
  const id = await createRelease(db, {
    kind: 'return',
    title,
    publisher: 'The council',
    licence: '',
    source_date: null,
    file_name: `${title}.csv`,
    file_hash: null,
    loaded_at: '2026-01-01T00:00:00.000Z',
    loaded_by: 'test',
    reason: null,
  })
  const figures = periods.map(figure)
  const book = await SeriesBook.open(db)
  await insertFigures(db, id, figures, await book.idsOf(figures))
  return id
}

describe.each(DATABASES)('on %s', (_name, open) => {
  let db: Database
  const ids: number[] = []
  beforeAll(async () => {
    db = await open()
    for (const [title, day, periods] of [
      ['first', '2026-01-02', ['2022-23', '2023-24']],
      ['second', '2026-02-02', ['2024-25']],
    ] as const) {
      const id = await draft(db, title, periods)
      await publishRelease(db, id, `${day}T12:00:00.000Z`)
      ids.push(id)
    }
    ids.push(await draft(db, 'draft', ['2025-26']))
    const upload = { id: 'u1', release_id: ids[1] ?? 0, format: 'Quarterly return', file_size: 3 }
    const said = { sheet: null, period: null, findings: '[]', report: '{}', changes: '{}', compared_at: 1 }
    await insertUpload(db, { ...upload, ...said, rows: 1, figures: 1 }, Buffer.from('abc'))
    await updateUpload(db, 'u1', { published_by: 'Pat', warnings_reason: 'checked' })
    await withdrawRelease(db, ids[0] ?? 0, '2026-03-02T12:00:00.000Z')
  })
  afterAll(() => db.destroy())

  test('the history holds what is or was published, the newest first, with its upload where it has one', async () => {
    const entries = await findReleaseEntries(db)
    expect(entries.map(({ title, state }) => [title, state])).toEqual([
      ['second', 'published'],
      ['first', 'withdrawn'],
    ])
    expect(entries[0]).toMatchObject({
      upload_id: 'u1',
      figures: 1,
      published_by: 'Pat',
      warnings_reason: 'checked',
      file_name: 'second.csv',
    })
    expect(entries[1]).toMatchObject({
      upload_id: null,
      figures: null,
      withdrawn_at: '2026-03-02T12:00:00.000Z',
    })
  })

  test('figures are counted as numbers, once, and a release without any has none', async () => {
    const [first = 0, second = 0] = ids
    const counts = await countFiguresOfReleases(db, [first, second, 999])
    expect([first, second, 999].map((id) => counts.get(id))).toEqual([2, 1, 0])
    expect(await countFiguresOfReleases(db, [])).toBe(counts)
  })

  test('releases are found by the figures in them, drafts and withdrawn ones too', async () => {
    const care = { indicators: ['cla-rate', 'cpp-rate'], areas: ['E06000009', 'E08000028'] }
    expect(await findReleasesWith(db, care)).toEqual(ids)
    expect(await findReleasesWith(db, { ...care, areas: ['E08000028'] })).toEqual([])
    expect(await findReleasesWith(db, { ...care, indicators: ['cpp-rate'] })).toEqual([])
    expect(await findReleasesWith(db, { ...care, areas: [] })).toEqual([])
  })
})
