import { quantile, RELIABLE_GROUP } from '../../domain/benchmark.ts'
import { isNumber, isSound, numberOrNull } from '../../domain/figure.ts'
import type { FlowBasis } from '../../domain/flow.ts'
import { formatValue, type Measure } from '../../domain/indicator.ts'
import { comparePeriods, type Period } from '../../domain/period.ts'
import { pointLabel } from '../../domain/point-label.ts'
import { POPULATION } from '../../domain/population.ts'
import type { Statistic } from '../../domain/target.ts'
import type { Database } from '../../store/database.ts'
import { findFigures } from '../../store/figures.ts'
import { type Dated, newestRhythm, shownFigures } from '../area-figures.ts'
import { benchmarkAt, benchmarkMeasure, ENGLAND } from '../benchmarks.ts'
import { basisFor, measureOf } from '../points.ts'
import { findSubject, type Setting, type Subject } from '../subject.ts'
import { loadSurroundings, type Surroundings } from '../surroundings.ts'
import type { TargetVersion } from './target-register.ts'

/** The figures that a target is about, and the benchmark that it goes to, if it goes to one. */
export type TargetFigures = {
  subject: Subject
  rhythm: 'month' | 'quarter' | 'financial-year'
  basis: FlowBasis | null
  measure: Measure
  /** In the rhythm with the newest figure, in the order of time. */
  figures: readonly Dated[]
  /** Yearly, in the order of time; empty where the target goes to no benchmark. */
  benchmark: readonly BenchmarkValue[]
  /** Children of the area by the newest estimate, where it is asked for and the measure is a rate of them. */
  population: number | null
}

/** `reliable` is false where fewer than seven of a group had a figure: no target is set by that. */
export type BenchmarkValue = {
  at: Period
  value: number
  contributing: number
  of: number
  reliable: boolean
}

/** The id that the API knows a target's figures by. A measure that is a number already has one view only. */
export const measureIdOf = ({ terms }: Pick<TargetVersion, 'terms'>): string =>
  terms.view === 'count' ? `${terms.indicator}:count` : terms.indicator

export const subjectOf = (setting: Setting, target: Pick<TargetVersion, 'terms'>): Subject =>
  findSubject(setting, measureIdOf(target), '', target.terms.area)

/** Throws a Problem where the catalogue does not know the measure or the area (any more). */
export async function loadTargetFigures(
  db: Database,
  setting: Setting,
  target: Pick<TargetVersion, 'terms'>,
  asAt?: string,
): Promise<TargetFigures> {
  const subject = subjectOf(setting, target)
  const neighbours = target.terms.benchmark?.model ?? '2025'
  const surroundings = await loadSurroundings(db, setting, subject, { neighbours, asAt })
  return {
    ...targetFigures(target, subject, surroundings),
    population: await populationOf(db, subject, asAt),
  }
}

/** The same where what surrounds the area has been loaded, with the list of similar councils that the target names. */
export function targetFigures(
  { terms }: Pick<TargetVersion, 'terms'>,
  subject: Subject,
  surroundings: Surroundings,
): TargetFigures {
  const { own } = surroundings
  const rhythm = newestRhythm(own) ?? 'financial-year'
  const basis = basisFor(subject, rhythm, undefined)
  return {
    subject,
    rhythm,
    basis,
    measure: measureOf(subject, rhythm),
    figures: shownFigures(own, rhythm, subject, basis),
    benchmark: terms.benchmark ? benchmarkSeries(terms.benchmark, subject, surroundings) : [],
    population: null,
  }
}

/** What has run out is shown as it stood on its last day: later figures were never asked to meet it. */
export function whileItCounted({ terms }: Pick<TargetVersion, 'terms'>, found: TargetFigures): TargetFigures {
  const { endsOn } = terms
  if (endsOn === null) return found
  const until = <T extends { at: { end: string } }>(list: readonly T[]) =>
    list.filter(({ at }) => at.end <= endsOn)
  return { ...found, figures: until(found.figures), benchmark: until(found.benchmark) }
}

async function populationOf(
  db: Database,
  { indicator, area }: Subject,
  asAt?: string,
): Promise<number | null> {
  if (indicator.denominatorKind !== 'population') return null
  const estimates = await findFigures(db, { indicator: POPULATION, dimension: '', areas: [area.id], asAt })
  const newest = estimates.sort((a, b) => (a.period < b.period ? -1 : 1)).at(-1)
  return newest ? numberOrNull(newest.value) : null
}

function benchmarkSeries(
  { group, statistic }: { group: 'neighbours' | 'region' | 'england'; statistic: Statistic },
  subject: Subject,
  { of, links, region }: Surroundings,
): BenchmarkValue[] {
  if (group !== 'neighbours') {
    const id = group === 'england' ? ENGLAND : region?.id
    const figures = id ? of(id)['financial-year'] : []
    return figures.filter(isSound).map(({ at, value }) => ({
      at,
      value: value as number,
      contributing: 1,
      of: 1,
      reliable: true,
    }))
  }
  const members = links.map((link) => of(link.neighbour))
  const periods = new Map(members.flatMap((each) => each['financial-year'].map((f) => [f.period, f.at])))
  return [...periods.values()].sort(comparePeriods).flatMap((at) => {
    const { value, contributing, of: size } = benchmarkAt(subject, members, at, 'mean')
    if (!isNumber(value)) return []
    return [
      {
        at,
        value: statistic === 'mean' ? value : quantileOf(statistic, members, at),
        contributing,
        of: size,
        reliable: contributing >= RELIABLE_GROUP,
      },
    ]
  })
}

const PLACES = { median: 0.5, p25: 0.25, p75: 0.75 } as const

function quantileOf(
  statistic: keyof typeof PLACES,
  members: readonly { 'financial-year': readonly Dated[] }[],
  at: Period,
): number {
  const figures = members.flatMap((each) => each['financial-year'].filter((f) => f.period === at.id))
  return quantile(
    figures.filter(isSound).map(({ value }) => value as number),
    PLACES[statistic],
  )
}

/** The newest benchmark that a target may be set by. */
export const newestBenchmark = (series: readonly BenchmarkValue[]): BenchmarkValue | undefined =>
  series.findLast(({ reliable }) => reliable)

const STATISTIC_WORDS: Record<Statistic, string> = {
  mean: 'the mean',
  median: 'the median',
  p25: 'the 25th percentile',
  p75: 'the 75th percentile',
}

/** "the mean of the similar councils of the 2025 list", "England". */
export function benchmarkName(
  { group, statistic, model }: { group: string; statistic: Statistic; model: string | null },
  regionName: string | undefined,
): string {
  if (group === 'england') return 'the figure of England'
  if (group === 'region') return `the figure of ${regionName ?? 'the region'}`
  return `${STATISTIC_WORDS[statistic]} of the similar councils of the ${model} list`
}

/** "124.5 on 31 March 2025 (10 of 10 reported)" */
export function benchmarkText({ at, value, contributing, of }: BenchmarkValue, subject: Subject): string {
  const text = formatValue(value, benchmarkMeasure(subject.measure))
  const label = pointLabel(at, subject.indicator.kind, null)
  const when = label.startsWith('Year') ? `in the ${label.replace(/^Year/, 'year')}` : `on ${label}`
  return `${text} ${when}${of > 1 ? ` (${contributing} of ${of} reported)` : ''}`
}
