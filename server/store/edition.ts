import { AliasNode, type KyselyPlugin, type OperationNode, RawNode, TableNode } from 'kysely'
import type { Kind } from '../domain/indicator.ts'
import type { Database } from './database.ts'

/** What an edition has to know of an indicator. */
export type EditionIndicator = { id: string; kind: Kind; restricted: boolean }

/** What a handle of the public edition carries: the indicators by id, and the whole store that it is a part of. */
export type Edition = { indicators: ReadonlyMap<string, EditionIndicator>; whole: Database }

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

/** The parts of a question that are known to read from nowhere but its tables; no raw SQL, and nothing that writes. */
const KNOWN = new Set([
  'SelectQueryNode',
  'SelectModifierNode',
  'SelectionNode',
  'FromNode',
  'JoinNode',
  'OnNode',
  'AliasNode',
  'WhereNode',
  'HavingNode',
  'AndNode',
  'OrNode',
  'ParensNode',
  'BinaryOperationNode',
  'UnaryOperationNode',
  'SetOperationNode',
  'ValueListNode',
  'AggregateFunctionNode',
  'GroupByNode',
  'GroupByItemNode',
  'OrderByNode',
  'OrderByItemNode',
  'LimitNode',
])
/** Parts that hold names and values only. */
const LEAVES = new Set([
  'IdentifierNode',
  'ReferenceNode',
  'ColumnNode',
  'SelectAllNode',
  'OperatorNode',
  'ValueNode',
  'PrimitiveValueListNode',
])

const editions = new WeakMap<KyselyPlugin, Edition>()

/**
 * The same store as the public may see it: a figure that is withheld, or that nobody has judged, is suppressed; drafts,
 * files, people and whatever else is not listed can't be read; nothing can be written. Whatever is asked through the
 * handle is turned, so no question has to know of it. It shares the connections of `db`, and keeps its own caches, so
 * make it once. `indicators`: the whole catalogue.
 */
export function publicEdition(db: Database, indicators: readonly EditionIndicator[]): Database {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => asPublic(node),
    transformResult: async ({ result }) => result,
  }
  editions.set(plugin, { indicators: new Map(indicators.map((each) => [each.id, each])), whole: db })
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

/** What a handle of the public edition carries; undefined for the whole store. */
export function editionOf(db: Database): Edition | undefined {
  for (const plugin of db.getExecutor().plugins) {
    const edition = editions.get(plugin)
    if (edition) return edition
  }
  return undefined
}

function refuse(): never {
  throw new Error('The public edition can only be asked questions.')
}

/** The same question of the views; parts that name no table stay the objects that they are. */
function asPublic<Node extends OperationNode>(node: Node): Node {
  if (LEAVES.has(node.kind) || isDirection(node)) return node
  if (!KNOWN.has(node.kind)) throw new Error(`The public edition can’t be asked with a ${node.kind}.`)
  let turned: Record<string, unknown> | undefined
  for (const name in node) {
    const part = node[name] as unknown
    if (typeof part !== 'object' || part === null) {
      if (name === 'modifier' && part !== 'Distinct') refuse()
      continue
    }
    const asked = Array.isArray(part) ? turnedList(node, part) : turnedPart(node, part)
    if (asked === part) continue
    turned = { ...(turned ?? node), [name]: asked }
  }
  return (turned as Node | undefined) ?? node
}

function turnedList(node: OperationNode, parts: readonly unknown[]): readonly unknown[] {
  const turned = parts.map((part) => turnedPart(node, part))
  return turned.some((part, i) => part !== parts[i]) ? turned : parts
}

function turnedPart({ kind }: OperationNode, part: unknown): unknown {
  if (!isNode(part)) return part
  const isSource = kind === 'FromNode' || (kind === 'JoinNode' && part.kind !== 'OnNode')
  return isSource ? turnedSource(part) : asPublic(part)
}

/** A table that is read: its view under its own name, so that `figure.value` goes on meaning what it meant. */
function turnedSource(node: OperationNode): OperationNode {
  if (TableNode.is(node)) return AliasNode.create(viewOf(node), node.table.identifier)
  if (AliasNode.is(node) && TableNode.is(node.node)) return { ...node, node: viewOf(node.node) } as AliasNode
  return asPublic(node)
}

function viewOf({ table }: TableNode): TableNode {
  const { name } = table.identifier
  const view = table.schema === undefined && Object.hasOwn(READABLE, name) ? READABLE[name] : undefined
  if (view === undefined) throw new Error(`The public edition has no table "${name}".`)
  return TableNode.create(view)
}

const isNode = (part: unknown): part is OperationNode =>
  typeof part === 'object' && part !== null && 'kind' in part

/** The words that say which way an order goes are the only SQL that may come as it is. */
const isDirection = (node: OperationNode): boolean =>
  RawNode.is(node) && node.parameters.length === 0 && /^(asc|desc)$/.test(node.sqlFragments.join())
