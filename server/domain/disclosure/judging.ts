import type { Figure } from '../figure.ts'
import { periodOf } from '../period.ts'
import { cellsOf, type FigureCell } from './cells.ts'
import type { CountedIndicator } from './counted.ts'
import { identitiesOf, leftOver } from './identities.ts'
import { figureKey } from './identity.ts'
import type { WithheldReason } from './primary.ts'
import { remainderCells } from './remainders.ts'
import { protect } from './secondary.ts'
import type { Cell } from './table.ts'
import { reconciled } from './twins.ts'
import { knownBefore, reasonOf } from './versions.ts'
import type { Disclosure, Withheld } from './withheld.ts'

/**
 * What is withheld of figures that may all hang together. Where none is small, by itself or in what is left over, there
 * is nothing to hide and nothing to protect, whatever binds them: then most of the work is saved.
 */
export function judge(disclosure: Disclosure): Withheld {
  const reasons = reasonsByThemselves(disclosure)
  return reasons.size === 0 && !hasSmallRemainder(disclosure)
    ? { reasons, exposed: [] }
    : judgeCarefully(disclosure, reasons)
}

/** Whether any number that no figure prints, but that is left over in some identity, is small. */
function hasSmallRemainder(disclosure: Disclosure): boolean {
  const { rules, indicator } = disclosure
  const current = new Set(disclosure.own)
  // A figure that stands as it was shown leaves nothing over.
  const earlier = disclosure.earlier.filter((figure) => !current.has(figure))
  const matters = mayLeaveOver({ ...disclosure, earlier })
  const own = disclosure.own.filter(matters)
  const published = disclosure.published.filter(matters)
  const cells = heldCells({ ...disclosure, own, published, earlier: earlier.filter(matters) })
  if (cells.length === 0) return false
  const values = new Map(cells.map(({ key, value }) => [key, value]))
  return remainderCells(leftOver(cells, rules, indicator), (key) => values.get(key)).some(
    ({ sensitive }) => sensitive,
  )
}

/** Something is left over by parts of a whole, in years beside their quarters, and beside what was shown before. */
function mayLeaveOver({ own, published, earlier, rules }: Disclosure): (figure: Figure) => boolean {
  const parts = rules.flatMap(({ rule, whole, plus }) => (rule === 'within' ? [whole, ...plus] : []))
  const matter = new Set([...parts, ...earlier].map(({ indicator }) => indicator))
  const kinds = new Map<string, string>()
  for (const { indicator, period } of [...own, ...published]) {
    const { kind } = periodOf(period)
    if ((kinds.get(indicator) ?? kind) !== kind) matter.add(indicator)
    kinds.set(indicator, kind)
  }
  return ({ indicator }) => matter.has(indicator)
}

/** The same by way of all that binds them, whether or not there is anything to hide. */
export function judgeCarefully(disclosure: Disclosure, reasons = reasonsByThemselves(disclosure)): Withheld {
  const held = heldCells(disclosure)
  const { identities, remainders } = identitiesOf(held, disclosure.rules, disclosure.indicator)
  const cells = new Map<string, Cell>(held.map((cell) => [cell.key, asCell(cell)]))
  const sound = identities.flatMap((identity) => reconciled(identity, cells))
  const left = remainderCells({ identities: sound, remainders }, (key) => cells.get(key)?.value)
  const { added, exposed } = protect([...cells.values(), ...left], sound, new Set(reasons.keys()))
  const revisions = new Set(remainders.filter(({ kind }) => kind === 'revision').map(({ key }) => key))
  for (const [figure, cell] of added)
    reasons.set(figure, revisions.has(cell) ? 'small-revision' : 'gives-away')
  return { reasons, exposed }
}

/** Own figures that are withheld whatever else is shown. */
function reasonsByThemselves({ own, earlier, indicator }: Disclosure): Map<string, WithheldReason> {
  const reasons = new Map<string, WithheldReason>()
  const before = versionsOf(earlier)
  for (const figure of own) {
    const reason = reasonOf(figure, before(figure), indicator(figure.indicator))
    if (reason) reasons.set(figureKey(figure), reason)
  }
  return reasons
}

/** The earlier versions of a figure; most areas have none. */
function versionsOf(earlier: readonly Figure[]): (figure: Figure) => readonly Figure[] {
  const versions = Map.groupBy(earlier, figureKey)
  return (figure) => (versions.size === 0 ? [] : (versions.get(figureKey(figure)) ?? []))
}

const asCell = (cell: FigureCell): Cell => ({ ...cell, figure: cell.origin === 'own' ? cell.figure : null })

function heldCells({ own, published, earlier, indicator }: Disclosure): FigureCell[] {
  const before = versionsOf(earlier)
  const current = new Set(earlier.length === 0 ? [] : own.map(figureKey))
  const versions = [...Map.groupBy(earlier, figureKey).values()].flatMap((figures) =>
    figures.map((figure, version) => ({ figure, version })),
  )
  const cellsFor = (figure: Figure, make: (counted: CountedIndicator) => FigureCell[]): FigureCell[] => {
    const counted = indicator(figure.indicator)
    return counted ? make(counted) : []
  }
  return [
    ...own.flatMap((figure) =>
      cellsFor(figure, (counted) => {
        const fixed = knownBefore(figure, before(figure), counted)
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
