import { isNumber, type Quantity } from './figure.ts'
import { formatValue, type Measure, type Unit } from './indicator.ts'
import { clean, decimalsOf, round } from './rounding.ts'

/**
 * Whether a figure is where it should be by now: green, amber or red against what its path asks for on the figure's own
 * day, never against the goal that lies at the end. The rules are this dashboard's own.
 */
export const RAGS = ['green', 'amber', 'red'] as const
export type Rag = (typeof RAGS)[number]

/** Why nothing is rated. */
export const UNRATED = ['no-direction', 'not-approved', 'not-started', 'no-data', 'hidden'] as const
export type Unrated = (typeof UNRATED)[number]

const UNRATED_WORDS: Record<Unrated, string> = {
  'no-direction': 'Not rated: no direction is set for this measure, so it is only monitored.',
  'not-approved': 'Not rated: nobody has approved a target.',
  'not-started': 'Not rated: the path begins later than this figure.',
  'no-data': 'No data: there is no figure to rate.',
  hidden: 'Not rated here: the figure is hidden so that no child can be recognised.',
}

/** Which way a target wants its figure to go, or that it shall stay inside a range. */
export const AIMS = ['lower', 'higher', 'within'] as const
export type Aim = (typeof AIMS)[number]

/** How far from what is asked is still amber: a share of that, percentage points, or so much in the figure's unit. */
export type Tolerance = { kind: 'percent' | 'points' | 'absolute'; size: number }

/**
 * The rule where nobody set another: 2 points for percentages, 1 unit below 20, else 5% of what the path asks for.
 * Where none is asked for, none is tolerated. A ratio, which lies around 1, always has the 5%.
 */
export function defaultTolerance(expected: number, unit: Unit): Tolerance {
  if (expected === 0) return { kind: 'absolute', size: 0 }
  if (unit === 'percent') return { kind: 'points', size: 2 }
  if (unit !== 'ratio' && Math.abs(expected) < 20) return { kind: 'absolute', size: 1 }
  return { kind: 'percent', size: 5 }
}

/**
 * How far from what is asked a figure is still amber, in the figure's unit. A percentage of nothing is nothing, so
 * where zero is asked for only points or an absolute tolerance leave any room.
 */
export function amberMargin(expected: number, { kind, size }: Tolerance): number {
  return kind === 'percent' ? (Math.abs(expected) * size) / 100 : size
}

type Range = { low: number; high: number }

/** `limit` is where amber ends on the side that the figure must not go to; for a range, beyond the end nearer to it. */
export type Rating = { rag: Rag; aim: Aim; expected: number | Range; limit: number }

/** What a figure is rated by. A `tolerance` of null is the usual one: see {@link defaultTolerance}. */
export type Terms = { aim: Aim | null; tolerance: Tolerance | null; unit: Unit; approved: boolean }

/**
 * Rates a figure against what is asked for on its day, all in the unit of the figure; a figure exactly on a limit is
 * inside it. Of several reasons not to rate, the first of: not approved, no direction, not started, hidden, no data.
 * Throws a RangeError for a range that is not to be kept within, or the reverse; the contract refuses both.
 */
export function rateAgainst(
  value: Quantity,
  expected: number | Range | null,
  { aim, tolerance, unit, approved }: Terms,
): Rating | { unrated: Unrated } {
  if (!approved) return { unrated: 'not-approved' }
  if (aim === null) return { unrated: 'no-direction' }
  if (expected === null) return { unrated: 'not-started' }
  if (!isNumber(value)) return { unrated: whyMissing(value) }
  const [asked, side] = edgeOf(value, expected, aim)
  const margin = amberMargin(asked, tolerance ?? defaultTolerance(asked, unit))
  const limit = clean(side === 'above' ? asked + margin : asked - margin)
  const isBeyond = (edge: number) => compare(value, edge) === (side === 'above' ? 1 : -1)
  return { rag: isBeyond(limit) ? 'red' : isBeyond(asked) ? 'amber' : 'green', aim, expected, limit }
}

const whyMissing = (value: Quantity): Unrated => (value === 'suppressed' ? 'hidden' : 'no-data')

/** The number that a figure is held against, and the side of it that it must not go to. */
function edgeOf(value: number, expected: number | Range, aim: Aim): [number, 'above' | 'below'] {
  if (typeof expected === 'number' && aim !== 'within') return [expected, aim === 'lower' ? 'above' : 'below']
  if (typeof expected === 'number' || aim !== 'within')
    throw new RangeError('A range is to be kept within, and a single value is not')
  const { low, high } = expected
  return value - low < high - value ? [low, 'below'] : [high, 'above']
}

/** What binary fractions may be off by, as a share of the number. */
const HAIR = 1e-9

/** 1 where the first number is the greater, −1 where it is the smaller, 0 where only binary noise is between them. */
function compare(a: number, b: number): number {
  return Math.abs(a - b) <= HAIR * Math.max(1, Math.abs(a), Math.abs(b)) ? 0 : Math.sign(a - b)
}

/** The reason for a rating in one sentence: `Amber: 460 is above 443, but within the tolerance, which ends at 465.2.` */
export function ragInWords(
  rating: Rating | { unrated: Unrated },
  { value, measure }: { value: Quantity; measure: Measure },
): string {
  if ('unrated' in rating || !isNumber(value))
    return UNRATED_WORDS['unrated' in rating ? rating.unrated : whyMissing(value)]
  const { rag, aim, expected, limit } = rating
  const [edge, side] = edgeOf(value, expected, aim)
  const ends = typeof expected === 'number' ? [expected] : [expected.low, expected.high]
  const [figure, ...texts] = inWriting(value, rag === 'green' ? ends : [...ends, limit], measure)
  const asked = texts.slice(0, ends.length).join(' to ')
  const range = typeof expected === 'number' ? null : `the range that is asked for, ${asked}`
  if (rag === 'green')
    return range
      ? `Green: ${figure} is within ${range}.`
      : `Green: ${figure} is at or ${side === 'above' ? 'below' : 'above'} the ${asked} that is asked for.`
  const end = texts.at(-1)
  if (rag === 'amber')
    return `Amber: ${figure} is ${side} ${range ?? asked}, but within the tolerance, which ends at ${end}.`
  const tolerance = compare(limit, edge) === 0 ? 'there is no tolerance' : `${side} the amber limit of ${end}`
  return `Red: ${figure} is ${side} ${range ?? `the ${asked} asked for by its day`}, and ${tolerance}.`
}

const MOST_MORE_DECIMALS = 9

/**
 * A figure, and the numbers that it is held against, as text. Those lie between the values that the measure is told
 * in, so they have one more decimal where they need it (pounds do not); all have as many more as it takes for the texts
 * to stand in the same order as the numbers, since nothing is above itself.
 */
function inWriting(value: number, asked: readonly number[], { unit, decimals }: Measure): string[] {
  const usual = decimals > 0 || unit === 'pounds' ? 0 : 1
  const exact = [value, ...asked]
  const rounded = (more: number) =>
    exact.map((x, i) => round(x, decimals + (i === 0 ? more : Math.max(usual, more))))
  const isInOrder = (numbers: readonly number[]) =>
    numbers.every((a, i) => numbers.every((b, j) => compare(a, b) === compare(exact[i] ?? a, exact[j] ?? b)))
  const tries = Array.from({ length: MOST_MORE_DECIMALS + 1 }, (_, more) => rounded(more))
  return (tries.find(isInOrder) ?? exact).map((x) =>
    formatValue(x, { unit, decimals: Math.max(decimals, decimalsOf(x)) }),
  )
}
