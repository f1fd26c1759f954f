import { accessSync, constants, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, migrate } from '../store/database.ts'
import { isCode, type Manifest, readManifest, withFile } from './file.ts'
import { compareLevel, madeMigrations, tableNames } from './level.ts'
import { findDamage } from './verify.ts'

/**
 * Looks through a backup from its first byte to its last, then does something with what it holds, in the tables of today.
 * Throws, in plain words and before anything is done, for what is no backup, damaged, or newer than the program.
 */
export async function withBackup<T>(
  path: string,
  work: (file: Database, manifest: Manifest) => Promise<T>,
): Promise<T> {
  try {
    accessSync(path, constants.R_OK)
  } catch {
    throw new Error(`${path} can’t be read. Check the path, and that you may read it.`)
  }
  return withFile(path, 'read', async (file) => {
    const manifest = await readSound(file, path)
    const { lacking } = await compareLevel(await madeMigrations(file))
    if (lacking.length === 0) return work(file, manifest)
    return withCopy(path, async (copy) => {
      await migrate(copy)
      return work(copy, manifest)
    })
  })
}

async function readSound(file: Database, path: string): Promise<Manifest> {
  let damage: string
  try {
    const manifest = await readManifest(file)
    if (manifest === null) throw await strange(file, path)
    const { unknown } = await compareLevel(await madeMigrations(file))
    if (unknown.length > 0) {
      throw new Refusal(
        `${path} was made by a newer version of this program (${manifest.program}, with ${unknown.join(', ')}). Update the program, then restore it.`,
      )
    }
    const [first] = await findDamage(file, manifest)
    if (first === undefined) return manifest
    damage = first
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (isCode(error, 'SQLITE_NOTADB')) throw new Refusal(noBackup(path))
    damage = error instanceof Error ? error.message : String(error)
  }
  throw new Error(`${path} is damaged: ${damage} Use another backup.`)
}

class Refusal extends Error {}

/** What a file of SQLite is that is no backup. */
async function strange(file: Database, path: string): Promise<Refusal> {
  const names = await tableNames(file)
  return new Refusal(
    names.has('figure') && names.has('release')
      ? `${path} is a database of this dashboard, and no backup of one. Make a backup of it: DATABASE_URL=sqlite:${path} npm run cli -- backup <file>`
      : noBackup(path),
  )
}

const noBackup = (path: string) =>
  `${path} is no backup of this dashboard. One is made by: npm run cli -- backup <file>`

/** A backup stays as it is: one of an older version is brought up to today in a copy that only we read. */
async function withCopy<T>(path: string, work: (copy: Database) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'dashboard-restore-'))
  try {
    const copy = join(folder, 'copy.db')
    copyFileSync(path, copy)
    return await withFile(copy, 'fill', work)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
