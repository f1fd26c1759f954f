import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../server/app.ts'
import type { Directory } from '../../server/auth/directory.ts'
import { openEntrance } from '../../server/auth/entrance.ts'
import { loadDemonstration } from '../../server/demonstration.ts'
import { loadReference } from '../../server/reference.ts'
import { type Database, migrate, openDatabase } from '../../server/store/database.ts'
import { Uploads } from '../../server/uploads/uploads.ts'
import { makeSqlite } from './databases.ts'
import { signer } from './people.ts'

export const TODAY = '2026-11-21'
export const BLACKPOOL = 'E06000009'
export const SANDWELL = 'E08000028'

export type WorldOptions = {
  demonstration?: boolean
  twoPersons?: boolean
  databaseUrl?: string
  publicRead?: boolean
  /** Where people open it, and the directory that they sign in with. */
  baseUrl?: string
  directory?: Directory
}

/** The program over a database of its own, with the demonstration in it, on a fixed day. */
export async function makeWorld(
  open: () => Promise<Database> = makeSqlite,
  {
    demonstration = true,
    twoPersons = false,
    databaseUrl = '',
    publicRead = true,
    baseUrl,
    directory,
  }: WorldOptions = {},
) {
  const db = await open()
  const reference = loadReference()
  if (demonstration) await loadDemonstration(db, reference, `${TODAY}T08:00:00.000Z`)
  const errors: unknown[] = []
  const refusals: Record<string, unknown>[] = []
  const uploads = new Uploads({ databaseUrl, home: BLACKPOOL, twoPersons })
  const entrance = openEntrance({
    people: db,
    secret: 'kept only for as long as a test lasts',
    baseUrl: baseUrl ?? null,
    directory: directory ?? null,
  })
  const app = createApp({
    db,
    reference,
    home: BLACKPOOL,
    today: () => TODAY,
    version: 'test',
    build: 'test',
    log: {
      error: (...args: unknown[]) => void errors.push(args),
      warn: (line: Record<string, unknown>) => void refusals.push(line),
    },
    uploads,
    entrance,
    publicRead,
    door: { publicUrl: baseUrl ?? null, listensOn: '127.0.0.1', trustProxy: false },
  })
  const setting = { reference, home: BLACKPOOL, today: TODAY }
  return {
    db,
    reference,
    setting,
    app,
    errors,
    refusals,
    uploads,
    auth: entrance.auth,
    ...signer(entrance.auth, app),
  }
}
export type World = Awaited<ReturnType<typeof makeWorld>>

/** The same over a database in a file, which the process that checks uploads can open too. `end` leaves nothing behind. */
export async function makeFileWorld(options: Omit<WorldOptions, 'databaseUrl'> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'dashboard-'))
  const databaseUrl = `sqlite:${join(folder, 'dashboard.db')}`
  const open = async () => {
    const db = await openDatabase(databaseUrl)
    await migrate(db)
    return db
  }
  const world = await makeWorld(open, { ...options, databaseUrl })
  const end = async () => {
    await world.uploads.close()
    await world.db.destroy()
    rmSync(folder, { recursive: true })
  }
  return { ...world, databaseUrl, end }
}
export type FileWorld = Awaited<ReturnType<typeof makeFileWorld>>
