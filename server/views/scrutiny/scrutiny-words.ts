import type { TrackerAnswer } from '../../contract/scrutiny-answers.ts'
import { dayLabel } from '../../domain/period.ts'
import { formatNumber } from '../../domain/rounding.ts'

/** The sentences of the tracker and of the questions, in plain words. */

const number = (n: number) => formatNumber(n, 0)
const counted = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`

/** `1 day`, `331 days` */
export const daysWords = (days: number): string => counted(days, 'day')

/** `3 Green, 2 Amber and no Red` */
export function inAList(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

/** "331 days late on 27 April 2017"; where the row is of an earlier day, it may have been done since. */
export function overdueWords(days: number, asOf: string, on: string): string {
  const late = `${daysWords(days)} late on ${dayLabel(on)}`
  return asOf < on ? `${late}, unless it was done after ${dayLabel(asOf)}` : late
}

/** Why something is not late although its day is over. */
export const passedWords = (days: number, on: string): string =>
  `Its day was over ${daysWords(days)} before ${dayLabel(on)}. The tracker calls it Green, so it is not counted as late.`

/** How many there are of each rating, and how many are late. */
export function countedWords(
  { total, ratings, overdue }: TrackerAnswer['counts'],
  area: string,
  on: string,
): string {
  if (total === 0) return `No recommendation of a committee is held for ${area} by ${dayLabel(on)}.`
  const each = inAList(ratings.map(({ rag, count }) => `${count === 0 ? 'no' : number(count)} ${rag}`))
  const late = overdue === 0 ? 'none is late' : `${number(overdue)} ${overdue === 1 ? 'is' : 'are'} late`
  return `${counted(total, 'recommendation')}: ${each}. Counted to ${dayLabel(on)}, ${late}.`
}

const stoodWords = (n: number) => (n === 1 ? '1 is as it stood' : `${number(n)} are as they stood`)

/** Of which day the rows are, where that is not the day that is shown; null where it is. */
export function heldWords(asOf: readonly string[], on: string): string | null {
  const days = [...new Set(asOf)].sort()
  const newest = days.at(-1)
  if (newest === undefined || (days.length === 1 && newest === on)) return null
  const said =
    days.length === 1
      ? `The rows are as they stood in the tracker of ${dayLabel(newest)}`
      : `Of the rows, ${inAList(days.map((day) => `${stoodWords(asOf.filter((each) => each === day).length)} on ${dayLabel(day)}`))}`
  if (newest > on) return `${said}. That is after ${dayLabel(on)}: of before, nothing is held.`
  return newest < on ? `${said}; nothing newer was entered.` : `${said}.`
}

/** How many questions wait for an answer. */
export function questionsWords(
  { open, answered, closed }: { open: number; answered: number; closed: number },
  area: string,
): string {
  if (open + answered + closed === 0) return `No question of a member is held for ${area}.`
  const waits =
    open === 0 ? 'No question waits' : `${counted(open, 'question')} ${open === 1 ? 'waits' : 'wait'}`
  const rest = [
    answered > 0 && `${number(answered)} ${answered === 1 ? 'is' : 'are'} answered and not closed yet`,
    closed > 0 && `${number(closed)} ${closed === 1 ? 'is' : 'are'} answered and closed`,
  ].filter((part) => part !== false)
  return `${waits} for an answer${rest.length > 0 ? `; ${rest.join(', ')}` : ''}.`
}
