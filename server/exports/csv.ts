import type { AreasAnswer, IndicatorsAnswer } from '../contract/answers.ts'
import type { ComparisonAnswer } from '../contract/comparison-answers.ts'
import type { PointAnswer } from '../contract/points.ts'
import type { ScorecardAnswer } from '../contract/scorecard-answers.ts'
import type { SeriesAnswer } from '../contract/series-answers.ts'
import { bareSymbolFor, type MissingReason } from '../domain/figure.ts'
import { dayLabel } from '../domain/period.ts'
import { clean } from '../domain/rounding.ts'
import { guarded } from '../domain/spreadsheet-text.ts'
import { fileName } from './file-name.ts'

type Cell = string | number | null

/** A CSV file: its name and its rows, the heading first. */
export type CsvFile = { name: string; rows: Cell[][] }

/** Comma-separated text with quotes where they are needed, one row a line. */
export function toCsv({ rows }: CsvFile): string {
  return `${rows.map((row) => row.map(writeCell).join(',')).join('\r\n')}\r\n`
}

/** Nothing that anybody typed may act on the machine of whoever opens the file. */
function writeCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = guarded(cell)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A number, or the symbol that says why there is none. */
const valueCell = (value: number | null, missing: MissingReason | null): Cell =>
  value ?? (missing ? bareSymbolFor(missing) : null)

const SERIES_HEADING = [
  'indicator_id',
  'indicator_name',
  'dimension',
  'unit',
  'series',
  'area_code',
  'area_name',
  'time_period',
  'time_label',
  'period_end',
  'value',
  'numerator',
  'denominator',
  'status',
  'reporting_areas',
  'of_areas',
  'note',
  'source',
  'published',
]

/** Everything a series chart shows: our own points, the dated facts, and each comparator. */
export function seriesCsv(answer: SeriesAnswer): CsvFile {
  const { indicator, area } = answer
  const about = [indicator.id, indicator.name, indicator.dimension, indicator.unitText]
  const own = (series: string) => (point: PointAnswer) => [
    ...about,
    series,
    area.id,
    area.name,
    point.period,
    point.label,
    point.end,
    valueCell(point.value, point.missing),
    point.numerator,
    point.denominator,
    point.status,
    null,
    null,
    [point.reason, point.note, point.doubt].filter(Boolean).join(' ') || null,
    point.source,
    point.publishedAt,
  ]
  const comparators = answer.comparators.flatMap((comparator) =>
    comparator.points.map((point) => [
      ...about,
      comparator.kind,
      comparator.kind === 'neighbours' ? null : comparator.id,
      comparator.label,
      point.period,
      point.label,
      point.end,
      valueCell(point.value, point.missing),
      null,
      null,
      null,
      point.contributing,
      point.of,
      comparator.model ? `${comparator.model} model, ${comparator.method}` : null,
      null,
      null,
    ]),
  )
  const { target } = answer
  const path = (target?.path ?? []).map(({ on, value }) => [
    ...about,
    'target-path',
    area.id,
    area.name,
    on,
    dayLabel(on),
    on,
    clean(value),
    null,
    null,
    null,
    null,
    null,
    target ? `${target.title}. ${target.stateWords}.` : null,
    target?.document ?? null,
    null,
  ])
  return {
    name: fileName(indicator.id, indicator.dimension, area.name, answer.by),
    rows: [
      SERIES_HEADING,
      ...answer.points.map(own('own')),
      ...answer.facts.map(own('paper')),
      ...comparators,
      ...path,
    ],
  }
}

export function comparisonCsv(answer: ComparisonAnswer): CsvFile {
  const { indicator, period } = answer
  const heading = [
    'indicator_id',
    'indicator_name',
    'time_period',
    'time_label',
    'area_code',
    'area_name',
    'value',
    'numerator',
    'denominator',
    'rank',
    'quarter_of_all_authorities',
    'gap_percent',
    'gap_count',
    'status',
    'note',
  ]
  const rows = answer.areas.map((row) => [
    indicator.id,
    indicator.name,
    period?.id ?? null,
    period?.label ?? null,
    row.id,
    row.name,
    valueCell(row.value, row.missing),
    row.numerator,
    row.denominator,
    row.rank,
    row.band,
    row.gap?.percent ?? null,
    row.gap?.count ?? null,
    row.status,
    row.note,
  ])
  return { name: fileName(indicator.id, 'comparison', period?.id ?? ''), rows: [heading, ...rows] }
}

export function scorecardCsv(answer: ScorecardAnswer): CsvFile {
  const heading = [
    'indicator_id',
    'indicator_name',
    'area_code',
    'area_name',
    'time_period',
    'time_label',
    'value',
    'numerator',
    'denominator',
    'status',
    'change',
    'change_on_last_year',
    'similar_councils',
    'similar_councils_when',
    'england',
    'target',
    'target_by_this_day',
    'target_due',
    'rating',
    'rating_reason',
    'direction',
    'exceptions',
    'missing',
  ]
  const rows = answer.rows.map((row) => {
    const comparator = (kind: string) => row.comparators.find((each) => each.kind === kind)
    return [
      row.id,
      row.name,
      answer.area.id,
      answer.area.name,
      row.point?.period ?? null,
      row.point?.label ?? null,
      row.point ? valueCell(row.point.value, row.point.missing) : null,
      row.point?.numerator ?? null,
      row.point?.denominator ?? null,
      row.point?.status ?? null,
      row.change?.words ?? null,
      row.yearChange?.words ?? null,
      comparator('neighbours')?.text ?? null,
      comparator('neighbours')?.date ?? null,
      comparator('england')?.text ?? null,
      row.target?.goalText ?? null,
      row.target?.rating.expected?.value ?? null,
      row.target?.dueLabel ?? null,
      row.target?.rating.state ?? null,
      row.target?.rating.words ?? null,
      row.direction.words,
      row.exceptions.map((exception) => exception.words).join('; ') || null,
      row.missing,
    ]
  })
  return { name: fileName(answer.id, answer.area.name, answer.period?.id ?? ''), rows: [heading, ...rows] }
}

export function areasCsv({ areas }: AreasAnswer): CsvFile {
  const heading = [
    'area_code',
    'name',
    'kind',
    'number',
    'region',
    'opened',
    'closed',
    'predecessors',
    'successors',
  ]
  const rows = areas.map((area) => [
    area.id,
    area.name,
    area.kind,
    area.number,
    area.region,
    area.opened,
    area.closed,
    area.predecessors.join(' '),
    area.successors.join(' '),
  ])
  return { name: 'areas.csv', rows: [heading, ...rows] }
}

export function indicatorsCsv({ indicators }: IndicatorsAnswer): CsvFile {
  const heading = [
    'indicator_id',
    'name',
    'definition',
    'theme',
    'kind',
    'unit',
    'decimals',
    'polarity_dfe',
    'aim_of_local_strategy',
  ]
  const rows = indicators.map((each) => [
    each.id,
    each.name,
    each.definition,
    each.themeName,
    each.kind,
    each.unit,
    each.decimals,
    each.polarity.dfe,
    each.polarity.local?.aim ?? null,
  ])
  return { name: 'indicators.csv', rows: [heading, ...rows] }
}
