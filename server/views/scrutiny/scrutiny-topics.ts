import { CHECKLIST_QUESTIONS, type ChecklistTerms, checklistTerms, howOf } from '../../contract/scrutiny.ts'
import type { ScrutinyAnswer } from '../../contract/scrutiny-answers.ts'
import type { Database } from '../../store/database.ts'
import { loadEntries } from '../registers/register.ts'
import { datedOf, inArea, type OnDay } from './scrutiny-shared.ts'

type Key = keyof typeof CHECKLIST_QUESTIONS

const KEYS = Object.keys(CHECKLIST_QUESTIONS) as Key[]

/** The form asks to put first what bears on performance and on the council's priorities: these, as we read it. */
const WEIGH_MOST: readonly Key[] = ['addsValue', 'priorities', 'notPerforming']

/** Topics that were put forward for scrutiny, the newest first, with what the committee's own form says of each. */
export async function viewTopics(db: Database, { area, on }: OnDay): Promise<ScrutinyAnswer['topics']> {
  const entries = (await loadEntries(db, 'checklist', checklistTerms))
    .filter(inArea(area))
    .filter(({ terms }) => terms.completedOn <= on)
    .sort((a, b) => (a.terms.completedOn < b.terms.completedOn ? 1 : -1))
  return {
    questions: KEYS.map((key) => ({
      key,
      text: CHECKLIST_QUESTIONS[key],
      weighsMost: WEIGH_MOST.includes(key),
    })),
    entries: entries.map(({ id, terms }) => ({
      id,
      title: terms.title,
      details: terms.details,
      answers: KEYS.map((key) => ({
        key,
        yes: (terms as ChecklistTerms)[key],
        how: (terms as ChecklistTerms)[howOf(key)],
      })),
      completedBy: terms.completedBy,
      completed: datedOf(terms.completedOn),
      outcome: terms.outcome,
    })),
  }
}
