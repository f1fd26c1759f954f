import type { ScorecardAnswer, ScorecardRow } from '../contract/answers.ts'
import type { ScorecardQuery } from '../contract/queries.ts'
import { exceptionsOf } from '../domain/exception.ts'
import { isNumber, isSound, missingInWords, type Quantity } from '../domain/figure.ts'
import type { FlowBasis } from '../domain/flow.ts'
import { formatValue, type Measure } from '../domain/indicator.ts'
import {
  ageLabel,
  comparePeriods,
  dayLabel,
  daysBetween,
  type Period,
  periodLabel,
  periodOf,
  stepPeriod,
  yearAfter,
  yearBefore,
} from '../domain/period.ts'
import { pointLabel } from '../domain/point-label.ts'
import { formatNumber } from '../domain/rounding.ts'
import { Problem } from '../problem.ts'
import type { Database } from '../store/database.ts'
import { asCount, type Dated, shownFigures } from './area-figures.ts'
import { benchmarkMeasure } from './benchmarks.ts'
import { basisFor, changeAnswer, changesOf, measureOf, toPoint } from './points.ts'
import { findArea, findSubject, placeOf, type Setting, type Subject } from './subject.ts'
import { loadSurroundings, nearestBenchmark, type Surroundings } from './surroundings.ts'
import { surroundingsFor, targetOn, targetsOf } from './targets/series-target.ts'
import { targetCounts, targetsSentence } from './targets/target-counts.ts'
import { subjectOf, targetFigures } from './targets/target-figures.ts'
import type { RegisteredTarget } from './targets/target-register.ts'
import { ratingAnswer, standingOf } from './targets/target-standing.ts'
import { textOfGoal } from './targets/target-words.ts'

type CardRhythm = ScorecardAnswer['by']
type Loaded = { subject: Subject; surroundings: Surroundings; targets: readonly RegisteredTarget[] }

/** A row without its target, and what it was made from. */
type RowFound = {
  answer: Omit<ScorecardRow, 'target'>
  /** The last day that it speaks of. */
  day: string
  figure: Dated | undefined
  figures: readonly Dated[]
  basis: FlowBasis | null
  measure: Measure
}

/** A benchmark this many days apart from our own figure is marked as old. */
const STALE_DAYS = 366

/** "Performance on a page": a committee's indicators for one area and period, those that need a question first. */
export async function viewScorecard(
  db: Database,
  setting: Setting,
  id: string,
  query: ScorecardQuery,
): Promise<ScorecardAnswer> {
  const { reference } = setting
  const card = reference.scorecards.find((each) => each.id === id)
  if (!card) {
    const known = reference.scorecards.map((each) => each.id).join(', ')
    throw new Problem('not-found', `There is no scorecard "${id}"; there are: ${known}.`)
  }
  const area = findArea(setting, query.area)
  const loaded: Loaded[] = []
  for (const indicatorId of card.indicators) {
    const subject = findSubject(setting, indicatorId, '', area.id)
    loaded.push({
      subject,
      surroundings: await loadSurroundings(db, setting, subject, query),
      targets: await targetsOf(db, subject, query.asAt),
    })
  }

  const available = (['quarter', 'financial-year'] as const).filter((rhythm) =>
    loaded.some(({ surroundings }) => surroundings.own[rhythm].length > 0),
  )
  const by = query.by ?? newestRhythm(loaded)
  const periods = periodsOf(loaded, by)
  const asked = query.period ? periodOf(query.period) : null
  const period = asked ?? periods[0] ?? null
  const rows: ScorecardRow[] = []
  for (const each of loaded) {
    const row = viewRow(each, by, period, setting, query)
    rows.push({ ...row.answer, target: await viewRowTarget(db, setting, each, row, query) })
  }
  const order = (row: ScorecardRow) => (row.exceptions.length > 0 ? 0 : row.missing === null ? 1 : 2)
  rows.sort((a, b) => order(a) - order(b))

  const counts = {
    indicators: rows.length,
    withFigure: rows.filter((row) => row.missing === null).length,
    exceptions: rows.filter((row) => row.exceptions.length > 0).length,
    withDirection: rows.filter((row) => row.missing === null && row.direction.goodEnd !== null).length,
    ...targetCounts(rows.flatMap(({ target }) => target?.rating ?? [])),
  }
  return {
    id: card.id,
    name: card.name,
    description: card.description,
    area: placeOf(area),
    by,
    available,
    period: period && { id: period.id, label: cardLabel(period), end: period.end },
    periods: periods.map((each) => ({ id: each.id, label: cardLabel(each) })),
    asAt: query.asAt ?? null,
    headline: headline(counts, by),
    counts,
    targets: targetsSentence(counts),
    rows,
    illustrative: rows.some((row) => row.point?.status === 'illustrative'),
  }
}

/** A card holds years of several kinds; they are named by when they end. */
const cardLabel = (period: Period) =>
  period.kind === 'financial-year' ? `Year to 31 March ${period.end.slice(0, 4)}` : periodLabel(period)

/** The rhythm with the newest figures; the quarter where both end on the same day. */
function newestRhythm(loaded: readonly Loaded[]): CardRhythm {
  const ends = (rhythm: CardRhythm) =>
    loaded.map(({ surroundings }) => surroundings.own[rhythm].findLast(isSound)?.at.end ?? '')
  const newest = (rhythm: CardRhythm) => ends(rhythm).sort().at(-1) ?? ''
  const quarter = newest('quarter')
  return quarter !== '' && quarter >= newest('financial-year') ? 'quarter' : 'financial-year'
}

/**
 * The periods that the card can be turned to, the newest first: quarters, or financial years; a card that has none of
 * these (the workforce census) goes by its own days.
 */
function periodsOf(loaded: readonly Loaded[], by: CardRhythm): Period[] {
  const figures = loaded.flatMap(({ surroundings }) => surroundings.own[by])
  const ofKind = figures.filter((figure) => figure.at.kind === by)
  const periods = new Map((ofKind.length > 0 ? ofKind : figures).map((figure) => [figure.period, figure.at]))
  return [...periods.values()].sort(comparePeriods).reverse()
}

/**
 * The figure of a period. Where an indicator's years end on another day than the card's, the newest that ended in the
 * year up to the card's next period counts.
 */
function figureFor(figures: readonly Dated[], by: CardRhythm, period: Period | null): Dated | undefined {
  if (!period) return undefined
  const exact = figures.find((figure) => figure.period === period.id)
  if (exact || by === 'quarter' || figures.some((figure) => figure.at.kind === period.kind)) return exact
  return figures.findLast(
    (figure) => figure.at.end < yearAfter(period).end && figure.at.end > yearBefore(period).end,
  )
}

/** Four quarters make a rolling year; before a council has sent so many, each quarter is shown by itself. */
function figuresOfCard(subject: Subject, { own }: Surroundings, by: CardRhythm, period: Period | null) {
  const basis = basisFor(subject, by, undefined)
  const figures = shownFigures(own, by, subject, basis)
  const unfinished = basis === 'rolling-year' && figureFor(figures, by, period)?.value === 'not-reported'
  if (!unfinished) return { figures, basis }
  return { figures: shownFigures(own, by, subject, 'in-period'), basis: 'in-period' as const }
}

function viewRow(
  { subject, surroundings }: Loaded,
  by: CardRhythm,
  period: Period | null,
  setting: Setting,
  query: ScorecardQuery,
): RowFound {
  const { indicator, direction } = subject
  const { figures, basis } = figuresOfCard(subject, surroundings, by, period)
  const figure = figureFor(figures, by, period)
  const measure = measureOf(subject, by)
  const row = {
    id: indicator.id,
    name: subject.name,
    definition: subject.definition,
    unit: subject.measure.unit,
    unitText: unitText(subject),
    direction,
    // As it stood then: what came after the card's period is not part of its trend.
    sparkline: figures
      .filter((each) => !period || each.at.end <= (figure?.at.end ?? period.end))
      .map((each) => ({
        end: each.at.end,
        value: isSound(each) && isNumber(each.value) ? each.value : null,
      })),
    noComparators: subject.noComparison,
  }
  const day = figure?.at.end ?? period?.end ?? setting.today
  if (!figure) {
    const answer = {
      ...row,
      point: null,
      countText: null,
      age: null,
      change: null,
      yearChange: null,
      comparators: [],
      exceptions: [],
      missing: whyNoFigure(subject, surroundings, by, period),
    }
    return { answer, day, figure, figures, basis, measure }
  }
  const changes = changesOf(figure, figures, measure)
  const before = figure.at.kind === 'day' ? yearBefore(figure.at) : stepPeriod(figure.at, -1)
  const quarterly = by === 'quarter'
  const labels = {
    previous: quarterly ? 'on the quarter before' : 'on the year before',
    yearBefore: 'on the same quarter last year',
  }
  const answer = {
    ...row,
    point: toPoint(figure, subject, basis, measure),
    countText: countText(figure, subject),
    age: ageLabel(figure.at.end, setting.today),
    change: changeAnswer(changes.previous, before, subject, basis),
    yearChange: quarterly ? changeAnswer(changes.yearBefore, yearBefore(figure.at), subject, basis) : null,
    comparators: comparatorsOf(subject, surroundings, figure.at, query),
    exceptions: exceptionsOf(changes, labels, direction.goodEnd),
    missing: isNumber(figure.value) ? null : `${capitalised(missingInWords(figure.value))}.`,
  }
  return { answer, day, figure, figures, basis, measure }
}

/** How a row stands against the target that counts on its day. A target in the other view is held against the other view. */
async function viewRowTarget(
  db: Database,
  setting: Setting,
  { subject, surroundings, targets }: Loaded,
  { day, figure, figures, basis, measure }: RowFound,
  query: ScorecardQuery,
): Promise<ScorecardRow['target']> {
  const target = targetOn(targets, day, subject.view)
  if (!target) return null
  const own = target.terms.view === subject.view ? subject : subjectOf(setting, target)
  const around = await surroundingsFor(db, setting, target, own, surroundings, query)
  const found = { ...targetFigures(target, own, around), basis, figures }
  const rated = own === subject || !figure ? figure : asCount(figure)
  const standing = standingOf(target, found, rated ?? null)
  const { goal } = standing
  return {
    id: target.id,
    title: target.terms.title,
    goalText: goal === null ? null : textOfGoal(goal, standing, found),
    dueLabel: target.terms.due && dayLabel(target.terms.due),
    rating: ratingAnswer(target, standing, own === subject ? measure : own.measure),
  }
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function unitText({ indicator, measure }: Subject): string {
  if (measure.unit === 'per-10000') return `per 10,000 ${indicator.wording.people ?? 'children'}`
  if (measure.unit === 'per-100000') return `per 100,000 ${indicator.wording.people ?? 'children'}`
  return ''
}

/** What a figure was made of: "531 of 28,923 children aged 0 to 17"; a ratio's two parts are of different things. */
function countText({ numerator, denominator }: Dated, { indicator, measure }: Subject): string | null {
  if (numerator === null) return null
  const format = (n: number) => formatNumber(n, Number.isInteger(n) ? 0 : 1)
  if (denominator === null) return `${format(numerator)} ${indicator.numerator}`
  if (measure.unit === 'ratio') {
    return `${format(numerator)} ${indicator.numerator}, ${format(denominator)} ${indicator.denominator}`
  }
  return `${format(numerator)} of ${format(denominator)} ${indicator.denominator ?? ''}`.trim()
}

function comparatorsOf(
  subject: Subject,
  surroundings: Surroundings,
  own: Period,
  query: ScorecardQuery,
): ScorecardRow['comparators'] {
  const nearest = nearestBenchmark(subject, surroundings, own, query.method)
  if (!nearest) return []
  const { period, neighbours, england } = nearest
  const common = {
    date: pointLabel(period, subject.indicator.kind, null),
    period: period.id,
    stale: daysBetween(period.end, own.end) >= STALE_DAYS,
  }
  const comparators: ScorecardRow['comparators'] = []
  const add = (
    kind: 'neighbours' | 'england',
    label: string,
    value: Quantity,
    text: string,
    contributing: number,
    of: number,
  ) => {
    if (isNumber(value)) comparators.push({ ...common, kind, label, text, contributing, of })
  }
  if (neighbours) {
    const text = formatValue(neighbours.value, benchmarkMeasure(subject.measure))
    add('neighbours', 'Similar councils', neighbours.value, text, neighbours.contributing, neighbours.of)
  }
  if (england !== null) add('england', 'England', england, formatValue(england, subject.measure), 1, 1)
  return comparators
}

/** Why a row of the card is empty, and where a figure can be had. */
function whyNoFigure(subject: Subject, { own }: Surroundings, by: CardRhythm, period: Period | null): string {
  const other: CardRhythm = by === 'quarter' ? 'financial-year' : 'quarter'
  const elsewhere = own[other].findLast(isSound)
  const newest = own[by].findLast(isSound)
  const label = (figure: Dated) => pointLabel(figure.at, subject.indicator.kind, null)
  if (newest && period && newest.at.end < period.end) {
    return `Not reported for this period. The newest ${by === 'quarter' ? 'quarterly' : 'yearly'} figure is of ${label(newest)}.`
  }
  if (elsewhere) {
    const way = other === 'quarter' ? 'Reported by quarter only' : 'Published by year only'
    return `${way}: the newest figure is of ${label(elsewhere)}.`
  }
  if (own[by].length > 0) return 'Not reported for this period.'
  return subject.indicator.frequency.includes('yearly')
    ? `No figures are held for ${subject.area.name}.`
    : `Kept locally: no figures have been sent for ${subject.area.name}.`
}

function headline(
  { exceptions, withDirection, withFigure, indicators }: ScorecardAnswer['counts'],
  by: CardRhythm,
): string {
  const without = indicators - withFigure
  const gap =
    without === 0
      ? ''
      : ` ${without} of ${indicators} ${without === 1 ? 'has' : 'have'} no figure for this period.`
  if (withFigure === 0) return 'No figures for this period.'
  if (withDirection === 0) return `None of these measures has a good direction.${gap}`
  const since =
    by === 'quarter' ? 'since the quarter before or the same quarter last year' : 'since the year before'
  if (withDirection === 1) {
    const moved = exceptions === 1 ? 'moved' : 'did not move'
    return `The one measure with a good direction ${moved} away from it ${since}.${gap}`
  }
  const count = exceptions === 0 ? 'None' : exceptions === withDirection ? 'All' : String(exceptions)
  return `${count} of the ${withDirection} measures with a good direction moved away from it ${since}.${gap}`
}
