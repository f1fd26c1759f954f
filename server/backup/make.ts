import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync, rmSync, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { type Database, migrate } from '../store/database.ts'
import { countTable, replaceContents } from './contents.ts'
import {
  claimName,
  isCode,
  type Manifest,
  makeOwnFile,
  readManifest,
  withFile,
  writeManifest,
} from './file.ts'
import { compareLevel, madeMigrations, tableNames } from './level.ts'
import { lastReleaseNumber, setLastReleaseNumber } from './numbers.ts'
import { type Summary, summaryOf } from './summary.ts'
import { LEFT_OUT, TABLES } from './tables.ts'
import { findDamage } from './verify.ts'

/** A backup that was made: what it holds, how large it is, and the SHA-256 of the file. */
export type Made = { summary: Summary; bytes: number; hash: string }

/**
 * Copies a database as it is at one moment, while others go on writing to it. The copy is read back before it gets its
 * name; until then, and after any fault, there is no such file. Throws in plain words.
 */
export function makeBackup(db: Database, path: string, about: { now: Date; program: string }): Promise<Made> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => backupOf(tx, path, about))
}

/** The same of a database that the caller's transaction holds still. */
export async function backupOf(
  db: Database,
  path: string,
  { now, program }: { now: Date; program: string },
): Promise<Made> {
  if (existsSync(path)) throw new Error(taken(path))
  const unfinished = `${path}.unfinished-${randomUUID().slice(0, 8)}`
  try {
    makeOwnFile(unfinished)
    await withFile(unfinished, 'fill', (file) => fill(file, db, { madeAt: now.toISOString(), program }))
    const summary = await withFile(unfinished, 'read', readBack)
    const { size } = statSync(unfinished)
    const hash = await hashOf(unfinished)
    claimName(unfinished, path)
    return { summary, bytes: size, hash }
  } catch (error) {
    throw inWords(error, path)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

async function fill(
  file: Database,
  db: Database,
  about: Pick<Manifest, 'madeAt' | 'program'>,
): Promise<void> {
  const names = await tableNames(db)
  if (!names.has('release')) {
    throw new Error('The database is empty, so there is nothing to back up. Check DATABASE_URL.')
  }
  const made = await madeMigrations(db)
  await refuseUnknown(names, made)
  await migrate(file, made.at(-1))
  await file.transaction().execute(async (tx) => {
    const copied = await replaceContents(db, tx)
    const lastRelease = await lastReleaseNumber(db)
    await setLastReleaseNumber(tx, lastRelease)
    const tables = []
    for (const table of TABLES.filter(({ name }) => copied.has(name))) {
      const counted = await countTable(tx, table)
      if (counted.rows !== copied.get(table.name)) throw new Error(`"${table.name}" was not copied whole.`)
      tables.push(counted)
    }
    await writeManifest(tx, { ...about, tables, lastRelease })
  })
}

/** What the program does not know it would leave out. */
async function refuseUnknown(names: ReadonlySet<string>, made: readonly string[]): Promise<void> {
  const { unknown, lacking } = await compareLevel(made)
  if (unknown.length > 0) {
    throw new Error(
      `The database is of a newer version of this program (${unknown.join(', ')}). Back it up with that version.`,
    )
  }
  const ours = new Set<string>([...TABLES.map(({ name }) => name), ...LEFT_OUT])
  const strange = [...names].filter((name) => !ours.has(name))
  if (lacking.length > 0 && strange.length > 0) {
    throw new Error(
      `The database is of an older version, with tables that are kept otherwise now (${strange.join(', ')}). Back it up with the version that made it.`,
    )
  }
}

async function readBack(file: Database): Promise<Summary> {
  const manifest = await readManifest(file)
  const damage = manifest ? await findDamage(file, manifest) : ['It does not say what it is.']
  if (manifest && damage.length === 0) return summaryOf(file, manifest)
  throw new Error(`The copy could not be read back: ${damage[0]} Nothing was kept of it. Try another disk.`)
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

const taken = (path: string) =>
  `${path} is there already, and a backup never takes the place of a file. Say another name.`

/** What a folder or a disk can have against a file. */
function inWords(error: unknown, path: string): unknown {
  const says = [
    ['EEXIST', taken(path)],
    ['ENOENT', `There is no folder for ${path}. Make it first.`],
    ['EACCES', `${path} can’t be written: it is not allowed there. Say another folder.`],
    ['EROFS', `${path} can’t be written: nothing can be written there. Say another folder.`],
    ['ENOSPC', `${path} was not written: the disk is full. Make room, or say another folder.`],
    ['SQLITE_FULL', `${path} was not written: the disk is full. Make room, or say another folder.`],
  ] as const
  const words = says.find(([code]) => isCode(error, code))?.[1]
  return words ? new Error(words, { cause: error }) : error
}
