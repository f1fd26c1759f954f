import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { countUnreadableSecondSteps } from '../auth/second-step-secrets.ts'
import { signingSecret } from '../auth/secret.ts'
import type { Manifest } from '../backup/file.ts'
import { withBackup } from '../backup/open.ts'
import { NotEmpty, type Restored, restoreBackup } from '../backup/restore.ts'
import { summaryOf } from '../backup/summary.ts'
import type { Undone } from '../backup/undone.ts'
import { AUDIT_WORDS } from '../domain/audit.ts'
import { dayLabel } from '../domain/period.ts'
import { loadReference } from '../reference.ts'
import { verifyAudit } from '../store/audit.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { findPeople } from '../store/people.ts'
import { protectNow } from '../store/protect.ts'
import { countUnjudged } from '../store/unjudged.ts'
import { type BackupSurroundings, contentsInWords, programVersion, secretOf } from './backup.ts'

/** `restore <file>`: gives the exit code, 0 when the database holds what the backup held. Throws in plain words. */
export async function restoreCommand(args: string[], around: BackupSurroundings): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { replace: { type: 'boolean' } },
  })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) {
    around.write('Say which one backup to restore: npm run cli -- restore <file> [--replace]\n')
    return 2
  }
  const stamp = around.now.toISOString().replace(/[:.]/g, '')
  const keepAt = values.replace ? join(dirname(file), `before-restore-${stamp}.backup`) : null
  return withBackup(file, async (content, manifest) => {
    const db = await openDatabase(around.env.DATABASE_URL)
    try {
      return await restore(db, { file, keepAt, content, manifest }, around)
    } catch (error) {
      if (!(error instanceof NotEmpty)) throw error
      around.write(
        `The database that DATABASE_URL names holds something already, and was left as it is.\nAdd --replace to put the backup in its place; what it holds now is put into a backup beside ${file} first.\n`,
      )
      return 1
    } finally {
      await db.destroy()
    }
  })
}

type Asked = { file: string; keepAt: string | null; content: Database; manifest: Manifest }

async function restore(
  db: Database,
  { file, keepAt, content, manifest }: Asked,
  { env, now, write }: BackupSurroundings,
): Promise<number> {
  const told = { now, program: programVersion(), name: basename(file), keepAt }
  const restored = await restoreBackup(db, { file: content, manifest }, told)
  // A backup of an older version may hold figures that nobody has judged yet.
  if ((await countUnjudged(db)) > 0) await protectNow(db, loadReference())
  const summary = await summaryOf(content, manifest)
  write(`Restored, as it was on ${momentInWords(manifest.madeAt)}: ${contentsInWords(summary)}.\n`)
  if (restored.kept) write(`What was there before is kept in ${keepAt}, with the personal data in it.\n`)
  for (const line of await afterwards(db, restored)) write(`${line}\n`)
  const { secret } = signingSecret(env.AUTH_SECRET, env.DATABASE_URL)
  const unreadable = await countUnreadableSecondSteps(db, secret)
  if (unreadable > 0) {
    write(
      `The second step of sign-in of ${unreadable} of these people can’t be read: it was set up under another ${secretOf(env)}. Put that back, or let each set it up anew: npm run cli -- user reset-second-step <email>\n`,
    )
  }
  const { breaks } = await verifyAudit(db)
  for (const { words } of breaks)
    write(`The record of who did what is not in order, as in the backup: ${words}\n`)
  return breaks.length > 0 ? 1 : 0
}

/** What whoever restored a backup has to do again, as far as that is known. */
async function afterwards(db: Database, { undone }: Restored): Promise<string[]> {
  const general =
    'Everybody has to sign in again. Whatever was done since is not in it: accounts closed or erased, keys revoked, passwords changed. Do that again.'
  if (undone.length === 0) return [general]
  const people = new Map((await findPeople(db)).map(({ id, email }) => [`account:${id}`, email]))
  const line = ({ at, action, about }: Undone) =>
    `  ${momentInWords(at)}: ${AUDIT_WORDS[action]}${about === null ? '' : ` (${people.get(about) ?? about})`}`
  return [general, 'Of these, what was replaced knew:', ...undone.map(line)]
}

/** In the time of the record, which is that of Greenwich. */
const momentInWords = (iso: string) => `${dayLabel(iso.slice(0, 10))} at ${iso.slice(11, 16)} UTC`
