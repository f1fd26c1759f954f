import type { PlanAnswer } from '../../contract/plan-answers.ts'
import { addDays, ageLabel, dayLabel } from '../../domain/period.ts'
import { dueMove, dueMoves, overdueDays } from '../../domain/plan-dates.ts'
import type { Database } from '../../store/database.ts'
import { findArea, type Setting } from '../subject.ts'
import { planAction } from './plan-action.ts'
import { kindLabel, stateLabel } from './plan-labels.ts'
import { viewMoves } from './plan-moves.ts'
import { documentsOf, inspectionOf, viewRecommendations } from './plan-papers.ts'
import {
  isUnheard,
  lastWordOn,
  loadPlan,
  meetingsOf,
  type PlanOnDay,
  type RegisteredAction,
  recordedOn,
  silentSince,
  sourceOf,
} from './plan-register.ts'
import { viewReview } from './plan-review.ts'
import { undatedInWords, viewTimeline } from './plan-timeline.ts'
import {
  countActions,
  countsInWords,
  daysOf,
  dueInWords,
  dueMovesInWords,
  periodInWords,
  unheardInWords,
} from './plan-words.ts'

type Query = { on?: string | undefined; since?: string | undefined }

/** Meetings for so many days after the last word are offered where no end is stated. */
const MEETINGS_AFTER_DAYS = 365

/** A plan on a day: what it is for, where it stands, its timeline, what moved, and where all of it comes from. */
export async function viewPlan(
  db: Database,
  setting: Setting,
  id: string,
  { on: asked, since }: Query,
): Promise<PlanAnswer> {
  const read = await loadPlan(db, setting, id, asked)
  const { plan, actions, on, isToday, recordNote } = read
  const { terms } = plan
  const area = findArea(setting, terms.area)
  const silence = silenceOf(read)
  const counts = countActions(
    actions.map((action) => action.terms),
    on,
  )
  const moves = dueMoves(actions.map(({ versions }) => dueMove(versions.map((each) => each.terms.due))))
  return {
    id,
    version: plan.version,
    retired: plan.retired,
    name: terms.name,
    kind: terms.kind,
    kindWords: kindLabel(terms.kind),
    area: { id: area.id, name: area.name },
    purpose: terms.purpose,
    follows: await inspectionOf(db, terms.inspection),
    period: periodInWords(terms),
    periodNote: terms.periodNote,
    source: sourceOf(setting, terms),
    on,
    onLabel: dayLabel(on),
    isToday,
    today: setting.today,
    onOptions: await optionsFor(db, setting, read),
    recordNote,
    silence,
    counts,
    countsWords: countsInWords(counts),
    dueWords: dueInWords(counts),
    unheardWords: silence ? null : unheardOf(actions, on),
    actions: actions.map((action) => planAction(setting, action, terms, on)),
    stages: terms.stages.map((stage) => ({
      id: stage.id,
      name: stage.name,
      days: daysOf(stage.from, stage.to),
      text: stage.text,
      ...counted(
        actions.filter((action) => action.terms.stage === stage.id),
        on,
      ),
    })),
    owners: [...Map.groupBy(actions, (action) => action.terms.owner)].map(([owner, own]) => ({
      owner,
      ...counted(own, on),
    })),
    states: statesOf(actions, on),
    timeline: viewTimeline(read),
    undatedWords: undatedInWords(actions),
    moved: await viewMoves(db, setting, { id, area: terms.area }, read, since),
    dueMoves: { ...moves, words: dueMovesInWords(moves) },
    review: viewReview(read),
    recommendations: await viewRecommendations(db, setting, read),
    boards: terms.boards,
    notes: terms.notes,
    documents: documentsOf(setting, read),
  }
}

function counted(actions: readonly RegisteredAction[], on: string) {
  const counts = countActions(
    actions.map(({ terms }) => terms),
    on,
  )
  const due = counts.openWithDue === 0 ? '' : ` ${dueInWords(counts)}`
  return { counts, countsWords: `${countsInWords(counts)}${due}` }
}

function statesOf(actions: readonly RegisteredAction[], on: string): PlanAnswer['states'] {
  const late = actions.filter(({ terms }) => overdueDays(terms, on) !== null).length
  const states = Map.groupBy(actions, ({ terms }) => terms.state)
  const own = [...states].map(([value, members]) => ({
    value,
    label: `${stateLabel(value)} (${members.length})`,
  }))
  return late === 0 ? own : [...own, { value: 'overdue', label: `Overdue (${late})` }]
}

/** Overdue actions of which no word came after they were due: nobody may take them for unfinished. */
function unheardOf(actions: readonly RegisteredAction[], on: string): string | null {
  const late = actions.filter(({ terms }) => overdueDays(terms, on) !== null)
  const unheard = late.filter((action) => isUnheard(action, on))
  const newest = unheard.map(lastWordOn).sort().at(-1)
  return newest === undefined ? null : unheardInWords(unheard.length, late.length, newest)
}

function silenceOf({ plan, actions, on }: PlanOnDay): PlanAnswer['silence'] {
  const newest = silentSince([plan, ...actions], on)
  if (newest === null) return null
  const late = actions.some(({ terms }) => overdueDays(terms, on) !== null)
  return {
    on: newest,
    words: `Nothing has been heard of this plan since ${dayLabel(newest)}, ${ageLabel(newest, on)} before. What stands here is what was known then${late ? '; what is overdue by the record may have been done since' : ''}.`,
  }
}

/** Today, the days on which something was put on record, and the meetings while the plan ran. */
async function optionsFor(
  db: Database,
  { today }: Setting,
  { plan, actions, on }: PlanOnDay,
): Promise<PlanAnswer['onOptions']> {
  const { from, to, area } = plan.terms
  const recorded = [plan, ...actions].flatMap(({ versions }) => versions.map(recordedOn))
  const end = to ?? addDays(recorded.toSorted().at(-1) ?? on, MEETINGS_AFTER_DAYS)
  const meetings = (await meetingsOf(db, area)).filter((day) => from !== null && day >= from && day <= end)
  const labels = new Map([
    ...(on === today ? [] : [[on, 'the day that is shown'] as const]),
    ...(from !== null && from < today ? [[from, 'the day on which it began'] as const] : []),
    ...meetings.map((day) => [day, 'a meeting of the committee'] as const),
    ...recorded.map((day) => [day, 'something was put on record'] as const),
  ])
  const past = [...labels].filter(([day]) => day < today).sort(([a], [b]) => (a < b ? 1 : -1))
  return [
    { value: '', label: `Today, ${dayLabel(today)}` },
    ...past.map(([value, why]) => ({ value, label: `${dayLabel(value)}: ${why}` })),
  ]
}
