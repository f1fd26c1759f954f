import { type EventTerms, eventTerms } from '../../contract/events.ts'
import type { PlanMilestone } from '../../contract/plan-part-answers.ts'
import { eventDate, isStretch, lastDayOf } from '../../domain/event-date.ts'
import type { Database } from '../../store/database.ts'
import { sourceAnswer } from '../events.ts'
import { loadEntries } from '../registers/register.ts'
import type { PlanOnDay } from './plan-register.ts'

/**
 * The events that belong to a plan, as they were on record on the day that it is read on, in the order of time: those
 * that name it, the inspection that it follows, and the day on which a report was published.
 */
export async function loadMilestones(db: Database, { plan, on, asAt }: PlanOnDay): Promise<PlanMilestone[]> {
  const events = (await loadEntries(db, 'event', eventTerms, asAt)).filter(
    ({ id, terms, retired }) => !retired && (terms.plan === plan.id || id === plan.terms.inspection),
  )
  const days = new Set(events.map(({ terms }) => terms.on))
  return events
    .flatMap(({ id, terms }) => [
      milestoneOf(id, terms, on),
      // Where an event of its own tells of the report, it is not told again.
      ...(terms.publishedOn === null || !isInspected(terms) || days.has(terms.publishedOn)
        ? []
        : [publicationOf(id, terms, terms.publishedOn, on)]),
    ])
    .sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1))
}

const isInspected = ({ kind }: EventTerms) => kind === 'inspection' || kind === 'monitoring visit'

function milestoneOf(id: string, terms: EventTerms, on: string): PlanMilestone {
  return {
    id,
    label: terms.label,
    when: whenOf(terms),
    from: terms.on,
    to: lastDayOf(terms),
    isStretch: isStretch(terms),
    toCome: terms.on > on,
    doubt: terms.doubt,
    sources: terms.source.split('; ').map(sourceAnswer),
  }
}

const publicationOf = (id: string, terms: EventTerms, day: string, on: string): PlanMilestone => ({
  ...milestoneOf(id, { ...terms, on: day, until: null, precision: 'day' }, on),
  id: `${id}/published`,
  label: `Findings published: ${terms.label}`,
  doubt: null,
})

/** `20 June 2019`, `Some day in August 2019`, `26 November to 7 December 2018` */
function whenOf(terms: EventTerms): string {
  const date = eventDate(terms)
  if (terms.precision === 'day' || isStretch(terms)) return date
  return terms.precision === 'quarter' ? `Some day from ${date}` : `Some day in ${date}`
}
