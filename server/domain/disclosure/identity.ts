/** A linear relation among cells: Σ coefficient × cell = `total` (0 if not given). A cell is one number behind figures. */
export type Identity = {
  terms: readonly Term[]
  total?: number
  /** Both cells are one number that two figures print. */
  same: boolean
  /** Whether it holds by definition, or only nearly (a child who enters care twice in a year counts once). */
  exact: boolean
  /** The relation in words. */
  says: string
}
export type Term = { cell: string; coefficient: number }

/** A number behind a figure: what it counts, what that is a part of, and those of the whole that are not counted. */
export const PARTS = ['count', 'whole', 'rest'] as const
export type Part = (typeof PARTS)[number]

/** A number behind one indicator or breakdown, whatever the period. */
export type CellName = { indicator: string; dimension: string; part: Part }

/**
 * A relation that holds for every period. `same`: `whole` is one number with `plus`; `parts`: `whole` is what `plus` add
 * up to, without `minus`; `within`: `plus` are parts of `whole` that do not overlap, with others that nobody sends;
 * `balance`: the change of `whole` since the period before is `plus` without `minus`; `looks-back`: a count of the
 * twelve months up to a day, so that quarters of it do not add up to a year.
 */
export const RULES = ['same', 'parts', 'within', 'balance', 'looks-back'] as const
export type IdentityRule = {
  rule: (typeof RULES)[number]
  whole: CellName
  plus: readonly CellName[]
  minus: readonly CellName[]
  exact: boolean
  says: string
}

/** `cla-foster-pct:whole`, `contact-conversion-pct/police:count`; undefined for anything else. */
export function parseCellName(text: string): CellName | undefined {
  const match = /^([a-z0-9-]+)(?:\/([a-z0-9-]+))?:(count|whole|rest)$/.exec(text)
  if (!match) return undefined
  const [, indicator = '', dimension = '', part] = match
  return { indicator, dimension, part: part as Part }
}

export const seriesKey = ({ indicator, dimension, part }: CellName): string =>
  `${indicator}${dimension === '' ? '' : `/${dimension}`}:${part}`

/** One figure of one area, whichever release it came in. */
export const figureKey = (figure: {
  indicator: string
  dimension: string
  area: string
  period: string
}): string => `${figure.indicator}|${figure.dimension}|${figure.area}|${figure.period}`
