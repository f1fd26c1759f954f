import { type KyselyPlugin, type OperationNode, TableNode } from 'kysely'
import type { Kind } from '../domain/indicator.ts'
import type { Database } from './database.ts'
import { refuse, type Sight, turned } from './edition-query.ts'

/** What an edition has to know of an indicator. */
export type EditionIndicator = { id: string; kind: Kind; restricted: boolean }

/** What a handle carries that does not see everything. */
export type Edition = {
  /** Of the whole catalogue, by id. */
  indicators: ReadonlyMap<string, EditionIndicator>
  /** The store that it is a part of. */
  whole: Database
  /** Whether what the public may not see is withheld. */
  isPublic: boolean
  /** The ids of the indicators that whoever is limited to some themes does not see. */
  unseen: ReadonlySet<string>
}

/**
 * What the public may read, each by the view or table that stands in for it. Any other table is refused. A question
 * inside another is turned twice, so a view stands in for itself.
 */
const READABLE: Readonly<Record<string, string>> = {
  figure: 'public_figure',
  public_figure: 'public_figure',
  release: 'public_release',
  public_release: 'public_release',
  series: 'series',
  neighbour: 'neighbour',
  revision: 'revision',
}

const editions = new WeakMap<KyselyPlugin, Edition>()

const NONE: ReadonlySet<string> = new Set()

/**
 * The same store as the public may see it: a figure that is withheld, or that nobody has judged, is suppressed; drafts,
 * files, people and whatever else is not listed can't be read; nothing can be written. Whatever is asked through the
 * handle is turned, so no question has to know of it. It shares the connections of `db`, and keeps its own caches, so
 * make it once. `indicators`: the whole catalogue; `unseen`: as in {@link limitedEdition}.
 */
export function publicEdition(
  db: Database,
  indicators: readonly EditionIndicator[],
  unseen: ReadonlySet<string> = NONE,
): Database {
  const series = seenSeries(db, unseen)
  const sourceOf = (table: string): OperationNode => {
    const view = Object.hasOwn(READABLE, table) ? READABLE[table] : undefined
    if (view === undefined) throw new Error(`The public edition has no table "${table}".`)
    return table === 'series' ? series : TableNode.create(view)
  }
  return handleOf(db, { indicators, unseen, isPublic: true }, { sourceOf, takesUnknown: false })
}

/**
 * The same store as somebody may see it who is limited to some themes: without the series of the indicators that are
 * `unseen`, and without the entries that name only such. Nothing can be written. Make it once, as the other.
 */
export function limitedEdition(
  db: Database,
  indicators: readonly EditionIndicator[],
  unseen: ReadonlySet<string>,
): Database {
  const series = seenSeries(db, unseen)
  const sourceOf = (table: string): OperationNode => {
    if (table === 'entry' || table.includes('.'))
      throw new Error(`An edition by themes has no table "${table}".`)
    return table === 'series' ? series : TableNode.create(table)
  }
  return handleOf(db, { indicators, unseen, isPublic: false }, { sourceOf, takesUnknown: true })
}

/** The series but those of some indicators. */
const seenSeries = (db: Database, unseen: ReadonlySet<string>): OperationNode =>
  unseen.size === 0
    ? TableNode.create('series')
    : db
        .selectFrom('series')
        .selectAll()
        .where('indicator_id', 'not in', [...unseen])
        .toOperationNode()

function handleOf(
  db: Database,
  {
    indicators,
    ...about
  }: Pick<Edition, 'unseen' | 'isPublic'> & { indicators: readonly EditionIndicator[] },
  sight: Sight,
): Database {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => turned(node, sight),
    transformResult: async ({ result }) => result,
  }
  const byId = new Map(indicators.map((each) => [each.id, each]))
  editions.set(plugin, { ...about, indicators: byId, whole: db })
  // What leads around the plugin, or to a handle without it.
  return Object.assign(db.withPlugin(plugin), {
    executeQuery: refuse,
    withoutPlugins: refuse,
    connection: refuse,
    transaction: refuse,
    startTransaction: refuse,
    destroy: refuse,
  })
}

/** What a handle carries that does not see everything; undefined for the whole store. */
export function editionOf(db: Database): Edition | undefined {
  for (const plugin of db.getExecutor().plugins) {
    const edition = editions.get(plugin)
    if (edition) return edition
  }
  return undefined
}
