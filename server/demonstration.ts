import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { documentSchema } from './contract/catalogue.ts'
import { RETURN_AFTER_DAYS } from './domain/due.ts'
import {
  type Figure,
  isNumber,
  missingFromSymbol,
  type Quantity,
  STATUSES,
  type Status,
} from './domain/figure.ts'
import { PER } from './domain/indicator.ts'
import { addDays, parsePeriod, periodOf, quarterLabel } from './domain/period.ts'
import { midYear, POPULATION, populationYear } from './domain/population.ts'
import { rate } from './domain/rate.ts'
import { round } from './domain/rounding.ts'
import { type Reference, readCsv, type Seed } from './reference.ts'
import type { Database } from './store/database.ts'
import { findFilledRegisters, insertVersion } from './store/entries.ts'
import { insertFigures, SeriesBook } from './store/figures.ts'
import { insertNeighbours, type NeighbourLink } from './store/neighbours.ts'
import { countReleases, createRelease, hasReleaseBy, publishRelease } from './store/releases.ts'
import { lockForWriting } from './store/revision.ts'
import type { ReleaseTable } from './store/schema.ts'

/**
 * The demonstration: real published figures of all English authorities, dated facts out of council papers, and an
 * illustrative quarterly return for Blackpool. Each publication and paper becomes a release on the day it came out,
 * so that looking back works.
 */

type Source = z.infer<typeof documentSchema>
type Release = {
  kind: ReleaseTable['kind']
  source: Source
  publishedAt: string
  figures: Figure[]
  neighbours: { model: string; links: NeighbourLink[] } | null
}

const LOADED_BY = 'demonstration'

/** Loads the demonstration if nothing has ever been loaded. Says whether it did. */
export async function loadDemonstration(db: Database, reference: Reference, now: string): Promise<boolean> {
  const isEmpty = (await countReleases(db)) === 0
  if (isEmpty) await loadReleases(db, reference, now)
  // A demonstration that was loaded by an earlier version of the program gets what has come to it since.
  if (isEmpty || (await hasReleaseBy(db, LOADED_BY))) await loadRegisters(db, reference)
  return isEmpty
}

/** Puts what papers state into the registers, each on the day that it was stated; once for each register. */
async function loadRegisters(db: Database, reference: Reference): Promise<void> {
  const targets = reference.targets.map(({ id, terms }): Seed => ({ register: 'target', id, terms }))
  await db.transaction().execute(async (tx) => {
    await lockForWriting(tx)
    const held = await findFilledRegisters(tx)
    for (const { register, id, terms } of [...targets, ...reference.seeds]) {
      if (held.has(register)) continue
      const document = reference.document(String(terms.document))
      await insertVersion(tx, {
        register,
        id,
        version: 1,
        body: JSON.stringify(terms),
        retired: false,
        reason: `As stated in: ${document?.title ?? terms.document ?? terms.source}.`,
        madeBy: LOADED_BY,
        madeAt: `${statedOn(terms, document)}T12:00:00.000Z`,
      })
    }
  })
}

/** Since when what a paper states could be known. */
function statedOn(terms: Seed['terms'], document: Source | undefined): string {
  const day = terms.statedOn ?? terms.asOf ?? (document ? periodOf(document.published).end : terms.on)
  return String(day)
}

async function loadReleases(db: Database, reference: Reference, now: string): Promise<void> {
  const releases = readReleases(reference).sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1))
  await db.transaction().execute(async (tx) => {
    await lockForWriting(tx)
    const book = await SeriesBook.open(tx)
    for (const { kind, source, publishedAt, figures, neighbours } of releases) {
      const release = await createRelease(tx, {
        kind,
        title: source.title,
        publisher: source.publisher,
        licence: source.licence,
        source_date: source.published,
        file_name: null,
        file_hash: null,
        loaded_at: now,
        loaded_by: LOADED_BY,
        reason: null,
      })
      await insertFigures(tx, release, figures, await book.idsOf(figures))
      if (neighbours) await insertNeighbours(tx, release, neighbours.model, neighbours.links)
      await publishRelease(tx, release, publishedAt)
    }
  })
}

/** A source is published at the end of the day, or of the month where only that is known. */
const publishedAt = (source: Source) => `${periodOf(source.published).end}T12:00:00.000Z`

function readReleases(reference: Reference): Release[] {
  const sources = readCsv('published/sources.csv', documentSchema)
  const figuresBySource = readPublished()
  const neighbours = readNeighbours()
  const published = sources.map((source): Release => {
    const model = neighbours.get(source.id)
    const figures = figuresBySource.get(source.id) ?? []
    return {
      kind: 'published',
      source,
      publishedAt: publishedAt(source),
      figures,
      neighbours: model ?? null,
    }
  })
  const populations = new Map(
    published.flatMap(({ figures }) =>
      figures
        .filter((figure) => figure.indicator === POPULATION)
        .map((f) => [`${f.area} ${f.period}`, f.value]),
    ),
  )
  for (const { figures } of published)
    for (const figure of figures) addPopulation(figure, populations, reference)
  return [...published, ...readFacts(reference), ...readReturns()]
}

/** Rates are kept without their population, which is held once, and get it back here. */
function addPopulation(figure: Figure, populations: Map<string, Quantity>, reference: Reference): void {
  if (figure.denominator !== null) return
  if (reference.indicator(figure.indicator)?.denominatorKind !== 'population') return
  const population = populations.get(`${figure.area} ${midYear(populationYear(periodOf(figure.period)))}`)
  figure.denominator = population !== undefined && isNumber(population) ? population : null
}

const DATA = new URL('../data/', import.meta.url)

function readQuantity(cell: string): Quantity {
  const reason = missingFromSymbol(cell)
  if (reason) return reason
  const number = Number(cell)
  if (cell === '' || Number.isNaN(number)) throw new Error(`"${cell}" is neither a number nor a symbol`)
  return number
}

/** The compact files of data/published: a row a series and part, a column a period. */
function readPublished(): Map<string, Figure[]> {
  const bySource = new Map<string, Figure[]>()
  const files = readdirSync(new URL('published/', DATA)).filter((name) => name !== 'sources.csv')
  for (const file of files) {
    const [header = [], ...rows]: string[][] = parse(readFileSync(new URL(`published/${file}`, DATA)))
    const periods = header.slice(6)
    const unknown = periods.find((period) => !parsePeriod(period))
    if (unknown) throw new Error(`data/published/${file} has a column "${unknown}" that is no period`)
    let key = ''
    let figures: (Figure | undefined)[] = []
    for (const [
      indicator = '',
      dimension = '',
      area = '',
      source = '',
      status = '',
      part,
      ...cells
    ] of rows) {
      const own = `${indicator}|${dimension}|${area}|${source}|${status}`
      if (own !== key) {
        key = own
        figures = cells.map(() => undefined)
      }
      for (const [i, cell] of cells.entries()) {
        if (cell === '') continue
        let figure = figures[i]
        if (!figure) {
          figure = {
            indicator,
            dimension,
            area,
            period: periods[i] ?? '',
            value: 'not-available',
            numerator: null,
            denominator: null,
            status: readStatus(status, file),
            note: null,
            doubt: null,
          }
          figures[i] = figure
          const list = bySource.get(source) ?? []
          bySource.set(source, list)
          list.push(figure)
        }
        if (part === 'value') figure.value = readQuantity(cell)
        else if (part === 'note') figure.note = cell
        else if (part === 'numerator' || part === 'denominator') figure[part] = Number(cell)
      }
    }
  }
  return bySource
}

function readStatus(text: string, file: string): Status {
  const status = STATUSES.find((each) => each === text)
  if (!status) throw new Error(`data/${file}: "${text}" is not a status`)
  return status
}

const neighbourSchema = z.strictObject({
  model: z.string(),
  area: z.string(),
  position: z.coerce.number(),
  neighbour: z.string(),
  closeness: z.string(),
})

function readNeighbours(): Map<string, { model: string; links: NeighbourLink[] }> {
  const rows = readCsv('neighbours.csv', neighbourSchema)
  const models = Map.groupBy(rows, (row) => row.model)
  return new Map(
    [...models].map(([model, links]) => [
      `neighbours-${model}`,
      { model, links: links.map(({ model: _, ...link }) => link) },
    ]),
  )
}

const factSchema = z.strictObject({
  indicator: z.string(),
  area: z.string(),
  dimension: z.string(),
  period: z.string().refine((id) => parsePeriod(id) !== undefined, 'is not a period'),
  value: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  status: z.enum(STATUSES),
  document: z.string(),
  place: z.string(),
  note: z.string(),
  doubt: z.string(),
})

/** The dated figures of council papers; each paper is a release. */
function readFacts(reference: Reference): Release[] {
  const byDocument = Map.groupBy(readCsv('facts.csv', factSchema), (fact) => fact.document)
  return [...byDocument].map(([id, facts]) => {
    const source = reference.document(id)
    if (!source)
      throw new Error(`data/facts.csv names a document "${id}" that data/documents.csv doesn't have`)
    const figures = facts.map((fact): Figure => {
      const indicator = reference.indicator(fact.indicator)
      if (!indicator)
        throw new Error(`data/facts.csv names an indicator "${fact.indicator}" that is not in the catalogue`)
      const numerator = fact.numerator === '' ? null : Number(fact.numerator)
      const denominator = fact.denominator === '' ? null : Number(fact.denominator)
      const exact = rate(numerator ?? 'not-available', denominator ?? 'not-available', PER[indicator.unit])
      const workedOut = isNumber(exact) ? round(exact, indicator.localDecimals ?? indicator.decimals) : exact
      const { area, dimension, period, status } = fact
      return {
        indicator: indicator.id,
        area,
        dimension,
        period,
        value: fact.value === '' ? workedOut : readQuantity(fact.value),
        numerator,
        denominator,
        status,
        note: [`${capitalised(fact.place)}.`, fact.note].filter(Boolean).join(' '),
        doubt: fact.doubt || null,
      }
    })
    return { kind: 'document', source, publishedAt: publishedAt(source), figures, neighbours: null }
  })
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The illustrative returns: one release a quarter, published on the last day that is in time. */
function readReturns(): Release[] {
  const path = new URL('illustrative/blackpool-quarterly-returns.csv', DATA)
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true })
  const byPeriod = Map.groupBy(rows, (row) => row.period ?? '')
  return [...byPeriod].map(([id, quarter]) => {
    const period = periodOf(id)
    const published = addDays(period.end, RETURN_AFTER_DAYS)
    const source: Source = {
      id: `return-${id}`,
      title: `Illustrative return, ${quarterLabel(period)}`,
      publisher: 'Made up for this demonstration',
      published,
      licence: '',
      url: '',
    }
    const figures = quarter.map(
      (row): Figure => ({
        indicator: row.indicator_id ?? '',
        area: row.area_code ?? '',
        dimension: row.dimension ?? '',
        period: id,
        value: readQuantity(row.value ?? ''),
        numerator: row.numerator ? Number(row.numerator) : null,
        denominator: row.denominator ? Number(row.denominator) : null,
        status: readStatus(row.status ?? '', basename(path.pathname)),
        note: row.note || null,
        doubt: null,
      }),
    )
    return { kind: 'return', source, publishedAt: publishedAt(source), figures, neighbours: null }
  })
}
