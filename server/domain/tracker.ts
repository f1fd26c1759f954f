import { daysBetween } from './period.ts'

/**
 * A committee's tracker of what it recommended. Its ratings are words that officers chose; they do not follow from
 * figures, as the colours of targets do.
 */
export type TrackerRating = 'Green' | 'Amber' | 'Red' | 'Not yet due' | 'Completed'

/** `targetOn` is an ISO day, or null where the target is only words: Ongoing, Tbc, Following inspection. */
export type Tracked = { rag: TrackerRating; targetOn: string | null }

/**
 * `late` is counted against whoever answers for it. `passed` is not: the day is over, and the tracker says Green, as it
 * does of something that was given by its day and goes on being given.
 */
export type Overrun = { kind: 'late' | 'passed'; days: number }

/**
 * By how many days the target day of a recommendation is over on a day. Null where there is no day, where it has not
 * passed (on the day itself it has not), and where the recommendation is completed.
 */
export function overrunOf({ rag, targetOn }: Tracked, on: string): Overrun | null {
  if (targetOn === null || targetOn >= on || rag === 'Completed') return null
  return { kind: rag === 'Green' ? 'passed' : 'late', days: daysBetween(targetOn, on) }
}

/** How many there are of each rating, in the order given; those that nobody has are counted as none. */
export const countRatings = (
  rows: readonly Pick<Tracked, 'rag'>[],
  order: readonly TrackerRating[],
): { rag: TrackerRating; count: number }[] =>
  order.map((rag) => ({ rag, count: rows.filter((row) => row.rag === rag).length }))

/**
 * The versions of a recommendation that a tracker of a day or an earlier one held, the oldest first: the last of them is
 * how it stood. Where every version is of a later day, the first of them is all that is known.
 */
export function statesBy<T>(versions: readonly T[], on: string, asOf: (version: T) => string): readonly T[] {
  const known = versions.filter((version) => asOf(version) <= on)
  return known.length > 0 ? known : versions.slice(0, 1)
}
