import { quantile } from './benchmark.ts'
import { clean } from './rounding.ts'

/**
 * Whether a change that somebody wants has ever been done: every stretch of as many years, of every authority, that
 * national figures are held of. Stretches of one authority overlap, so their counts are not independent.
 */

/** Yearly figures of an authority, by the calendar year that each ends in. */
export type Years = { area: string; values: ReadonlyMap<number, number> }

/** What became of an authority's figure between two years, in per cent. */
export type Window = { area: string; from: number; to: number; change: number }

/** Every window of `length` years that begins in `first` or later and has a figure at both ends. */
export const windowsOf = (all: readonly Years[], length: number, first: number): Window[] =>
  windowsFrom(all, length, first, () => true)

/**
 * The same windows, but only those that begin in the quarter of authorities that had furthest to go: for a fall from
 * the third quartile of that year's figures or above, for a rise from the first quartile or below. Where a target asks
 * for much the figure is usually far out, and figures that are far out tend to come back some of the way by themselves.
 */
export function windowsFromFarEnd(
  all: readonly Years[],
  needed: number,
  length: number,
  first: number,
): Window[] {
  const years = new Set(all.flatMap(({ values }) => [...values.keys()]))
  const inYear = (year: number) => all.flatMap(({ values }) => values.get(year) ?? [])
  const limits = new Map([...years].map((year) => [year, quantile(inYear(year), needed < 0 ? 0.75 : 0.25)]))
  return windowsFrom(all, length, first, (start, year) => {
    const limit = limits.get(year) ?? Number.NaN
    // The quartile is free of the noise of binary fractions, so the figure must be too.
    return needed < 0 ? clean(start) >= limit : clean(start) <= limit
  })
}

function windowsFrom(
  all: readonly Years[],
  length: number,
  first: number,
  begins: (start: number, year: number) => boolean,
): Window[] {
  return all.flatMap(({ area, values }) =>
    [...values].flatMap(([from, start]): Window[] => {
      const end = values.get(from + length)
      if (from < first || start <= 0 || end === undefined || !begins(start, from)) return []
      return [{ area, from, to: from + length, change: ((end - start) / start) * 100 }]
    }),
  )
}

/** What binary fractions may be off by. */
const HAIR = 1e-9

/** Whether a change goes at least as far as is needed, in the same direction. */
const reaches = (change: number, needed: number): boolean =>
  needed < 0 ? change <= needed + HAIR : change >= needed - HAIR

export const VERDICTS = ['done by many', 'done by some', 'done by few', 'never seen'] as const
export type Verdict = (typeof VERDICTS)[number]

export type Realism = {
  windows: number
  areas: number
  reached: number
  reachedAreas: number
  /** Per cent of the windows. */
  share: number
  verdict: Verdict
  /** The window that went furthest in the direction that is needed. */
  best: Window
  median: number
  /** The one in twenty that went furthest, roughly: the 5th or the 95th percentile. */
  far: number
}

/** How a needed change (in per cent) stands among windows; `undefined` where there is none to compare with. */
export function realismOf(needed: number, windows: readonly Window[]): Realism | undefined {
  const [first, ...rest] = windows
  if (!first) return undefined
  const hits = windows.filter(({ change }) => reaches(change, needed))
  const changes = windows.map(({ change }) => change)
  const share = (hits.length / windows.length) * 100
  return {
    windows: windows.length,
    areas: new Set(windows.map(({ area }) => area)).size,
    reached: hits.length,
    reachedAreas: new Set(hits.map(({ area }) => area)).size,
    share,
    verdict: verdictOf(share),
    best: rest.reduce((best, each) => (isFurther(each, best, needed) ? each : best), first),
    median: quantile(changes, 0.5),
    far: quantile(changes, needed < 0 ? 0.05 : 0.95),
  }
}

const isFurther = (a: Window, b: Window, needed: number) =>
  needed < 0 ? a.change < b.change : a.change > b.change

/** `percentile` is the share of our own windows, in per cent, that went at least as far as is needed. */
export type Standing = { windows: number; reached: number; percentile: number }

/**
 * Where a needed change (in per cent) stands among our own past changes over as many years; `undefined` where there is
 * none. Our windows are few and overlap, so 0 means "not in the years held", not "impossible".
 */
export function standingOf(needed: number, own: readonly Window[]): Standing | undefined {
  if (own.length === 0) return undefined
  const reached = own.filter(({ change }) => reaches(change, needed)).length
  return { windows: own.length, reached, percentile: (reached / own.length) * 100 }
}

/** In words, by the share of windows (in per cent) that managed it. */
export function verdictOf(share: number): Verdict {
  if (share >= 25) return 'done by many'
  if (share >= 5) return 'done by some'
  return share > 0 ? 'done by few' : 'never seen'
}
