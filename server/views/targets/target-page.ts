import type { TargetAnswer, TargetPageAnswer } from '../../contract/target-answers.ts'
import { requiredChange } from '../../domain/pace.ts'
import { dayLabel, monthsBetween } from '../../domain/period.ts'
import { formatNumber, round } from '../../domain/rounding.ts'
import type { Database } from '../../store/database.ts'
import { findModels } from '../../store/neighbours.ts'
import { loadNamedPlans } from '../programmes/programme-register.ts'
import type { Setting } from '../subject.ts'
import { viewRestatements } from './restatements.ts'
import { benchmarkText, loadTargetFigures, newestBenchmark, type TargetFigures } from './target-figures.ts'
import { viewHistory } from './target-history.ts'
import { findTarget, type RegisteredTarget } from './target-register.ts'
import { viewTarget } from './targets.ts'

/** A target as it stands, with everything that ever became of it. Throws a Problem if there is none. */
export async function viewTargetPage(db: Database, setting: Setting, id: string): Promise<TargetPageAnswer> {
  const target = await findTarget(db, id)
  const found = await loadTargetFigures(db, setting, target)
  const answer = await viewTarget(db, setting, target, found)
  return {
    target: answer,
    terms: target.terms,
    lists: await goalsByList(db, setting, target),
    history: viewHistory(setting, target, await loadNamedPlans(db)),
    ...(await viewRestatements(db, setting, target)),
    notes: notesOf(target, answer, found),
  }
}

/** The goal by each list of similar councils; a frozen one stays at one value, whichever the list. */
async function goalsByList(
  db: Database,
  setting: Setting,
  { terms }: RegisteredTarget,
): Promise<TargetPageAnswer['lists']> {
  const { benchmark } = terms
  if (benchmark?.group !== 'neighbours' || benchmark.mode !== 'live') return []
  const models = await findModels(db)
  return Promise.all(
    models.map(async (model) => {
      const asked = { terms: { ...terms, benchmark: { ...benchmark, model } } }
      const found = await loadTargetFigures(db, setting, asked)
      const goal = newestBenchmark(found.benchmark)
      const text = goal ? benchmarkText(goal, found.subject) : 'no figure that it could be taken from'
      return { model, text, chosen: model === benchmark.model }
    }),
  )
}

/** What to bear in mind of a target; nothing that its own sentences say already. */
function notesOf(
  { terms }: RegisteredTarget,
  { goal, stated, point, illustrative }: TargetAnswer,
  { subject, benchmark }: TargetFigures,
): string[] {
  const notes: string[] = []
  if (terms.approvedOn === null) notes.push('Nobody has approved this target, so no figure is rated by it.')
  if (terms.dueNote !== null) notes.push(`About the day: ${terms.dueNote}`)
  notes.push(
    terms.baseline === null
      ? 'No baseline is stated, so there is no path from it: what is asked for is the goal, on every day.'
      : `About the baseline: ${terms.baseline.source}`,
  )
  if (stated && terms.baseline && goal !== null && goal.value !== null) {
    const made = requiredChange(terms.baseline.value, goal.value)
    if (terms.baseline.value > 0 && Math.abs(made - stated.percent) >= 1)
      notes.push(
        `The paper says ${percent(stated.percent)}; from the baseline to the goal as it is now it is ${percent(made)}. Neither is corrected by the other.`,
      )
  }
  const newest = benchmark.at(-1)
  const used = newestBenchmark(benchmark)
  if (newest && !newest.reliable)
    notes.push(
      `Newer figures are not used for the goal, since fewer than seven of the group have reported: ${benchmarkText(newest, subject)}.`,
    )
  const live = terms.benchmark?.mode === 'live'
  if (live && used && point && monthsBetween(used.at.end, point.end) > 12)
    notes.push(
      `The goal is taken from figures of ${dayLabel(used.at.end)}, more than a year before the newest figure.`,
    )
  if (illustrative)
    notes.push('The newest figure is made up to show how the dashboard works, and so is how it is rated.')
  return notes
}
const percent = (x: number) =>
  `${formatNumber(Math.abs(x), round(x, 0) === x ? 0 : 1)}% ${x < 0 ? 'less' : 'more'}`
