import { primaryReason, type WithheldReason } from '../../domain/disclosure/primary.ts'
import type { Figure } from '../../domain/figure.ts'
import { formatNumber } from '../../domain/rounding.ts'
import type { FileCheck, FoundInFile } from '../checks.ts'

/** More findings than these are only counted. */
const KEPT = 500

/** Why the public sees a reason in place of a figure, as far as the figure by itself gives the reason. */
const WORDS: Partial<Record<WithheldReason, string>> = {
  'small-count': 'It counts so few that a child could be recognised',
  'small-rest': 'It leaves out so few that they could be recognised',
  'small-whole': 'It is of so few in all that one could be recognised',
  'not-checkable':
    'The numbers that it is made of are not in the file, so nobody can tell whether a child could be recognised',
}

/**
 * Counts of one to five children, and whatever gives them away, in a council's own figures: kept from the public by the
 * same rule, so the analyst is told and has nothing to do. What else has to be hidden with them is found on publishing.
 */
export const smallNumber: FileCheck = {
  id: 'small-number',
  level: 'fixed',
  title: 'Kept from the public: so few that a child could be recognised',
  guidance: 'See below what else is hidden with it, and publish it as it is.',
  open({ reference }, kind) {
    const found: FoundInFile[] = []
    let more = 0
    return {
      see({ figure, row, columns }) {
        if (kind !== 'return' || reference.area(figure.area)?.kind !== 'authority') return
        const reason = primaryReason(figure, reference.indicator(figure.indicator))
        const why = reason && WORDS[reason]
        if (!reason || !why) return
        if (found.length === KEPT) {
          more++
          return
        }
        const cell = cellOf(figure, reason)
        found.push({
          row,
          column: columns[cell],
          value: String(figure[cell]),
          message: `${why}: the public sees [c] in its place, and whoever may see small numbers sees the figure.`,
        })
      },
      find: async () =>
        more === 0
          ? found
          : [
              ...found,
              {
                row: null,
                column: null,
                value: null,
                message: `So it is with ${formatNumber(more, 0)} more rows.`,
              },
            ],
    }
  },
}

/** The cell that gives the reason. */
function cellOf({ numerator }: Figure, reason: WithheldReason): 'numerator' | 'denominator' | 'value' {
  if (reason === 'small-whole') return 'denominator'
  return numerator === null ? 'value' : 'numerator'
}
