import type { PaperAnswer, PaperGroup, PapersAnswer } from '../../contract/papers.ts'
import { periodLabel, periodOf } from '../../domain/period.ts'
import { formatNumber } from '../../domain/rounding.ts'
import { Problem } from '../../problem.ts'
import type { Document } from '../../reference.ts'
import type { Database } from '../../store/database.ts'
import { inAList } from '../scrutiny/scrutiny-words.ts'
import type { Setting } from '../subject.ts'
import { contextFrom, hiddenInWords } from './paper-context.ts'
import { figuresFrom } from './paper-figures.ts'
import type { Paper, Told } from './paper-item.ts'
import { meetingsFrom } from './paper-meetings.ts'
import { actionsFrom, contractsFrom, plansFrom, targetsFrom } from './paper-plans.ts'
import { decisionsFrom, eventsFrom, recommendationsFrom, workItemsFrom } from './paper-scrutiny.ts'

type Kind = {
  id: string
  title: string
  one: string
  many: string
  from: (paper: Paper) => Told[] | Promise<Told[]>
}

const kind = (id: string, title: string, [one, many]: [string, string], from: Kind['from']): Kind => ({
  id,
  title,
  one,
  many,
  from,
})

/** What there can be of a paper, in the order in which its page shows it. */
const KINDS: readonly Kind[] = [
  kind('figures', 'Dated figures', ['dated figure', 'dated figures'], figuresFrom),
  kind('targets', 'Targets', ['target', 'targets'], targetsFrom),
  kind('plans', 'Plans', ['plan', 'plans'], plansFrom),
  kind('actions', 'Actions of plans', ['action', 'actions'], actionsFrom),
  kind('contracts', 'Contracts', ['contract', 'contracts'], contractsFrom),
  kind('meetings', 'Meetings', ['meeting', 'meetings'], meetingsFrom),
  kind('recommendations', 'Recommendations', ['recommendation', 'recommendations'], recommendationsFrom),
  kind('work-items', 'Work plan', ['item of a work plan', 'items of a work plan'], workItemsFrom),
  kind('decisions', 'Decisions', ['decision', 'decisions'], decisionsFrom),
  kind('events', 'Events', ['event', 'events'], eventsFrom),
  kind('context', 'Other facts', ['other fact', 'other facts'], contextFrom),
]

const counted = (count: number, one: string, many: string) =>
  `${formatNumber(count, 0)} ${count === 1 ? one : many}`

/** The papers that anything was taken from, and how much of each is held. */
export async function viewPapers(db: Database, setting: Setting): Promise<PapersAnswer> {
  const papers = await Promise.all(
    setting.reference.documents.map(async (document) => {
      const groups = await groupsOf({ db, setting, ...document })
      return { ...headingOf(document, groups), held: groupsInWords(groups) }
    }),
  )
  return {
    words: `What the papers of councils say comes from ${counted(papers.length, 'paper', 'papers')}. The page of each shows every fact that was taken from it, and leads to where it is shown.`,
    papers,
  }
}

/** Everything that is held from one paper. Throws a Problem that names the papers if there is no such one. */
export async function viewPaper(db: Database, setting: Setting, id: string): Promise<PaperAnswer> {
  const document = setting.reference.document(id)
  if (!document) {
    const known = setting.reference.documents.map((each) => each.id).join(', ')
    throw new Problem('not-found', `There is no paper "${id}". There are: ${known}.`)
  }
  const paper = { db, setting, ...document }
  const groups = await groupsOf(paper)
  const heading = headingOf(document, groups)
  const total = counted(heading.facts, 'fact of this paper is', 'facts of this paper are')
  return {
    ...heading,
    url: document.url || null,
    words: `${total} shown here: ${groupsInWords(groups)}.`,
    hidden: hiddenInWords(paper),
    groups: groups.map(({ kind: { id, title }, items }) => ({ id, title, items })),
  }
}

type Held = { kind: Kind; items: PaperGroup['items'] }

async function groupsOf(paper: Paper): Promise<Held[]> {
  const groups = await Promise.all(
    KINDS.map(async (kind) => {
      const told = await kind.from(paper)
      return { kind, items: told.map((each, i) => ({ id: anchorOf(kind, each, i), ...each })) }
    }),
  )
  return groups.filter(({ items }) => items.length > 0)
}

/** A fact that is shown here only has its place in its address already. */
const anchorOf = ({ id }: Kind, { path }: Told, i: number) => path.split('#')[1] ?? `${id}-${i + 1}`

const headingOf = ({ id, title, publisher, published }: Document, groups: readonly Held[]) => ({
  id,
  title,
  publisher,
  published: periodLabel(periodOf(published)),
  facts: groups.reduce((sum, { items }) => sum + items.length, 0),
})

/** "18 dated figures, 1 target and 40 other facts" */
const groupsInWords = (groups: readonly Held[]): string =>
  groups.length === 0
    ? 'nothing'
    : inAList(groups.map(({ kind, items }) => counted(items.length, kind.one, kind.many)))
