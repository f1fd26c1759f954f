import type { Indicator } from '../contract/catalogue.ts'
import type { Rhythm } from '../contract/queries.ts'
import {
  calculate,
  isMissing,
  isNumber,
  isSound,
  leastCertain,
  numberOrNull,
  type PublishedFigure,
  type Quantity,
} from '../domain/figure.ts'
import { annualise, type Flow, type FlowBasis, rollingYear, yearToDate } from '../domain/flow.ts'
import { PER } from '../domain/indicator.ts'
import { comparePeriods, type Period, periodOf } from '../domain/period.ts'
import { completeRate, midYear, POPULATION, populationYear } from '../domain/population.ts'
import { rate } from '../domain/rate.ts'
import { round } from '../domain/rounding.ts'
import type { Database } from '../store/database.ts'
import { findFigures } from '../store/figures.ts'
import { keepMany } from '../store/kept.ts'
import type { Subject } from './subject.ts'

/** A figure with its period read. */
export type Dated = PublishedFigure & { at: Period }

/** An area's figures of one subject, by rhythm and in the order of time; `facts` are those that papers quote. */
export type AreaFigures = Readonly<Record<Rhythm | 'facts', readonly Dated[]>>

const EMPTY: AreaFigures = { month: [], quarter: [], 'financial-year': [], facts: [] }

type AreaFiguresQuery = { areas?: readonly string[]; period?: string; asAt?: string | undefined }

/** How many figures are kept for the next answers: a few megabytes. */
const MOST_KEPT = 10_000
const kept = keepMany<ReadonlyMap<string, AreaFigures>>({
  most: MOST_KEPT,
  sizeOf: (byArea) =>
    [...byArea.values()].flatMap((own) => Object.values(own)).reduce((sum, list) => sum + list.length, 0),
})

/**
 * The figures of a subject for some areas (or all), as they were sent. An area and those around it are asked for again
 * and again, by its charts, its targets and its exceptions: they are kept until what can be read changes.
 */
export async function loadAreaFigures(
  db: Database,
  subject: Pick<Subject, 'indicator' | 'dimension'>,
  options: AreaFiguresQuery,
): Promise<(area: string) => AreaFigures> {
  const { areas, period, asAt } = options
  const load = () => readAreaFigures(db, subject, options)
  const key = JSON.stringify([subject.indicator.id, subject.dimension, areas, period, asAt])
  const byArea = areas ? await kept(db, key, load) : await load()
  return (area) => byArea.get(area) ?? EMPTY
}

async function readAreaFigures(
  db: Database,
  { indicator, dimension }: Pick<Subject, 'indicator' | 'dimension'>,
  options: AreaFiguresQuery,
): Promise<ReadonlyMap<string, AreaFigures>> {
  const query = { dimension, ...options }
  const figures = await withPopulation(
    db,
    indicator,
    await findFigures(db, { ...query, indicator: indicator.id }),
    options.asAt,
  )
  if (indicator.derived) {
    const [plus, minus] = await Promise.all([
      findFigures(db, { ...query, indicator: indicator.derived.plus }),
      findFigures(db, { ...query, indicator: indicator.derived.minus }),
    ])
    figures.push(...difference(indicator, plus, minus))
  }
  const byArea = new Map<string, Record<Rhythm | 'facts', Dated[]>>()
  for (const figure of figures) {
    let own = byArea.get(figure.area)
    if (!own) {
      own = { month: [], quarter: [], 'financial-year': [], facts: [] }
      byArea.set(figure.area, own)
    }
    const at = periodOf(figure.period)
    own[figure.source.kind === 'document' ? 'facts' : rhythmOf(at)].push({ ...figure, at })
  }
  for (const own of byArea.values()) {
    for (const list of Object.values(own)) list.sort((a, b) => comparePeriods(a.at, b.at))
  }
  return byArea
}

/**
 * A file may have come before the population that its rates are divided by; they get it here, so that the order of
 * the files doesn't matter. What a paper quotes stays as it quoted it.
 */
async function withPopulation(
  db: Database,
  { denominatorKind, unit, decimals }: Indicator,
  figures: PublishedFigure[],
  asAt: string | undefined,
): Promise<PublishedFigure[]> {
  if (denominatorKind !== 'population') return figures
  const lacks = (figure: PublishedFigure) =>
    figure.numerator !== null && figure.denominator === null && figure.source.kind !== 'document'
  const areas = new Set(figures.filter(lacks).map((figure) => figure.area))
  if (areas.size === 0) return figures
  const populations = await findFigures(db, { indicator: POPULATION, dimension: '', areas: [...areas], asAt })
  const held = new Map(populations.map((each) => [`${each.area} ${each.period}`, numberOrNull(each.value)]))
  return figures.map((figure) => {
    if (!lacks(figure)) return figure
    const population = held.get(`${figure.area} ${midYear(populationYear(periodOf(figure.period)))}`)
    return completeRate(figure, population ?? null, { per: PER[unit], decimals })
  })
}

/** A series of an area as it is shown: flows on a basis, and as counts where the count is asked for. */
export function shownFigures(
  figures: AreaFigures,
  rhythm: Rhythm | 'facts',
  subject: Pick<Subject, 'indicator' | 'view'>,
  basis: FlowBasis | null,
): readonly Dated[] {
  const list = basis ? onBasis(figures[rhythm], basis, subject.indicator) : figures[rhythm]
  return subject.view === 'count' ? list.map(asCount) : list
}

/** The rhythm with the newest figure that has a number; a quarter before a year that ends on the same day. */
export function newestRhythm(own: AreaFigures): Rhythm | undefined {
  const order: Rhythm[] = ['quarter', 'month', 'financial-year']
  let newest: { rhythm: Rhythm; figure: Dated } | undefined
  for (const rhythm of order) {
    const figure = own[rhythm].findLast(isSound)
    if (figure && (!newest || figure.at.end > newest.figure.at.end)) newest = { rhythm, figure }
  }
  return newest?.rhythm
}

/** A year is a year, whichever month it ends in; a census day comes once a year. */
function rhythmOf(period: Period): Rhythm {
  return period.kind === 'month' || period.kind === 'quarter' ? period.kind : 'financial-year'
}

/** The numerators of one indicator less those of another, for every area and period that both have. */
function difference(
  indicator: Indicator,
  plus: readonly PublishedFigure[],
  minus: readonly PublishedFigure[],
): PublishedFigure[] {
  const count = (figure: PublishedFigure): Quantity =>
    figure.numerator ?? (isMissing(figure.value) ? figure.value : 'not-available')
  const subtrahends = new Map(minus.map((figure) => [`${figure.area} ${figure.period}`, figure]))
  return plus.flatMap((figure) => {
    const other = subtrahends.get(`${figure.area} ${figure.period}`)
    if (!other) return []
    return [
      {
        ...figure,
        indicator: indicator.id,
        value: calculate([count(figure), count(other)], ([a = 0, b = 0]) => a - b),
        numerator: null,
        denominator: null,
        status: leastCertain([figure.status, other.status]),
        note: 'Worked out from the numbers who entered and left care.',
      },
    ]
  })
}

/** Quarterly (or monthly) flows on another basis: the latest twelve months, since April, times four. */
function onBasis(figures: readonly Dated[], basis: FlowBasis, indicator: Indicator): readonly Dated[] {
  if (basis === 'in-period') return figures
  const kind = indicator.denominatorKind
  const flows = new Map(
    figures.map((figure): [string, Flow] => {
      const reason = isMissing(figure.value) ? figure.value : 'not-available'
      const counted = kind === 'none' ? figure.value : (figure.numerator ?? reason)
      return [
        figure.period,
        { numerator: counted, denominator: kind === 'none' ? 1 : (figure.denominator ?? reason) },
      ]
    }),
  )
  // Percentages are not annualised: a quarter's share is a share already.
  const annualised = basis === 'annualised' && (kind === 'population' || kind === 'none')
  return figures.map((figure, i): Dated => {
    let flow: Flow
    if (basis === 'rolling-year') flow = rollingYear(flows, figure.at, kind)
    else if (basis === 'year-to-date') flow = yearToDate(flows, figure.at, kind)
    else if (annualised)
      flow = annualise(flows.get(figure.period) ?? { numerator: 'not-reported', denominator: 1 }, figure.at)
    else return figure
    const exact = rate(flow.numerator, flow.denominator, PER[indicator.unit])
    const decimals = indicator.localDecimals ?? indicator.decimals
    const made = basis === 'annualised' ? [figure] : figures.slice(Math.max(0, i - 11), i + 1)
    return {
      ...figure,
      value: isNumber(exact) ? round(exact, decimals) : exact,
      numerator: kind !== 'none' && isNumber(flow.numerator) ? round(flow.numerator, 1) : null,
      denominator: kind !== 'none' && isNumber(flow.denominator) ? round(flow.denominator, 1) : null,
      status: leastCertain(made.map((each) => each.status)),
    }
  })
}

/** The count behind a rate, as a figure of its own. */
export function asCount(figure: Dated): Dated {
  const value = figure.numerator ?? (isMissing(figure.value) ? figure.value : 'not-available')
  return { ...figure, value, numerator: null, denominator: null }
}
