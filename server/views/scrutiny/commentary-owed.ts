import type { ScorecardRow } from '../../contract/scorecard-answers.ts'
import type { Database } from '../../store/database.ts'
import { commentaryEntries, unsaidIn } from './commentary-entries.ts'

type About = { area: string; period: string | undefined; asAt?: string | undefined }

/**
 * How many of the red measures of a scorecard nobody has explained with cause, action, owner and recovery date, in a
 * sentence without its full stop. Null where none is owed a commentary.
 */
export async function commentaryOwed(
  db: Database,
  rows: readonly Pick<ScorecardRow, 'id' | 'point' | 'target'>[],
  { area, period, asAt }: About,
): Promise<string | null> {
  const red = rows.filter(({ target }) => target?.rating.state === 'red')
  const explained = await Promise.all(
    red.map(async ({ id, point }) => {
      const [indicator = id] = id.split(':')
      const periods = [period, point?.period].filter((each) => each !== undefined)
      const [newest] = await commentaryEntries(db, { indicator, area, periods, asAt })
      return newest !== undefined && unsaidIn(newest.terms).length === 0
    }),
  )
  const owed = explained.filter((each) => !each).length
  if (owed === 0) return null
  if (red.length === 1) return 'The one red measure has no complete commentary'
  return `${owed} of ${red.length} red measures ${owed === 1 ? 'has' : 'have'} no complete commentary`
}
