import { daysBetween } from './period.ts'

/** The days of a member's question; all are ISO days. `meeting` is the one that it is asked for. */
export type QuestionDays = {
  askedOn: string
  answeredOn: string | null
  meeting: string | null
  carriedTo: string | null
  closed: boolean
}

export type QuestionState = 'open' | 'answered' | 'closed'

/**
 * How a question stood on a day, by its own days. It is closed once it is answered and the committee is content; on
 * which day the committee was content is not kept, so the day of the answer counts.
 */
export function questionState({ answeredOn, closed }: QuestionDays, on: string): QuestionState {
  if (answeredOn === null || answeredOn > on) return 'open'
  return closed ? 'closed' : 'answered'
}

/** For how many days it was, or has been, without an answer on a day. */
export function daysOpen({ askedOn, answeredOn }: QuestionDays, on: string): number {
  const until = answeredOn !== null && answeredOn <= on ? answeredOn : on
  return Math.max(daysBetween(askedOn, until), 0)
}

/** The meeting that it comes before: the one that it was carried on to, or else the one that it was asked for. */
export const meetingOf = ({ meeting, carriedTo }: Pick<QuestionDays, 'meeting' | 'carriedTo'>) =>
  carriedTo ?? meeting

/** Whether its meeting is over and it still has no answer, so that it has to be carried on. */
export function needsCarrying(question: QuestionDays, on: string): boolean {
  const meeting = meetingOf(question)
  return meeting !== null && meeting < on && questionState(question, on) === 'open'
}

/**
 * The meeting that a question can be carried on to on a day: the first of `meetings` (ISO days, in order) that comes
 * after the one that it is on, and is not over. Null where there is none, or where the question has an answer.
 */
export function nextMeeting(question: QuestionDays, meetings: readonly string[], on: string): string | null {
  if (question.answeredOn !== null) return null
  const held = meetingOf(question)
  return meetings.find((day) => day >= on && (held === null || day > held)) ?? null
}

const ORDER: Record<QuestionState, number> = { open: 0, answered: 1, closed: 2 }

/** What waits for an answer first, and of that what has waited longest; then what was answered last. */
export function compareQuestions(a: QuestionDays, b: QuestionDays, on: string): number {
  const [stateA, stateB] = [questionState(a, on), questionState(b, on)]
  if (stateA !== stateB) return ORDER[stateA] - ORDER[stateB]
  if (stateA === 'open') return a.askedOn < b.askedOn ? -1 : a.askedOn > b.askedOn ? 1 : 0
  return daysBetween(a.answeredOn ?? a.askedOn, b.answeredOn ?? b.askedOn)
}
