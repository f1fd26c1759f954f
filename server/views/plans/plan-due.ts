import { actionTerms, planTerms } from '../../contract/plans.ts'
import { recommendationTerms } from '../../contract/scrutiny.ts'
import { isOpen } from '../../domain/plan-dates.ts'
import type { Database } from '../../store/database.ts'
import { findEntry, loadEntries } from '../registers/register.ts'
import { findArea, type Setting } from '../subject.ts'
import { questionsDue, recoveriesDue } from './due-days.ts'
import { committeesDue, meetingsDue } from './due-meetings.ts'
import { stateLabel } from './plan-labels.ts'
import { sourceOf } from './plan-register.ts'

/** Something that is due on a day. `id` stays the same for as long as it is on record; `changedAt` is an instant. */
export type DueItem = {
  id: string
  on: string
  title: string
  details: readonly string[]
  version: number
  changedAt: string
}

export type DueList = { name: string; items: readonly DueItem[] }

type Query = { area?: string | undefined; plan?: string | undefined }

/**
 * What has a day, by day: open actions, recommendations that are not completed, planned meetings, questions that were
 * carried on, and days by which figures are to recover. Of one plan where asked: its actions and meetings only.
 */
export async function viewDue(db: Database, setting: Setting, { area, plan }: Query): Promise<DueList> {
  if (plan !== undefined) {
    const { id, terms } = await findEntry(db, 'plan', planTerms, plan, 'a plan')
    const own = [
      ...(await actionsDue(db, setting, ({ id: of }) => of === id)),
      ...(await meetingsDue(db, setting, { plan: id })),
    ]
    return { name: `Due: ${terms.name}`, items: sorted(own) }
  }
  const place = findArea(setting, area)
  const items = await Promise.all([
    actionsDue(db, setting, (of) => of.area === place.id),
    recommendationsDue(db, setting, place.id),
    meetingsDue(db, setting, { area: place.id }),
    committeesDue(db, setting, place.id),
    questionsDue(db, setting, place.id),
    recoveriesDue(db, setting, place.id),
  ])
  return { name: `Due in children’s services: ${place.name}`, items: sorted(items.flat()) }
}

const sorted = (items: readonly DueItem[]) =>
  items.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1))

type Of = { id: string; area: string }

async function actionsDue(db: Database, setting: Setting, wanted: (plan: Of) => boolean): Promise<DueItem[]> {
  const plans = await loadEntries(db, 'plan', planTerms)
  const named = new Map(
    plans
      .filter(({ id, terms, retired }) => !retired && wanted({ id, area: terms.area }))
      .map(({ id, terms }) => [id, terms.name]),
  )
  const actions = await loadEntries(db, 'action', actionTerms)
  return actions.flatMap(({ id, terms, retired, version, madeAt }) => {
    const plan = named.get(terms.plan)
    if (retired || plan === undefined || terms.due === null || !isOpen(terms)) return []
    const { document, statedLabel } = sourceOf(setting, terms)
    const details = [
      `Plan: ${plan}`,
      `Who does it: ${terms.owner}`,
      `State: ${stateLabel(terms.state)}, as stated on ${statedLabel}`,
      ...(terms.dueText ? [`Due as printed: ${terms.dueText}`] : []),
      `Source: ${document}`,
    ]
    return [
      {
        id: `action-${id}`,
        on: terms.due,
        title: `Due: ${terms.title}`,
        details,
        version,
        changedAt: madeAt,
      },
    ]
  })
}

async function recommendationsDue(db: Database, setting: Setting, area: string): Promise<DueItem[]> {
  const entries = await loadEntries(db, 'recommendation', recommendationTerms)
  return entries.flatMap(({ id, terms, retired, version, madeAt }) => {
    const { targetOn, rag } = terms
    if (retired || terms.area !== area || targetOn === null || rag === 'Completed') return []
    const document = setting.reference.document(terms.document)?.title ?? terms.document
    const details = [
      `Recommendation of the ${terms.committee}`,
      `Responsible officer: ${terms.officer}`,
      `Target date as printed: ${terms.targetText}`,
      `Rating by the committee’s tracker: ${rag}`,
      `Source: ${document}`,
    ]
    return [
      {
        id: `recommendation-${id}`,
        on: targetOn,
        title: `Recommendation due: ${terms.text}`,
        details,
        version,
        changedAt: madeAt,
      },
    ]
  })
}
