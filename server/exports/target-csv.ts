import type { TrajectoryAnswer } from '../contract/target-answers.ts'
import { bareSymbolFor } from '../domain/figure.ts'
import type { CsvFile } from './csv.ts'
import { fileName } from './file-name.ts'

const HEADING = [
  'target_id',
  'version',
  'indicator_id',
  'indicator_name',
  'area_code',
  'area_name',
  'series',
  'series_label',
  'time_label',
  'day',
  'value',
  'numerator',
  'denominator',
  'status',
  'asked_for',
  'rating',
  'why_not_rated',
  'note',
]

/** Everything that the chart of a target shows, a row a point: figures with their rating, then each line. */
export function trajectoryCsv(answer: TrajectoryAnswer): CsvFile {
  const { target, version, measure, area } = answer
  const about = [target, version, measure.id, measure.name, area.id, area.name]
  const rows = new Map(answer.rows.map((row) => [row.end, row]))
  const own = answer.points.map((point) => {
    const row = rows.get(point.end)
    return [
      ...about,
      'own',
      area.name,
      point.label,
      point.end,
      point.value ?? (point.missing ? bareSymbolFor(point.missing) : null),
      point.numerator,
      point.denominator,
      point.status,
      row?.expected?.value ?? row?.expected?.text ?? null,
      row?.rating ?? null,
      row?.why ?? null,
      [point.reason, point.note, point.doubt].filter(Boolean).join(' ') || null,
    ]
  })
  const line =
    (series: string, label: string) =>
    ({ on, label: when, value }: TrajectoryAnswer['path'][number]) => [
      ...about,
      series,
      label,
      when,
      on,
      value,
      ...Array.from({ length: 7 }, () => null),
    ]
  return {
    name: fileName('target', target),
    rows: [
      HEADING,
      ...own,
      ...answer.path.map(line('path', answer.pathLabel)),
      ...answer.amber.map(line('amber-limit', 'Amber limit')),
      ...answer.milestones.map(line('milestone', 'Milestone')),
      ...(answer.benchmark?.points ?? []).map(line('benchmark', answer.benchmark?.label ?? '')),
      ...(answer.earlier?.path ?? []).map(line('earlier-path', answer.earlier?.label ?? '')),
    ],
  }
}
