import { type CommentaryTerms, commentaryTerms } from '../../contract/scrutiny.ts'
import { comparePeriods, periodOf } from '../../domain/period.ts'
import type { Database } from '../../store/database.ts'
import { type Entry, loadEntries } from '../registers/register.ts'

type About = { indicator: string; area: string; periods?: readonly string[]; asAt?: string | undefined }

/** The commentaries on a measure of an area that stand, of all periods or of some: the newest period, and word, first. */
export async function commentaryEntries(
  db: Database,
  { indicator, area, periods, asAt }: About,
): Promise<Entry<CommentaryTerms>[]> {
  return (await loadEntries(db, 'commentary', commentaryTerms, asAt))
    .filter(
      ({ retired, terms }) =>
        !retired &&
        terms.indicator === indicator &&
        terms.area === area &&
        (periods === undefined || periods.includes(terms.period)),
    )
    .sort(newestFirst)
}

const newestFirst = (a: Entry<CommentaryTerms>, b: Entry<CommentaryTerms>) =>
  comparePeriods(periodOf(b.terms.period), periodOf(a.terms.period)) || (b.madeAt < a.madeAt ? -1 : 1)

/** What a commentary on a red figure has to give, by the field that it stands in. */
const PARTS = [
  ['cause', 'cause'],
  ['action', 'action'],
  ['owner', 'owner'],
  ['recoveryOn', 'recovery date'],
] as const

/** Which of these a commentary does not give. */
export const unsaidIn = (terms: CommentaryTerms): string[] =>
  PARTS.filter(([field]) => terms[field] === null).map(([, words]) => words)
