import type { Movement } from './change.ts'

/** A figure that turned: which way it goes now, and for how many changes in a row it had gone the other way. */
export type Turn = { now: 'up' | 'down'; after: number }

/** Figures that go up and down by turns turn nowhere: it takes that many changes the other way. */
const LEAST_BEFORE = 2

/**
 * Whether the newest change goes against those before it. Null is a change that can't be told; it ends what went before,
 * and so does a period without a change.
 */
export function turnOf(newestFirst: readonly (Movement | null)[]): Turn | null {
  const [now, ...before] = newestFirst
  if (now !== 'up' && now !== 'down') return null
  const other = now === 'up' ? 'down' : 'up'
  const end = before.findIndex((each) => each !== other)
  const after = end === -1 ? before.length : end
  return after >= LEAST_BEFORE ? { now, after } : null
}
