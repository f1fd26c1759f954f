import type { ScorecardQuery } from '../contract/queries.ts'
import type { ScorecardAnswer, ScorecardRow } from '../contract/scorecard-answers.ts'
import { exceptionsOf } from '../domain/exception.ts'
import { isNumber, isSound, missingInWords, type Quantity } from '../domain/figure.ts'
import type { FlowBasis } from '../domain/flow.ts'
import { formatValue, type Measure } from '../domain/indicator.ts'
import {
  ageLabel,
  dayLabel,
  daysBetween,
  type Period,
  periodOf,
  stepPeriod,
  yearBefore,
} from '../domain/period.ts'
import { pointLabel } from '../domain/point-label.ts'
import { Problem } from '../problem.ts'
import type { Database } from '../store/database.ts'
import { asCount, type Dated } from './area-figures.ts'
import { benchmarkMeasure } from './benchmarks.ts'
import { changeAnswer, changesOf, measureOf, toPoint } from './points.ts'
import {
  type CardRhythm,
  cardLabel,
  figureFor,
  figuresOfCard,
  newestRhythm,
  periodsOf,
} from './scorecard-period.ts'
import { countText, headline, unitText, whyNoFigure } from './scorecard-words.ts'
import { commentaryOwed } from './scrutiny/commentary-owed.ts'
import { findArea, findSubject, placeOf, type Setting, type Subject } from './subject.ts'
import {
  loadSurroundings,
  nearestBenchmark,
  type Surroundings,
  type SurroundingsQuery,
} from './surroundings.ts'
import { surroundingsFor, targetOn, targetsOf } from './targets/series-target.ts'
import { targetCounts, targetsSentence } from './targets/target-counts.ts'
import { subjectOf, targetFigures } from './targets/target-figures.ts'
import type { RegisteredTarget } from './targets/target-register.ts'
import { ratingAnswer, standingOf } from './targets/target-standing.ts'
import { textOfGoal } from './targets/target-words.ts'

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

/** A scorecard, and what each of its rows was made from, by the id of its measure. */
export type ScorecardFound = { answer: ScorecardAnswer; found: ReadonlyMap<string, FoundRow> }
export type FoundRow = Loaded & Pick<RowFound, 'figure' | 'figures' | 'basis' | 'measure'>

/** "Performance on a page": a committee's indicators for one area and period, those that need a question first. */
export const viewScorecard = async (
  db: Database,
  setting: Setting,
  id: string,
  query: ScorecardQuery,
): Promise<ScorecardAnswer> => (await findScorecard(db, setting, id, query)).answer

/** The same with the figures that it was made from, for whoever has more to say of them. */
export async function findScorecard(
  db: Database,
  setting: Setting,
  id: string,
  query: ScorecardQuery,
): Promise<ScorecardFound> {
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
  const found = new Map<string, FoundRow>()
  for (const each of loaded) {
    const row = viewRow(each, by, period, setting, query)
    found.set(row.answer.id, { ...each, ...row })
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
  const answer: ScorecardAnswer = {
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
    commentaryOwed: await commentaryOwed(db, rows, {
      area: area.id,
      period: period?.id,
      asAt: query.asAt,
    }),
    rows,
    illustrative: rows.some((row) => row.point?.status === 'illustrative'),
  }
  return { answer, found }
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
    change: changeAnswer({ value: figure.value, change: changes.previous }, before, subject, basis),
    yearChange: quarterly
      ? changeAnswer(
          { value: figure.value, change: changes.yearBefore },
          yearBefore(figure.at),
          subject,
          basis,
        )
      : null,
    comparators: comparatorsOf(subject, surroundings, figure.at, query),
    exceptions: exceptionsOf(changes, labels, direction.goodEnd),
    missing: isNumber(figure.value) ? null : `${capitalised(missingInWords(figure.value))}.`,
  }
  return { answer, day, figure, figures, basis, measure }
}

/** How a row stands against the target that counts on its day. A target in the other view is held against the other view. */
export async function viewRowTarget(
  db: Database,
  setting: Setting,
  { subject, surroundings, targets }: Loaded,
  { day, figure, figures, basis, measure }: Omit<RowFound, 'answer'>,
  query: SurroundingsQuery,
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
    owner: target.terms.owner,
    goalText: goal === null ? null : textOfGoal(goal, standing, found),
    dueLabel: target.terms.due && dayLabel(target.terms.due),
    rating: ratingAnswer(target, standing, own === subject ? measure : own.measure),
  }
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

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
