/** Where meetings stand on a day: which was held, which is to come, and of which nothing was heard. Days are ISO days. */

export const MEETING_STATES = ['planned', 'held', 'cancelled'] as const
export type MeetingState = (typeof MEETING_STATES)[number]

type Dated = { on: string; state: MeetingState }

/** How a meeting stood on a day: one that was held after it was only planned then. */
export const stateOn = ({ on, state }: Dated, day: string): MeetingState =>
  state === 'held' && on > day ? 'planned' : state

/** The last that was held by a day, that day included. */
export const lastHeld = <T extends Dated>(meetings: readonly T[], day: string): T | undefined =>
  meetings.filter((each) => stateOn(each, day) === 'held').reduce(newer, undefined as T | undefined)

/** The first that is planned for the day or a later one. */
export const nextPlanned = <T extends Dated>(meetings: readonly T[], day: string): T | undefined =>
  meetings
    .filter((each) => stateOn(each, day) === 'planned' && each.on >= day)
    .reduce((found: T | undefined, each) => (found && found.on <= each.on ? found : each), undefined)

/**
 * The newest planned one whose day has passed without a word: nothing is on record of it, none was held since, and none
 * is planned for later. On its day itself it is in time.
 */
export function unheardOf<T extends Dated>(meetings: readonly T[], day: string): T | undefined {
  const newest = meetings
    .filter((each) => stateOn(each, day) === 'planned')
    .reduce(newer, undefined as T | undefined)
  if (!newest || newest.on >= day) return undefined
  const held = lastHeld(meetings, day)
  return held && held.on >= newest.on ? undefined : newest
}

const newer = <T extends Dated>(found: T | undefined, each: T): T =>
  found && found.on >= each.on ? found : each
