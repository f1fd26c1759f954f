import { commentaryTerms, questionTerms } from '../../contract/scrutiny.ts'
import { dayLabel, periodLabel, periodOf } from '../../domain/period.ts'
import type { Database } from '../../store/database.ts'
import { loadEntries } from '../registers/register.ts'
import type { Setting } from '../subject.ts'
import type { DueItem } from './plan-due.ts'

const measureOf = ({ reference }: Setting, id: string) => reference.indicator(id)?.name ?? id

/** The meetings to which questions of members were carried on that have no answer yet. */
export async function questionsDue(db: Database, setting: Setting, area: string): Promise<DueItem[]> {
  const entries = await loadEntries(db, 'question', questionTerms)
  return entries.flatMap(({ id, terms, retired, version, madeAt }) => {
    const { carriedTo, answer, indicator, askedBy, askedOn } = terms
    if (retired || terms.area !== area || carriedTo === null || answer !== null) return []
    const details = [
      `Measure: ${measureOf(setting, indicator)}`,
      `Asked by: ${askedBy}, ${dayLabel(askedOn)}`,
      'Carried on to the meeting of this day; no answer is on record.',
    ]
    const title = `Question carried on: ${terms.question}`
    return [{ id: `question-${id}`, on: carriedTo, title, details, version, changedAt: madeAt }]
  })
}

/** The days by which figures are to be back on their path, as commentaries promise. */
export async function recoveriesDue(db: Database, setting: Setting, area: string): Promise<DueItem[]> {
  const entries = await loadEntries(db, 'commentary', commentaryTerms)
  return entries.flatMap(({ id, terms, retired, version, madeAt }) => {
    const { recoveryOn, indicator, period, action, owner } = terms
    if (retired || terms.area !== area || recoveryOn === null) return []
    const details = [
      `By the commentary on ${periodLabel(periodOf(period))} it is to be back on its path by this day.`,
      ...(action ? [`What is done: ${action}`] : []),
      ...(owner ? [`Who answers for it: ${owner}`] : []),
    ]
    const title = `Recovery day: ${measureOf(setting, indicator)}`
    return [{ id: `recovery-${id}`, on: recoveryOn, title, details, version, changedAt: madeAt }]
  })
}
