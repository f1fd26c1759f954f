import type { HeldRow, QualityAnswer } from '../contract/quality.ts'
import { STATE_WORDS } from '../domain/held.ts'
import type { CsvFile } from './csv.ts'
import { fileName } from './file-name.ts'

const HEADING = [
  'indicator_id',
  'indicator_name',
  'dimension',
  'theme',
  'area_code',
  'area_name',
  'by',
  'time_period',
  'time_label',
  'state',
  'state_in_words',
  'reason',
  'newest_period',
  'newest_period_end',
  'age_of_newest',
  'next',
]

/** What is held of each measure and period: both grids, a row a cell, and one for a measure of which nothing is held. */
export function qualityCsv({ area, quarters, years }: QualityAnswer): CsvFile {
  const rowsOf = (by: string) => (row: HeldRow) => {
    const about = [row.indicator, row.name, row.dimension, row.themeName, area.id, area.name, by]
    const age = [
      row.newest?.period ?? null,
      row.newest?.end ?? null,
      row.newest?.age ?? null,
      row.next?.words ?? null,
    ]
    if (row.empty !== null) return [[...about, null, null, 'nothing-held', row.empty, null, ...age]]
    return row.cells.map(({ period, label, state, reason }) => [
      ...about,
      period,
      label,
      state,
      STATE_WORDS[state].word,
      reason,
      ...age,
    ])
  }
  return {
    name: fileName('data-quality', area.name),
    rows: [HEADING, ...quarters.rows.flatMap(rowsOf('quarter')), ...years.rows.flatMap(rowsOf('year'))],
  }
}
