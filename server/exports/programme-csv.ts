import type { ProgrammeAnswer } from '../contract/programmes.ts'
import { bareSymbolFor } from '../domain/figure.ts'
import { clean } from '../domain/rounding.ts'
import type { CsvFile } from './csv.ts'
import { fileName } from './file-name.ts'

const HEADING = [
  'programme_id',
  'target_id',
  'target',
  'indicator_id',
  'indicator_name',
  'unit',
  'area_code',
  'area_name',
  'state',
  'set_by',
  'owner',
  'approved_on',
  'document',
  'page',
  'baseline_on',
  'baseline',
  'time_period',
  'time_label',
  'period_end',
  'value',
  'status',
  'asked_for_by_then',
  'rating',
  'rating_in_words',
  'goal',
  'goal_in_words',
  'due',
  'gap_percent',
  'gap_count',
  'pace_needed',
  'pace_recent',
  'pace_in_words',
  'chance_percent',
  'chance_in_words',
  'realism',
  'realism_in_words',
]

/** Where each target of a programme stands: one row a target, in the order of the page. */
export function programmeCsv({ id, targets }: ProgrammeAnswer): CsvFile {
  const rows = targets.map(({ target, chance, realism }) => {
    const { measure, area, point, baseline, goal, rating, gap, pace } = target
    return [
      id,
      target.id,
      target.title,
      measure.id,
      measure.name,
      measure.unit,
      area.id,
      area.name,
      target.stateWords,
      target.setBy,
      target.owner,
      target.approvedOn,
      target.document,
      target.page,
      baseline?.on ?? null,
      baseline?.value ?? null,
      point?.period ?? null,
      point?.label ?? null,
      point?.end ?? null,
      point?.value ?? (point?.missing ? bareSymbolFor(point.missing) : null),
      point?.status ?? null,
      cleaned(rating.expected?.value),
      rating.state,
      rating.words,
      cleaned(goal?.value) ?? goal?.text ?? null,
      goal?.words ?? null,
      target.due,
      cleaned(gap?.percent),
      gap?.count ?? null,
      cleaned(pace?.needed),
      cleaned(pace?.recent),
      pace?.words ?? null,
      cleaned(chance?.percent),
      chance?.words ?? null,
      realism?.verdict ?? null,
      realism && [realism.sentence, realism.record].filter(Boolean).join(' '),
    ]
  })
  return { name: fileName(id, 'targets'), rows: [HEADING, ...rows] }
}

const cleaned = (x: number | null | undefined): number | null => (x == null ? null : clean(x))
