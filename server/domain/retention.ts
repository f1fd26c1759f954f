/**
 * How long what opens the dashboard is good for, as people are told. What they are told is what the program does:
 * test/api/policies.test.ts asks it.
 */

/** A session ends when nobody used it for this long. */
export const SESSION_IDLE_HOURS = 1
/** A session ends after this long, however busy: a working day. */
export const SESSION_LONGEST_HOURS = 12
/** The same as a sentence. */
export const SESSION_WORDS = `A session ends by itself ${hoursInWords(SESSION_IDLE_HOURS)} after it was last used, and ${hoursInWords(SESSION_LONGEST_HOURS)} after it began.`

/** A one-time link by which somebody joins, the first administrator included. */
export const JOIN_LINK_DAYS = 7
/** A one-time link by which somebody chooses another password. */
export const PASSWORD_LINK_DAYS = 1
/** Letters that a password has at least. */
export const SHORTEST_PASSWORD = 12
/** Letters that a password has at most. */
export const LONGEST_PASSWORD = 128

/** "an hour", "12 hours". */
export function hoursInWords(hours: number): string {
  return hours === 1 ? 'an hour' : `${hours} hours`
}

/** What ran out (links that nobody used, sessions, sign-ins that were begun) is deleted at each start, and this often. */
export const CLEARING_HOURS = 24
