import { BREAK, type Figure, isNumber } from './figure.ts'
import type { FlowBasis } from './flow.ts'
import type { Kind } from './indicator.ts'
import { isNext, type Period } from './period.ts'
import { LEAST_POINTS, type ProcessChart, processChart } from './xmr.ts'

/** Which figures a process chart may be made of. */

/** Years come so seldom that ten of them are asked for. */
export const LEAST_YEARS = 10

type ChartFigure = Pick<Figure, 'value' | 'doubt' | 'note'> & { at: Period }

/** The figures of a series in the order of time; `breaks` are the first days (or period ends) of something new. */
export type ChartSeries<F extends ChartFigure = ChartFigure> = {
  figures: readonly F[]
  breaks: readonly string[]
  kind: Kind
  basis: FlowBasis | null
}

/** Why there is no chart. Hidden and missing figures are told apart, as everywhere. */
export const UNFIT = ['overlapping', 'adding-up', 'hidden', 'no-figure', 'too-few', 'mostly-zero'] as const
export type Unfit = (typeof UNFIT)[number]

/** `found` and `needed` count the figures in a row up to the newest; `isCut` is whether a gap or a break ends the row. */
export type NoChart = { unfit: Unfit; found: number; needed: number; isCut: boolean }
export type Charted<F extends ChartFigure = ChartFigure> = { chart: ProcessChart; figures: readonly F[] }

/**
 * The chart of the newest segment, or why there is none: figures that share months or add up look like runs where
 * nothing happened; quarters and months need eight in a row, years ten; where most are zero a range says nothing.
 */
export function chartOf<F extends ChartFigure>(series: ChartSeries<F>): Charted<F> | NoChart {
  const newest = series.figures.at(-1)
  const segments = segmentsOf(series)
  const figures = segments.at(-1) ?? []
  const isYearly = newest !== undefined && newest.at.kind !== 'quarter' && newest.at.kind !== 'month'
  const needed = isYearly ? LEAST_YEARS : LEAST_POINTS
  const none = (unfit: Unfit): NoChart => ({
    unfit,
    found: figures.length,
    needed,
    isCut: segments.length > 1,
  })
  if (series.basis === 'rolling-year') return none('overlapping')
  if (series.basis === 'year-to-date' || series.kind === 'cumulative') return none('adding-up')
  if (newest?.value === 'suppressed') return none('hidden')
  if (figures.length === 0) return none('no-figure')
  const values = figures.map(({ value }) => value as number)
  const chart = values.length < needed ? undefined : processChart(values)
  if (!chart) return none('too-few')
  if (values.filter((value) => value === 0).length * 2 > values.length) return none('mostly-zero')
  return { chart, figures }
}

/**
 * The stretches of figures that follow each other without a gap, the oldest first. A break begins one; a figure that is
 * hidden, missing or doubted ends one, since a step over it would be two steps in one. The last stretch is the one that
 * goes up to the newest figure, and is empty where that one has no sound number.
 */
export function segmentsOf<F extends ChartFigure>({
  figures,
  breaks,
}: Pick<ChartSeries<F>, 'figures' | 'breaks'>): F[][] {
  const segments: F[][] = [[]]
  for (const figure of figures) {
    const segment = segments.at(-1)
    const previous = segment?.at(-1)
    if (!isNumber(figure.value) || figure.doubt !== null) {
      if (previous) segments.push([])
    } else if (!previous || followsOn(previous, figure, breaks)) segment?.push(figure)
    else segments.push([figure])
  }
  return segments
}

const followsOn = (previous: ChartFigure, figure: ChartFigure, breaks: readonly string[]): boolean =>
  isNext(previous.at, figure.at) &&
  !figure.note?.startsWith(BREAK) &&
  !breaks.some((day) => previous.at.end < day && figure.at.end >= day)
