import type { PointAnswer } from '../contract/points.ts'
import type { Rhythm } from '../contract/queries.ts'
import type { ChangeAnswer } from '../contract/subject-answers.ts'
import { type Change, changeBetween, changeInWords } from '../domain/change.ts'
import { isMissing, isNumber, missingInWords, numberOrNull, type Quantity } from '../domain/figure.ts'
import type { FlowBasis } from '../domain/flow.ts'
import { formatValue, type Measure } from '../domain/indicator.ts'
import { isNext, type Period, stepPeriod, yearAfter, yearBefore } from '../domain/period.ts'
import { pointLabel, shortPointLabel } from '../domain/point-label.ts'
import type { Dated } from './area-figures.ts'
import type { Subject } from './subject.ts'

/** The basis that an indicator's quarterly figures are shown on if nobody chose one; null where none applies. */
export function basisFor(
  subject: Pick<Subject, 'indicator'>,
  by: Rhythm,
  asked: FlowBasis | undefined,
): FlowBasis | null {
  const { kind } = subject.indicator
  if (by === 'financial-year' || (kind !== 'flow' && kind !== 'rolling-year')) return null
  return asked ?? (kind === 'rolling-year' ? 'rolling-year' : 'in-period')
}

/** How a figure of a rhythm is written: a council prints its own more finely than DfE. */
export const measureOf = (subject: Subject, by: Rhythm): Measure =>
  by === 'financial-year' ? subject.measure : subject.localMeasure

export function toPoint(
  figure: Dated,
  subject: Subject,
  basis: FlowBasis | null,
  measure: Measure,
): PointAnswer {
  const { value } = figure
  return {
    period: figure.period,
    label: pointLabel(figure.at, subject.indicator.kind, basis),
    shortLabel: shortPointLabel(figure.at, subject.indicator.kind),
    start: figure.at.start,
    end: figure.at.end,
    value: numberOrNull(value),
    text: formatValue(value, measure),
    numerator: figure.numerator,
    denominator: figure.denominator,
    status: figure.status,
    missing: isMissing(value) ? value : null,
    reason: isMissing(value) ? reasonFor(value, basis) : null,
    note: figure.note,
    doubt: figure.doubt,
    source: figure.source.title,
    publishedAt: figure.publishedAt.slice(0, 10),
  }
}

function reasonFor(value: Exclude<Quantity, number>, basis: FlowBasis | null): string {
  const words = missingInWords(value)
  const reason = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
  if (basis === 'rolling-year' && value === 'not-reported') {
    return 'Twelve months in a row are needed, and some of these were not reported.'
  }
  return reason
}

/** The points of a series, with those periods between the first and the last that nobody has a row for: a gap is seen. */
export function toPoints(
  figures: readonly Dated[],
  subject: Subject,
  basis: FlowBasis | null,
  measure: Measure,
): PointAnswer[] {
  const points: PointAnswer[] = []
  let previous: Dated | undefined
  for (const figure of figures) {
    if (previous) {
      for (const period of between(previous.at, figure.at)) points.push(gapAt(period, subject, basis))
    }
    points.push(toPoint(figure, subject, basis, measure))
    previous = figure
  }
  return points
}

/** The periods that are missing between two of the same kind. */
function between(first: Period, last: Period): Period[] {
  const periods: Period[] = []
  if (first.kind !== last.kind || isNext(first, last)) return periods
  const next = (period: Period) => (period.kind === 'day' ? yearAfter(period) : stepPeriod(period, 1))
  for (let period = next(first); period.end < last.end; period = next(period)) periods.push(period)
  return periods
}

function gapAt(period: Period, subject: Subject, basis: FlowBasis | null): PointAnswer {
  return {
    period: period.id,
    label: pointLabel(period, subject.indicator.kind, basis),
    shortLabel: shortPointLabel(period, subject.indicator.kind),
    start: period.start,
    end: period.end,
    value: null,
    text: formatValue('not-reported', subject.measure),
    numerator: null,
    denominator: null,
    status: null,
    missing: 'not-reported',
    reason: 'Not reported.',
    note: null,
    doubt: null,
    source: null,
    publishedAt: null,
  }
}

export type Changes = { previous: Change | null; yearBefore: Change | null }

/** What became of a figure since the period before it, and since the same period a year before. */
export function changesOf(figure: Dated, figures: readonly Dated[], measure: Measure): Changes {
  const at = (id: string) => figures.find((each) => each.period === id && each.doubt === null)
  const previousId = figure.at.kind === 'day' ? yearBefore(figure.at).id : stepPeriod(figure.at, -1).id
  const yearId = yearBefore(figure.at).id
  const change = (id: string) => changeBetween(figure.value, at(id)?.value ?? 'not-reported', measure)
  return { previous: change(previousId), yearBefore: previousId === yearId ? null : change(yearId) }
}

/** The change of a figure in words that stand by themselves: "up 2 (1.1%) from 182 on 31 March 2024". */
export function changeAnswer(
  { value, change }: { value: Quantity; change: Change | null },
  against: Period,
  subject: Subject,
  basis: FlowBasis | null,
): ChangeAnswer {
  const label = pointLabel(against, subject.indicator.kind, basis)
  if (!isNumber(value))
    return { against: label, movement: null, words: 'no change can be told without this figure' }
  if (!change) return { against: label, movement: null, words: `no figure for ${label} to compare with` }
  return { against: label, movement: change.movement, words: changeInWords(change) }
}
