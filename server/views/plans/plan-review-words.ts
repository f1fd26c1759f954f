import type { PlanTerms } from '../../contract/plans.ts'
import { dayLabel } from '../../domain/period.ts'
import { daysOfWeek, phaseOf, weekOf, weeksIn, weeksOver } from '../../domain/plan-dates.ts'
import { formatNumber } from '../../domain/rounding.ts'
import { are, many } from './plan-words.ts'

/** Which week of a review a day lies in, of how many. */
export function weekInWords(start: string, weeks: number | null, on: string): string {
  const of = weeks === null ? '' : ` of ${weeks}`
  const phase = phaseOf(start, weeks, on)
  if (phase === 'before') return `On ${dayLabel(on)} it had not begun: week 1 began on ${dayLabel(start)}.`
  if (phase === 'over' && weeks !== null) {
    const { to } = daysOfWeek(start, weeks)
    return `On ${dayLabel(on)} its ${weeks} weeks were over: the last of them ended on ${dayLabel(to)}.`
  }
  const past = weeksIn(start, on)
  const gone = past === 0 ? 'no whole week had passed' : `${many(past, 'whole week')} had passed`
  return `On ${dayLabel(on)} it was in week ${formatNumber(weekOf(start, on), 0)}${of}; ${gone}.`
}

/** Where the last planned week lies, and in which week the stated end does. */
export function endInWords(start: string, weeks: number, end: string | null): string {
  const { from, to } = daysOfWeek(start, weeks)
  const planned = `Week ${weeks}, the last one planned, is that of ${dayLabel(from)} to ${dayLabel(to)}`
  if (end === null) return `${planned}. No end is stated.`
  const over = weeksOver(start, end, weeks)
  if (over === 0) return `${planned}. The stated end, ${dayLabel(end)}, lies in it.`
  const size = many(Math.abs(over), 'week')
  return `${planned}. The stated end, ${dayLabel(end)}, lies in week ${weekOf(start, end)}, ${size} ${over > 0 ? 'later' : 'earlier'}.`
}

type Slipping = Pick<PlanTerms, 'from' | 'to' | 'weeksPlanned' | 'parts'>

/** Whether parts came on top after the start, and whether the length or the end was moved. `first` is the plan as first set. */
export function slippageInWords(now: Slipping, first: Slipping): string {
  const added = now.parts.filter(({ state }) => state === 'added')
  const weeks = added.reduce((sum, part) => sum + (part.weeks ?? 0), 0)
  const took = weeks > 0 ? ` (${many(weeks, 'week')})` : ''
  const parts =
    added.length === 0
      ? 'No part was added after the start'
      : `${many(added.length, 'part')} ${added.length === 1 ? 'was' : 'were'} added after the start${took}`
  return `${parts}; ${keptOrMoved(now, first)}.`
}

function keptOrMoved(now: Slipping, first: Slipping): string {
  const lengthened =
    now.weeksPlanned !== null && first.weeksPlanned !== null && now.weeksPlanned !== first.weeksPlanned
  if (lengthened) return `the ${first.weeksPlanned} weeks first planned became ${now.weeksPlanned}`
  if (now.to !== first.to) {
    const from = first.to === null ? 'no day' : dayLabel(first.to)
    return `the end was moved from ${from} to ${now.to === null ? 'no day' : dayLabel(now.to)}`
  }
  const over = now.from && now.to && now.weeksPlanned ? weeksOver(now.from, now.to, now.weeksPlanned) : 0
  if (over > 0) return `the stated end lies ${many(over, 'week')} after the ${now.weeksPlanned} planned`
  if (now.weeksPlanned !== null) return `the ${now.weeksPlanned} weeks were kept`
  return now.to === null ? 'no end is stated' : `the end, ${dayLabel(now.to)}, was kept`
}

/** How much of what was first planned is done; what was added on the way is counted apart. */
export function partsInWords(parts: PlanTerms['parts']): string {
  const count = (state: string) => parts.filter((part) => part.state === state).length
  const [done, remaining, added] = [count('done'), count('remaining'), count('added')]
  const first = done + remaining
  const more =
    added === 0
      ? ''
      : ` ${added} ${added === 1 ? 'was' : 'were'} added on the way and ${are(added)} counted apart.`
  if (first === 0) return `No part is listed as first planned.${more}`
  if (remaining === 0) return `Of the ${many(first, 'part')} first planned all are done.${more}`
  return `Of the ${many(first, 'part')} first planned ${done === 0 ? 'none is' : `${done} ${are(done)}`} done, and ${remaining} ${remaining === 1 ? 'remains' : 'remain'}.${more}`
}
