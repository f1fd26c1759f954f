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
 * national publications printed of the same indicators and areas: one area after another, so that a file of all of England
 * need not be held in memory at once. Looks through the whole table.
 */
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
    yield await findFiguresOf(db, ofArea, kinds)
  }
}

type Series = Pick<Figure, 'indicator' | 'dimension' | 'area'> & { id: number }

async function findFiguresOf(
  db: Database,
  series: readonly Series[],
  kinds: ReadonlyMap<number, SourceKind>,
): Promise<JudgedFigure[]> {
  const found: JudgedFigure[] = []
  const byId = new Map(series.map((each) => [each.id, each]))
  for (let i = 0; i < series.length; i += AT_A_TIME) {
    const rows = await db
      .selectFrom('figure')
      .selectAll('figure')
      .where(
        'series_id',
        'in',
        series.slice(i, i + AT_A_TIME).map(({ id }) => id),
      )
      .execute()
    for (const row of rows) {
      const kind = kinds.get(row.release_id)
      const of = byId.get(row.series_id)
      if (!kind || !of) continue
      const figure: Figure = {
        indicator: of.indicator,
        dimension: of.dimension,
        area: of.area,
        period: row.period,
        value: row.value ?? row.missing ?? 'not-available',
        numerator: row.numerator,
        denominator: row.denominator,
        status: row.status,
        note: row.note,
        doubt: row.doubt,
      }
      found.push({ series: row.series_id, release: row.release_id, kind, figure, withheld: row.withheld })
    }
  }
  return found
}

/** The series, in every breakdown, of the indicators and areas that some releases have figures of. */
async function findSeriesBeside(db: Database, releases: readonly number[]): Promise<Series[]> {
  if (releases.length === 0) return []
  const own = await db
    .selectFrom('series')
    .select(['indicator_id', 'area_id'])
    .distinct()
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('figure')
        .select('figure.series_id')
        .where('figure.release_id', 'in', [...releases]),
    )
    .execute()
  if (own.length === 0) return []
  const rows = await db
    .selectFrom('series')
    .selectAll()
    .where('area_id', 'in', [...new Set(own.map(({ area_id }) => area_id))])
    .execute()
  const pairs = new Set(own.map(pairOf))
  return rows
    .filter((each) => pairs.has(pairOf(each)))
    .map(({ id, indicator_id: indicator, dimension, area_id: area }) => ({ id, indicator, dimension, area }))
}

const pairOf = ({ indicator_id, area_id }: { indicator_id: string; area_id: string }) =>
  `${indicator_id} ${area_id}`

/** Notes what was judged of figures. */
export async function noteWithheld(
  db: Database,
  figures: readonly { series: number; release: number; period: string; withheld: string }[],
): Promise<void> {
  const judged = Map.groupBy(figures, ({ release, withheld }) => `${release} ${withheld}`)
  for (const same of judged.values()) {
    const [first] = same
    if (!first) continue
    // Most series of a release are of the same periods, so a question for all of them is one for many figures.
    const periods = [...Map.groupBy(same, ({ series }) => series)].map(([series, own]) => ({
      series,
      periods: own.map(({ period }) => period),
    }))
    for (const alike of Map.groupBy(periods, (each) => each.periods.join()).values()) {
      for (let i = 0; i < alike.length; i += AT_A_TIME) {
        const some = alike.slice(i, i + AT_A_TIME)
        await db
          .updateTable('figure')
          .set({ withheld: first.withheld })
          .where('release_id', '=', first.release)
          .where(
            'series_id',
            'in',
            some.map(({ series }) => series),
          )
          .where('period', 'in', some[0]?.periods ?? [])
          .execute()
      }
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

/** The figures of a release that are kept from the public, and why. */
export const findWithheldOf = (db: Database, release: number) =>
  db
    .selectFrom('figure')
    .innerJoin('series', 'series.id', 'figure.series_id')
    .select([
      'series.indicator_id as indicator',
      'series.dimension',
      'series.area_id as area',
      'figure.period',
      (eb) => eb.ref('figure.withheld').$notNull().as('withheld'),
    ])
    .where('figure.release_id', '=', release)
    .where('figure.withheld', 'is not', null)
    .where('figure.withheld', '!=', '')
    .execute()

/** How many figures of other releases the public sees. */
export async function countShownBeside(db: Database, release: number): Promise<number> {
  const { count } = await db
    .selectFrom('figure')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('figure.release_id', '!=', release)
    .where('figure.withheld', '=', '')
    .executeTakeFirstOrThrow()
  return Number(count)
}
