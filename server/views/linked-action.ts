import type { ActionTerms } from '../contract/plans.ts'
import type { EventAnswer, LinkedEntry } from '../contract/points.ts'
import { dayOfLastWord, untilItHeld, type Word } from '../domain/last-word.ts'
import { dayLabel } from '../domain/period.ts'
import { isOpen } from '../domain/plan-dates.ts'
import { cut, factsOf, linkedEvent } from './linked-event.ts'
import { stateLabel } from './plans/plan-labels.ts'
import type { Entry, Version } from './registers/register.ts'
import type { Setting } from './subject.ts'

type Action = Entry<ActionTerms>

/** What an action says of its progress; that it is linked to another measure is no news of it. */
function wordOf({ terms, madeAt }: Version<ActionTerms>): Word {
  const { state, stateText, progress, update, next, evidence, statedOn } = terms
  const says = JSON.stringify([state, stateText, progress, update, next, evidence])
  return { says, statedOn, recordedOn: madeAt.slice(0, 10) }
}

/**
 * The days of an action that belong on a chart: the one on which it was said to be done or stopped or, while it is open,
 * its due day; and that of the last word on it, unless they are the same. When it starts is told beside them.
 */
export function actionDays(setting: Setting, action: Action): EventAnswer[] {
  const { id, terms } = action
  const saidOn = dayOfLastWord(action.versions.map(wordOf)) ?? terms.statedOn
  const end = endOf(action)
  const ended = (told: string, on: string) =>
    linkedEvent(setting, entryOf(id, terms, told, saidOn), {
      key: 'end',
      on,
      label: `Action ${told.toLowerCase()}: ${cut(terms.title)}`,
      shortLabel: `Action ${told.toLowerCase()}`,
      source: terms,
    })
  const ends = end ? [ended(end.told, end.on)] : []
  return end?.on === saidOn ? ends : [...ends, lastWord(setting, action, saidOn)]
}

/** The day of its end, as far as there is one. */
function endOf({ terms, versions }: Action): { told: string; on: string } | null {
  if (isOpen(terms)) return terms.due === null ? null : { told: 'Due', on: terms.due }
  const until = untilItHeld(versions, (version) => version.terms.state === terms.state)
  const on = dayOfLastWord(until.map(wordOf))
  return on === null ? null : { told: stateLabel(terms.state), on }
}

function lastWord(setting: Setting, { id, terms }: Action, on: string): EventAnswer {
  const { title, update } = terms
  const label = update
    ? `Update of the action “${cut(title, 50)}”: ${cut(update, 90)}`
    : `Last word on the action “${cut(title)}”: ${stateLabel(terms.state).toLowerCase()}`
  return linkedEvent(setting, entryOf(id, terms, update ? 'Update' : 'Last word', on), {
    key: 'word',
    on,
    label,
    shortLabel: update ? 'Update of an action' : 'Last word on an action',
    source: terms,
  })
}

function entryOf(id: string, terms: ActionTerms, told: string, saidOn: string): LinkedEntry {
  const { title, owner, state, start, due, dueText, update, evidence } = terms
  const isDue = told === 'Due'
  return {
    register: 'action',
    id,
    title,
    told,
    facts: factsOf(
      ['Who does it', owner],
      ['State', `${stateLabel(state)}, as said on ${dayLabel(saidOn)}`],
      ['Start', start && dayLabel(start)],
      ['Due', isDue ? null : due ? dayLabel(due) : (dueText ?? 'No due day is stated')],
      ['Said of it', isDue ? null : update],
      ['Evidence', isDue ? null : evidence],
    ),
  }
}
