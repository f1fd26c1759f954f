import type { Figure } from '../figure.ts'
import { isNumber } from '../figure.ts'
import type { DenominatorKind } from '../flow.ts'
import { type Kind, PER, type Theme, type Unit } from '../indicator.ts'
import { decimalsOf } from '../rounding.ts'

/** Whom a figure counts, and which whole numbers of them stand behind it. */

/** What has to be known of an indicator to say whom it counts. */
export type CountedIndicator = {
  id: string
  theme: Theme
  kind: Kind
  unit: Unit
  decimals: number
  localDecimals?: number | undefined
  denominatorKind: DenominatorKind
  restricted: boolean
  derived?: { plus: string; minus: string } | undefined
}

/** Units whose numerator is a count; money, ratios (cases a worker) and scores are none. */
const COUNTING_UNITS = new Set<Unit>(['per-10000', 'per-100000', 'percent', 'count'])
/** Staff, posts, days and audits (the national workforce file prints ones), and money. */
const OTHER_THEMES = new Set<Theme>(['workforce', 'finance'])
/** Childcare providers are judged in public, each by name. Places are what carers can offer, filled or not. */
const OTHER_THINGS = new Set(['ey-good-outstanding-pct', 'foster-places'])

/**
 * Whether a figure's numerator counts children, young people, families or cases of theirs, so that a small one could
 * make somebody known. A difference of two counts is no count; places that are filled are children again.
 */
export function countsPeople(indicator: CountedIndicator, dimension = ''): boolean {
  if (!COUNTING_UNITS.has(indicator.unit) || OTHER_THEMES.has(indicator.theme)) return false
  if (indicator.derived) return false
  return !OTHER_THINGS.has(indicator.id) || dimension === 'filled'
}

/** Whether it has a base of people: what a percentage or an average score is taken of. A population is public. */
export const hasBase = ({ unit, denominatorKind }: CountedIndicator): boolean =>
  (unit === 'percent' || unit === 'score') && (denominatorKind === 'counted' || denominatorKind === 'stock')

/** Whole numbers from `least` to `most`; one number where they are equal. */
export type Range = { least: number; most: number }

export type Numbers = { count: Range | null; whole: Range | null }

const exactly = (number: number): Range => ({ least: number, most: number })

/** The whole numbers between two; where there is none (a rate over a population since revised), the nearest. */
function wholesIn(low: number, high: number): Range {
  const hair = 1e-9 * Math.max(1, Math.abs(high))
  const [least, most] = [Math.ceil(low - hair), Math.floor(high + hair)]
  return least <= most
    ? { least: Math.max(0, least), most: Math.max(0, most) }
    : exactly(Math.max(0, Math.round((low + high) / 2)))
}

/**
 * What a figure counts and what of, as printed or, where it is printed as a rate or percentage only, the whole numbers
 * that come out at it when rounded: 1.0 per 10,000 of 28,923 can only be 3. Null where nothing says. A council may print
 * more decimals than a national publication.
 */
export function numbersOf(figure: Figure, indicator: CountedIndicator, isOwn = true): Numbers {
  const { value, numerator, denominator } = figure
  const { unit } = indicator
  const whole = hasBase(indicator) && denominator !== null ? exactly(denominator) : null
  if (unit === 'count') {
    const count = numerator ?? (isNumber(value) ? value : null)
    return { count: count === null ? null : exactly(count), whole }
  }
  if (unit === 'score') return { count: null, whole }
  const decimals = (isOwn ? indicator.localDecimals : null) ?? indicator.decimals
  const share = isNumber(value) ? value / PER[unit] : null
  if (numerator !== null && (whole !== null || share === null || !hasBase(indicator)))
    return { count: exactly(numerator), whole }
  if (share === null) return { count: null, whole }
  const slack = (0.5 * 10 ** -Math.max(decimalsOf(Number(value)), decimals)) / PER[unit]
  if (numerator !== null) {
    const implied = share > slack ? wholesIn(numerator / (share + slack), numerator / (share - slack)) : null
    return { count: exactly(numerator), whole: implied }
  }
  if (denominator === null) return { count: null, whole }
  return { count: wholesIn((share - slack) * denominator, (share + slack) * denominator), whole }
}
