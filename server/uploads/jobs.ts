import type { AuditAction } from '../domain/audit.ts'
import { toCsv } from '../exports/csv.ts'
import { annotate } from '../imports/annotate.ts'
import { type Changes, compareDraft } from '../imports/compare.ts'
import type { Finding } from '../imports/finding.ts'
import { type ImportReport, type ImportRequest, importFile, type Phase } from '../imports/run.ts'
import { Problem } from '../problem.ts'
import type { Reference } from '../reference.ts'
import { appendAudit, recordEvent } from '../store/audit.ts'
import type { Database } from '../store/database.ts'
import { countVersions, type EntryVersion, findVersion, insertVersion } from '../store/entries.ts'
import { isSamePerson } from '../store/names.ts'
import { protectEdition } from '../store/protect.ts'
import { publishRelease, withdrawRelease } from '../store/releases.ts'
import { lockForWriting, readRevision } from '../store/revision.ts'
import { deleteDraft, findUpload, type Upload, updateUpload } from '../store/uploads.ts'
import type { Setting } from '../views/subject.ts'
import { foreseeEffects } from './effects.ts'
import { entryRecorded, fileRefused, fileStored, mappingSaid, uploadMoved } from './events.ts'

/** What whoever works on uploads has at hand: a database handle of its own, and where and when this is. */
export type Workshop = { db: Database; reference: Reference; home: string; twoPersons: boolean }

/**
 * Every job says whose it is: `by` is what is kept beside what was done, `actor` the key that is put on record. Both are the
 * same for whoever has an account; the command line gives a name that it was told.
 */
export type CheckJob = Omit<
  ImportRequest,
  'mode' | 'reason' | 'onProgress' | 'onStored' | 'onMapped' | 'bytes' | 'most'
> & {
  bytes: Uint8Array
  actor: string
}
/** `findings` of a file that was kept; one that was refused is checked once more. */
export type AnnotateJob = CheckJob & { findings: Finding[] | null }
export type PublishJob = {
  id: string
  reason: string
  warningsReason: string | null
  by: string
  actor: string
  now: string
}
export type WithdrawJob = { id: string; reason: string; by: string; actor: string; now: string }
/** To work out again what a draft would change, or to discard it: neither notes a name. */
export type DraftJob = { id: string; actor: string; now: string }

/**
 * A new version of an entry of a register. `after` is the version that it was made from; 0 for a new entry. `action` says
 * what it does where the two versions do not: an undoing.
 */
export type RecordJob = Omit<EntryVersion, 'version'> & {
  after: number
  actor: string
  action?: AuditAction
}

/** How many findings of one check a copy with findings holds. */
const MOST_ANNOTATED = 50_000

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const settingOf = ({ reference, home }: Workshop, now: string): Setting => ({
  reference,
  home,
  today: now.slice(0, 10),
})

/** Checks a file and, unless it has a Stop, keeps it as a draft with all that publishing it would do. */
export async function checkFile(
  workshop: Workshop,
  job: CheckJob,
  onProgress: (phase: Phase, part: number) => void,
): Promise<ImportReport> {
  const { db, reference } = workshop
  const bytes = asBuffer(job.bytes)
  const told = { ...job, reason: null }
  const report = await importFile(db, reference, {
    ...told,
    bytes,
    mode: 'draft',
    onProgress,
    onStored: (tx, stored) => appendAudit(tx, fileStored('upload-checked', stored, told)),
    onMapped: (tx, change) => appendAudit(tx, mappingSaid(change, job)),
  })
  // What may be about a child is wiped, not left for the memory to be used again some day.
  if (report.findings.some((finding) => finding.check === 'child-level')) bytes.fill(0)
  if (report.outcome === 'refused') await recordEvent(db, fileRefused(report, { ...job, bytes }))
  if (report.upload) await noteEffects(workshop, report.upload, report.changes, job.now)
  return report
}

/** The file as CSV, with a column that says what was found in each row. Keeps nothing. */
export async function annotateFile({ db, reference }: Workshop, job: AnnotateJob): Promise<string> {
  const bytes = asBuffer(job.bytes)
  const most = MOST_ANNOTATED
  const findings =
    job.findings ??
    (await importFile(db, reference, { ...job, bytes, mode: 'check', reason: null, most })).findings
  const rows = await annotate(bytes, { fileName: job.fileName, sheet: job.sheet ?? null }, findings)
  return toCsv({ name: job.fileName, rows })
}

/** Makes a draft readable. Refuses what would not do what was shown when it was checked. */
export async function publish(workshop: Workshop, job: PublishJob): Promise<void> {
  const { db, reference, twoPersons } = workshop
  await db.transaction().execute(async (tx) => {
    await lockForWriting(tx)
    const upload = await draftOf(tx, job.id)
    if (twoPersons && job.actor.startsWith('token:')) {
      throw new Problem(
        'forbidden',
        'Somebody has to look at a file before it is published here, and a program can’t. Sign in and publish it on its page.',
      )
    }
    if (twoPersons && (await isSamePerson(tx, upload.loaded_key, job.by))) {
      throw new Problem(
        'forbidden',
        `${upload.loaded_by} uploaded this file, so somebody else has to publish it: send them the address of this page.`,
      )
    }
    const known = JSON.parse(upload.changes) as Changes
    if (known.new + known.revised === 0) {
      throw new Problem(
        'conflict',
        'There is nothing to publish: every figure in this file is published already, with the same value.',
      )
    }
    if (upload.compared_at !== (await readRevision(tx))) {
      const now = await compareDraft(tx, upload.release_id, reference)
      if (JSON.stringify(now) !== upload.changes) {
        throw new Problem(
          'conflict',
          'Something else was published since this file was checked, and it would now change other figures than shown. Work the changes out again, look at them, and publish then.',
        )
      }
    }
    await publishRelease(tx, upload.release_id, job.now, job.reason)
    await protectEdition(tx, reference)
    const { warn } = (JSON.parse(upload.report) as { counts: { warn: number } }).counts
    const warningsReason = warn > 0 ? (job.warningsReason ?? job.reason) : null
    await updateUpload(tx, job.id, {
      published_by: job.by,
      warnings_reason: warningsReason,
    })
    await appendAudit(tx, uploadMoved('upload-published', upload, { ...job, warningsReason }))
  })
}

/** Takes a published file back: what stood before it stands again. */
export async function withdraw({ db, reference }: Workshop, job: WithdrawJob): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockForWriting(tx)
    const upload = await uploadOf(tx, job.id)
    if (upload.state !== 'published') {
      const why = upload.state === 'draft' ? 'is not published yet' : 'is withdrawn already'
      throw new Problem('conflict', `This file ${why}, so there is nothing to withdraw.`)
    }
    await withdrawRelease(tx, upload.release_id, job.now)
    await protectEdition(tx, reference)
    await updateUpload(tx, job.id, { withdrawn_by: job.by, withdrawn_reason: job.reason })
    await appendAudit(tx, uploadMoved('upload-withdrawn', upload, job))
  })
}

/** Works out again what a draft would change. */
export async function compareAgain(workshop: Workshop, { id, ...job }: DraftJob): Promise<void> {
  const { db, reference } = workshop
  const changes = await db.transaction().execute(async (tx) => {
    await lockForWriting(tx)
    const upload = await draftOf(tx, id)
    const worked = await compareDraft(tx, upload.release_id, reference)
    await updateUpload(tx, id, {
      changes: JSON.stringify(worked),
      compared_at: await readRevision(tx),
      effects: null,
    })
    await appendAudit(tx, uploadMoved('upload-compared', await draftOf(tx, id), job))
    return worked
  })
  await noteEffects(workshop, id, changes, job.now)
}

/** Takes a draft out whole, its file included. */
export async function discard({ db }: Workshop, { id, ...job }: DraftJob): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockForWriting(tx)
    const upload = await draftOf(tx, id)
    await deleteDraft(tx, id)
    await appendAudit(tx, uploadMoved('upload-discarded', upload, job))
  })
}

/** Writes a new version of an entry. Refuses if the one it was made from is not the newest any more. */
export async function record({ db }: Workshop, { after, actor, action, ...entry }: RecordJob): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockForWriting(tx)
    const newest = await countVersions(tx, entry.register, entry.id)
    if (newest !== after) {
      throw new Problem(
        'conflict',
        'Somebody else changed this meanwhile. Look at what it is now, and make your change again if it is still needed.',
      )
    }
    const version = { ...entry, version: newest + 1 }
    const before = await findVersion(tx, { ...entry, version: newest })
    await insertVersion(tx, version)
    await appendAudit(tx, entryRecorded(version, before, { actor, action }))
  })
}

async function noteEffects(workshop: Workshop, id: string, changes: Changes, now: string): Promise<void> {
  const { db } = workshop
  const upload = await uploadOf(db, id)
  const effects = await foreseeEffects(db, settingOf(workshop, now), upload, changes, now)
  await updateUpload(db, id, { effects: JSON.stringify(effects) })
}

async function uploadOf(db: Database, id: string): Promise<Upload> {
  const upload = await findUpload(db, id)
  if (!upload) {
    throw new Problem('not-found', `There is no upload "${id}". It may have been discarded.`)
  }
  return upload
}

async function draftOf(db: Database, id: string): Promise<Upload> {
  const upload = await uploadOf(db, id)
  if (upload.state !== 'draft') {
    throw new Problem('conflict', `This file is ${upload.state} already, so it is no draft any more.`)
  }
  return upload
}
