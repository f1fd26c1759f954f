import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { type Database, openFile } from '../store/database.ts'
import type { Counted } from './contents.ts'

/** A backup is a file of SQLite, whichever database it was made from; these four letters in its head tell it from others. */
const BACKUP_ID = 0x43534442

/** What a backup says of itself. */
export type Manifest = {
  /** ISO time: what it holds is as it was then. */
  madeAt: string
  /** The version of the program. */
  program: string
  tables: Counted[]
  /** The highest number that a release ever had. */
  lastRelease: number
}

/** Makes an empty file that only its owner reads. Throws if there is one already. */
export function makeOwnFile(path: string): void {
  closeSync(openSync(path, 'wx', 0o600))
}

export async function writeManifest(file: Database, manifest: Manifest): Promise<void> {
  await sql`create table backup (manifest text not null)`.execute(file)
  await sql`insert into backup (manifest) values (${JSON.stringify(manifest)})`.execute(file)
  await sql`pragma application_id = ${sql.lit(BACKUP_ID)}`.execute(file)
}

/** Null for a file that is something else; throws if it is damaged. */
export async function readManifest(file: Database): Promise<Manifest | null> {
  const head = await sql<{ application_id: number }>`pragma application_id`.execute(file)
  if (head.rows[0]?.application_id !== BACKUP_ID) return null
  const { rows } = await sql<{ manifest: string }>`select manifest from backup`.execute(file)
  return JSON.parse(rows[0]?.manifest ?? '') as Manifest
}

/** Opens a file for as long as something is done with it. */
export async function withFile<T>(
  path: string,
  purpose: 'read' | 'fill',
  work: (file: Database) => Promise<T>,
): Promise<T> {
  const file = openFile(path, purpose)
  try {
    return await work(file)
  } finally {
    await file.destroy()
  }
}

/** Gives a finished file its name, safe from a power cut. Throws EEXIST rather than take the place of another. */
export function claimName(unfinished: string, path: string): void {
  sync(unfinished)
  try {
    linkSync(unfinished, path)
    rmSync(unfinished)
  } catch (error) {
    if (isCode(error, 'EEXIST')) throw error
    // Some shares know no second names; there it has to be enough that nobody had the name when we began.
    renameSync(unfinished, path)
  }
  sync(dirname(path))
}

function sync(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

export const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
