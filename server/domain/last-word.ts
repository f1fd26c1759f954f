/**
 * One version of what is said of something: what it says, the day that it speaks of, and the day on which it was put on
 * record. Both are ISO days.
 */
export type Word = { says: string; statedOn: string; recordedOn: string }

/**
 * The ISO day of the newest of the versions, which come the oldest first. It is the day that the version speaks of. But
 * where an earlier version spoke of that day and said something else, somebody wrote what is new and left the day as it
 * was: then it is the day on which the new words were first put on record. Null where there is no version.
 */
export function dayOfLastWord(words: readonly Word[]): string | null {
  const newest = words.at(-1)
  if (!newest) return null
  const ofThatDay = words.filter(({ statedOn }) => statedOn === newest.statedOn)
  const place = ofThatDay.findIndex(({ says }) => says === newest.says)
  return place <= 0 ? newest.statedOn : (ofThatDay[place]?.recordedOn ?? newest.statedOn)
}

/** The versions up to the one since which something has held without a break; none where it does not hold now. */
export function untilItHeld<T>(versions: readonly T[], holds: (version: T) => boolean): readonly T[] {
  const last = versions.at(-1)
  if (last === undefined || !holds(last)) return []
  return versions.slice(0, versions.findLastIndex((version) => !holds(version)) + 2)
}
