import { CLEARING_HOURS } from '../domain/retention.ts'
import type { Database } from '../store/database.ts'
import { forgetEndedSessions } from './session-life.ts'

/** Deletes what opens nothing any more: links that nobody used, sessions that ran out, and sign-ins that were begun. */
export async function clearRunOut(db: Database, now: Date): Promise<void> {
  const at = now.toISOString()
  await db.deleteFrom('invitation').where('used_at', 'is', null).where('expires_at', '<=', at).execute()
  await forgetEndedSessions(db, now)
  await db.deleteFrom('verification').where('expiresAt', '<=', at).execute()
}

/** Does so now and every day; what fails is told, and tried again the next day. Gives what ends it. */
export async function startClearing(db: Database, onFailed: (error: unknown) => void): Promise<() => void> {
  const clear = () => clearRunOut(db, new Date()).catch(onFailed)
  await clear()
  const timer = setInterval(() => void clear(), CLEARING_HOURS * 60 * 60 * 1000)
  timer.unref()
  return () => clearInterval(timer)
}
