import { eventTerms } from '../../contract/events.ts'
import type { PlanAnswer } from '../../contract/plan-answers.ts'
import { recommendationTerms } from '../../contract/scrutiny.ts'
import { eventDate } from '../../domain/event-date.ts'
import { dayLabel } from '../../domain/period.ts'
import type { Database } from '../../store/database.ts'
import { loadEntries } from '../registers/register.ts'
import type { Setting } from '../subject.ts'
import type { PlanOnDay } from './plan-register.ts'
import { many } from './plan-words.ts'

/** The recommendations that the actions of a plan answer, as the committee's tracker has them. */
export async function viewRecommendations(
  db: Database,
  { reference }: Setting,
  { actions, asAt }: PlanOnDay,
): Promise<PlanAnswer['recommendations']> {
  const entries = await loadEntries(db, 'recommendation', recommendationTerms, asAt)
  const own = new Set(actions.map(({ id }) => id))
  const named = new Set(actions.map(({ terms }) => terms.recommendation))
  const linked = entries.filter(
    ({ id, terms, retired }) =>
      !retired && (named.has(id) || (terms.action !== null && own.has(terms.action))),
  )
  const rows = linked.map(({ id, terms }) => ({
    id,
    text: terms.text,
    committee: terms.committee,
    madeLabel: dayLabel(terms.madeOn),
    targetText: terms.targetText,
    rag: terms.rag,
    asOfLabel: dayLabel(terms.asOf),
    source: [reference.document(terms.document)?.title ?? terms.document, terms.page]
      .filter(Boolean)
      .join(', '),
  }))
  return { words: recommendationsInWords(rows.length), rows }
}

/** Null where none is on record: the recommendations of an inspection are told apart. */
export function recommendationsInWords(linked: number): string | null {
  if (linked === 0) return null
  return `${many(linked, 'recommendation')} of scrutiny ${linked === 1 ? 'is' : 'are'} linked to its actions.`
}

/** The inspection that a plan follows, with its day as exactly as it is known; null where it follows none. */
export async function inspectionOf(db: Database, id: string | null): Promise<PlanAnswer['follows']> {
  const events = id === null ? [] : await loadEntries(db, 'event', eventTerms)
  const event = events.find((each) => each.id === id && !each.retired)
  if (!event) return null
  const { label, doubt, source } = event.terms
  return {
    words: `${label}, ${eventDate(event.terms)}`,
    doubt,
    sources: source.split('; ').map((text) => ({ text, url: URL.canParse(text) ? text : null })),
  }
}

/** Every paper that the plan and its actions were taken from, with the places in it. */
export function documentsOf({ reference }: Setting, { plan, actions }: PlanOnDay): PlanAnswer['documents'] {
  const places = [plan, ...actions].map(({ terms }) => terms)
  return [...Map.groupBy(places, ({ document }) => document)].map(([id, own]) => {
    const document = reference.document(id)
    return {
      title: document?.title ?? id,
      publisher: document?.publisher ?? null,
      url: document?.url || null,
      pages: [...new Set(own.flatMap(({ page }) => page ?? []))],
    }
  })
}
