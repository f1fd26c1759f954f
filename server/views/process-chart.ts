import type { Varied } from '../domain/exception.ts'
import { isNumber } from '../domain/figure.ts'
import { newestSignal, variationOf } from '../domain/xmr.ts'
import { chartOf } from '../domain/xmr-series.ts'
import { type ChartPeriod, noChartInWords, signalInWords, variationInWords } from '../domain/xmr-words.ts'
import { type Dated, shownFigures } from './area-figures.ts'
import type { FoundRow } from './scorecard.ts'
import type { CardRhythm } from './scorecard-period.ts'
import type { Setting, Subject } from './subject.ts'

/**
 * How a figure of a scorecard stands against its own ordinary variation. `varied` is null where that can't be told;
 * `words` say what is ordinary, or why it can't be told.
 */
export type Process = { varied: Varied | null; words: string }

/**
 * Held against the figures up to its own day, as it stood then. Where a card shows twelve months added up, the quarters
 * are looked at one by one: sums that share three quarters of four would look like runs by themselves.
 */
export function viewProcess(
  setting: Setting,
  { subject, surroundings, figure, figures, basis, measure }: FoundRow,
  by: CardRhythm,
): Process {
  const period: ChartPeriod = by === 'quarter' ? 'quarter' : 'year'
  const isSummed = basis === 'rolling-year'
  const shown = isSummed ? shownFigures(surroundings.own, by, subject, 'in-period') : figures
  const until = shown.filter(({ at }) => figure !== undefined && at.end <= figure.at.end)
  const { kind } = subject.indicator
  const charted = chartOf<Dated>({
    figures: until,
    breaks: breaksOf(setting, subject, by),
    kind,
    basis: isSummed ? 'in-period' : basis,
  })
  if ('unfit' in charted) return { varied: null, words: noChartInWords(charted, period) }
  const value = charted.figures.at(-1)?.value ?? 'not-reported'
  const { chart } = charted
  const variation = variationOf(newestSignal(chart), subject.direction.goodEnd)
  const told = { value: isNumber(value) ? value : Number.NaN, measure, period, ...boundsOf(subject) }
  const alone = isSummed ? 'In the quarter alone, ' : ''
  const reason = signalInWords(chart, told)
  return {
    varied: { variation, words: reason && `${alone}${reason}` },
    words: `${isSummed ? 'Of each quarter alone: ' : ''}${variationInWords(chart, variation, told)}`,
  }
}

/** A difference of two numbers may lie below nothing; a share never above the whole. */
export const boundsOf = ({ indicator, measure }: Subject) => ({
  floor: indicator.derived ? Number.NEGATIVE_INFINITY : 0,
  ceiling: measure.unit === 'percent' ? 100 : Number.POSITIVE_INFINITY,
})

/**
 * The days from which a measure is something else. Another method of a national publication does not touch the quarters
 * that a council counts itself; another definition, or a fault in recording, does. What ended does not begin anew.
 */
export const breaksOf = (
  { reference }: Setting,
  { indicator, dimension, area }: Subject,
  by: CardRhythm | 'month',
) =>
  reference.breaks
    .filter((each) => each.indicator === indicator.id && each.dimension === dimension)
    .filter((each) => each.area === '' || each.area === area.id)
    .filter(({ kind }) => kind !== 'ended' && (kind !== 'method' || by === 'financial-year'))
    .map(({ date }) => date)
