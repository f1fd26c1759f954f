import type { ExpressionBuilder } from 'kysely'
import type { Figure, PublishedFigure } from '../domain/figure.ts'
import type { Database } from './database.ts'
import { findReleases, type PublishedRelease } from './releases.ts'
import type { FigureTable, Schema } from './schema.ts'

/** Which figures: of one breakdown of one indicator, for some areas or all, as they stood at the end of a day or stand now. */
export type FigureQuery = {
  indicator: string
  dimension: string
  areas?: readonly string[]
  /** One period only. */
  period?: string
  asAt?: string | undefined
}

/**
 * The current figures: of each area and period the one in the newest release that counts. With `asAt`, the newest
 * that counted by the end of that day. In no particular order.
 */
export async function findFigures(db: Database, query: FigureQuery): Promise<PublishedFigure[]> {
  let select = db
    .selectFrom('series')
    .innerJoin('figure', 'figure.series_id', 'series.id')
    .select([
      'series.area_id',
      'figure.period',
      'figure.release_id',
      'figure.value',
      'figure.missing',
      'figure.numerator',
      'figure.denominator',
      'figure.status',
      'figure.note',
      'figure.doubt',
    ])
    .where('series.indicator_id', '=', query.indicator)
    .where('series.dimension', '=', query.dimension)
  if (query.areas) select = select.where('series.area_id', 'in', [...query.areas])
  if (query.period !== undefined) select = select.where('figure.period', '=', query.period)
  const releases = await findReleases(db)
  const counts = (release: PublishedRelease) =>
    query.asAt === undefined ? release.state === 'published' : stoodAt(release, query.asAt)
  const newest = new Map<string, PublishedFigure>()
  for (const row of await select.execute()) {
    const release = releases.get(row.release_id)
    if (!release || !counts(release)) continue
    const key = `${row.area_id} ${row.period}`
    const held = newest.get(key)
    if (held && !isNewer(release, held)) continue
    newest.set(key, published(row, release, { ...query, area: row.area_id }))
  }
  return [...newest.values()]
}

/** Whether a release could be read at the end of a day. */
function stoodAt({ publishedAt, withdrawnAt }: PublishedRelease, day: string): boolean {
  const end = `${day}T23:59:59.999Z`
  return publishedAt <= end && (withdrawnAt === null || withdrawnAt > end)
}

/** Later published; of two of one moment the later made. */
const isNewer = (release: PublishedRelease, held: PublishedFigure): boolean =>
  release.publishedAt > held.publishedAt ||
  (release.publishedAt === held.publishedAt && release.id > held.release)

type FigureRow = Omit<FigureTable, 'series_id' | 'release_id' | 'withheld'>
type Place = { indicator: string; dimension: string; area: string }

function published(row: FigureRow, release: PublishedRelease, place: Place): PublishedFigure {
  return {
    ...figureOf(row, place),
    release: release.id,
    publishedAt: release.publishedAt,
    source: { kind: release.kind, title: release.title },
  }
}

const figureOf = (row: FigureRow, { indicator, dimension, area }: Place): Figure => ({
  indicator,
  dimension,
  area,
  period: row.period,
  value: row.value ?? row.missing ?? 'not-available',
  numerator: row.numerator,
  denominator: row.denominator,
  status: row.status,
  note: row.note,
  doubt: row.doubt,
})

/** The current figures of some series, by series and period: what an import compares with. */
export async function findFiguresOfSeries(
  db: Database,
  series: readonly number[],
): Promise<Map<number, Map<string, PublishedFigure>>> {
  const releases = await findReleases(db)
  const bySeries = new Map<number, Map<string, PublishedFigure>>()
  for (const row of await selectOfSeries(db, series).execute()) {
    const release = releases.get(row.release_id)
    if (release?.state !== 'published') continue
    const newest = bySeries.get(row.series_id) ?? new Map<string, PublishedFigure>()
    bySeries.set(row.series_id, newest)
    const held = newest.get(row.period)
    if (held && !isNewer(release, held)) continue
    newest.set(row.period, published(row, release, row))
  }
  return bySeries
}

/** What a draft release holds of some series. */
export async function findDraftFigures(
  db: Database,
  release: number,
  series: readonly number[],
): Promise<{ series: number; figure: Figure }[]> {
  const rows = await selectOfSeries(db, series).where('figure.release_id', '=', release).execute()
  return rows.map((row) => ({ series: row.series_id, figure: figureOf(row, row) }))
}

/** Marks figures of a draft release as revised. */
export async function markRevised(
  db: Database,
  release: number,
  figures: readonly { series: number; period: string }[],
): Promise<void> {
  for (const [series, own] of Map.groupBy(figures, (figure) => figure.series)) {
    await db
      .updateTable('figure')
      .set({ status: 'revised' })
      .where('series_id', '=', series)
      .where('release_id', '=', release)
      .where(
        'period',
        'in',
        own.map((figure) => figure.period),
      )
      .execute()
  }
}

/** The numbers of the series that a release has figures of. Looks through the whole table. */
export async function findSeriesOfRelease(db: Database, release: number): Promise<number[]> {
  const rows = await db
    .selectFrom('figure')
    .select('series_id')
    .distinct()
    .where('release_id', '=', release)
    .execute()
  return rows.map((row) => row.series_id)
}

const selectOfSeries = (db: Database, series: readonly number[]) =>
  db
    .selectFrom('figure')
    .innerJoin('series', 'series.id', 'figure.series_id')
    .selectAll('figure')
    .select(['series.indicator_id as indicator', 'series.dimension', 'series.area_id as area'])
    .where('figure.series_id', 'in', [...series])

export async function countFigures(db: Database): Promise<number> {
  const row = await db
    .selectFrom('figure')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** How many figures lack their series, and how many their release: none, unless somebody changed the database by hand. */
export async function countOrphans(db: Database): Promise<{ series: number; releases: number }> {
  const count = (eb: ExpressionBuilder<Schema, 'figure'>) => eb.fn.countAll().as('count')
  const series = await db
    .selectFrom('figure')
    .select(count)
    .where('series_id', 'not in', (eb) => eb.selectFrom('series').select('series.id'))
    .executeTakeFirstOrThrow()
  const releases = await db
    .selectFrom('figure')
    .select(count)
    .where('release_id', 'not in', (eb) => eb.selectFrom('release').select('release.id'))
    .executeTakeFirstOrThrow()
  return { series: Number(series.count), releases: Number(releases.count) }
}
