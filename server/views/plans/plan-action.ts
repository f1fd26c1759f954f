import type { PlanAction } from '../../contract/plan-action-answers.ts'
import type { PlanTerms } from '../../contract/plans.ts'
import { dayLabel } from '../../domain/period.ts'
import { overdueDays } from '../../domain/plan-dates.ts'
import { formatNumber } from '../../domain/rounding.ts'
import type { Setting } from '../subject.ts'
import { stateLabel } from './plan-labels.ts'
import { isUnheard, lastWordOn, type RegisteredAction, sourceOf } from './plan-register.ts'
import { servedOf } from './plan-strands.ts'
import { daysInWords } from './plan-words.ts'

/** An action as it stands on a day. */
export function planAction(
  setting: Setting,
  action: RegisteredAction,
  { stages, strands }: Pick<PlanTerms, 'stages' | 'strands'>,
  on: string,
): PlanAction {
  const { id, version, terms } = action
  const { reference, owner, start, due, dueText, state, stateText, progress, title } = terms
  const days = overdueDays(terms, on)
  const stage = stages.find((each) => each.id === terms.stage)
  return {
    id,
    title,
    reference,
    stage: stage ? { id: stage.id, name: stage.name } : null,
    serves: servedOf({ strands }, terms.serves),
    owner,
    start,
    startLabel: start && dayLabel(start),
    due,
    dueLabel: due && dayLabel(due),
    dueText,
    state,
    stateWords: stateLabel(state),
    stateText,
    overdueDays: days,
    overdueWords: days === null ? null : `Overdue by ${daysInWords(days)}`,
    lastWord: { on: lastWordOn(action), label: dayLabel(lastWordOn(action)) },
    unheard: isUnheard(action, on),
    progress: progress === null ? null : `${formatNumber(progress, 0)}%`,
    update: terms.update,
    next: terms.next,
    measures: terms.indicators.map((indicator) => ({
      id: indicator,
      name: setting.reference.indicator(indicator)?.name ?? indicator,
    })),
    source: sourceOf(setting, terms),
    version,
  }
}
