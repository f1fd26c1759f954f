import { type EventTerms, eventTerms } from '../contract/events.ts'
import { type PlanTerms, planTerms } from '../contract/plans.ts'
import type { EventAnswer, EventChoice } from '../contract/points.ts'
import { eventDate } from '../domain/event-date.ts'
import { dayLabel } from '../domain/period.ts'
import type { Database } from '../store/database.ts'
import { ENGLAND } from './benchmarks.ts'
import { linkedEvents } from './linked-events.ts'
import { loadEntries } from './registers/register.ts'
import type { Setting, Subject } from './subject.ts'

type About = Pick<Subject, 'indicator' | 'area'>

/**
 * What happened in an area, or in all of England, that belongs on the charts of a measure, in the order of time: the
 * events of the register, the stages of plans that begin on a day, and the days of actions and recommendations that are
 * linked to the measure.
 */
export async function loadEvents(
  db: Database,
  setting: Setting,
  about: About,
  asAt?: string,
): Promise<EventAnswer[]> {
  const { indicator, area } = about
  const events = (await loadEntries(db, 'event', eventTerms, asAt))
    .filter(({ retired, terms }) => !retired && (terms.area === area.id || terms.area === ENGLAND))
    .filter(({ terms }) => terms.indicators.length === 0 || terms.indicators.includes(indicator.id))
    .map(({ id, terms }) => eventAnswer(id, terms))
  const begun = new Set(events.filter(({ kind }) => kind === 'plan').map(({ date }) => date))
  const plans = await loadEntries(db, 'plan', planTerms, asAt)
  const stages = plans
    .filter(({ retired, terms }) => !retired && terms.area === area.id)
    .flatMap(({ id, terms }) => stagesOf(id, terms, setting))
    // What is told as an event already, on the same day, is not told again.
    .filter(({ date }) => !begun.has(date))
  const linked = await linkedEvents(db, setting, about, plans, asAt)
  return [...events, ...stages, ...linked].sort((a, b) =>
    a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1,
  )
}

const MAIN_KINDS: readonly string[] = [
  'inspection',
  'monitoring visit',
  'direction',
  'action',
  'recommendation',
]

/** Those that were asked for. Abnormal stretches are always among them: whoever reads the figures has to know. */
export function chosenEvents(events: readonly EventAnswer[], choice: EventChoice): EventAnswer[] {
  return events.filter(
    ({ kind, abnormal }) => abnormal || choice === 'all' || (choice === 'main' && MAIN_KINDS.includes(kind)),
  )
}

const KIND_LABELS: Record<EventTerms['kind'], string> = {
  inspection: 'Inspection',
  'monitoring visit': 'Monitoring visit',
  direction: 'Government intervention',
  plan: 'Plan',
  milestone: 'Milestone',
  leadership: 'Leadership',
  definition: 'Change of a definition',
  meeting: 'Meeting',
}

/** The answer of each version, made once: every chart of an area shows the same events. */
const answered = new WeakMap<EventTerms, EventAnswer>()

function eventAnswer(id: string, terms: EventTerms): EventAnswer {
  const known = answered.get(terms) ?? toAnswer(id, terms)
  answered.set(terms, known)
  return known
}

function toAnswer(id: string, terms: EventTerms): EventAnswer {
  const { on, until, kind, label, judgements, body, publishedOn, abnormal, doubt, source } = terms
  return {
    id,
    date: on,
    until,
    when: eventDate(terms),
    kind,
    kindLabel: KIND_LABELS[kind],
    label,
    shortLabel: shortened(label),
    judgements,
    body,
    publishedLabel: publishedOn && dayLabel(publishedOn),
    abnormal,
    doubt,
    sources: source.split('; ').map(sourceAnswer),
    entry: null,
  }
}

/** What stands before a colon is the name of it, and what stands behind tells more. */
const shortened = (label: string) => label.split(':')[0] ?? label

/** A page on the web is named by the site that it is on. */
export function sourceAnswer(text: string): EventAnswer['sources'][number] {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return { text, url: null }
  return { text: new URL(text).hostname.replace(/^www\./, ''), url: text }
}

function stagesOf(plan: string, terms: PlanTerms, { reference }: Setting): EventAnswer[] {
  const { name, document, page } = terms
  const source = [reference.document(document)?.title ?? document, page].filter(Boolean).join(', ')
  return terms.stages.flatMap((stage) =>
    stage.from === null
      ? []
      : [
          {
            id: `${plan}/${stage.id}`,
            date: stage.from,
            until: stage.to,
            when: eventDate({ on: stage.from, until: stage.to, precision: 'day' }),
            kind: 'plan',
            kindLabel: KIND_LABELS.plan,
            label: `${name}: ${stage.name}`,
            shortLabel: stage.name,
            judgements: [],
            body: null,
            publishedLabel: null,
            abnormal: false,
            doubt: null,
            sources: [{ text: source, url: null }],
            entry: null,
          },
        ],
  )
}
