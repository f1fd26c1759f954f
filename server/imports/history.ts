import { BREAK, type Figure, isSound } from '../domain/figure.ts'
import { comparePeriods, isNext, type Period, periodOf } from '../domain/period.ts'
import type { SeriesInFile } from './checks.ts'
import type { Context } from './format.ts'

/** The figures of a series before one of its periods that it can fairly be set beside, the oldest first. */
export type Past = {
  numbers: number[]
  /** How far each of them lies from the one before, where nothing lies between; and how far the figure itself does. */
  steps: () => { before: number[]; own: number | undefined }
}

/** A figure of the file with its number and its past. */
export type WithPast = { figure: Figure; value: number; past: Past }

/** How far back is looked. */
const MOST_PERIODS = 12

type Point = { figure: Figure; period: Period; value: number }

/** A note that begins so marks a break in series. */
export const marksBreak = (figure: Figure): boolean => figure.note?.startsWith(BREAK) ?? false

/** The checks of a series ask one after the other about the same one. */
let last: { series: SeriesInFile | null; figures: WithPast[] } = { series: null, figures: [] }

/**
 * The new numbers that a file has of a series, each with its past: at most twelve periods of the same kind, of the file
 * where it has them and held otherwise, back to the last break in series. What is doubted is left out.
 */
export function withPast(series: SeriesInFile, context: Context): WithPast[] {
  if (last.series !== series) last = { series, figures: readPast(series, context) }
  return last.figures
}

function readPast(series: SeriesInFile, context: Context): WithPast[] {
  const current = new Map<string, Figure>()
  for (const figure of series.held) current.set(figure.period, figure)
  for (const figure of series.figures) current.set(figure.period, figure)
  const points = [...current.values()]
    .filter(isSound)
    .map((figure): Point => ({ figure, period: periodOf(figure.period), value: figure.value as number }))
    .sort((a, b) => comparePeriods(a.period, b.period))
  const breaks = breaksOf(series, context)
  // What is held with this very value was looked at when it came.
  const known = new Map(series.held.map((figure) => [figure.period, figure.value]))
  const own = new Set(series.figures.filter((figure) => known.get(figure.period) !== figure.value))
  return points.flatMap((point, i) =>
    own.has(point.figure)
      ? [{ figure: point.figure, value: point.value, past: pastOf(points, i, breaks) }]
      : [],
  )
}

/** The days from which the series is counted in another way, as the catalogue has them. */
function breaksOf({ indicator, dimension, area }: SeriesInFile, { reference }: Context): string[] {
  return reference.breaks
    .filter(
      (each) =>
        each.indicator === indicator &&
        each.dimension === dimension &&
        (each.area === '' || each.area === area),
    )
    .map((each) => each.date)
}

function pastOf(points: readonly Point[], at: number, breaks: readonly string[]): Past {
  const own = points[at] as Point
  const { period, figure } = own
  const since =
    breaks
      .filter((date) => date <= period.end)
      .sort()
      .at(-1) ?? ''
  const before: Point[] = []
  if (!marksBreak(figure)) {
    for (let i = at - 1; i >= 0 && before.length < MOST_PERIODS; i--) {
      const point = points[i] as Point
      if (point.period.end < since) break
      if (!isAlike(point.period, period)) continue
      before.push(point)
      if (marksBreak(point.figure)) break
    }
    before.reverse()
  }
  const stepFrom = (earlier: Point | undefined, point: Point) =>
    earlier && isNext(earlier.period, point.period) ? Math.abs(point.value - earlier.value) : undefined
  return {
    numbers: before.map((point) => point.value),
    steps: () => ({
      before: before.map((point, i) => stepFrom(before[i - 1], point)).filter((step) => step !== undefined),
      own: stepFrom(before.at(-1), own),
    }),
  }
}

/** Periods of one kind; of days those on one day of the year, as a census has them. */
const isAlike = (a: Period, b: Period): boolean =>
  a.kind === b.kind && (a.kind !== 'day' || a.id.slice(4) === b.id.slice(4))

/** The number in the middle. */
export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5)

/** The number that a part of the others lie below, between neighbours where none is there. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const place = (sorted.length - 1) * part
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return low + (place - Math.floor(place)) * (high - low)
}
