/**
 * Why a figure has no number. The words are ours; the symbols are those of the national format (GSS symbols),
 * and stay apart through every calculation, because "hidden to protect a child" and "nobody sent it" are
 * different answers to the same question.
 */
export const MISSING_REASONS = [
  'suppressed',
  'low-reliability',
  'not-applicable',
  'not-available',
  'rounds-to-zero',
  'not-reported',
] as const
export type MissingReason = (typeof MISSING_REASONS)[number]

/** A number, or the reason why there is none. */
export type Quantity = number | MissingReason

export const STATUSES = ['final', 'provisional', 'revised', 'estimated', 'illustrative'] as const
export type Status = (typeof STATUSES)[number]

/**
 * One figure of one indicator, for one area and one period.
 *
 * `value` is in the indicator's unit, as the source printed it; `numerator` and `denominator` are what it was
 * made of, unrounded, where the source gives them. `dimension` names a breakdown (`fostering`), '' for the
 * headline. `note` is a footnote in plain words; `doubt` says why the figure is shown but not to be calculated with.
 */
export type Figure = {
  indicator: string
  area: string
  dimension: string
  period: string
  value: Quantity
  numerator: number | null
  denominator: number | null
  status: Status
  note: string | null
  doubt: string | null
}

/** How a figure came to be here: in a national publication, a council's own return, or a paper that quotes it. */
export type SourceKind = 'published' | 'return' | 'document'

/** A figure as the store gives it back: with the release that it came in. */
export type PublishedFigure = Figure & {
  release: number
  publishedAt: string
  source: { kind: SourceKind; title: string }
}

/** How an analyst marks a figure that does not compare with the one before it: its note begins with this. */
export const BREAK = '[b]'

const SYMBOLS: Record<string, MissingReason> = {
  c: 'suppressed',
  z: 'not-applicable',
  x: 'not-available',
  u: 'low-reliability',
  low: 'rounds-to-zero',
  k: 'rounds-to-zero',
}

const SYMBOL_OF: Record<MissingReason, string> = {
  suppressed: 'c',
  'not-applicable': 'z',
  'not-available': 'x',
  'low-reliability': 'u',
  'rounds-to-zero': 'low',
  'not-reported': 'm',
}

const IN_WORDS: Record<MissingReason, string> = {
  suppressed: 'hidden because so few children are counted that one could be recognised',
  'not-applicable': 'not applicable',
  'not-available': 'not available from the source',
  'low-reliability': 'left out by the source because it is not reliable',
  'rounds-to-zero': 'more than nothing, but rounds to zero',
  'not-reported': 'not reported',
}

/** The reason a symbol of the national format stands for, with or without its square brackets. */
export function missingFromSymbol(symbol: string): MissingReason | undefined {
  const bare = symbol.startsWith('[') && symbol.endsWith(']') ? symbol.slice(1, -1) : symbol
  return bare === 'm' ? 'not-reported' : SYMBOLS[bare]
}

/** The symbol as a table shows it: `[c]`. */
export function symbolFor(reason: MissingReason): string {
  return `[${SYMBOL_OF[reason]}]`
}

/** The symbol as a data file holds it: `c`. */
export function bareSymbolFor(reason: MissingReason): string {
  return SYMBOL_OF[reason]
}

export function missingInWords(reason: MissingReason): string {
  return IN_WORDS[reason]
}

export const isNumber = (quantity: Quantity): quantity is number => typeof quantity === 'number'
export const isMissing = (quantity: Quantity): quantity is MissingReason => typeof quantity === 'string'

/** The number, or null: for drawing, where the reason is told elsewhere. */
export const numberOrNull = (quantity: Quantity): number | null => (isNumber(quantity) ? quantity : null)

/**
 * Calculates with quantities. If any is missing so is the answer, for the gravest of the reasons
 * (the order of {@link MISSING_REASONS}): what is made of a suppressed figure must stay suppressed.
 */
export function calculate(quantities: readonly Quantity[], formula: (numbers: number[]) => number): Quantity {
  const reasons = quantities.filter(isMissing)
  const gravest = MISSING_REASONS.find((reason) => reasons.includes(reason))
  return gravest ?? formula(quantities.filter(isNumber))
}

/** Statuses from the most to the least certain. */
const CERTAINTY: readonly Status[] = ['final', 'revised', 'provisional', 'estimated', 'illustrative']

/** The status of what is made of several figures: that of the least certain. */
export function leastCertain(statuses: readonly Status[]): Status {
  const places = statuses.map((status) => CERTAINTY.indexOf(status))
  return CERTAINTY[Math.max(0, ...places)] ?? 'final'
}

/** Whether a figure may be calculated with: it has a number and nobody doubts it. */
export const isSound = (figure: Figure): boolean => isNumber(figure.value) && figure.doubt === null
