import { type ActionTerms, actionTerms } from '../../contract/plans.ts'
import { type RecommendationTerms, recommendationTerms, TRACKER_RAGS } from '../../contract/scrutiny.ts'
import type { TrackerAnswer, TrackerRowAnswer } from '../../contract/scrutiny-answers.ts'
import { dayLabel } from '../../domain/period.ts'
import { countRatings, overrunOf, statesBy } from '../../domain/tracker.ts'
import type { Database } from '../../store/database.ts'
import { type Entry, loadEntries, nameOf, type Version } from '../registers/register.ts'
import type { Setting } from '../subject.ts'
import { compareAsPrinted, datedOf, inArea, measuresOf, type OnDay, sourceOf } from './scrutiny-shared.ts'
import { countedWords, heldWords, overdueWords, passedWords } from './scrutiny-words.ts'

type Recommendation = Entry<RecommendationTerms>

/** What a committee recommended by a day, and what became of it as its tracker of that day or the one before said. */
export async function viewTracker(
  db: Database,
  setting: Setting,
  { area, on }: OnDay,
): Promise<TrackerAnswer> {
  const actions = await loadEntries(db, 'action', actionTerms)
  const entries = (await loadEntries(db, 'recommendation', recommendationTerms)).filter(inArea(area))
  const rows = entries
    .flatMap((entry) => viewRow(setting, entry, actions, on))
    .filter(({ made }) => made.on <= on)
    .sort((a, b) => compareDays(a, b) || compareAsPrinted(a.source, b.source))
  const counts = {
    total: rows.length,
    ratings: countRatings(rows, TRACKER_RAGS),
    overdue: rows.filter(({ overdueDays }) => overdueDays !== null).length,
  }
  const days = [...new Set(entries.flatMap(({ versions }) => versions.map(({ terms }) => terms.asOf)))]
  return {
    area: { id: area.id, name: area.name },
    on: datedOf(on),
    rows,
    counts,
    sentence: countedWords(counts, area.name, on),
    held: heldWords(
      rows.map(({ asOf }) => asOf.on),
      on,
    ),
    days: days.sort().reverse().map(datedOf),
  }
}

const compareDays = (a: TrackerRowAnswer, b: TrackerRowAnswer) =>
  a.made.on === b.made.on ? 0 : a.made.on < b.made.on ? -1 : 1

function viewRow(
  setting: Setting,
  entry: Recommendation,
  actions: readonly Entry<ActionTerms>[],
  on: string,
): TrackerRowAnswer[] {
  const counted = entry.versions.filter(({ retired }) => !retired)
  const known = statesBy(counted, on, ({ terms }) => terms.asOf)
  const terms = known.at(-1)?.terms
  if (!terms) return []
  const overrun = overrunOf(terms, on)
  const action = actions.find(({ id }) => id === terms.action)
  const late = overrun?.kind === 'late' ? overrun.days : null
  return [
    {
      id: entry.id,
      committee: terms.committee,
      made: datedOf(terms.madeOn),
      text: terms.text,
      target: terms.targetText,
      targetOn: terms.targetOn,
      officer: terms.officer,
      update: terms.update,
      rag: terms.rag,
      asOf: datedOf(terms.asOf),
      overdueDays: late,
      overdue: late === null ? null : overdueWords(late, terms.asOf, on),
      notLate: overrun?.kind === 'passed' ? passedWords(overrun.days, on) : null,
      action: action ? { id: action.id, title: action.terms.title, plan: action.terms.plan } : null,
      measures: measuresOf(setting, terms.indicators),
      source: sourceOf(setting, terms),
      history: known.map(updateOf).reverse(),
    },
  ]
}

const updateOf = ({ version, terms, madeBy, madeAt, reason }: Version<RecommendationTerms>) => ({
  version,
  asOf: { on: terms.asOf, label: dayLabel(terms.asOf) },
  rag: terms.rag,
  target: terms.targetText,
  update: terms.update,
  madeBy: nameOf(madeBy),
  madeOn: datedOf(madeAt.slice(0, 10)),
  reason,
})
