import type { TrackerAnswer } from '../contract/scrutiny-answers.ts'
import type { CsvFile } from './csv.ts'
import { fileName } from './file-name.ts'

/** The columns of the committee's own tracker, in its words and its order; what is worked out stands behind them. */
const HEADING = [
  'DATE OF REC',
  'RECOMMENDATION',
  'TARGET DATE',
  'RESPONSIBLE OFFICER',
  'UPDATE',
  'RAG RATING',
  'overdue_days',
]

/** The tracker as of a day, a row a recommendation. */
export function trackerCsv({ area, on, rows }: TrackerAnswer): CsvFile {
  return {
    name: fileName('tracker', area.name, on.on),
    rows: [
      HEADING,
      ...rows.map((row) => [
        row.made.on,
        row.text,
        row.target,
        row.officer,
        row.update,
        row.rag,
        row.overdueDays,
      ]),
    ],
  }
}
