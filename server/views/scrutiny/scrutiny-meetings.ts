import { type WorkItemTerms, workItemTerms } from '../../contract/scrutiny.ts'
import type { MeetingAnswer, QuestionAnswer, ScrutinyAnswer } from '../../contract/scrutiny-answers.ts'
import { dayLabel } from '../../domain/period.ts'
import type { Database } from '../../store/database.ts'
import { type Entry, loadEntries } from '../registers/register.ts'
import type { Setting } from '../subject.ts'
import { inArea, type OnDay, sourceOf } from './scrutiny-shared.ts'
import { inAList } from './scrutiny-words.ts'

type WorkItem = Entry<WorkItemTerms>

const KINDS: Record<WorkItemTerms['kind'], string> = {
  performance: 'Performance',
  overview: 'Overview report',
  thematic: 'Thematic discussion',
  board: 'Report of a board',
  update: 'Update',
}
const ORDER = Object.keys(KINDS)

/**
 * The meetings of the work plan in their order, each with its items and the questions that come before it. A day that
 * questions were carried on to is a meeting too, even where the work plan has no item for it yet.
 */
export async function viewWorkPlan(
  db: Database,
  setting: Setting,
  { area, on }: OnDay,
  questions: readonly QuestionAnswer[],
): Promise<ScrutinyAnswer['workPlan']> {
  const items = (await loadEntries(db, 'work-item', workItemTerms)).filter(inArea(area))
  const itemsOn = Map.groupBy(items, ({ terms }) => terms.meeting)
  const questionsOn = Map.groupBy(questions, ({ carriedTo, meeting }) => (carriedTo ?? meeting)?.on)
  const days = new Set([...itemsOn.keys(), ...[...questionsOn.keys()].filter((day) => day !== undefined)])
  const sorted = [...days].sort()
  const next = sorted.find((day) => day >= on)
  const meetings = sorted.map((day): MeetingAnswer => {
    const state = day < on ? 'past' : day === next ? 'next' : 'later'
    const own = (itemsOn.get(day) ?? []).toSorted(compareItems)
    return {
      on: day,
      label: dayLabel(day),
      state,
      items: own.map((item) => viewItem(setting, item)),
      questions: (questionsOn.get(day) ?? []).map(({ id, question, measure, stateWords }) => ({
        id,
        question,
        measure: measure.name,
        stateWords,
      })),
    }
  })
  return {
    committees: [...new Set(items.map(({ terms }) => terms.committee))],
    sentence: planWords(meetings, area.name, on),
    meetings,
  }
}

/** The paper lists no order that would mean anything: by kind, then by name. */
const compareItems = (a: WorkItem, b: WorkItem) =>
  ORDER.indexOf(a.terms.kind) - ORDER.indexOf(b.terms.kind) || (a.terms.title < b.terms.title ? -1 : 1)

const viewItem = (setting: Setting, { id, terms }: WorkItem): MeetingAnswer['items'][number] => ({
  id,
  title: terms.title,
  kind: KINDS[terms.kind],
  covers: terms.covers,
  lead: terms.lead,
  note: terms.note,
  source: sourceOf(setting, terms),
})

function planWords(meetings: readonly MeetingAnswer[], area: string, on: string): string {
  const last = meetings.at(-1)
  if (!last) return `No meeting of a committee is held for ${area}.`
  const next = meetings.find(({ state }) => state === 'next')
  if (!next)
    return `No meeting on or after ${dayLabel(on)} is entered; the last that is held is that of ${last.label}.`
  const { length } = next.items
  const waiting = next.questions.length
  const what = [
    length === 0 ? 'no item yet' : length === 1 ? '1 item' : `${length} items`,
    ...(waiting === 0 ? [] : [waiting === 1 ? '1 question of members' : `${waiting} questions of members`]),
  ]
  const when = next.on === on ? `is on this day, ${next.label}` : `is on ${next.label}`
  return `Counted from ${dayLabel(on)}, the next meeting ${when}, with ${inAList(what)}.`
}
