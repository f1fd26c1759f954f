import type { Figure } from '../figure.ts'
import { cellsOf, type FigureCell } from './cells.ts'
import type { CountedIndicator } from './counted.ts'
import { identitiesOf, type Remainder } from './identities.ts'
import { figureKey, type Identity, type IdentityRule } from './identity.ts'
import { isSmall, type WithheldReason } from './primary.ts'
import { protect } from './secondary.ts'
import type { Cell } from './table.ts'
import { reconciled } from './twins.ts'
import { knownBefore, reasonOf } from './versions.ts'

/**
 * All that bears on what may be public of one area: the council's own current figures; what national publications print
 * of the area; and what of own figures the public was shown before, newest or not, each as it was shown.
 */
export type Disclosure = {
  own: readonly Figure[]
  published: readonly Figure[]
  earlier: readonly Figure[]
  rules: readonly IdentityRule[]
  indicator: (id: string) => CountedIndicator | undefined
}

/** `exposed`: numbers that withholding can't protect any more, since what gives them away is public. */
export type Withheld = { reasons: Map<string, WithheldReason>; exposed: string[] }

/** Which own figures are kept from the public edition, by {@link figureKey}, and why; all others may be shown. */
export const withheld = (disclosure: Disclosure): Map<string, WithheldReason> =>
  protectionOf(disclosure).reasons

/** The same, with what can't be protected. Figures of more than one area are a mistake, and throw. */
export function protectionOf(disclosure: Disclosure): Withheld {
  const { own, indicator, rules } = disclosure
  const areas = new Set([...own, ...disclosure.published, ...disclosure.earlier].map(({ area }) => area))
  if (areas.size > 1) throw new Error(`Figures of one area at a time, not of ${[...areas].join(', ')}`)
  const reasons = new Map<string, WithheldReason>()
  const before = Map.groupBy(disclosure.earlier, figureKey)
  for (const figure of own) {
    const reason = reasonOf(figure, before.get(figureKey(figure)) ?? [], indicator(figure.indicator))
    if (reason) reasons.set(figureKey(figure), reason)
  }
  const held = heldCells(disclosure)
  const { identities, remainders } = identitiesOf(held, rules, indicator)
  const cells = new Map<string, Cell>(held.map((cell) => [cell.key, asCell(cell)]))
  const sound = identities.flatMap((identity) => reconciled(identity, cells))
  const identityOf = new Map(sound.flatMap((identity) => identity.terms.map(({ cell }) => [cell, identity])))
  for (const remainder of remainders)
    cells.set(remainder.key, remainderOf(remainder, identityOf.get(remainder.key), cells))
  const { added, exposed } = protect([...cells.values()], sound, new Set(reasons.keys()))
  const revisions = new Set(remainders.filter(({ kind }) => kind === 'revision').map(({ key }) => key))
  for (const [figure, cell] of added)
    reasons.set(figure, revisions.has(cell) ? 'small-revision' : 'gives-away')
  return { reasons, exposed }
}

const asCell = (cell: FigureCell): Cell => ({ ...cell, figure: cell.origin === 'own' ? cell.figure : null })

function heldCells({ own, published, earlier, indicator }: Disclosure): FigureCell[] {
  const before = Map.groupBy(earlier, figureKey)
  const current = new Set(own.map(figureKey))
  const versions = [...before.values()].flatMap((figures) =>
    figures.map((figure, version) => ({ figure, version })),
  )
  const cellsFor = (figure: Figure, make: (counted: CountedIndicator) => FigureCell[]): FigureCell[] => {
    const counted = indicator(figure.indicator)
    return counted ? make(counted) : []
  }
  return [
    ...own.flatMap((figure) =>
      cellsFor(figure, (counted) => {
        const fixed = knownBefore(figure, before.get(figureKey(figure)) ?? [], counted)
        return cellsOf(figure, counted, 'own', { fixed })
      }),
    ),
    ...published.flatMap((figure) => cellsFor(figure, (counted) => cellsOf(figure, counted, 'published'))),
    ...versions.flatMap(({ figure, version }) =>
      cellsFor(figure, (counted) => {
        const own = current.has(figureKey(figure))
        // Of versions of a figure that is no longer sent the newest would do; one stands for all.
        return own || version === 0 ? cellsOf(figure, counted, 'earlier', { version }) : []
      }),
    ),
  ]
}

/** What is left over in its identity. */
function remainderOf(
  { key, kind }: Remainder,
  identity: Identity | undefined,
  cells: ReadonlyMap<string, Cell>,
): Cell {
  const value = (identity?.terms ?? []).reduce(
    (sum, { cell, coefficient }) => sum + coefficient * (cells.get(cell)?.value ?? 0),
    0,
  )
  const least = kind === 'part' ? 0 : Number.NEGATIVE_INFINITY
  return {
    key,
    figure: null,
    value: Math.max(value, least),
    fixed: false,
    least,
    most: Number.POSITIVE_INFINITY,
    sensitive: isSmall(Math.max(value, least)),
    usefulness: 0,
  }
}
