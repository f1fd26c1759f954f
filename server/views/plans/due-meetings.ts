import { meetingTerms } from '../../contract/meetings.ts'
import { contractTerms, planTerms } from '../../contract/plans.ts'
import { type WorkItemTerms, workItemTerms } from '../../contract/scrutiny.ts'
import { MEETING_KIND_WORDS } from '../../registers/meeting-definitions.ts'
import type { Database } from '../../store/database.ts'
import { type Entry, loadEntries, type Schema } from '../registers/register.ts'
import type { Setting } from '../subject.ts'
import type { DueItem } from './plan-due.ts'
import { sourceOf } from './plan-register.ts'

/** Planned meetings of boards and reviews of contracts, of an area or of one plan. */
export async function meetingsDue(
  db: Database,
  setting: Setting,
  { area, plan: only }: { area?: string; plan?: string },
): Promise<DueItem[]> {
  const plans = await namesOf(db, 'plan', planTerms)
  const contracts = await namesOf(db, 'contract', contractTerms)
  const entries = await loadEntries(db, 'meeting', meetingTerms)
  return entries.flatMap(({ id, terms, retired, version, madeAt }) => {
    const isWanted = only === undefined ? terms.area === area : terms.plan === only
    const plan = plans.get(terms.plan ?? '')
    const contract = contracts.get(terms.contract ?? '')
    if (retired || terms.state !== 'planned' || !isWanted || (!plan && !contract)) return []
    const { document } = sourceOf(setting, terms)
    const details = [
      MEETING_KIND_WORDS[terms.kind],
      ...(plan ? [`Plan: ${plan}`] : []),
      ...(contract ? [`Contract: ${contract}`] : []),
      ...(terms.purpose ? [`What it is for: ${terms.purpose}`] : []),
      ...(terms.papers ? [`Papers: ${terms.papers}`] : []),
      `Source: ${document}`,
    ]
    return [
      {
        id: `meeting-${id}`,
        on: terms.on,
        title: `Meeting: ${terms.body}`,
        details,
        version,
        changedAt: madeAt,
      },
    ]
  })
}

/** What the entries of a register are called that count. */
async function namesOf(
  db: Database,
  register: 'plan' | 'contract',
  schema: Schema<{ name: string }>,
): Promise<ReadonlyMap<string, string>> {
  const entries = await loadEntries(db, register, schema)
  return new Map(entries.filter(({ retired }) => !retired).map(({ id, terms }) => [id, terms.name]))
}

type WorkItem = Entry<WorkItemTerms>

/** The days on which a committee of an area meets by its work plan, with what it deals with. */
export async function committeesDue(db: Database, setting: Setting, area: string): Promise<DueItem[]> {
  const entries = await loadEntries(db, 'work-item', workItemTerms)
  const items = entries.filter(({ terms, retired }) => !retired && terms.area === area)
  return [...Map.groupBy(items, ({ terms }) => dayKey(terms))].map(([key, own]) => ({
    id: `committee-${key}`,
    on: own[0]?.terms.meeting ?? '',
    title: `Meeting: ${own[0]?.terms.committee}`,
    details: [
      ...own.map(({ terms }) => `Item: ${terms.title}${terms.covers ? ` (${terms.covers})` : ''}`),
      ...sourcesOf(setting, own),
    ],
    ...revisionOf(entries.filter(({ versions }) => versions.some(({ terms }) => dayKey(terms) === key))),
  }))
}

/** By which an event keeps its name: `e06000009-resilient-communities-scrutiny-committee-2017-04-27`. */
const dayKey = ({ area, committee, meeting }: WorkItemTerms) =>
  `${area} ${committee} ${meeting}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

const sourcesOf = (setting: Setting, items: readonly WorkItem[]) =>
  [
    ...new Set(items.map(({ terms }) => setting.reference.document(terms.document)?.title ?? terms.document)),
  ].map((title) => `Source: ${title}`)

/** Each change of an item that is or ever was on the agenda counts, so that the number only ever grows. */
const revisionOf = (ever: readonly WorkItem[]): Pick<DueItem, 'version' | 'changedAt'> => ({
  version: ever.reduce((sum, { versions }) => sum + versions.length, 0),
  changedAt:
    ever
      .map(({ madeAt }) => madeAt)
      .sort()
      .at(-1) ?? '',
})
