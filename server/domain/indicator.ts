import type { GoodEnd } from './benchmark.ts'
import { isNumber, type Quantity, symbolFor } from './figure.ts'
import { formatNumber } from './rounding.ts'

export const THEMES = {
  'front-door': 'Front door',
  assessment: 'Assessment and child in need',
  'child-protection': 'Child protection',
  'children-in-care': 'Children in care',
  placements: 'Placements',
  'care-leavers': 'Care leavers',
  workforce: 'Workforce',
  'early-help': 'Early help and early years',
  'youth-justice': 'Youth justice',
  education: 'Education of vulnerable children',
  finance: 'Finance and savings',
} as const
export type Theme = keyof typeof THEMES

/**
 * How an indicator counts. A snapshot is taken on the last day of its period and is never added up; a flow
 * counts what happened within it; a rolling year is a flow shown as the sum of the latest twelve months; a yearly
 * one exists once a year; a cumulative one has been adding up since a programme began.
 */
export const KINDS = ['snapshot', 'flow', 'rolling-year', 'yearly', 'cumulative'] as const
export type Kind = (typeof KINDS)[number]

export const UNITS = ['per-10000', 'per-100000', 'percent', 'count', 'pounds', 'ratio', 'score'] as const
export type Unit = (typeof UNITS)[number]

/** What a unit multiplies numerator ÷ denominator by. */
export const PER: Record<Unit, number> = {
  'per-10000': 10_000,
  'per-100000': 100_000,
  percent: 100,
  count: 1,
  pounds: 1,
  ratio: 1,
  score: 1,
}

/** Counts and spending grow with the size of a place: setting one council's beside another's says nothing. */
export const isComparable = (unit: Unit): boolean => unit !== 'count'

/** Whether a figure is about a moment (the last day of its period) or about the whole stretch. */
export const isMoment = (kind: Kind): boolean => kind === 'snapshot' || kind === 'cumulative'

/** An indicator has two views: its rate (or percentage), and the count that is the numerator of it. */
export const VIEWS = ['rate', 'count'] as const
export type View = (typeof VIEWS)[number]

/** `cla-rate` and `cla-rate:count` name the two views of one indicator. */
export function parseIndicatorId(id: string): { id: string; view: View } {
  return id.endsWith(':count') ? { id: id.slice(0, -':count'.length), view: 'count' } : { id, view: 'rate' }
}

export type Measure = { unit: Unit; decimals: number }

/** A value as a table shows it: `184`, `23.4%`, `£2,010`, `[c]`. The unit of a rate stands in the heading. */
export function formatValue(value: Quantity, { unit, decimals }: Measure): string {
  if (!isNumber(value)) return symbolFor(value)
  const number = formatNumber(value, decimals)
  if (unit === 'percent') return `${number}%`
  if (unit === 'pounds') return number.startsWith('−') ? `−£${number.slice(1)}` : `£${number}`
  return number
}

/** What stands behind a value in running text: ` per 10,000`; nothing for units that carry their own sign. */
export function unitSuffix(unit: Unit): string {
  if (unit === 'per-10000') return ' per 10,000'
  if (unit === 'per-100000') return ' per 100,000'
  return ''
}

/** The unit in words, for the axis of a chart and the heading of a column. `people` is who the rate is of. */
export function unitInWords(unit: Unit, people = 'children'): string {
  switch (unit) {
    case 'per-10000':
      return `for every 10,000 ${people}`
    case 'per-100000':
      return `for every 100,000 ${people}`
    case 'percent':
      return 'per cent'
    case 'count':
      return 'number'
    case 'pounds':
      return 'pounds'
    case 'ratio':
      return 'ratio'
    case 'score':
      return 'score'
  }
}

export const DFE_POLARITIES = ['low', 'high', 'none', 'not-given'] as const

/**
 * Which way is good, and who says so. DfE's own polarity and the aim of the local strategy are kept apart,
 * because DfE sets none for most of what a savings strategy wants to bring down: low can mean unmet need.
 */
export type Polarity = {
  dfe: (typeof DFE_POLARITIES)[number]
  local: { aim: 'lower' | 'higher'; strategy: string } | null
}

/** `short` is for a row of many: `Aim: lower (local strategy)`. */
export type Direction = {
  goodEnd: GoodEnd | null
  setBy: 'dfe' | 'local' | null
  words: string
  short: string
}

/** The direction that an area's figures are read in. `local` is whether the local strategy is that area's own. */
export function directionOf(polarity: Polarity, local: boolean): Direction {
  if (polarity.dfe === 'low' || polarity.dfe === 'high') {
    const better = polarity.dfe === 'low' ? 'Lower' : 'Higher'
    return {
      goodEnd: polarity.dfe,
      setBy: 'dfe',
      words: `${better} is better, says the Department for Education.`,
      short: `${better} is better (national)`,
    }
  }
  if (local && polarity.local) {
    const { aim, strategy } = polarity.local
    return {
      goodEnd: aim === 'lower' ? 'low' : 'high',
      setBy: 'local',
      words: `The Department for Education sets no good direction; ${strategy} aims ${aim}.`,
      short: `Aim: ${aim} (${strategy.replace(/^the /, '')}; none is set nationally)`,
    }
  }
  return {
    goodEnd: null,
    setBy: null,
    words: 'No direction is good in itself: read it with other measures.',
    short: 'No good direction is set',
  }
}
