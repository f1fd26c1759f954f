import type { Attended, Came } from '../../domain/attendance.ts'
import type { MeetingState } from '../../domain/meeting.ts'
import { formatNumber } from '../../domain/rounding.ts'
import { CAME_WORDS, MEETING_STATE_WORDS } from '../../registers/meeting-definitions.ts'
import { inAList } from '../scrutiny/scrutiny-words.ts'

/** Meetings in sentences: how many, how each stands, who came. */

const ARE: Record<MeetingState, readonly [one: string, more: string]> = {
  held: ['was held', 'were held'],
  planned: ['is planned', 'are planned'],
  cancelled: ['was cancelled', 'were cancelled'],
}
const ORDER = ['held', 'planned', 'cancelled'] as const

/** What meetings are called, one and several of them, and what is said where there is none. */
export type MeetingWords = {
  one: string
  many: string
  /** As one is planned: `review` */
  short: string
  none: string
  /** What is lacking where nothing was noted: what was agreed, or what was said. */
  outcome: string
}

/** `4 meetings of its boards are on record: 3 were held and 1 is planned.` Of one or more. */
export function heldInWords(
  states: readonly MeetingState[],
  { one, many }: Pick<MeetingWords, 'one' | 'many'>,
): string {
  const [first] = states
  if (states.length === 1 && first) return `One ${one} is on record: it ${ARE[first][0]}.`
  const counts = ORDER.map((state) => [state, states.filter((each) => each === state).length] as const)
  const parts = counts
    .filter(([, n]) => n > 0)
    .map(([state, n]) => `${formatNumber(n, 0)} ${ARE[state][n === 1 ? 0 : 1]}`)
  return `${formatNumber(states.length, 0)} ${many} are on record: ${inAList(parts)}.`
}

/** How one stands as of a day; a planned one whose day has passed is neither held nor cancelled. */
export const stateInWords = (state: MeetingState, on: string, day: string): string =>
  state === 'planned' && on < day
    ? 'Planned for a day that has passed; nothing is on record of it'
    : MEETING_STATE_WORDS[state]

/** `What was agreed: training was moved forward`, or that it is not on record. */
export const outcomeInWords = (outcome: string | null, words: Pick<MeetingWords, 'outcome'>): string =>
  outcome === null ? `${words.outcome} is not on record.` : `${words.outcome}: ${outcome}`

/** `Came: Police, Probation. Sent a deputy: Health.` */
export function cameInWords(attendance: readonly Attended[]): string {
  if (attendance.length === 0) return 'Who came is not on record.'
  const groups = (Object.keys(CAME_WORDS) as Came[]).map((came) => ({
    words: CAME_WORDS[came],
    who: attendance.filter((row) => row.came === came).map(({ who }) => who),
  }))
  return groups
    .filter(({ who }) => who.length > 0)
    .map(({ words, who }) => `${words}: ${who.join(', ')}.`)
    .join(' ')
}

/** Of how many of the held meetings of a body it is known who came. */
export function knownInWords(known: number, held: number): string {
  const number = (n: number) => formatNumber(n, 0)
  if (held === 1)
    return known === 1 ? 'Of its only meeting held.' : 'Who came to its only meeting held is not on record.'
  if (known === 0) return `Who came is not on record for any of its ${number(held)} meetings held.`
  if (known === held) return `Of its ${number(held)} meetings held.`
  return `Of ${number(known)} of its ${number(held)} meetings held; of the others it is not on record who came.`
}

/** `the Improvement board`, whether or not its name begins with the article. */
export const theBody = (body: string): string => `the ${body.replace(/^the\s+/i, '')}`
