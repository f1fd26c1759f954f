import type { CompiledQuery } from 'kysely'
import { type Figure, isNumber } from '../domain/figure.ts'
import type { Database } from './database.ts'

/** The numbers of series, looked up as an import needs them. Only one import may hold a book at a time. */
export class SeriesBook {
  readonly #db: Database
  /** By indicator, then breakdown, then area. */
  readonly #groups = new Map<string, Map<string, Map<string, number>>>()
  #highest = 0
  #firstNew = 0

  private constructor(db: Database, highest: number) {
    this.#db = db
    this.#highest = highest
    this.#firstNew = highest + 1
  }

  static async open(db: Database): Promise<SeriesBook> {
    const row = await db
      .selectFrom('series')
      .select((eb) => eb.fn.max('id').as('highest'))
      .executeTakeFirst()
    return new SeriesBook(db, Number(row?.highest ?? 0))
  }

  /** The series numbers of figures, in their order; series that did not exist are made. */
  async idsOf(figures: readonly Figure[]): Promise<number[]> {
    const unwritten: { id: number; indicator_id: string; dimension: string; area_id: string }[] = []
    const ids: number[] = []
    for (const figure of figures) {
      const group = this.#groups.get(figure.indicator)?.get(figure.dimension) ?? (await this.#load(figure))
      let id = group.get(figure.area)
      if (id === undefined) {
        id = ++this.#highest
        group.set(figure.area, id)
        unwritten.push({
          id,
          indicator_id: figure.indicator,
          dimension: figure.dimension,
          area_id: figure.area,
        })
      }
      ids.push(id)
    }
    for (let i = 0; i < unwritten.length; i += 500) {
      const rows = unwritten.slice(i, i + 500)
      await this.#db.insertInto('series').values(rows).execute()
    }
    return ids
  }

  /** Whether a series was made by this book, so that nothing can have been held for it before. */
  isNew(id: number): boolean {
    return id >= this.#firstNew
  }

  async #load(figure: Figure): Promise<Map<string, number>> {
    const rows = await this.#db
      .selectFrom('series')
      .select(['id', 'area_id'])
      .where('indicator_id', '=', figure.indicator)
      .where('dimension', '=', figure.dimension)
      .execute()
    const group = new Map(rows.map((row) => [row.area_id, row.id]))
    const own = this.#groups.get(figure.indicator) ?? new Map<string, Map<string, number>>()
    own.set(figure.dimension, group)
    this.#groups.set(figure.indicator, own)
    return group
  }
}

const BATCH = 100
const COLUMNS = 10
const compiled = new WeakMap<Database, CompiledQuery>()

const rowOf = (figure: Figure, series: number, release: number) => ({
  series_id: series,
  period: figure.period,
  release_id: release,
  value: isNumber(figure.value) ? figure.value : null,
  missing: isNumber(figure.value) ? null : figure.value,
  numerator: figure.numerator,
  denominator: figure.denominator,
  status: figure.status,
  note: figure.note,
  doubt: figure.doubt,
})

/** Adds figures to a draft release. `ids` are their series, in the same order. Throws if a key is in it already. */
export async function insertFigures(
  db: Database,
  release: number,
  figures: readonly Figure[],
  ids: readonly number[],
): Promise<void> {
  const full = figures.length - (figures.length % BATCH)
  const parameters: unknown[] = new Array(BATCH * COLUMNS)
  for (let start = 0; start < full; start += BATCH) {
    for (let i = 0; i < BATCH; i++) {
      fillRow(parameters, i * COLUMNS, figures[start + i] as Figure, ids[start + i] as number, release)
    }
    await db.executeQuery({ ...batchStatement(db), parameters })
  }
  const rest = figures.slice(full).map((figure, i) => rowOf(figure, ids[full + i] as number, release))
  if (rest.length > 0) await db.insertInto('figure').values(rest).execute()
}

/** The statement for a full batch. Compiling it costs more than running it, so it is compiled once a connection. */
function batchStatement(db: Database): CompiledQuery {
  let statement = compiled.get(db)
  if (!statement) {
    const any: Figure = {
      indicator: '',
      dimension: '',
      area: '',
      period: '',
      value: 0,
      numerator: 0,
      denominator: 0,
      status: 'final',
      note: '',
      doubt: '',
    }
    const rows = Array.from({ length: BATCH }, () => rowOf(any, 0, 0))
    statement = db.insertInto('figure').values(rows).compile()
    compiled.set(db, statement)
  }
  return statement
}

/** A figure's parameters, in the order of {@link rowOf}; written in place, since a big file has millions of them. */
function fillRow(parameters: unknown[], at: number, figure: Figure, series: number, release: number): void {
  const { value } = figure
  parameters[at] = series
  parameters[at + 1] = figure.period
  parameters[at + 2] = release
  parameters[at + 3] = isNumber(value) ? value : null
  parameters[at + 4] = isNumber(value) ? null : value
  parameters[at + 5] = figure.numerator
  parameters[at + 6] = figure.denominator
  parameters[at + 7] = figure.status
  parameters[at + 8] = figure.note
  parameters[at + 9] = figure.doubt
}
