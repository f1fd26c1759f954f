import { eventTerms } from '../../contract/events.ts'
import { decisionTerms, recommendationTerms, workItemTerms } from '../../contract/scrutiny.ts'
import { eventDate } from '../../domain/event-date.ts'
import { dayLabel } from '../../domain/period.ts'
import { loadEntries } from '../registers/register.ts'
import { entriesFrom, line, lines, type Paper, screenPath, type Told } from './paper-item.ts'

/** What a paper says of committees, of what was decided, and of what happened. */

export async function recommendationsFrom(paper: Paper): Promise<Told[]> {
  return (await entriesFrom(paper, 'recommendation', recommendationTerms)).map(({ terms }) => ({
    about: terms.committee,
    text: terms.text,
    more: lines(
      line('Target date', terms.targetText),
      line('Responsible officer', terms.officer),
      line('Update', terms.update),
      `Rating in the tracker of ${dayLabel(terms.asOf)}: ${terms.rag}`,
    ),
    when: `Made on ${dayLabel(terms.madeOn)}`,
    place: terms.page,
    doubt: null,
    path: screenPath(paper.setting, '/scrutiny', { area: terms.area, on: terms.asOf }),
    link: 'The tracker of recommendations on that day',
  }))
}

export async function workItemsFrom(paper: Paper): Promise<Told[]> {
  const entries = await entriesFrom(paper, 'work-item', workItemTerms)
  return entries
    .toSorted((a, b) => (a.terms.meeting < b.terms.meeting ? -1 : 1))
    .map(({ terms }) => ({
      about: terms.committee,
      text: terms.title,
      more: lines(line('Covers', terms.covers), line('Lead', terms.lead), terms.note),
      when: `Meeting of ${dayLabel(terms.meeting)}`,
      place: terms.page,
      doubt: null,
      path: screenPath(paper.setting, '/scrutiny', { area: terms.area, tab: 'workplan' }),
      link: 'The work plan of scrutiny',
    }))
}

export async function decisionsFrom(paper: Paper): Promise<Told[]> {
  return (await entriesFrom(paper, 'decision', decisionTerms)).map(({ terms }) => ({
    about: terms.title,
    text: terms.outcome,
    more: lines(line('Decided by', terms.maker), line('Reference', terms.reference)),
    when: dayLabel(terms.on),
    place: terms.page,
    doubt: null,
    path: screenPath(paper.setting, '/scrutiny', { area: terms.area, tab: 'decisions' }),
    link: 'The list of decisions',
  }))
}

/** How the sources of events call the papers; one that is not here is called by its title. */
const CALLED: Readonly<Record<string, string>> = {
  'scrutiny-agenda-2017': 'Resilient Communities Scrutiny Committee, agenda for 27 April 2017',
  'lead-member-report-2019': 'Report of the lead member to the Council, June 2019',
  'recruitment-pack-2021': 'Recruitment pack for the director of children’s services, February 2021',
  'sandwell-report-2018': 'Sandwell, report to the Council of 16 January 2018',
}

/** What happened by a paper, in the order of time; a chart that it belongs on shows it as a mark. */
export async function eventsFrom({ db, setting, id, title }: Paper): Promise<Told[]> {
  const called = CALLED[id] ?? title
  const events = await loadEntries(db, 'event', eventTerms)
  return events
    .filter(({ retired }) => !retired)
    .toSorted((a, b) => (a.terms.on < b.terms.on ? -1 : 1))
    .flatMap(({ terms }) => {
      const sources = terms.source.split('; ')
      const own = sources.find((source) => source === called || source.startsWith(`${called}, `))
      if (own === undefined) return []
      return {
        about: setting.reference.area(terms.area)?.name ?? terms.area,
        text: terms.label,
        more: lines(
          ...terms.judgements.map(({ domain, grade }) => `${domain}: ${grade}`),
          line('Published on', terms.publishedOn && dayLabel(terms.publishedOn)),
          sources.length > 1 ? 'Other sources tell of it too; parts of this may be from them.' : null,
        ),
        when: eventDate(terms),
        place: own.slice(called.length + 2) || null,
        doubt: terms.doubt,
        path: screenPath(setting, `/indicators/${terms.indicators[0] ?? 'cla-rate'}`, {
          area: terms.area,
          events: 'all',
        }),
        link: 'A chart with this event on it',
      }
    })
}
