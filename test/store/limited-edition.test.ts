import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Figure } from '../../server/domain/figure.ts'
import type { Database } from '../../server/store/database.ts'
import { editionOf, limitedEdition, publicEdition } from '../../server/store/edition.ts'
import { bodyOfNext, findEntryVersions, insertVersion } from '../../server/store/entries.ts'
import { findFigures } from '../../server/store/figures.ts'
import { createRelease, publishRelease } from '../../server/store/releases.ts'
import { nextRevision } from '../../server/store/revision.ts'
import { insertFigures, SeriesBook } from '../../server/store/write-figures.ts'
import { DATABASES } from '../support/databases.ts'

const CATALOGUE = ['seen-rate', 'other-rate'].map((id) => ({
  id,
  kind: 'snapshot' as const,
  restricted: false,
}))
const OTHERS = new Set(['other-rate'])

const figure = (indicator: string): Figure => ({
  indicator,
  dimension: '',
  area: 'E06000009',
  period: '2023-24',
  value: 96.8,
  numerator: 30,
  denominator: 31,
  status: 'final',
  note: null,
  doubt: null,
})

async function write(db: Database, id: string, terms: object, version = 1) {
  await insertVersion(db, {
    register: 'action',
    id,
    version,
    body: JSON.stringify(terms),
    retired: false,
    reason: 'as told',
    madeBy: 'the command line',
    madeAt: '2026-01-01T00:00:00.000Z',
  })
}

describe.each(DATABASES)('an edition by themes on %s', (_name, open) => {
  let db: Database
  let limited: Database
  let limitedPublic: Database

  beforeAll(async () => {
    db = await open()
    limited = limitedEdition(db, CATALOGUE, OTHERS)
    limitedPublic = publicEdition(db, CATALOGUE, OTHERS)
    const release = await createRelease(db, {
      kind: 'published',
      title: 'A publication',
      publisher: '',
      licence: '',
      source_date: null,
      file_name: null,
      file_hash: null,
      loaded_at: '2026-01-01T00:00:00.000Z',
      loaded_by: 'test',
      reason: null,
    })
    const figures = ['seen-rate', 'other-rate'].map(figure)
    await insertFigures(db, release, figures, await (await SeriesBook.open(db)).idsOf(figures))
    await publishRelease(db, release, '2026-01-01T00:00:00.000Z')
    await nextRevision(db)
    await write(db, 'one', { indicators: ['seen-rate', 'other-rate'], title: 'One' })
    await write(db, 'two', { indicators: ['other-rate'], title: 'Two' })
  })
  afterAll(() => db.destroy())

  test('has the figures of the themes and no others', async () => {
    const count = async (edition: Database, indicator: string) =>
      (await findFigures(edition, { indicator, dimension: '' })).length
    expect(await count(db, 'other-rate')).toBe(1)
    expect(await count(limited, 'other-rate')).toBe(0)
    expect(await count(limitedPublic, 'other-rate')).toBe(0)
    expect(await count(limited, 'seen-rate')).toBe(1)
    expect(await count(limitedPublic, 'seen-rate')).toBe(1)
  })

  test('has no other series inside another question, or under another name', async () => {
    const inside = await limited
      .selectFrom('figure')
      .select('period')
      .where('series_id', 'in', (eb) =>
        eb.selectFrom('series as s').select('s.id').where('s.indicator_id', '=', 'other-rate'),
      )
      .execute()
    expect(inside).toEqual([])
    const named = await limited
      .with('x', (inner) => inner.selectFrom('series').selectAll())
      .selectFrom('x')
      .select('x.indicator_id')
      .execute()
    expect(named).toEqual([{ indicator_id: 'seen-rate' }])
  })

  test('has the entries of the themes, with nothing named that is of others', async () => {
    const told = async (edition: Database) =>
      (await findEntryVersions(edition)).get('action')?.map(({ id, body }) => [id, JSON.parse(body)])
    const one = ['one', { indicators: ['seen-rate'], title: 'One' }]
    expect(await told(limited)).toEqual([one])
    expect(await told(limitedPublic)).toEqual([one])
    expect(await told(db)).toHaveLength(2)
  })

  const ONE = { register: 'action', id: 'one', version: 1 } as const
  test('what is changed in it keeps what was not seen', async () => {
    const next = async (edition: Database, terms: object) =>
      JSON.parse((await bodyOfNext(edition, ONE, terms)) ?? 'null')
    const changed = { indicators: ['seen-rate'], title: 'Other' }
    expect(await next(limited, changed)).toEqual({ ...changed, indicators: ['seen-rate', 'other-rate'] })
    expect(await next(limitedPublic, changed)).toEqual({
      ...changed,
      indicators: ['seen-rate', 'other-rate'],
    })
    expect(await next(db, changed)).toEqual(changed)
  })

  test('nothing is left of a change after which it could not be seen', async () => {
    expect(await bodyOfNext(limited, ONE, { indicators: [], title: 'One' })).toBeNull()
    expect(await bodyOfNext(db, ONE, { indicators: [], title: 'One' })).toBe(
      '{"indicators":[],"title":"One"}',
    )
  })

  test.each<[string, (edition: Database) => Promise<unknown>]>([
    ['read entries past the rules', (edition) => edition.selectFrom('entry').selectAll().execute()],
    [
      'join them',
      (edition) =>
        edition.selectFrom('series').innerJoin('entry', 'series.id', 'series.id').select('body').execute(),
    ],
    [
      'ask whether there are any',
      (edition) =>
        edition
          .selectFrom('series')
          .select('id')
          .where((eb) => eb.exists(eb.selectFrom('entry').selectAll()))
          .execute(),
    ],
    [
      'name a question about them',
      (edition) =>
        edition
          .with('x', (inner) => inner.selectFrom('entry').selectAll())
          .selectFrom('x')
          .selectAll()
          .execute(),
    ],
    [
      'read them in a schema',
      (edition) => edition.withSchema('main').selectFrom('entry').selectAll().execute(),
    ],
    ['use raw SQL', (edition) => sql`select * from entry`.execute(edition)],
    [
      'select by raw SQL',
      (edition) =>
        edition.selectFrom('series').select(sql<string>`(select max(body) from entry)`.as('x')).execute(),
    ],
    ['write', (edition) => nextRevision(edition)],
    ['insert', (edition) => edition.insertInto('revision').values({ id: 2, number: 1 }).execute()],
    ['delete', (edition) => edition.deleteFrom('figure').execute()],
    ['begin a transaction', async (edition) => edition.transaction().execute(async (tx) => tx)],
    ['do without its plugin', async (edition) => edition.withoutPlugins()],
    [
      'ask what was compiled elsewhere',
      async (edition) => edition.executeQuery(db.selectFrom('entry').selectAll().compile()),
    ],
  ])('can’t be used to %s', async (_what, attempt) => {
    await expect((async () => attempt(limited))()).rejects.toThrow(/^An edition/)
  })

  test('reads what is of no theme', async () => {
    expect(await limited.selectFrom('release').select('title').execute()).toEqual([
      { title: 'A publication' },
    ])
    expect(editionOf(limited)).toMatchObject({ isPublic: false, unseen: OTHERS })
  })
})
