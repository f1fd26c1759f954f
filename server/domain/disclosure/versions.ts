import type { Figure } from '../figure.ts'
import { type CountedIndicator, countsPeople, numbersOf } from './counted.ts'
import type { Part } from './identity.ts'
import { isSmall, primaryReason, type WithheldReason } from './primary.ts'

/** A figure beside what the public was shown of it before. */

/** Why a figure is withheld whatever else is shown: for itself, or for what it was before. */
export function reasonOf(
  figure: Figure,
  before: readonly Figure[],
  indicator: CountedIndicator | undefined,
): WithheldReason | null {
  const reason = primaryReason(figure, indicator)
  if (reason || !indicator || !countsPeople(indicator, figure.dimension)) return reason
  const now = middles(figure, indicator)
  const changes = before.flatMap((earlier) => {
    const then = middles(earlier, indicator)
    return now.map((number, i) => number - (then[i] ?? Number.NaN))
  })
  return changes.some(isSmall) ? 'small-revision' : null
}

/** What a figure counts, the whole and the rest; not a number where it doesn't say. */
function middles(figure: Figure, indicator: CountedIndicator): number[] {
  const { count, whole } = numbersOf(figure, indicator)
  const [counted, all] = [count, whole].map((range) => (range ? (range.least + range.most) / 2 : Number.NaN))
  return [counted, all, (all ?? 0) - (counted ?? 0)].map((number) => Math.round(number ?? Number.NaN))
}

/** The parts of an own figure that an earlier version already showed, the same as now. */
export function knownBefore(figure: Figure, before: readonly Figure[], indicator: CountedIndicator): Part[] {
  const now = numbersOf(figure, indicator)
  const isSame = (part: 'count' | 'whole') =>
    before.some((earlier) => {
      const then = numbersOf(earlier, indicator)[part]
      return then !== null && then.least === now[part]?.least && then.most === now[part]?.most
    })
  const [count, whole] = [isSame('count'), isSame('whole')]
  return [
    ...(count ? (['count'] as const) : []),
    ...(whole ? (['whole'] as const) : []),
    ...(count && whole ? (['rest'] as const) : []),
  ]
}
