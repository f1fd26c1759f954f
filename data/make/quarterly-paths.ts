import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { daysBetween, type Period, periodOf, stepPeriod } from '../../server/domain/period.ts'
import { midYear, populationYear } from '../../server/domain/population.ts'
import { clean, round } from '../../server/domain/rounding.ts'

/**
 * Quarters laid through what is known of a council: paths that meet every published year end, flows that add up to the
 * published years. The draws come in one fixed order from a fixed seed.
 */

export const AREA = 'E06000009'
const SEED = 20170427

/** Mulberry32: a small generator with a seed, so that the file can be made again. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
const random = generator(SEED)
/** About normal, mean 0, standard deviation 1. */
export const noise = () => random() + random() + random() + random() - 2

/** The quarters of a path: the year 2015/16 before the first return to the end of the last year touched. */
const QUARTERS = Array.from({ length: 24 }, (_, i) => stepPeriod(periodOf('2015-16Q1'), i))
export const YEARS = ['2016-17', '2017-18', '2018-19', '2019-20', '2020-21'] as const
const quartersOf = (year: string) => QUARTERS.filter((quarter) => quarter.id.startsWith(`${year}Q`))
export const RETURNS = QUARTERS.filter((quarter) => quarter.id >= '2016-17Q1' && quarter.id <= '2020-21Q3')

/** The year end that the first return starts from. */
const FIRST = '2016-03-31'

export type Series = Map<string, number>

/** A published series of Blackpool out of data/published: period id to number. */
export function published(theme: string, indicator: string, part: 'value' | 'numerator' = 'value'): Series {
  const text = readFileSync(new URL(`../published/${theme}.csv`, import.meta.url))
  const rows: Record<string, string>[] = parse(text, { columns: true })
  const series: Series = new Map()
  for (const row of rows) {
    if (row.indicator !== indicator || row.area !== AREA || row.part !== part || row.dimension) continue
    for (const [period, cell] of Object.entries(row)) {
      if (/\d{4}/.test(period) && cell !== '' && !Number.isNaN(Number(cell))) series.set(period, Number(cell))
    }
  }
  return series
}

const populations = published('population', 'population-0-17')
export const populationAt = (period: Period) => populations.get(midYear(populationYear(period))) ?? Number.NaN
export const must = (series: Series, key: string) => {
  const number = series.get(key)
  if (number === undefined) throw new Error(`nothing is published for ${key}`)
  return number
}

type Knot = [date: string, value: number]

/**
 * A path through dated knots, read off at each quarter's end: straight between two knots, with a wobble that is nil at
 * both. `wobble` is its size as a share of the value half way.
 */
export function pathThrough(knots: Knot[], wobble: number, decimals = 0): Series {
  const path: Series = new Map()
  const bridges = knots.map(noise)
  for (const quarter of QUARTERS) {
    const after = knots.findIndex(([date]) => date >= quarter.end)
    const [next, previous] = [knots[after], knots[after - 1]]
    if (!next) continue
    if (next[0] === quarter.end || !previous) {
      if (next[0] === quarter.end) path.set(quarter.id, next[1])
      continue
    }
    const share = daysBetween(previous[0], quarter.end) / daysBetween(previous[0], next[0])
    const straight = previous[1] + (next[1] - previous[1]) * share
    const bump = (bridges[after] ?? 0) * Math.sin(Math.PI * share) + 0.4 * noise() * share * (1 - share)
    path.set(quarter.id, round(straight * (1 + wobble * bump), decimals))
  }
  return path
}

/** Year ends of a published count as knots, with dated facts between them. */
export function yearEnds(counts: Series, facts: Knot[] = []): Knot[] {
  const ends = [...counts]
    .map(([year, value]): Knot => [periodOf(year).end, value])
    .filter(([end]) => end >= FIRST)
  return [...ends, ...facts].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Parts a whole number in proportion to weights; the parts add up to it exactly. */
export function partInto(total: number, weights: readonly number[], unit = 1): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (total / unit) * (weight / sum))
  const parts = exact.map(Math.floor)
  const byRest = exact.map((x, i) => [x - Math.floor(x), i] as const).sort((a, b) => b[0] - a[0])
  let missing = Math.round(total / unit) - parts.reduce((a, b) => a + b, 0)
  for (const [, i] of byRest) if (missing-- > 0) parts[i] = (parts[i] ?? 0) + 1
  return parts.map((part) => clean(part * unit))
}

/** Fewer referrals come in while schools are on holiday. */
const SEASON = [1.03, 0.91, 1.03, 1.03] as const

/** Quarters that add up to each published year. */
export function flowOf(years: Series, wobble: number, season: readonly number[] = SEASON): Series {
  const flow: Series = new Map()
  for (const year of YEARS) {
    const total = years.get(year)
    if (total === undefined) continue
    const parts = partInto(
      total,
      season.map((weight) => weight * (1 + wobble * noise())),
    )
    for (const [i, quarter] of quartersOf(year).entries()) flow.set(quarter.id, parts[i] ?? 0)
  }
  return flow
}

/** Parts of a flow such that each year's share of the whole is as published; `shape` bends the quarters of 2016/17. */
export function shareOf(whole: Series, numerators: Series, wobble: number, shape = [1, 1, 1, 1]): Series {
  const parts: Series = new Map()
  for (const year of YEARS) {
    const quarters = quartersOf(year)
    const weights = quarters.map(
      (quarter, i) =>
        must(whole, quarter.id) * (1 + wobble * noise()) * (year === YEARS[0] ? (shape[i] ?? 1) : 1),
    )
    const split = partInto(must(numerators, year), weights)
    for (const [i, quarter] of quarters.entries()) {
      parts.set(quarter.id, Math.min(split[i] ?? 0, must(whole, quarter.id)))
    }
  }
  return parts
}

/** Yearly counts behind a published rate per 10,000, recovered from the rate and the population. */
export function countsFromRate(rates: Series): Series {
  const counts: Series = new Map()
  for (const year of YEARS)
    counts.set(year, Math.round((must(rates, year) * populationAt(periodOf(year))) / 10_000))
  return counts
}

/** Yearly wholes near a guess, and parts of them, that give a published percentage exactly. */
export function fitPercentages(percentages: Series, guess: (year: string) => number, decimals: number) {
  const wholes: Series = new Map()
  const parts: Series = new Map()
  for (const year of YEARS) {
    const wanted = must(percentages, year)
    for (let whole = Math.round(guess(year)); ; whole++) {
      const part = Math.round((whole * wanted) / 100)
      if (round((part / whole) * 100, decimals) !== wanted) continue
      wholes.set(year, whole)
      parts.set(year, part)
      break
    }
  }
  return { wholes, parts }
}

/** Made-up yearly numbers where nothing is published, the first for 2016/17. */
export const invented = (...numbers: number[]): Series =>
  new Map(YEARS.map((year, i) => [year, numbers[i] ?? Number.NaN]))
export const inventedEnds = (...numbers: number[]): Knot[] =>
  numbers.map((number, i) => [periodOf(`${2015 + i}-${16 + i}`).end, number])
/** Knots at the workforce census of 30 September, 2016 to 2021; half a year before the first it stood the same. */
export const censuses = (numbers: number[], facts: Knot[] = []): Knot[] => {
  const knots = numbers.map((n, i): Knot => [`${2016 + i}-09-30`, n])
  return [[FIRST, numbers[0] ?? 0] as Knot, ...knots, ...facts].sort(([a], [b]) => (a < b ? -1 : 1))
}
/** A rate's knots as counts of the census file; the tool has 2016's rate only, for which the counts are made up. */
export const census = (
  indicator: string,
  part: 'numerator' | 'value',
  first: number,
  theme = 'workforce',
) => {
  const series = published(theme, indicator, part)
  return [first, ...[2017, 2018, 2019, 2020, 2021].map((year) => must(series, `${year}-09-30`))]
}

export const map = (series: Series, change: (value: number, id: string) => number): Series =>
  new Map([...series].map(([id, value]) => [id, change(value, id)]))

/**
 * What left, given what was there and what came: each quarter's balance, put right by a child or two so that the year
 * adds up to what is published (DfE counts a child once a year; quarters don't).
 */
export function leavers(stock: Series, starts: Series, yearly: Series): Series {
  const ends: Series = new Map()
  for (const year of YEARS) {
    const quarters = quartersOf(year)
    const balance = quarters.map((quarter) => {
      const before = must(stock, stepPeriod(quarter, -1).id)
      return before + must(starts, quarter.id) - must(stock, quarter.id)
    })
    let excess = balance.reduce((a, b) => a + b, 0) - must(yearly, year)
    for (let i = 0; excess !== 0; i = (i + 1) % 4) {
      balance[i] = (balance[i] ?? 0) - Math.sign(excess)
      excess -= Math.sign(excess)
    }
    for (const [i, quarter] of quarters.entries()) ends.set(quarter.id, Math.max(0, balance[i] ?? 0))
  }
  return ends
}
