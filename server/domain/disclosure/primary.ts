import { type Figure, isNumber } from '../figure.ts'
import { type CountedIndicator, countsPeople, hasBase, numbersOf, type Range } from './counted.ts'

/** Counts of one to this many people are hidden, as in DfE's own publications; none is shown. */
export const MOST_SMALL = 5
/** A percentage of fewer people than this is hidden. */
export const LEAST_WHOLE = 10

/**
 * Why a figure is kept from the public. The first six are about the figure itself; `small-revision` differs by one to
 * five people from what was public before, and `gives-away` would let another hidden number be worked out.
 */
export const WITHHELD_REASONS = [
  'restricted',
  'sent-hidden',
  'small-count',
  'small-rest',
  'small-whole',
  'not-checkable',
  'small-revision',
  'gives-away',
] as const
export type WithheldReason = (typeof WITHHELD_REASONS)[number]

export const isSmall = (number: number): boolean => Math.abs(number) >= 1 && Math.abs(number) <= MOST_SMALL

/** Whether one of the numbers in a range could be one to five. */
const couldBeSmall = ({ least, most }: Range) => most >= 1 && least <= MOST_SMALL

/**
 * Why a figure of the council's own may not be public by itself, or null: it counts one to five people, or all of a
 * base but one to five, or is a share (or an average) of fewer than ten. It makes no difference whether the count is
 * printed: a rate gives it away, since the population is public. None, and all of ten or more, are shown. What counts
 * people but can't be checked, for want of its numbers, is hidden; what counts staff, money, days or providers is not.
 */
export function primaryReason(
  figure: Figure,
  indicator: CountedIndicator | undefined,
): WithheldReason | null {
  if (indicator?.restricted) return 'restricted'
  if (figure.value === 'suppressed') return 'sent-hidden'
  const isEmpty = !isNumber(figure.value) && figure.numerator === null && figure.denominator === null
  if (isEmpty) return null
  if (!indicator) return 'not-checkable'
  if (!countsPeople(indicator, figure.dimension) && indicator.unit !== 'score') return null
  const { count, whole } = numbersOf(figure, indicator)
  if (count && couldBeSmall(count)) return 'small-count'
  if (whole && whole.most >= 1 && whole.least < LEAST_WHOLE) return 'small-whole'
  if (count && whole && couldBeSmall(restOf(count, whole))) return 'small-rest'
  const lacksCount = count === null && indicator.unit !== 'score'
  const lacksWhole = whole === null && hasBase(indicator)
  // Nothing of no one is no share at all; what has no value has nothing to be checked but its numbers.
  return isNumber(figure.value) && (lacksCount || lacksWhole) ? 'not-checkable' : null
}

/** Those of a whole that are not counted. */
export const restOf = (count: Range, whole: Range): Range => ({
  least: Math.max(0, whole.least - count.most),
  most: Math.max(0, whole.most - count.least),
})
