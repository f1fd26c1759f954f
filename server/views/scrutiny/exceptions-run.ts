import type { ExceptionRow } from '../../contract/exception-answers.ts'
import type { ScorecardQuery } from '../../contract/queries.ts'
import type { ScorecardRow } from '../../contract/scorecard-answers.ts'
import { runOf } from '../../domain/exception.ts'
import { periodOf, stepPeriod, yearBefore } from '../../domain/period.ts'
import type { Database } from '../../store/database.ts'
import type { Setting } from '../subject.ts'
import { findRuledCard, type RuledCard, type RuledRow } from './exceptions-card.ts'
import { MOST_PERIODS, runInWords } from './exceptions-words.ts'

/** Whether its figure is green, amber or red against an approved target. */
export const isRated = ({ target }: ScorecardRow): boolean =>
  ['green', 'amber', 'red'].includes(target?.rating.state ?? '')

/** Whether there is an earlier figure that it can be said to have moved from. */
export const isCompared = ({ change, yearChange }: ScorecardRow): boolean =>
  [change, yearChange].some((each) => each?.movement)

/** What is known of a measure in one period. Null: there is no figure, or nothing to hold it against. */
type Standing = { listed: boolean | null; red: boolean | null }

function standingOf(row: RuledRow | undefined): Standing {
  if (!row || row.missing !== null) return { listed: null, red: null }
  return {
    listed: isRated(row) || isCompared(row) ? row.rules.length > 0 : null,
    red: isRated(row) ? row.target?.rating.state === 'red' : null,
  }
}

/**
 * In how many periods in a row each measure that is listed on a card was on the list, and red. Looks back over the same
 * card, one period at a time, and no further than some measure's run goes on or {@link MOST_PERIODS} allows.
 */
export async function runsOf(
  db: Database,
  setting: Setting,
  card: RuledCard,
  query: ScorecardQuery,
): Promise<Map<string, ExceptionRow['run']>> {
  const listed = card.rows.filter((row) => row.rules.length > 0)
  const runs = new Map(listed.map((row) => [row.id, [standingOf(row)]]))
  let period = card.period && periodOf(card.period.id)
  const goesOn = () => [...runs.values()].some((run) => run.at(-1)?.listed)
  for (let back = 1; period && back < MOST_PERIODS && goesOn(); back += 1) {
    const before = period.kind === 'day' ? yearBefore(period) : stepPeriod(period, -1)
    if (!card.periods.some(({ id }) => id === before.id)) break
    const earlier = await findRuledCard(db, setting, card.id, { ...query, by: card.by, period: before.id })
    for (const [id, run] of runs) run.push(standingOf(earlier.rows.find((row) => row.id === id)))
    period = before
  }
  return new Map([...runs].map(([id, run]) => [id, runAnswer(run, card.by)]))
}

function runAnswer(run: readonly Standing[], by: RuledCard['by']): ExceptionRow['run'] {
  const listed = runOf(run.map((each) => each.listed))
  const red = runOf(run.map((each) => each.red))
  return { listed, red, words: runInWords({ listed, red }, run[1]?.listed ?? null, by) }
}
