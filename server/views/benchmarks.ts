import type { BenchmarkPointAnswer, ComparatorAnswer } from '../contract/series-answers.ts'
import { type Benchmark, type BenchmarkMethod, benchmark, type Member } from '../domain/benchmark.ts'
import { isMissing, isSound, numberOrNull, type Quantity } from '../domain/figure.ts'
import { formatValue, type Measure, PER } from '../domain/indicator.ts'
import { comparePeriods, type Period } from '../domain/period.ts'
import { pointLabel, shortPointLabel } from '../domain/point-label.ts'
import { Problem } from '../problem.ts'
import type { Area, Reference } from '../reference.ts'
import type { Database } from '../store/database.ts'
import { findModels, findNeighbours, type NeighbourLink } from '../store/neighbours.ts'
import type { AreaFigures, Dated } from './area-figures.ts'
import type { Subject } from './subject.ts'

export const ENGLAND = 'E92000001'

/** The statistical neighbours of an area. Throws a Problem if nobody knows the model; regions have none. */
export async function loadNeighbours(
  db: Database,
  model: string,
  area: Area,
): Promise<readonly NeighbourLink[]> {
  const links = await findNeighbours(db, model, area.id)
  if (links.length > 0 || area.kind !== 'authority') return links
  const models = await findModels(db)
  if (models.length === 0 || models.includes(model)) return links
  throw new Problem(
    'invalid-request',
    `There is no neighbour model "${model}"; there are: ${models.join(', ')}.`,
  )
}

/** The region that an authority is compared with. */
export function regionOf(area: Area, reference: Reference): Area | undefined {
  return area.kind === 'authority' ? reference.area(area.parent) : undefined
}

/** A doubted figure is shown for its own area but is no part of anybody's benchmark. */
const usable = (figure: Dated): Quantity =>
  isSound(figure) || isMissing(figure.value) ? figure.value : 'low-reliability'

const memberOf = (figure: Dated | undefined): Member =>
  figure
    ? { value: usable(figure), numerator: figure.numerator, denominator: figure.denominator }
    : { value: 'not-reported', numerator: null, denominator: null }

/** The benchmark of a group in one period. */
export function benchmarkAt(
  subject: Pick<Subject, 'indicator'>,
  group: readonly AreaFigures[],
  period: Period,
  method: BenchmarkMethod,
): Benchmark {
  const members = group.map((figures) =>
    memberOf(figures['financial-year'].find((f) => f.period === period.id)),
  )
  return benchmark(members, method, PER[subject.indicator.unit])
}

/** The mean of whole numbers is shown with a decimal, or the average of ten could not be told from one of them. */
export const benchmarkMeasure = (measure: Measure): Measure => ({
  ...measure,
  decimals: Math.max(1, measure.decimals),
})

/** Yearly benchmark of the neighbours, for every period any of them has. */
export function neighboursComparator(
  subject: Subject,
  group: readonly AreaFigures[],
  method: BenchmarkMethod,
  model: string,
): ComparatorAnswer {
  const periods = new Map(group.flatMap((figures) => figures['financial-year'].map((f) => [f.period, f.at])))
  const points = [...periods.values()].sort(comparePeriods).map((period) => {
    const { value, contributing, of } = benchmarkAt(subject, group, period, method)
    return benchmarkPoint(subject, period, value, contributing, of, benchmarkMeasure(subject.measure))
  })
  const methods = { mean: 'mean', median: 'median', pooled: 'added up' }
  return {
    kind: 'neighbours',
    id: 'neighbours',
    label: `Similar councils (${methods[method]} of ${group.length})`,
    method,
    model,
    points,
  }
}

/** An area's own yearly figures as a comparator; quarterly ones where `figures` are of a quarterly chart and it has some. */
export function areaComparator(
  subject: Subject,
  area: Area,
  kind: 'region' | 'england' | 'area',
  figures: readonly Dated[],
): ComparatorAnswer {
  const points = figures.map((figure) => {
    const value = usable(figure)
    return benchmarkPoint(subject, figure.at, value, numberOrNull(value) === null ? 0 : 1, 1, subject.measure)
  })
  return { kind, id: area.id, label: area.name, method: null, model: null, points }
}

function benchmarkPoint(
  subject: Subject,
  period: Period,
  value: Quantity,
  contributing: number,
  of: number,
  measure: Measure,
): BenchmarkPointAnswer {
  const { kind } = subject.indicator
  return {
    period: period.id,
    label: pointLabel(period, kind, null),
    shortLabel: shortPointLabel(period, kind),
    end: period.end,
    value: numberOrNull(value),
    text: formatValue(value, measure),
    missing: isMissing(value) ? value : null,
    contributing,
    of,
  }
}
