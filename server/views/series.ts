import { RHYTHMS, type Rhythm, type SeriesQuery } from '../contract/queries.ts'
import type { ComparatorAnswer, SeriesAnswer } from '../contract/series-answers.ts'
import { changeBetween } from '../domain/change.ts'
import { isNumber, isSound } from '../domain/figure.ts'
import type { Measure } from '../domain/indicator.ts'
import { addDays, ageLabel, type Period, periodOf, stepPeriod, yearBefore } from '../domain/period.ts'
import { pointLabel } from '../domain/point-label.ts'
import { decimalsOf } from '../domain/rounding.ts'
import type { Database } from '../store/database.ts'
import { findAbnormal } from './abnormal.ts'
import { type Dated, newestRhythm, shownFigures } from './area-figures.ts'
import { findBase } from './base-period.ts'
import { areaComparator, ENGLAND, neighboursComparator } from './benchmarks.ts'
import { chosenEvents, loadEvents } from './events.ts'
import { basisFor, changeAnswer, changesOf, measureOf, toPoint, toPoints } from './points.ts'
import { findArea, findSubject, headingOf, placeOf, type Setting, type Subject } from './subject.ts'
import { summarise } from './summary.ts'
import { loadSurroundings, type Surroundings } from './surroundings.ts'
import { targetsOfSeries } from './targets/series-target.ts'

/** One indicator of one area over time, with what it is compared with, what it says, and the dated facts about it. */
export async function viewSeries(
  db: Database,
  setting: Setting,
  indicatorId: string,
  query: SeriesQuery,
): Promise<SeriesAnswer> {
  const subject = findSubject(setting, indicatorId, query.dimension, query.area)
  const others = query.compare.filter((item) => item.startsWith('E')).map((id) => findArea(setting, id))
  const surroundings = await loadSurroundings(db, setting, subject, {
    ...query,
    others: others.map((other) => other.id),
  })
  const { own } = surroundings
  const by = query.by ?? newestRhythm(own) ?? 'financial-year'
  const basis = basisFor(subject, by, query.basis)
  const measure = measureOf(subject, by)
  const isAsked = inRange(query.from, query.to)
  const all = shownFigures(own, by, subject, basis)
  const figures = all.filter((figure) => isAsked(figure.at))
  const facts = shownFigures(own, 'facts', subject, null).filter((fact) => isAsked(fact.at))
  const latest = figures.findLast(isSound) ?? figures.at(-1)
  const changes = latest ? changesOf(latest, all, measure) : null
  const base = findBase(query.base, all, latest)
  const events = await loadEvents(db, setting, subject, query.asAt)
  const abnormal = findAbnormal(events, all, subject, basis)
  const { aims, target } = await targetsOfSeries(db, setting, subject, surroundings, query, figures)
  const summary = summarise(subject, latest, all, surroundings, { basis, measure, method: query.method })

  return {
    indicator: headingOf(subject),
    area: placeOf(subject.area),
    by,
    available: RHYTHMS.filter((rhythm) => own[rhythm].length > 0),
    basis,
    asAt: query.asAt ?? null,
    points: toPoints(figures, subject, basis, measure),
    facts: facts.map((fact) => toPoint(fact, subject, null, asPrinted(fact, subject))),
    comparators:
      subject.noComparison === null ? compare(subject, surroundings, figures, by, query, setting) : [],
    noComparators: subject.noComparison,
    target,
    aims,
    events: chosenEvents(events, query.events),
    eventCount: events.length,
    abnormal: abnormal.periods,
    base: base && { period: base.period, label: pointLabel(base.at, subject.indicator.kind, basis) },
    summary: {
      title: summary.title,
      text: [summary.text, ...(latest ? abnormal.words({ latest, base }) : [])].join(' '),
      age: latest ? ageLabel(latest.at.end, setting.today) : null,
      change:
        latest && changes
          ? changeAnswer(
              { value: latest.value, change: changes.previous },
              periodBefore(latest.at),
              subject,
              basis,
            )
          : null,
      yearChange:
        latest && changes && by !== 'financial-year'
          ? changeAnswer(
              { value: latest.value, change: changes.yearBefore },
              yearBefore(latest.at),
              subject,
              basis,
            )
          : null,
      baseChange:
        latest && base
          ? changeAnswer(
              { value: latest.value, change: changeBetween(latest.value, base.value, measure) },
              base.at,
              subject,
              basis,
            )
          : null,
    },
    illustrative: [...figures, ...facts].some((figure) => figure.status === 'illustrative'),
  }
}

/** A rate that a paper prints is shown as printed; one that we worked out from its number, as a council would write it. */
function asPrinted(fact: Dated, subject: Subject): Measure {
  const printed = fact.numerator === null && isNumber(fact.value)
  return printed ? { ...subject.measure, decimals: decimalsOf(Number(fact.value)) } : subject.localMeasure
}

const periodBefore = (period: Period) => (period.kind === 'day' ? yearBefore(period) : stepPeriod(period, -1))

/** Whether a period lies between the first day of `from` and the last of `to`. */
function inRange(from: string | undefined, to: string | undefined) {
  const start = from ? periodOf(from).start : ''
  const end = to ? periodOf(to).end : '9999'
  return (period: Period) => period.end >= start && period.end <= end
}

/** Beyond the ends of our own series a comparator is shown for this long, so that the newest one is on the chart. */
const MARGIN_DAYS = 366

function compare(
  subject: Subject,
  { of, links, region }: Surroundings,
  figures: readonly Dated[],
  by: Rhythm,
  query: SeriesQuery,
  setting: Setting,
): ComparatorAnswer[] {
  const comparators = query.compare.flatMap((item): ComparatorAnswer[] => {
    if (item === 'neighbours') {
      const group = links.map((link) => of(link.neighbour))
      return group.length > 0 ? [neighboursComparator(subject, group, query.method, query.neighbours)] : []
    }
    const kind = item === 'region' || item === 'england' ? item : 'area'
    const other = kind === 'region' ? region : findArea(setting, kind === 'england' ? ENGLAND : item)
    if (!other || other.id === subject.area.id) return []
    const theirs = of(other.id)
    const rhythm = theirs[by].length > 0 ? by : 'financial-year'
    const shown = shownFigures(theirs, rhythm, subject, basisFor(subject, rhythm, query.basis))
    return [areaComparator(subject, other, kind, shown)]
  })
  const [first, last] = [figures[0], figures.at(-1)]
  if (!first || !last) return comparators
  const [start, end] = [addDays(first.at.end, -MARGIN_DAYS), addDays(last.at.end, MARGIN_DAYS)]
  return comparators.map((comparator) => ({
    ...comparator,
    points: comparator.points.filter((point) => point.end >= start && point.end <= end),
  }))
}
