import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { breakSchema, type Publication, publicationSchema, type SeriesBreak } from './contract/calendar.ts'
import {
  areaSchema,
  documentSchema,
  type Indicator,
  indicatorSchema,
  type ScorecardDefinition,
  scorecardSchema,
  themeSchema,
} from './contract/catalogue.ts'
import { type Dataset, datasetSchema } from './contract/datasets.ts'
import { contextTerms } from './contract/events.ts'
import { identitySchema } from './contract/identities.ts'
import { targetTerms } from './contract/targets.ts'
import type { IdentityRule } from './domain/disclosure/identity.ts'
import type { Register } from './domain/register.ts'
import { definitionOf } from './registers/definitions.ts'

/**
 * What ships with the program and never changes while it runs: the catalogue of indicators, the areas of England,
 * the scorecards, the layouts of DfE's files, the papers that figures come from. Read and checked once at start.
 */

export type Area = Omit<z.infer<typeof areaSchema>, 'former_ids'> & {
  formerIds: string[]
  predecessors: string[]
}
export type Document = z.infer<typeof documentSchema>
export type Seed = { register: Register; id: string; terms: Record<string, unknown> }
/** A fact of a paper that no register holds. */
export type ContextFact = z.infer<typeof contextSchema>
export type SeedTarget = z.infer<typeof seedTargetSchema>

export type Reference = {
  areas: readonly Area[]
  indicators: readonly Indicator[]
  scorecards: readonly ScorecardDefinition[]
  datasets: readonly Dataset[]
  documents: readonly Document[]
  /** Targets that papers state; from the first start on the register holds them. */
  targets: readonly SeedTarget[]
  /** The same of plans, actions, recommendations, events and whatever else papers state. */
  seeds: readonly Seed[]
  /** Single facts of papers; `sensitive` ones are for nobody to see. */
  context: readonly ContextFact[]
  /** What comes out once a year, and when. */
  calendar: readonly Publication[]
  breaks: readonly SeriesBreak[]
  /** Which numbers hang together, so that a hidden one could be worked out from others. */
  identities: readonly IdentityRule[]
  /** By ONS code, former codes included. */
  area: (id: string) => Area | undefined
  /** By DfE's three-digit code. */
  areaByNumber: (number: string) => Area | undefined
  indicator: (id: string) => Indicator | undefined
  document: (id: string) => Document | undefined
}

/** A target that the papers state, as the demonstration puts it into the register. */
const seedTargetSchema = z
  .looseObject({ id: z.string() })
  .transform(({ id, ...terms }) => ({ id, terms }))
  .pipe(z.object({ id: z.string(), terms: targetTerms }))

const contextSchema = contextTerms.extend({ id: z.string() })

const DATA = new URL('../data/', import.meta.url)
const text = (path: string) => readFileSync(new URL(path, DATA), 'utf8')

/** Reads one file and says which entry of it is wrong, and how, in one message. */
function check<T extends z.ZodType>(path: string, rows: unknown, schema: T): z.output<T> {
  const result = schema.safeParse(rows)
  if (!result.success) throw new Error(`data/${path} can't be used:\n${z.prettifyError(result.error)}`)
  return result.data
}

export function readCsv<T extends z.ZodType>(path: string, row: T): z.output<T>[] {
  return check(path, parse(text(path), { columns: true, skip_empty_lines: true }), z.array(row))
}

const readJson = <T extends z.ZodType>(path: string, schema: T) => check(path, JSON.parse(text(path)), schema)

function readIndicators(): Indicator[] {
  const files = readdirSync(new URL('indicators/', DATA)).filter((name) => name.endsWith('.json'))
  return files.flatMap((file) => {
    const theme = themeSchema.parse(basename(file, '.json'))
    const entries = readJson(`indicators/${file}`, z.array(indicatorSchema))
    return entries.map((entry) => ({ ...entry, theme }))
  })
}

function readAreas(): Area[] {
  const rows = readCsv('areas.csv', areaSchema)
  return rows.map(({ former_ids, ...row }) => ({
    ...row,
    formerIds: former_ids,
    predecessors: rows.filter((other) => other.successors.includes(row.id)).map((other) => other.id),
  }))
}

/** Which file of data/plans holds the entries of which register. */
const SEED_FILES: readonly [Register, string][] = [
  ['plan', 'plans'],
  ['action', 'actions'],
  ['recommendation', 'recommendations'],
  ['work-item', 'work-items'],
  ['event', 'events'],
  ['decision', 'decisions'],
  ['contract', 'contracts'],
]

function readSeeds(): Seed[] {
  return SEED_FILES.flatMap(([register, file]) => {
    const definition = definitionOf(register)
    if (!definition) throw new Error(`data/plans/${file}.json: "${register}" is not a register`)
    const path = `plans/${file}.json`
    return readJson(path, z.array(z.looseObject({ id: z.string() }))).map(({ id, ...terms }) => ({
      register,
      id,
      terms: check(`${path}, ${id},`, terms, definition.schema),
    }))
  })
}

/** Throws with the file, the entry and the fault if anything in data/ does not fit its schema. */
export function loadReference(): Reference {
  const areas = readAreas()
  const indicators = readIndicators()
  const documents = readCsv('documents.csv', documentSchema)
  const areaById = new Map(areas.flatMap((area) => [area.id, ...area.formerIds].map((id) => [id, area])))
  const areaByNumber = new Map(areas.map((area) => [area.number, area]))
  const indicatorById = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  const documentById = new Map(documents.map((document) => [document.id, document]))
  return {
    areas,
    indicators,
    documents,
    scorecards: readJson('scorecards.json', z.array(scorecardSchema)),
    datasets: readJson('datasets.json', z.array(datasetSchema)),
    targets: readJson('targets.json', z.array(seedTargetSchema)),
    seeds: readSeeds(),
    context: readJson('plans/context.json', z.array(contextSchema)),
    calendar: readCsv('release-calendar.csv', publicationSchema),
    breaks: readCsv('breaks.csv', breakSchema),
    identities: readCsv('identities.csv', identitySchema),
    area: (id) => areaById.get(id),
    areaByNumber: (number) => areaByNumber.get(number),
    indicator: (id) => indicatorById.get(id),
    document: (id) => documentById.get(id),
  }
}
