import type { LinkedAction, LinkedQuestion, LinkedRecommendation } from '../../contract/exception-answers.ts'
import type { PlanPart } from '../../contract/indicator-actions.ts'
import { actionTerms, planTerms } from '../../contract/plans.ts'
import { type QuestionTerms, questionTerms, recommendationTerms } from '../../contract/scrutiny.ts'
import { dayLabel, daysBetween, periodLabel, periodOf } from '../../domain/period.ts'
import { definitionOf } from '../../registers/definitions.ts'
import type { Database } from '../../store/database.ts'
import { viewPartsOn } from '../plans/plan-parts-on.ts'
import { type Entry, loadEntries } from '../registers/register.ts'
import type { Setting } from '../subject.ts'

/** What the registers hold about one measure of an area. */
export type Linked = {
  actions: LinkedAction[]
  parts: PlanPart[]
  questions: LinkedQuestion[]
  answered: LinkedQuestion | null
  recommendations: LinkedRecommendation[]
}

/** Actions nearest in time to `day` first, parts of plans, those of plans that run on it first, open questions with the oldest first, and the last answer that was given. */
export async function linkedTo(
  db: Database,
  setting: Setting,
  { indicator, area, day, asAt }: { indicator: string; area: string; day: string; asAt?: string | undefined },
): Promise<Linked> {
  const questions = (await loadEntries(db, 'question', questionTerms, asAt))
    .filter(({ retired, terms }) => !retired && terms.indicator === indicator && terms.area === area)
    .sort((a, b) => (a.terms.askedOn < b.terms.askedOn ? -1 : 1))
  const answered = questions
    .filter(({ terms }) => terms.answeredOn !== null)
    .sort((a, b) => ((a.terms.answeredOn ?? '') < (b.terms.answeredOn ?? '') ? 1 : -1))[0]
  return {
    actions: await actionsOf(db, setting, indicator, area, day, asAt),
    parts: await viewPartsOn(db, { indicator, area, day, asAt }),
    questions: questions.filter(({ terms }) => !terms.closed).map(viewQuestion),
    answered: answered ? viewQuestion(answered) : null,
    recommendations: await recommendationsOf(db, setting, indicator, area, asAt),
  }
}

async function actionsOf(
  db: Database,
  setting: Setting,
  indicator: string,
  area: string,
  day: string,
  asAt: string | undefined,
): Promise<LinkedAction[]> {
  const plans = new Map((await loadEntries(db, 'plan', planTerms, asAt)).map((plan) => [plan.id, plan.terms]))
  return (await loadEntries(db, 'action', actionTerms, asAt))
    .filter(({ retired, terms }) => !retired && terms.indicators.includes(indicator))
    .filter(({ terms }) => (plans.get(terms.plan)?.area ?? area) === area)
    .sort((a, b) => distance(a.terms.statedOn, day) - distance(b.terms.statedOn, day))
    .map(({ id, terms }) => {
      const plan = plans.get(terms.plan)
      return {
        id,
        title: terms.title,
        plan: plan ? { id: terms.plan, name: plan.name } : null,
        owner: terms.owner,
        due: terms.due ? dayLabel(terms.due) : terms.dueText,
        state: terms.state,
        stateWords: labelOf('action', 'state', terms.state),
        update: terms.update,
        evidence: terms.evidence,
        statedLabel: dayLabel(terms.statedOn),
        near: distance(terms.statedOn, day) <= NEAR_DAYS,
        source: sourceOf(setting, terms),
      }
    })
}

/** What was stated longer before a period, or after it, was hardly stated about it. */
const NEAR_DAYS = 366

const distance = (a: string, b: string) => Math.abs(daysBetween(a, b))

async function recommendationsOf(
  db: Database,
  setting: Setting,
  indicator: string,
  area: string,
  asAt: string | undefined,
): Promise<LinkedRecommendation[]> {
  return (await loadEntries(db, 'recommendation', recommendationTerms, asAt))
    .filter(({ retired, terms }) => !retired && terms.area === area && terms.indicators.includes(indicator))
    .map(({ id, terms }) => ({
      id,
      text: terms.text,
      committee: terms.committee,
      madeLabel: dayLabel(terms.madeOn),
      targetText: terms.targetText,
      officer: terms.officer,
      update: terms.update,
      rag: terms.rag,
      asOfLabel: dayLabel(terms.asOf),
      source: sourceOf(setting, terms),
    }))
}

function viewQuestion({ id, terms }: Entry<QuestionTerms>): LinkedQuestion {
  const meeting = terms.carriedTo ?? terms.meeting
  return {
    id,
    question: terms.question,
    about: terms.period && periodLabel(periodOf(terms.period)),
    asked: `${terms.askedBy}, ${dayLabel(terms.askedOn)}`,
    meeting: meeting && `${terms.carriedTo ? 'Carried on to' : 'For'} the meeting of ${dayLabel(meeting)}`,
    answer: terms.answer,
    answered: terms.answeredOn && `${terms.answeredBy ?? 'No role named'}, ${dayLabel(terms.answeredOn)}`,
    closed: terms.closed,
  }
}

/** A paper by its title, or as it was named. */
export const sourceOf = (
  { reference }: Setting,
  { document, page }: { document: string; page: string | null },
) => ({ document: reference.document(document)?.title ?? document, page })

/** What a form calls a choice. */
function labelOf(register: string, name: string, value: string): string {
  const field = definitionOf(register)?.fields.find((each) => each.name === name)
  return field?.options.find((option) => option.value === value)?.label ?? value
}
