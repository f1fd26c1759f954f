import type { PlanActionPage } from '../../contract/plan-action-answers.ts'
import { actionTerms, planTerms } from '../../contract/plans.ts'
import { recommendationTerms } from '../../contract/scrutiny.ts'
import { ageLabel, dayLabel } from '../../domain/period.ts'
import { dueMove } from '../../domain/plan-dates.ts'
import type { Database } from '../../store/database.ts'
import { viewOneEntry } from '../registers/entries.ts'
import { findEntry, loadEntries } from '../registers/register.ts'
import { findArea, type Setting } from '../subject.ts'
import { planAction } from './plan-action.ts'
import { CAUTION, viewMeasureAround } from './plan-measure.ts'
import { movesOf } from './plan-move.ts'
import { type RegisteredAction, readingOf, silentSince } from './plan-register.ts'
import { dueMoveInWords } from './plan-words.ts'

/** An action on a day: everything that is on record of it, and its measures before and after. */
export async function viewActionPage(
  db: Database,
  setting: Setting,
  id: string,
  { on: asked }: { on?: string | undefined },
): Promise<PlanActionPage> {
  const known = await findEntry(db, 'action', actionTerms, id, 'an action')
  const { on, isToday, asAt, recordNote } = readingOf(setting, known, asked)
  const then = asAt === undefined ? [] : await loadEntries(db, 'action', actionTerms, asAt)
  const entry: RegisteredAction = then.find((each) => each.id === id) ?? known
  const { terms } = entry
  const plan = await findEntry(db, 'plan', planTerms, terms.plan, 'a plan')
  const area = findArea(setting, plan.terms.area)
  const action = planAction(setting, entry, plan.terms, on)
  const history = movesOf('action', await viewOneEntry(db, setting, 'action', id))
  return {
    action,
    plan: { id: plan.id, name: plan.terms.name },
    area: { id: area.id, name: area.name },
    on,
    onLabel: dayLabel(on),
    isToday,
    recordNote,
    retired: entry.retired,
    standing: standingOf(action, silentSince([entry], on), on),
    evidence: terms.evidence,
    recommendation: await textOf(db, terms.recommendation),
    dueMove: dueMoveInWords(dueMove(entry.versions.map((version) => version.terms.due))),
    measures: await Promise.all(
      terms.indicators.map((indicator) =>
        viewMeasureAround(db, setting, indicator, terms, {
          area: area.id,
          asAt: isToday ? undefined : on,
        }),
      ),
    ),
    caution: CAUTION,
    history: history.filter((move) => isToday || move.on <= (asAt ?? on)),
  }
}

/** `silent` is the day of the last word, where it is so long ago that nobody may take it for the state of today. */
function standingOf(
  { stateWords, overdueWords, due, dueLabel, dueText, state }: PlanActionPage['action'],
  silent: string | null,
  on: string,
): string {
  if (state === 'done' || state === 'stopped') return `${stateWords}.`
  const ago = silent && ` when last heard of, on ${dayLabel(silent)}, ${ageLabel(silent, on)} before`
  if (overdueWords) {
    const then = ago ? `; it was ${stateWords.toLowerCase()}${ago}` : `, and is ${stateWords.toLowerCase()}`
    return `${overdueWords}: it was due on ${dueLabel}${then}.`
  }
  const words = `${stateWords}${ago ?? ''}`
  if (due) return `${words}; due on ${dueLabel}.`
  return `${words}; no due day is set${dueText ? ` (as printed: ${dueText})` : ''}.`
}

async function textOf(db: Database, recommendation: string | null): Promise<string | null> {
  if (recommendation === null) return null
  const entries = await loadEntries(db, 'recommendation', recommendationTerms)
  return entries.find(({ id }) => id === recommendation)?.terms.text ?? null
}
