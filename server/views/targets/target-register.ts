import { type TargetTerms, targetTerms } from '../../contract/targets.ts'
import type { Database } from '../../store/database.ts'
import { type Entry, findEntry, loadEntries, type Version } from '../registers/register.ts'

/** One version of a target as the register holds it. */
export type TargetVersion = Version<TargetTerms>

/** A target as it stands, with every version of it, the oldest first. */
export type RegisteredTarget = Entry<TargetTerms>

/** Every target, retired ones too; with `asAt` as the register stood at the end of that day. */
export const loadTargets = (db: Database, asAt?: string): Promise<readonly RegisteredTarget[]> =>
  loadEntries(db, 'target', targetTerms, asAt)

/** Throws a Problem if nobody knows it. */
export const findTarget = (db: Database, id: string): Promise<RegisteredTarget> =>
  findEntry(db, 'target', targetTerms, id, 'a target')

/** Whether a target counts for a figure of a day: approved by then, not run out before it, not taken out. */
export function countsOn({ terms, retired }: TargetVersion, day: string): boolean {
  const { approvedOn, endsOn } = terms
  return !retired && approvedOn !== null && approvedOn <= day && (endsOn === null || day <= endsOn)
}
