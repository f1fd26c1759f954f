/**
 * How long what opens the dashboard is good for, as people are told. What they are told is what the program does:
 * test/api/policies.test.ts asks it.
 */

/** A session ends when nobody used it for this long. */
export const SESSION_IDLE_HOURS = 8
/** A session ends after this long, however busy. */
export const SESSION_LONGEST_HOURS = 24
/** A one-time link by which somebody joins, the first administrator included. */
export const JOIN_LINK_DAYS = 7
/** A one-time link by which somebody chooses another password. */
export const PASSWORD_LINK_DAYS = 1
/** Letters that a password has at least. */
export const SHORTEST_PASSWORD = 12
