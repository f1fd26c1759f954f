import { quantile } from './benchmark.ts'

/**
 * Whether a change that somebody wants has ever been done: every stretch of as many years, of every authority, that
 * national figures are held of. Stretches of one authority overlap, so their counts are not independent.
 */

/** Yearly figures of an authority, by the calendar year that each ends in. */
export type Years = { area: string; values: ReadonlyMap<number, number> }

/** What became of an authority's figure between two years, in per cent. */
export type Window = { area: string; from: number; to: number; change: number }

/** Every window of `length` years that begins in `first` or later and has a figure at both ends. */
export function windowsOf(all: readonly Years[], length: number, first: number): Window[] {
  return all.flatMap(({ area, values }) =>
    [...values].flatMap(([from, start]): Window[] => {
      const end = values.get(from + length)
      if (from < first || start <= 0 || end === undefined) return []
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

/** In words, by the share of windows (in per cent) that managed it. */
export function verdictOf(share: number): Verdict {
  if (share >= 25) return 'done by many'
  if (share >= 5) return 'done by some'
  return share > 0 ? 'done by few' : 'never seen'
}
