import { type EventTerms, eventTerms } from '../../contract/events.ts'
import type { PlanInspection } from '../../contract/plan-content-answers.ts'
import { eventDate } from '../../domain/event-date.ts'
import { dayLabel } from '../../domain/period.ts'
import type { Database } from '../../store/database.ts'
import { loadEntries } from '../registers/register.ts'

export type Inspection = { id: string; terms: EventTerms }

/** What Ofsted and others call the judgement of the whole. */
const OVERALL = 'Overall effectiveness'

/**
 * What was judged at the inspection that a plan follows, and at later ones by the same inspectorate, as far as they were
 * known on the day; null where the plan follows none.
 */
export async function viewInspection(
  db: Database,
  followed: string | null,
  on: string,
): Promise<PlanInspection | null> {
  if (followed === null) return null
  const events = (await loadEntries(db, 'event', eventTerms)).filter(({ retired }) => !retired)
  const first = events.find(({ id }) => id === followed)
  return first ? besideLater(first, laterOf(first, events, on)) : null
}

/** The later inspections of the same area by the same inspectorate of which judgements are held, the oldest first. */
export function laterOf<T extends Inspection>(first: Inspection, events: readonly T[], on: string): T[] {
  const { area, body, on: day } = first.terms
  return events
    .filter(({ terms }) => terms.kind === 'inspection' && terms.area === area && terms.on > day)
    .filter(({ terms }) => body !== null && terms.body === body && terms.judgements.length > 0)
    .filter(({ terms }) => knownOn(terms) <= on)
    .sort((a, b) => (a.terms.on < b.terms.on ? -1 : 1))
}

/** A judgement is known when it is published, or else when the inspection is over. */
const knownOn = ({ publishedOn, until, on }: EventTerms) => publishedOn ?? until ?? on

/** Only what judged a domain that the first judged stands beside it; of the others it is said that they did not. */
export function besideLater(first: Inspection, later: readonly Inspection[]): PlanInspection {
  const own = domainsOf(first)
  const like = later.filter((each) => domainsOf(each).some((domain) => own.includes(domain)))
  const all = [first, ...like]
  const domains = [...new Set(all.flatMap(domainsOf))]
  return {
    columns: all.map((each) => ({
      id: each.id,
      heading: `At ${nameOf(each)}`,
      body: each.terms.body ?? 'The inspectorate is not stated',
      published: each.terms.publishedOn
        ? `Published on ${dayLabel(each.terms.publishedOn)}`
        : 'No day of publication is stated',
    })),
    rows: domains.map((domain) => ({
      domain,
      grades: all.map(
        ({ terms }) => terms.judgements.find((judgement) => judgement.domain === domain)?.grade ?? null,
      ),
    })),
    notes: [
      ...all.flatMap((each) => heldInWords(domainsOf(each), nameOf(each)) ?? []),
      ...like.flatMap((each) => differenceInWords(own, domainsOf(each), nameOf(each)) ?? []),
      ...later.filter((each) => !like.includes(each)).map((each) => otherDomainsInWords(nameOf(each))),
      ...(like.length > 0 ? [CAUTION] : []),
    ],
  }
}

const CAUTION = 'This shows what was judged before and after; it does not show that the plan led to it.'

const domainsOf = ({ terms }: Inspection) => terms.judgements.map(({ domain }) => domain)
const nameOf = ({ terms }: Inspection) => `the inspection of ${eventDate(terms)}`

/** What of the judgements of an inspection is not held; null where the whole and its parts are. */
export function heldInWords(domains: readonly string[], name: string): string | null {
  if (domains.length === 0) return `No judgement of ${name} is held.`
  if (domains.length === 1)
    return `Of ${name} only ${domains[0] === OVERALL ? 'the overall' : 'one'} judgement is held.`
  return domains.includes(OVERALL) ? null : `Of ${name} no overall judgement is held.`
}

/** Which domains only one of two inspections judged; null where they judged the same. */
export function differenceInWords(
  first: readonly string[],
  later: readonly string[],
  name: string,
): string | null {
  const gone = first.filter((domain) => !later.includes(domain))
  const added = later.filter((domain) => !first.includes(domain))
  if (gone.length === 0 && added.length === 0) return null
  const parts = [
    gone.length > 0 ? `has no judgement of ${quoted(gone)}` : null,
    added.length > 0 ? `judged ${quoted(added)} besides` : null,
  ].filter((part) => part !== null)
  return `The domains differ: ${name} ${parts.join(', and ')}.`
}

const otherDomainsInWords = (name: string) =>
  `The domains differ: ${name}, by the same inspectorate, judged none of these, so it does not stand beside them.`

const quoted = (domains: readonly string[]) => domains.map((domain) => `“${domain}”`).join(' and ')
