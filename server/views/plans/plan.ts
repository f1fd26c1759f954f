import type { PlanAnswer } from '../../contract/plan-answers.ts'
import { actionTerms } from '../../contract/plans.ts'
import { addDays, ageLabel, dayLabel } from '../../domain/period.ts'
import { dueMove, dueMoves, overdueDays } from '../../domain/plan-dates.ts'
import type { Database } from '../../store/database.ts'
import { theBody } from '../meetings/meeting-words.ts'
import { loadNamedPlans } from '../programmes/programme-register.ts'
import { loadEntries } from '../registers/register.ts'
import { findArea, type Setting } from '../subject.ts'
import { planAction } from './plan-action.ts'
import { viewBaseline } from './plan-baseline.ts'
import { viewCover } from './plan-cover.ts'
import { viewFunding } from './plan-funding.ts'
import { viewInspection } from './plan-inspection.ts'
import { kindLabel, stateLabel } from './plan-labels.ts'
import { viewPlanMeasures } from './plan-measures.ts'
import { viewPlanMeetings } from './plan-meetings.ts'
import { loadMilestones } from './plan-milestones.ts'
import { viewMoves } from './plan-moves.ts'
import { documentsOf, inspectionOf, viewRecommendations } from './plan-papers.ts'
import {
  isUnheard,
  lastWordOn,
  loadPlan,
  meetingDaysOf,
  type PlanOnDay,
  type RegisteredAction,
  recordedOn,
  silentSince,
  sourceOf,
} from './plan-register.ts'
import { viewReview } from './plan-review.ts'
import { everIn, viewStability } from './plan-stability.ts'
import { viewStrands } from './plan-strands.ts'
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
  const ever = everIn(await loadEntries(db, 'action', actionTerms, read.asAt), id)
  const moves = dueMoves(actions.map(({ versions }) => dueMove(versions.map((each) => each.terms.due))))
  return {
    id,
    version: plan.version,
    retired: plan.retired,
    name: terms.name,
    kind: terms.kind,
    kindWords: kindLabel(terms.kind),
    area: { id: area.id, name: area.name },
    onAPage: (await loadNamedPlans(db)).get(id)?.isProgramme ?? false,
    purpose: terms.purpose,
    how: terms.how,
    follows: await inspectionOf(db, terms.inspection),
    inspection: await viewInspection(db, terms.inspection, on),
    strands: viewStrands(setting, read),
    cover: viewCover(read),
    funding: viewFunding(terms),
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
    measures: await viewPlanMeasures(db, setting, read),
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
    timeline: viewTimeline(read, await loadMilestones(db, read)),
    undatedWords: undatedInWords(actions),
    moved: await viewMoves(db, setting, { id, area: terms.area }, read, since),
    dueMoves: { ...moves, words: dueMovesInWords(moves) },
    baseline: viewBaseline(read, ever, moves),
    stability: viewStability(plan, ever, moves, read),
    review: viewReview(read),
    recommendations: await viewRecommendations(db, setting, read),
    boards: terms.boards,
    meetings: await viewPlanMeetings(db, setting, read),
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
  const meetings = (await meetingDaysOf(db, { id: plan.id, area }, today)).filter(
    (day) => day.board !== null || (from !== null && day.on >= from && day.on <= end),
  )
  const labels = new Map([
    ...(on === today ? [] : [[on, 'the day that is shown'] as const]),
    ...(from !== null && from < today ? [[from, 'the day on which it began'] as const] : []),
    ...meetings.map(
      (day) => [day.on, `a meeting of ${day.board === null ? 'the committee' : theBody(day.board)}`] as const,
    ),
    ...recorded.map((day) => [day, 'something was put on record'] as const),
  ])
  const past = [...labels].filter(([day]) => day < today).sort(([a], [b]) => (a < b ? 1 : -1))
  return [
    { value: '', label: `Today, ${dayLabel(today)}` },
    ...past.map(([value, why]) => ({ value, label: `${dayLabel(value)}: ${why}` })),
  ]
}
