import type { Figure, SourceKind } from '../domain/figure.ts'
import type { Database } from './database.ts'

/** A figure in one release that was ever published, with what was judged of it. */
export type JudgedFigure = {
  series: number
  release: number
  kind: SourceKind
  figure: Figure
  /** Why it is withheld; '' if it may be shown; null if nobody has judged it. */
  withheld: string | null
}

/** How many series are read or written at a time. */
const AT_A_TIME = 400

/**
 * Every figure of the council's own (its returns, its papers) of every release that was ever published, and whatever
 * national publications printed of the same indicators and areas. Looks through the whole table.
 */
export async function findJudgedFigures(db: Database): Promise<JudgedFigure[]> {
  const found: JudgedFigure[] = []
  for await (const figures of judgedByArea(db)) found.push(...figures)
  return found
}

/** The same, one area after another, so that a file of all of England need not be held in memory at once. */
export async function* judgedByArea(db: Database): AsyncGenerator<JudgedFigure[]> {
  const releases = await db
    .selectFrom('release')
    .select(['id', 'kind'])
    .where('published_at', 'is not', null)
    .execute()
  const kinds = new Map(releases.map(({ id, kind }) => [id, kind]))
  const series = await findSeriesBeside(
    db,
    releases.filter(({ kind }) => kind !== 'published').map(({ id }) => id),
  )
  for (const ofArea of Map.groupBy(series, ({ area }) => area).values()) {
    yield await findFiguresOf(
      db,
      ofArea.map(({ id }) => id),
      kinds,
    )
  }
}

async function findFiguresOf(
  db: Database,
  series: readonly number[],
  kinds: ReadonlyMap<number, SourceKind>,
): Promise<JudgedFigure[]> {
  const found: JudgedFigure[] = []
  for (let i = 0; i < series.length; i += AT_A_TIME) {
    const rows = await db
      .selectFrom('figure')
      .innerJoin('series', 'series.id', 'figure.series_id')
      .selectAll('figure')
      .select(['series.indicator_id as indicator', 'series.dimension', 'series.area_id as area'])
      .where('figure.series_id', 'in', series.slice(i, i + AT_A_TIME))
      .execute()
    for (const { series_id, release_id, withheld, missing, value, ...row } of rows) {
      const kind = kinds.get(release_id)
      if (!kind) continue
      const figure = { ...row, value: value ?? missing ?? 'not-available' }
      found.push({ series: series_id, release: release_id, kind, figure, withheld })
    }
  }
  return found
}

/** The numbers of the series, in every breakdown, of the indicators and areas that some releases have figures of. */
async function findSeriesBeside(
  db: Database,
  releases: readonly number[],
): Promise<{ id: number; area: string }[]> {
  if (releases.length === 0) return []
  const rows = await db
    .selectFrom('series')
    .innerJoin('series as own', (join) =>
      join.onRef('own.indicator_id', '=', 'series.indicator_id').onRef('own.area_id', '=', 'series.area_id'),
    )
    .select(['series.id', 'series.area_id as area'])
    .distinct()
    .where('own.id', 'in', (eb) =>
      eb
        .selectFrom('figure')
        .select('figure.series_id')
        .where('figure.release_id', 'in', [...releases]),
    )
    .execute()
  return rows
}

/** Notes what was judged of figures. */
export async function noteWithheld(
  db: Database,
  figures: readonly { series: number; release: number; period: string; withheld: string }[],
): Promise<void> {
  const alike = Map.groupBy(figures, ({ release, period, withheld }) => `${release} ${period} ${withheld}`)
  for (const same of alike.values()) {
    for (let i = 0; i < same.length; i += AT_A_TIME) {
      const some = same.slice(i, i + AT_A_TIME)
      const [first] = some
      if (!first) continue
      await db
        .updateTable('figure')
        .set({ withheld: first.withheld })
        .where('release_id', '=', first.release)
        .where('period', '=', first.period)
        .where(
          'series_id',
          'in',
          some.map(({ series }) => series),
        )
        .execute()
    }
  }
}

/** How many figures are kept from the public, by reason. */
export async function countWithheld(db: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('figure')
    .select(['withheld', (eb) => eb.fn.countAll().as('count')])
    .where('withheld', 'is not', null)
    .where('withheld', '!=', '')
    .groupBy('withheld')
    .execute()
  return new Map(rows.map(({ withheld, count }) => [String(withheld), Number(count)]))
}
