import type { ComparisonAnswer, ComparisonRow } from '../contract/comparison-answers.ts'
import type { ComparisonQuery } from '../contract/queries.ts'
import {
  type BenchmarkMethod,
  benchmark,
  type Member,
  quantile,
  quartileBand,
  quartiles,
  RELIABLE_GROUP,
  rankOf,
} from '../domain/benchmark.ts'
import {
  isMissing,
  isNumber,
  isSound,
  missingInWords,
  numberOrNull,
  type Quantity,
} from '../domain/figure.ts'
import { gapInCount, gapPercent } from '../domain/gap.ts'
import { formatValue, PER, unitSuffix } from '../domain/indicator.ts'
import { comparePeriods, type Period, periodOf } from '../domain/period.ts'
import { pointLabel } from '../domain/point-label.ts'
import { formatNumber, round } from '../domain/rounding.ts'
import type { Area, Reference } from '../reference.ts'
import type { Database } from '../store/database.ts'
import type { NeighbourLink } from '../store/neighbours.ts'
import { type Dated, loadAreaFigures, shownFigures } from './area-figures.ts'
import { benchmarkMeasure, loadNeighbours, regionOf } from './benchmarks.ts'
import { findSubject, headingOf, placeOf, type Setting, type Subject } from './subject.ts'

/** One indicator of an area beside a group of others, in one year: who is where, and how far it is to their middle. */
export async function viewComparison(
  db: Database,
  setting: Setting,
  indicatorId: string,
  query: ComparisonQuery,
): Promise<ComparisonAnswer> {
  const subject = findSubject(setting, indicatorId, query.dimension, query.area)
  const { reference } = setting
  const { area } = subject
  const links = query.group === 'neighbours' ? await loadNeighbours(db, query.neighbours, area) : []
  const authorities = reference.areas.filter((each) => each.kind === 'authority')

  const ownYears = await loadAreaFigures(db, subject, { areas: [area.id], asAt: query.asAt })
  const years = shownFigures(ownYears(area.id), 'financial-year', subject, null)
  const periods = [...new Map(years.map((figure) => [figure.period, figure.at])).values()]
  const period = query.period ? periodOf(query.period) : (years.findLast(isSound)?.at ?? periods.at(-1))
  // Of everybody else only the one year is needed.
  const of = period && (await loadAreaFigures(db, subject, { period: period.id, asAt: query.asAt }))
  const figureAt = (id: string): Dated | undefined =>
    of && shownFigures(of(id), 'financial-year', subject, null)[0]
  const usable = (id: string): Quantity => {
    const figure = figureAt(id)
    if (!figure) return 'not-reported'
    return isSound(figure) || isMissing(figure.value) ? figure.value : 'low-reliability'
  }

  const group = groupOf(query.group, area, links, reference, authorities, period)
  const own = figureAt(area.id)
  const ownValue = usable(area.id)
  const { goodEnd } = subject.direction
  const everywhere = authorities.map((each) => usable(each.id)).filter(isNumber)
  const national = everywhere.length > 3 ? quartiles(everywhere) : null
  const withOwn =
    group.some((each) => each.id === area.id) || area.kind !== 'authority' ? group : [area, ...group]
  const ranked = withOwn.map((each) => usable(each.id)).filter(isNumber)

  const gapTo = (other: Quantity) => ({
    percent: rounded(gapPercent(ownValue, other), 1),
    count: rounded(gapTowards(other, own, subject), 1),
  })
  const rows = withOwn.map((each): ComparisonRow => {
    const value = usable(each.id)
    const figure = figureAt(each.id)
    const link = links.find((candidate) => candidate.neighbour === each.id)
    const rank = isNumber(value) ? rankOf(value, ranked, goodEnd) : null
    return {
      id: each.id,
      name: each.name,
      own: each.id === area.id,
      order: link?.position ?? null,
      closeness: link?.closeness ?? null,
      value: numberOrNull(value),
      text: formatValue(value, subject.measure),
      missing: isMissing(value) ? value : null,
      reason: isMissing(value) ? missingInWords(value) : null,
      numerator: figure?.numerator ?? null,
      denominator: figure?.denominator ?? null,
      rank: rank?.rank ?? null,
      tied: rank?.tied ?? null,
      band: isNumber(value) && national && goodEnd ? quartileBand(value, national, goodEnd) : null,
      gap: each.id === area.id ? null : gapTo(value),
      status: figure?.status ?? null,
      note: figure?.note ?? null,
    }
  })
  // The highest first, so that a bar chart reads from the top; those without a figure last, by name.
  rows.sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || (a.name < b.name ? -1 : 1))

  const members = group
    .filter((each) => each.id !== area.id)
    .map(
      (each): Member => ({
        value: usable(each.id),
        numerator: figureAt(each.id)?.numerator ?? null,
        denominator: figureAt(each.id)?.denominator ?? null,
      }),
    )
  const numbers = members.map((member) => member.value).filter(isNumber)
  const answerFor = (method: BenchmarkMethod) => {
    const { value, contributing, of: size } = benchmark(members, method, PER[subject.indicator.unit])
    const labels = { mean: 'Mean', median: 'Median', pooled: 'All added up' }
    const gap = gapTo(value)
    return {
      label: labels[method],
      value: numberOrNull(value),
      text: formatValue(value, benchmarkMeasure(subject.measure)),
      contributing,
      of: size,
      gap: { ...gap, words: gapInWords(gap) },
    }
  }
  const pooled = answerFor('pooled')

  return {
    indicator: headingOf(subject),
    area: placeOf(area),
    period: period
      ? { id: period.id, label: pointLabel(period, subject.indicator.kind, null), end: period.end }
      : null,
    periods: periods
      .sort(comparePeriods)
      .reverse()
      .map((each) => ({ id: each.id, label: pointLabel(each, subject.indicator.kind, null) })),
    group: query.group,
    groupLabel: groupLabel(query, area, reference),
    model: query.group === 'neighbours' ? query.neighbours : null,
    areas: subject.noComparison === null ? rows : rows.filter((row) => row.own),
    benchmarks: {
      mean: answerFor('mean'),
      median: answerFor('median'),
      pooled: pooled.value === null ? null : pooled,
    },
    p25: numbers.length > 0 ? quantile(numbers, 0.25) : null,
    p75: numbers.length > 0 ? quantile(numbers, 0.75) : null,
    reliable: numbers.length >= Math.min(RELIABLE_GROUP, members.length),
    national: national && { ...national, of: everywhere.length },
    summary:
      subject.noComparison ??
      placeInWords(subject, rows, period, groupLabel(query, area, reference), everywhere),
    noComparison: subject.noComparison,
  }
}

const rounded = (quantity: Quantity, decimals: number) =>
  isNumber(quantity) ? round(quantity, decimals) : null

/** Whom an area is set beside. Authorities that did not exist in the period are left out. */
function groupOf(
  group: ComparisonQuery['group'],
  area: Area,
  links: readonly NeighbourLink[],
  reference: Reference,
  authorities: readonly Area[],
  period: Period | undefined,
): Area[] {
  if (group === 'neighbours') {
    return links.flatMap((link) => reference.area(link.neighbour) ?? [])
  }
  const existing = authorities.filter(
    ({ opened, closed }) =>
      !period || ((opened === '' || opened <= period.end) && (closed === '' || closed >= period.end)),
  )
  if (group === 'england') return existing
  const region = regionOf(area, reference) ?? area
  return existing.filter((each) => each.parent === region.id)
}

function groupLabel(query: ComparisonQuery, area: Area, reference: Reference): string {
  if (query.group === 'england') return 'all authorities in England'
  if (query.group === 'region') return `authorities in ${(regionOf(area, reference) ?? area).name}`
  return `similar councils (${query.neighbours} model)`
}

/** Only a rate per head can be turned into a number of people. */
function gapTowards(other: Quantity, own: Dated | undefined, subject: Subject): Quantity {
  const { unit } = subject.indicator
  if (!own || subject.view === 'count' || !unit.startsWith('per-')) return 'not-applicable'
  return gapInCount(own.numerator ?? 'not-available', other, own.denominator ?? 'not-available', PER[unit])
}

/** `−32.3%, 171 fewer` */
function gapInWords({ percent, count }: { percent: number | null; count: number | null }): string {
  if (percent === null) return 'not known'
  const sign = percent > 0 ? '+' : ''
  const share = `${sign}${formatNumber(percent, 1)}%`
  if (count === null || Math.round(count) === 0) return share
  return `${share}, ${formatNumber(Math.abs(count), 0)} ${count < 0 ? 'fewer' : 'more'}`
}

/** "Blackpool's 184 per 10,000 on 31 March 2025 is the highest of 11: …" */
function placeInWords(
  subject: Subject,
  rows: readonly ComparisonRow[],
  period: Period | undefined,
  group: string,
  everywhere: readonly number[],
): string {
  const own = rows.find((row) => row.own)
  if (!period || !own || own.value === null) {
    return `There is no figure of ${subject.area.name} to set beside ${group}.`
  }
  const numbers = rows.map((row) => row.value).filter((value) => value !== null)
  const above = numbers.filter((value) => value > (own.value ?? 0)).length
  const below = numbers.filter((value) => value < (own.value ?? 0)).length
  const place =
    above === 0
      ? `the highest of ${numbers.length}`
      : below === 0
        ? `the lowest of ${numbers.length}`
        : `higher than ${below} and lower than ${above} of the ${numbers.length - 1} others`
  const rank = rankOf(own.value, everywhere, null)
  const nationally =
    everywhere.length > numbers.length
      ? ` Among all ${rank.of} authorities ${rank.rank - 1} had a lower figure.`
      : ''
  const value = `${own.text}${unitSuffix(subject.measure.unit)}`
  return `${subject.area.name}’s ${value} (${pointLabel(period, subject.indicator.kind, null).replace(/^Year to/, 'year to')}) is ${place} among ${group}.${nationally}`
}
