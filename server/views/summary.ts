import type { BenchmarkMethod } from '../domain/benchmark.ts'
import { changeBetween } from '../domain/change.ts'
import { isNumber, type Quantity } from '../domain/figure.ts'
import type { FlowBasis } from '../domain/flow.ts'
import { gapInCount } from '../domain/gap.ts'
import { isMoment, type Measure, PER } from '../domain/indicator.ts'
import { dayLabel, type Period, periodLabel, yearBefore } from '../domain/period.ts'
import { pointLabel, whenInSentence } from '../domain/point-label.ts'
import { comparisonSentence, earlierInBrackets, gapSentence, statement, title } from '../domain/sentence.ts'
import type { Dated } from './area-figures.ts'
import type { Subject } from './subject.ts'
import { nearestBenchmark, type Surroundings } from './surroundings.ts'

export type Summary = { title: string; text: string }

/** What the newest figure says, in the sentences a councillor could read out: figure, comparison, gap, direction. */
export function summarise(
  subject: Subject,
  latest: Dated | undefined,
  figures: readonly Dated[],
  surroundings: Surroundings,
  { basis, measure, method }: { basis: FlowBasis | null; measure: Measure; method: BenchmarkMethod },
): Summary {
  const { indicator, area, wording } = subject
  if (!latest) {
    return {
      title: `${subject.name}: no figures for ${area.name}`,
      text: `Nothing is held for ${area.name}. ${subject.noComparison ?? ''}`.trim(),
    }
  }
  const aYearBefore = yearBefore(latest.at)
  const earlier = figures.find((figure) => figure.period === aYearBefore.id && figure.doubt === null)
  const change = changeBetween(latest.value, earlier?.value ?? 'not-reported', measure)
  const said = statement(latest, {
    area: area.name,
    when: whenInSentence(latest.at, indicator.kind, basis),
    measure,
    wording,
  })
  const before = earlier
    ? ` (${earlierInBrackets(earlierLabel(aYearBefore, subject, basis), earlier, measure)})`
    : ''
  const nearest = nearestBenchmark(subject, surroundings, latest.at, method)
  const sentences = [
    `${said}${before}.`,
    nearest
      ? comparisonSentence(
          {
            neighbours: nearest.neighbours,
            england: nearest.england,
            when:
              nearest.period.id === latest.period
                ? null
                : whenInSentence(nearest.period, indicator.kind, null),
          },
          subject.measure,
        )
      : '',
    nearest?.neighbours ? gapSentence(gapTo(nearest.neighbours.value, latest, indicator.unit), wording) : '',
    latest.status === 'illustrative'
      ? 'This figure is illustrative: it was made up to show how the dashboard works.'
      : '',
    subject.direction.words,
  ]
  return {
    title: title(subject.name, latest.value, change, measure),
    text: sentences.filter(Boolean).join(' '),
  }
}

/** How many more or fewer a benchmark rate would mean for our own population. Only rates per head are turned into people. */
function gapTo(benchmark: Quantity, own: Dated, unit: keyof typeof PER): Quantity {
  if (!unit.startsWith('per-') || !isNumber(benchmark)) return 'not-applicable'
  return gapInCount(
    own.numerator ?? 'not-available',
    benchmark,
    own.denominator ?? 'not-available',
    PER[unit],
  )
}

/** The year before, as briefly as can be: `2024` for a day, `2023/24` for a year, `year to 31 December 2019`. */
function earlierLabel(period: Period, subject: Subject, basis: FlowBasis | null): string {
  const moment = isMoment(subject.indicator.kind)
  if (period.kind === 'day' || (period.kind === 'financial-year' && moment)) return period.end.slice(0, 4)
  if (period.kind === 'financial-year') return periodLabel(period)
  if (moment && period.kind === 'quarter') return dayLabel(period.end)
  const label = pointLabel(period, subject.indicator.kind, basis).replace(/ \(.*\)$/, '')
  return label.replace(/^Year to/, 'year to').replace(/^Academic/, 'academic')
}
