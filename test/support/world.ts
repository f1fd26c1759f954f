import { createApp } from '../../server/app.ts'
import { loadDemonstration } from '../../server/demonstration.ts'
import { loadReference } from '../../server/reference.ts'
import type { Database } from '../../server/store/database.ts'
import { makeSqlite } from './databases.ts'

export const TODAY = '2026-11-21'
export const BLACKPOOL = 'E06000009'
export const SANDWELL = 'E08000028'

/** The program over a database of its own, with the demonstration in it, on a fixed day. */
export async function makeWorld(open: () => Promise<Database> = makeSqlite, { demonstration = true } = {}) {
  const db = await open()
  const reference = loadReference()
  if (demonstration) await loadDemonstration(db, reference, `${TODAY}T08:00:00.000Z`)
  const errors: unknown[] = []
  const app = createApp({
    db,
    reference,
    home: BLACKPOOL,
    today: () => TODAY,
    version: 'test',
    build: 'test',
    log: { error: (...args: unknown[]) => void errors.push(args) },
  })
  const setting = { reference, home: BLACKPOOL, today: TODAY }
  return { db, reference, setting, app, errors }
}
export type World = Awaited<ReturnType<typeof makeWorld>>
