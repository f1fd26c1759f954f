import { type Manifest, readManifest, withFile } from '../../server/backup/file.ts'
import { backupCommand } from '../../server/cli/backup.ts'
import { restoreCommand } from '../../server/cli/restore.ts'
import { readEnv } from '../../server/env.ts'
import { type Database, openDatabase } from '../../server/store/database.ts'

/** What signs sessions in these tests, as in those of a world. */
const SECRET = 'kept only for as long as a test lasts'

type Told = { code: number; output: string }

async function told(
  command: typeof backupCommand,
  url: string,
  args: string[],
  { secret = SECRET, now = new Date() }: { secret?: string; now?: Date } = {},
): Promise<Told> {
  const written: string[] = []
  const env = readEnv({ DATABASE_URL: url, AUTH_SECRET: secret })
  try {
    const code = await command(args, { env, now, write: (text) => void written.push(text) })
    return { code, output: written.join('') }
  } catch (error) {
    // As main.ts does.
    return { code: 1, output: written.join('') + (error as Error).message }
  }
}

/** Makes a backup of the database at this address. */
export const backUp = (url: string, ...args: string[]) => told(backupCommand, url, args)
/** Restores a backup to the database at this address. */
export const restore = (url: string, ...args: string[]) => told(restoreCommand, url, args)
/** The same where sessions are signed with something else. */
export const restoreElsewhere = (url: string, ...args: string[]) =>
  told(restoreCommand, url, args, { secret: 'what another dashboard signs its sessions with' })

/** Opens a database for a question. */
export async function inDatabase<T>(url: string, question: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(url)
  try {
    return await question(db)
  } finally {
    await db.destroy()
  }
}

/** What a backup says of itself. */
export async function manifestOf(path: string): Promise<Manifest> {
  const manifest = await withFile(path, 'read', readManifest)
  if (!manifest) throw new Error(`${path} is no backup.`)
  return manifest
}
