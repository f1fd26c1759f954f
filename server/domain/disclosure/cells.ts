import type { Figure } from '../figure.ts'
import { type CountedIndicator, countsPeople, hasBase, numbersOf, type Range } from './counted.ts'
import type { HeldCell } from './held-cells.ts'
import { figureKey, type Part } from './identity.ts'
import { isSmall, restOf } from './primary.ts'
import type { Cell } from './table.ts'

/** The numbers behind figures, as cells of a table to protect. */

export type FigureCell = HeldCell & Cell

/** What stands for a number that the council itself did not send because it is small. */
const UNSENT: Range = { least: 3, most: 3 }
const UNSENT_WHOLE: Range = { least: 6, most: 6 }

/**
 * The cells of a figure. Those of the council's own are hidden or shown with it; `fixed` are those that the public had
 * before. Those of other origins are public. A range is a cell that nobody knows exactly.
 */
export function cellsOf(
  figure: Figure,
  indicator: CountedIndicator,
  origin: HeldCell['origin'],
  { version = 0, fixed = [] as readonly Part[] } = {},
): FigureCell[] {
  const isDifference = indicator.derived !== undefined
  if (!isDifference && !countsPeople(indicator, figure.dimension)) return []
  const key = figureKey(figure)
  const isOwn = origin === 'own'
  return partsOf(figure, indicator, origin).map(([part, { least, most }]) => {
    const isKnown = isOwn || least === most
    const value = Math.round((least + most) / 2)
    return {
      key: `${origin}${version} ${key}:${part}`,
      indicator: figure.indicator,
      dimension: figure.dimension,
      period: figure.period,
      part,
      origin,
      figure: key,
      value,
      fixed: isOwn ? fixed.includes(part) : isKnown,
      least: isKnown ? lowest(isDifference) : least,
      most: isKnown ? Number.POSITIVE_INFINITY : most,
      sensitive: isOwn && !isDifference && isSmall(value),
      // Of two quarters alike the earlier is hidden, by its key.
      usefulness: figure.dimension === '' ? 1 : 0,
    }
  })
}

const lowest = (isDifference: boolean) => (isDifference ? Number.NEGATIVE_INFINITY : 0)

/** An own figure that was sent as hidden has its numbers all the same; none of another kind that is missing. */
function partsOf(figure: Figure, indicator: CountedIndicator, origin: HeldCell['origin']): [Part, Range][] {
  const numbers = numbersOf(figure, indicator, origin !== 'published')
  const isHidden = origin === 'own' && figure.value === 'suppressed'
  const count = numbers.count ?? (isHidden ? UNSENT : null)
  const whole = numbers.whole ?? (isHidden && hasBase(indicator) ? UNSENT_WHOLE : null)
  const rest = count && whole && indicator.unit === 'percent' ? restOf(count, whole) : null
  return (
    [
      ['count', count],
      ['whole', whole],
      ['rest', rest],
    ] as const
  ).flatMap(([part, range]) => (range ? [[part, range] satisfies [Part, Range]] : []))
}
