import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Figure, SourceKind } from '../../server/domain/figure.ts'
import type { Database } from '../../server/store/database.ts'
import { type EditionIndicator, editionOf, publicEdition } from '../../server/store/edition.ts'
import { countFigures, findFigures } from '../../server/store/figures.ts'
import { createRelease, findReleaseEntries, publishRelease } from '../../server/store/releases.ts'
import { nextRevision } from '../../server/store/revision.ts'
import { noteWithheld } from '../../server/store/withheld.ts'
import { insertFigures, SeriesBook } from '../../server/store/write-figures.ts'
import { DATABASES } from '../support/databases.ts'

const CATALOGUE: EditionIndicator[] = [
  { id: 'cla-rate', kind: 'snapshot', restricted: false },
  { id: 'serious-incidents', kind: 'flow', restricted: true },
]

const figure = (over: Partial<Figure>): Figure => ({
  indicator: 'cla-rate',
  dimension: '',
  area: 'E06000009',
  period: '2024-25Q1',
  value: 96.8,
  numerator: 30,
  denominator: 31,
  status: 'revised',
  note: 'one of two sisters',
  doubt: 'counted twice',
  ...over,
})

const HIDDEN = { value: 'suppressed', numerator: null, denominator: null, note: null, doubt: null }
const SHOWN = {
  value: 96.8,
  numerator: 30,
  denominator: 31,
  note: 'one of two sisters',
  doubt: 'counted twice',
}

async function draft(db: Database, kind: SourceKind, figures: Figure[]) {
  const id = await createRelease(db, {
    kind,
    title: `A ${kind}`,
    publisher: 'Blackpool Council',
    licence: '',
    source_date: null,
    file_name: 'the-smith-children.csv',
    file_hash: 'abc',
    loaded_at: '2026-01-01T00:00:00.000Z',
    loaded_by: 'account:1',
    reason: 'put right: three, not five',
  })
  const ids = await (await SeriesBook.open(db)).idsOf(figures)
  await insertFigures(db, id, figures, ids)
  return { id, series: ids[0] ?? 0 }
}

async function publish(db: Database, kind: SourceKind, figures: Figure[]) {
  const made = await draft(db, kind, figures)
  await publishRelease(db, made.id, `2026-01-0${made.id}T00:00:00.000Z`)
  return made
}

const ofPeriod = async (db: Database, period: string) =>
  (await findFigures(db, { indicator: 'cla-rate', dimension: '', period }))[0]

describe.each(DATABASES)('the public edition on %s', (_name, open) => {
  let db: Database
  let open_: Database

  beforeAll(async () => {
    db = await open()
    open_ = publicEdition(db, CATALOGUE)
    await publish(db, 'published', [figure({ period: '2023-24' })])
    const { id, series } = await publish(
      db,
      'return',
      ['2024-25Q1', '2024-25Q2', '2024-25Q3'].map((period) => figure({ period })),
    )
    const judged = { series, release: id }
    await noteWithheld(db, [
      { ...judged, period: '2024-25Q1', withheld: '' },
      { ...judged, period: '2024-25Q2', withheld: 'primary' },
    ])
    const incident = figure({ indicator: 'serious-incidents', value: 3, numerator: null, denominator: null })
    const incidents = await publish(db, 'return', [incident])
    await noteWithheld(db, [
      { series: incidents.series, release: incidents.id, period: '2024-25Q1', withheld: 'restricted' },
    ])
    await draft(db, 'published', [figure({ period: '2024-25' })])
    await nextRevision(db)
  })
  afterAll(() => db.destroy())

  test.each([
    ['2023-24', 'of a national publication', SHOWN],
    ['2024-25Q1', 'that was judged to be fit for the public', SHOWN],
    ['2024-25Q2', 'that is withheld', HIDDEN],
    ['2024-25Q3', 'that nobody has judged', HIDDEN],
  ])('%s, a figure %s', async (period, _what, expected) => {
    expect(await ofPeriod(open_, period)).toMatchObject({ ...expected, period, status: 'revised' })
    expect(await ofPeriod(db, period)).toMatchObject(SHOWN)
  })

  test('a draft and a restricted figure are not in it', async () => {
    expect(await countFigures(db)).toBe(6)
    expect(await countFigures(open_)).toBe(4)
  })

  test('says nothing of who loaded a release, which file it was and what was written of it', async () => {
    const entries = await findReleaseEntries(open_)
    expect(entries.map(({ title }) => title)).toEqual(['A return', 'A return', 'A published'])
    expect(JSON.stringify(entries)).not.toMatch(/account|smith|abc|three/)
    expect(entries[0]).toMatchObject({ loaded_by: 'the council', upload_id: null, findings: null })
  })

  test('reads a table under another name, in an order, once', async () => {
    const rows = await open_
      .selectFrom('figure as f')
      .innerJoin('release as r', 'r.id', 'f.release_id')
      .select(['f.period', 'f.value', 'r.file_name'])
      .distinct()
      .where('f.period', 'in', ['2024-25Q1', '2024-25Q2'])
      .where((eb) => eb.or([eb('f.missing', '=', 'suppressed'), eb('f.value', '>', 1)]))
      .orderBy('f.period', 'desc')
      .limit(5)
      .execute()
    expect(rows).toEqual([
      { period: '2024-25Q2', value: null, file_name: null },
      { period: '2024-25Q1', value: 96.8, file_name: null },
    ])
  })

  test('reads no figure inside another question either', async () => {
    const rows = await open_
      .selectFrom((eb) => eb.selectFrom('figure').select(['value', 'period']).as('inner'))
      .select('inner.value')
      .where('inner.period', '=', '2024-25Q2')
      .union(open_.selectFrom('figure').select('value').where('period', '=', '2024-25Q3'))
      .execute()
    expect(rows).toEqual([{ value: null }])
  })

  test.each([
    'upload',
    'upload_file',
    'mapping',
    'entry',
    'user',
    'session',
    'account',
    'verification',
    'invitation',
    'api_token',
    'sqlite_master',
    'pg_class',
    'main.figure',
    'constructor',
  ])('does not have the table %s', async (table) => {
    const question = open_.selectFrom(table as 'figure').selectAll()
    await expect(question.execute()).rejects.toThrow('The public edition has no table')
    const joined = open_
      .selectFrom('series')
      .innerJoin(table as 'figure', 'series.id', 'series.id')
      .select('series.id')
    await expect(joined.execute()).rejects.toThrow('The public edition has no table')
    const inside = open_
      .selectFrom('series')
      .select('id')
      .where((eb) => eb.exists(eb.selectFrom(table as 'figure').selectAll()))
    await expect(inside.execute()).rejects.toThrow('The public edition has no table')
  })

  test.each<[string, (db: Database) => Promise<unknown>]>([
    ['insert', (edition) => edition.insertInto('revision').values({ id: 2, number: 1 }).execute()],
    ['update', (edition) => nextRevision(edition)],
    ['delete', (edition) => edition.deleteFrom('figure').execute()],
    ['drop a table', (edition) => edition.schema.dropTable('figure').execute()],
    ['make a table', (edition) => edition.schema.createTable('x').addColumn('y', 'text').execute()],
    ['use raw SQL', (edition) => sql`select value from figure`.execute(edition)],
    [
      'select by raw SQL',
      (edition) =>
        edition
          .selectFrom('series')
          .select(sql<number>`(select max(numerator) from figure)`.as('x'))
          .execute(),
    ],
    [
      'order by raw SQL',
      (edition) =>
        edition
          .selectFrom('series')
          .select('id')
          .orderBy('id', sql`desc, (select max(numerator) from figure)`)
          .execute(),
    ],
    [
      'name a question and ask it',
      (edition) =>
        edition
          .with('x', (inner) => inner.selectFrom('figure').selectAll())
          .selectFrom('x')
          .selectAll()
          .execute(),
    ],
    [
      'call a function',
      (edition) =>
        edition
          .selectFrom('series')
          .select((eb) => eb.fn('pg_read_file', [eb.val('x')]).as('y'))
          .execute(),
    ],
    ['lock rows', (edition) => edition.selectFrom('figure').select('value').forUpdate().execute()],
    [
      'ask what was compiled elsewhere',
      async (edition) => edition.executeQuery(db.selectFrom('figure').selectAll().compile()),
    ],
    [
      'begin a transaction',
      async (edition) => edition.transaction().execute(async (tx) => tx.withoutPlugins()),
    ],
    ['begin a transaction by hand', async (edition) => edition.startTransaction().execute()],
    [
      'keep to one connection',
      async (edition) => edition.connection().execute(async (one) => one.withoutPlugins()),
    ],
    [
      'do without its plugin',
      async (edition) => edition.withoutPlugins().selectFrom('figure').select('value').execute(),
    ],
    ['look at the tables there are', async (edition) => edition.introspection.getTables()],
    [
      'name a schema',
      async (edition) => edition.withSchema('main').selectFrom('figure').selectAll().execute(),
    ],
    ['end the connection', async (edition) => edition.destroy()],
  ])('can’t %s', async (_what, attempt) => {
    await expect((async () => attempt(open_))()).rejects.toThrow(/^(The public|An) edition (can|has)/)
  })

  test('a handle knows its edition, and so does one that was made from it', () => {
    expect(editionOf(db)).toBeUndefined()
    expect(editionOf(open_)?.whole).toBe(db)
    expect(editionOf(open_.$omitTables<'upload'>() as unknown as Database)?.indicators.size).toBe(2)
  })
})
