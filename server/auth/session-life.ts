import { SESSION_IDLE_HOURS, SESSION_LONGEST_HOURS } from '../domain/retention.ts'
import type { Database } from '../store/database.ts'

const HOUR_MS = 3_600_000
const IDLE_MS = SESSION_IDLE_HOURS * HOUR_MS
const LONGEST_MS = SESSION_LONGEST_HOURS * HOUR_MS

/** That a session is used is written down this often at most, so that reading costs no writing. */
const NOTED_EVERY_MS = 5 * 60_000
/** Whoever asks waits for no other writer longer than this: what is not noted now is noted with the next request. */
const NOTED_WITHIN_MS = 250

type Moment = Date | string

export type SessionTimes = { createdAt: Moment; updatedAt: Moment; expiresAt: Moment }

/** When a session ends that began and was last used then, if nobody uses it again. */
export const endOfSession = (began: Moment, used: Moment): Date =>
  new Date(Math.min(msOf(used) + IDLE_MS, msOf(began) + LONGEST_MS))

/** Whether a session still lets somebody in: by what is written of its end, and by when it began and was used. */
export const isOpen = ({ createdAt, updatedAt, expiresAt }: SessionTimes, now: Date): boolean =>
  now.getTime() < Math.min(msOf(expiresAt), endOfSession(createdAt, updatedAt).getTime())

/** Notes that a session is used, which puts off its end; a note of a few minutes ago will do. */
export async function noteUse(
  db: Database,
  { id, createdAt, updatedAt }: SessionTimes & { id: string },
  now: Date,
): Promise<void> {
  if (now.getTime() - msOf(updatedAt) < NOTED_EVERY_MS) return
  const signal = AbortSignal.timeout(NOTED_WITHIN_MS)
  const noting = db
    .updateTable('session')
    .set({ updatedAt: now.toISOString(), expiresAt: endOfSession(createdAt, now).toISOString() })
    .where('id', '=', id)
  await noting.execute({ signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
}

/** Ends one session for good. */
export async function endSession(db: Database, id: string): Promise<void> {
  await db.deleteFrom('session').where('id', '=', id).execute()
}

/** Forgets sessions that are over, so that neither the table nor what is told of somebody grows with them. */
export async function forgetEndedSessions(db: Database, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms).toISOString()
  await db
    .deleteFrom('session')
    .where((eb) =>
      eb.or([
        eb('expiresAt', '<=', now.toISOString()),
        eb('updatedAt', '<=', before(IDLE_MS)),
        eb('createdAt', '<=', before(LONGEST_MS)),
      ]),
    )
    .execute()
}

const msOf = (moment: Moment): number => new Date(moment).getTime()
