import { dayLabel } from '../../domain/period.ts'
import { type DueMove, dueMove } from '../../domain/plan-dates.ts'
import type { Version } from '../registers/register.ts'
import { type RegisteredAction, recordedOn } from './plan-register.ts'
import { standsIn } from './plan-stability.ts'

/** The version that stood at the end of a day. */
export const atEndOf = <V extends Pick<Version<unknown>, 'madeAt'>>(versions: readonly V[], day: string) =>
  versions.findLast((version) => recordedOn(version) <= day)

/**
 * What became of an action since its plan was first set: whether it was in it then and is now, what was changed of what
 * was planned (nothing if empty), and how far its due day moved.
 */
export type Fate = { was: boolean; is: boolean; what: string[]; move: DueMove }

export function fateOf({ versions }: RegisteredAction, plan: string, firstSet: string): Fate {
  const then = atEndOf(versions, firstSet)
  const now = versions.at(-1)
  const [was, is] = [standsIn(then, plan), standsIn(now, plan)]
  const move = dueMove(versions.map(({ terms }) => terms.due))
  const what = [
    ...(is && !was ? [`Added on ${dayLabel(cameOn(versions, plan))}`] : []),
    ...(is ? [] : leavingOf(versions, plan, firstSet)),
    ...(is ? dueInWords(move, was && then?.terms.due === null) : []),
    ...(is && was && then && now ? otherwise(then, now) : []),
  ]
  return { was, is, what, move }
}

type Versions = RegisteredAction['versions']

const cameOn = (versions: Versions, plan: string): string => {
  const came = versions.findLast((version, i) => standsIn(version, plan) && !standsIn(versions[i - 1], plan))
  return came ? recordedOn(came) : ''
}

/** What came and went on the first day alone was never part of the plan as first set. */
function leavingOf(versions: Versions, plan: string, firstSet: string): string[] {
  const left = versions.findLast((version, i) => !standsIn(version, plan) && standsIn(versions[i - 1], plan))
  if (!left || recordedOn(left) <= firstSet) return []
  const how = left.retired ? 'Taken out' : 'Moved to another plan'
  const came = cameOn(versions, plan)
  const added = came > firstSet ? [`Added on ${dayLabel(came)}`] : []
  return [...added, `${how} on ${dayLabel(recordedOn(left))}`]
}

function dueInWords({ now, changes, days }: DueMove, hadNone: boolean): string[] {
  const times = changes > 1 ? [`Due day changed ${changes} times`] : []
  if (changes === 0) return hadNone && now !== null ? ['Given a due day'] : []
  if (now === null || days === null) return ['Due day dropped', ...times]
  if (days === 0) return ['Due day moved and put back', ...times]
  return [days > 0 ? 'Put off' : 'Brought forward', ...times]
}

function otherwise({ terms: then }: Versions[number], { terms: now }: Versions[number]): string[] {
  const startOf = (start: string | null) => (start ? dayLabel(start) : 'none')
  return [
    ...(then.owner === now.owner ? [] : [`Who does it: from ${then.owner} to ${now.owner}`]),
    ...(then.start === now.start ? [] : [`Start: from ${startOf(then.start)} to ${startOf(now.start)}`]),
    ...(then.stage === now.stage ? [] : ['Moved to another stage']),
  ]
}
