import type { ScorecardQuery } from '../../contract/queries.ts'
import type { ScorecardAnswer, ScorecardRow } from '../../contract/scorecard-answers.ts'
import { type Exception, listedBy } from '../../domain/exception.ts'
import type { Database } from '../../store/database.ts'
import { type Process, viewProcess } from '../process-chart.ts'
import { findScorecard } from '../scorecard.ts'
import type { Setting } from '../subject.ts'
import { type Trend, viewTrend } from './exceptions-trend.ts'

/** A row of a scorecard with the rules that list it, none where it is in order, with what is ordinary for it and how it ran. */
export type RuledRow = ScorecardRow & { rules: Exception[]; process: Process; trend: Trend }
export type RuledCard = Omit<ScorecardAnswer, 'rows'> & { rows: RuledRow[] }

/** A scorecard with every rule of the list of exceptions applied to its rows, from the figures that it was made from. */
export async function findRuledCard(
  db: Database,
  setting: Setting,
  id: string,
  query: ScorecardQuery,
): Promise<RuledCard> {
  const { answer, found } = await findScorecard(db, setting, id, query)
  const rows = answer.rows.flatMap((row): RuledRow[] => {
    const madeFrom = found.get(row.id)
    if (!madeFrom) return []
    const process = viewProcess(setting, madeFrom, answer.by)
    const rated = row.target?.rating ?? null
    const rules = listedBy({ moved: row.exceptions, rated, varied: process.varied })
    return [{ ...row, process, rules, trend: viewTrend(madeFrom, answer.by) }]
  })
  return { ...answer, rows }
}
