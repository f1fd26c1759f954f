import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type Made, makeBackup } from '../backup/make.ts'
import type { Summary } from '../backup/summary.ts'
import { dayLabel } from '../domain/period.ts'
import { formatNumber } from '../domain/rounding.ts'
import type { Env } from '../env.ts'
import { recordEvent } from '../store/audit.ts'
import { type Database, openDatabase } from '../store/database.ts'

export type BackupSurroundings = { env: Env; now: Date; write: (text: string) => void }

/** `backup <file>`: gives the exit code, 0 when the file is there and sound. Throws in plain words. */
export async function backupCommand(
  args: string[],
  { env, now, write }: BackupSurroundings,
): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) {
    write('Say which one file to make: npm run cli -- backup <file>\n')
    return 2
  }
  const database = /^sqlite:(.+)$/.exec(env.DATABASE_URL)?.[1]
  if (database !== undefined && !existsSync(database)) {
    write(`There is no database at ${database}. Check DATABASE_URL, and the folder you are in.\n`)
    return 1
  }
  // It is not brought up to this version: that would pull the tables from under a dashboard that still runs on another.
  const db = await openDatabase(env.DATABASE_URL, { patient: true })
  try {
    const made = await makeBackup(db, file, { now, program: programVersion() })
    write(describeBackup(file, made, env))
    return await record(db, file, made, { now, write })
  } finally {
    await db.destroy()
  }
}

/** Gives the exit code: a backup that nobody can find on the record is there all the same, and is told of. */
async function record(
  db: Database,
  file: string,
  { summary, hash }: Made,
  { now, write }: Pick<BackupSurroundings, 'now' | 'write'>,
): Promise<number> {
  const { figures, releases, people } = summary
  try {
    await recordEvent(db, {
      at: now.toISOString(),
      actor: 'command-line',
      action: 'backup-made',
      about: null,
      before: null,
      after: { file: basename(file), hash, figures, releases, people },
      why: null,
    })
    return 0
  } catch (error) {
    write(`It could not be put on record: ${error instanceof Error ? error.message : error}.\n`)
    return 1
  }
}

/** A backup in the words of a person at a terminal, and how it is to be kept. */
const describeBackup = (file: string, { summary, bytes, hash }: Made, env: Env): string =>
  [
    `${file}: ${contentsInWords(summary)}, ${formatNumber(bytes / 1e6, 1)} MB. It was read back and is whole.`,
    `SHA-256: ${hash}`,
    'It holds personal data (names, addresses, passwords as hashes) and figures that the public is not shown. Keep it where',
    'only those who run the dashboard can read it, and no longer than you need it.',
    `Sessions and one-time links are not in it. Keep ${secretOf(env)} elsewhere: without it nobody's second step of sign-in works.`,
    '',
  ].join('\n')

/** What the program signs with, where it lies. */
export const secretOf = ({ AUTH_SECRET, DATABASE_URL }: Env): string =>
  AUTH_SECRET === undefined && DATABASE_URL.startsWith('sqlite:')
    ? `${DATABASE_URL.slice('sqlite:'.length)}.secret`
    : 'AUTH_SECRET'

export function contentsInWords({ figures, releases, people, records, newest }: Summary): string {
  const last = newest ? ` (the newest: "${newest.title}", ${dayLabel(newest.publishedAt.slice(0, 10))})` : ''
  return [
    things(figures, 'figure', 'figures'),
    `${things(releases, 'release', 'releases')}${last}`,
    things(people, 'person', 'people'),
    things(records, 'record of who did what', 'records of who did what'),
  ].join(', ')
}

const things = (count: number, one: string, many: string) =>
  `${formatNumber(count, 0)} ${count === 1 ? one : many}`

export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  return version
}
