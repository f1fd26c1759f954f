import type { BoardMeetingsAnswer } from '../../contract/meeting-answers.ts'
import type { Database } from '../../store/database.ts'
import { loadMeetings, viewMeetings } from '../meetings/meetings.ts'
import type { Setting } from '../subject.ts'
import type { PlanOnDay } from './plan-register.ts'

const WORDS = {
  one: 'meeting of its boards',
  many: 'meetings of its boards',
  none: 'No meeting of its boards is on record.',
  short: 'meeting',
  outcome: 'What was agreed',
}

/** The meetings of the boards that watch over a plan, as of the day that it is read on. */
export async function viewPlanMeetings(
  db: Database,
  setting: Setting,
  { plan, on }: Pick<PlanOnDay, 'plan' | 'on'>,
): Promise<BoardMeetingsAnswer> {
  return viewMeetings(setting, await loadMeetings(db, (terms) => terms.plan === plan.id), on, WORDS)
}
