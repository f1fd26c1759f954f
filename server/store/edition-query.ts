import { AliasNode, type OperationNode, RawNode, TableNode } from 'kysely'

/** What is read where a question names a table. */
export type Sight = {
  /** What is read in place of a table; throws where it may not be read. */
  sourceOf: (table: string) => OperationNode
  /** Whether a part of a question may be one that is not known here. */
  takesUnknown: boolean
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

export function refuse(): never {
  throw new Error('An edition can only be asked questions.')
}

/** The same question of what may be seen; parts that name no table stay the objects that they are. */
export function turned<Node extends OperationNode>(node: Node, sight: Sight): Node {
  if (LEAVES.has(node.kind) || isDirection(node)) return node
  if (!KNOWN.has(node.kind) && !(sight.takesUnknown && isHarmless(node)))
    throw new Error(`An edition can’t be asked with a ${node.kind}.`)
  let other: Record<string, unknown> | undefined
  for (const name in node) {
    const part = node[name] as unknown
    if (typeof part !== 'object' || part === null) {
      if (name === 'modifier' && part !== 'Distinct') refuse()
      continue
    }
    const asked = Array.isArray(part) ? turnedList(node, part, sight) : turnedPart(node, part, sight)
    if (asked === part) continue
    other = { ...(other ?? node), [name]: asked }
  }
  return (other as Node | undefined) ?? node
}

function turnedList(node: OperationNode, parts: readonly unknown[], sight: Sight): readonly unknown[] {
  const all = parts.map((part) => turnedPart(node, part, sight))
  return all.some((part, i) => part !== parts[i]) ? all : parts
}

function turnedPart({ kind }: OperationNode, part: unknown, sight: Sight): unknown {
  if (!isNode(part)) return part
  const isSource = kind === 'FromNode' || (kind === 'JoinNode' && part.kind !== 'OnNode')
  return isSource ? turnedSource(part, sight) : turned(part, sight)
}

/** A table that is read: what stands for it under its own name, so that `figure.value` goes on meaning what it meant. */
function turnedSource(node: OperationNode, sight: Sight): OperationNode {
  if (TableNode.is(node)) return AliasNode.create(inPlaceOf(node, sight), node.table.identifier)
  if (!AliasNode.is(node)) return turned(node, sight)
  // A question inside another comes here twice.
  if (node.node === sight.sourceOf('series')) return node
  return TableNode.is(node.node)
    ? ({ ...node, node: inPlaceOf(node.node, sight) } as AliasNode)
    : turned(node, sight)
}

function inPlaceOf({ table }: TableNode, sight: Sight): OperationNode {
  const { schema, identifier } = table
  return sight.sourceOf(schema ? `${schema.name}.${identifier.name}` : identifier.name)
}

const isNode = (part: unknown): part is OperationNode =>
  typeof part === 'object' && part !== null && 'kind' in part

/** The words that say which way an order goes are the only SQL that may come as it is. */
const isDirection = (node: OperationNode): boolean =>
  RawNode.is(node) && node.parameters.length === 0 && /^(asc|desc)$/.test(node.sqlFragments.join())

/** Neither SQL as it comes nor anything that writes. */
const isHarmless = ({ kind }: OperationNode): boolean => !/^(Raw|Insert|Update|Delete|Merge)/.test(kind)
