import type { ScrutinyAnswer } from '../../contract/scrutiny-answers.ts'
import type { Database } from '../../store/database.ts'
import type { Setting } from '../subject.ts'
import { viewDecisions } from './scrutiny-decisions.ts'
import { viewWorkPlan } from './scrutiny-meetings.ts'
import { viewQuestions } from './scrutiny-questions.ts'
import { datedOf, onDay } from './scrutiny-shared.ts'
import { viewTopics } from './scrutiny-topics.ts'
import { viewTracker } from './scrutiny-tracker.ts'

/** What a committee follows up of an area, as of a day. Throws a Problem if nobody knows the area. */
export async function viewScrutiny(
  db: Database,
  setting: Setting,
  query: { area?: string | undefined; on?: string | undefined },
): Promise<ScrutinyAnswer> {
  const day = onDay(setting, query)
  const { area, on } = day
  const questions = await viewQuestions(db, setting, day)
  return {
    area: { id: area.id, name: area.name },
    on: datedOf(on),
    isToday: on === setting.today,
    tracker: await viewTracker(db, setting, day),
    workPlan: await viewWorkPlan(db, setting, day, questions.questions),
    decisions: await viewDecisions(db, setting, day),
    questions,
    topics: await viewTopics(db, day),
  }
}
