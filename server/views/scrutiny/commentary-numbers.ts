import type { Rhythm } from '../../contract/queries.ts'
import { type Change, changeBetween } from '../../domain/change.ts'
import { isNumber } from '../../domain/figure.ts'
import type { FlowBasis } from '../../domain/flow.ts'
import type { Measure } from '../../domain/indicator.ts'
import { type Period, stepPeriod, yearBefore } from '../../domain/period.ts'
import { formatNumber, round } from '../../domain/rounding.ts'
import type { Database } from '../../store/database.ts'
import { asCount, type Dated, shownFigures } from '../area-figures.ts'
import { benchmarkMeasure } from '../benchmarks.ts'
import { measureOf } from '../points.ts'
import type { Setting, Subject } from '../subject.ts'
import { nearestBenchmark, type Surroundings } from '../surroundings.ts'
import { type Known, known } from './commentary-known.ts'
import { numbersOfTargets } from './commentary-targets.ts'

/**
 * What a commentary about a measure and a period may speak of: the figure and what it is made of, the period before and
 * the same period a year before with the changes since, similar councils and England, and the targets of its day. Empty
 * without a figure.
 */
export async function knownNumbers(
  db: Database,
  setting: Setting,
  subject: Subject,
  surroundings: Surroundings,
  period: Period,
  query: { neighbours: string; asAt?: string | undefined },
): Promise<Known[]> {
  const rhythm: Rhythm = period.kind === 'month' || period.kind === 'quarter' ? period.kind : 'financial-year'
  const measure = measureOf(subject, rhythm)
  const own = basesOf(subject, rhythm).flatMap((basis) =>
    ofFigures(shownFigures(surroundings.own, rhythm, subject, basis), period, measure).map((each) => ({
      ...each,
      words: basis === 'rolling-year' ? `${each.words}, over twelve months` : each.words,
    })),
  )
  if (own.length === 0) return []
  const targets = await numbersOfTargets(db, setting, subject, surroundings, period, query)
  const all = [...own, ...ofBenchmarks(subject, surroundings, period), ...targets]
  return all.filter((each, i) => all.findIndex((other) => other.text === each.text) === i)
}

/** Quarterly flows are told by the quarter and by the latest twelve months: either may be meant. */
function basesOf({ indicator }: Subject, rhythm: Rhythm): (FlowBasis | null)[] {
  const isFlow = indicator.kind === 'flow' || indicator.kind === 'rolling-year'
  return rhythm === 'financial-year' || !isFlow ? [null] : ['in-period', 'rolling-year']
}

function ofFigures(figures: readonly Dated[], period: Period, measure: Measure): Known[] {
  const at = (id: string) => figures.find((each) => each.period === id)
  const figure = at(period.id)
  if (!figure) return []
  const before = at((period.kind === 'day' ? yearBefore(period) : stepPeriod(period, -1)).id)
  const aYearBefore = at(yearBefore(period).id)
  const change = (then: Dated | undefined, when: string) =>
    ofChange(changeBetween(figure.value, then?.value ?? 'not-reported', measure), `the change since ${when}`)
  const when = { before: `the ${wordOf(period)} before`, year: 'the same period a year before' }
  return [
    ...ofFigure(figure, measure, 'the figure'),
    ...ofFigure(before, measure, when.before),
    ...ofFigure(aYearBefore, measure, when.year),
    ...change(before, when.before),
    ...change(aYearBefore, when.year),
    ...ofChange(countChange(figure, before), `the change in number since ${when.before}`),
  ]
}

const wordOf = ({ kind }: Period) => (kind === 'month' || kind === 'quarter' ? kind : 'year')

function ofFigure(figure: Dated | undefined, measure: Measure, words: string): Known[] {
  if (!figure) return []
  const { value, numerator, denominator } = figure
  const part = (count: number | null, of: string): Known[] =>
    count === null
      ? []
      : [
          {
            value: count,
            kind: 'plain',
            words: `${of} behind ${words}`,
            text: formatNumber(count, Number.isInteger(count) ? 0 : 1),
          },
        ]
  return [
    ...(isNumber(value) ? [known(value, measure, words)] : []),
    ...part(numerator, 'the number'),
    ...part(denominator, 'the whole'),
  ]
}

const countChange = (figure: Dated, before: Dated | undefined): Change | null =>
  before ? changeBetween(asCount(figure).value, asCount(before).value, { unit: 'count', decimals: 0 }) : null

function ofChange(change: Change | null, words: string): Known[] {
  if (!change || change.movement === 'same') return []
  const { absolute, percent, measure } = change
  const size = round(Math.abs(absolute), measure.decimals)
  const share = percent === null ? [] : [round(Math.abs(percent), 1)]
  return [
    known(size, measure, words),
    ...share.map(
      (each): Known => ({ value: each, kind: 'percent', words, text: `${formatNumber(each, 1)}%` }),
    ),
  ]
}

function ofBenchmarks(subject: Subject, surroundings: Surroundings, period: Period): Known[] {
  const nearest = nearestBenchmark(subject, surroundings, period, 'mean')
  if (!nearest) return []
  const { neighbours, england } = nearest
  const group = benchmarkMeasure(subject.measure)
  return [
    ...(neighbours && isNumber(neighbours.value)
      ? [known(round(neighbours.value, group.decimals), group, 'similar councils')]
      : []),
    ...(england !== null && isNumber(england) ? [known(england, subject.measure, 'England')] : []),
  ]
}
