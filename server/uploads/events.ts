import { createHash } from 'node:crypto'
import type { AuditAction, AuditEvent } from '../domain/audit.ts'
import type { Changes } from '../imports/compare.ts'
import type { ImportReport, Stored } from '../imports/run.ts'
import type { EntryVersion } from '../store/entries.ts'
import type { MappingChange } from '../store/mappings.ts'
import type { Upload } from '../store/uploads.ts'

/**
 * What goes on record of a file, of how sheets are read, or of an entry. Of a file its name, its hash and how many figures it brings, never a
 * figure; of a file that was refused as being about single children not even its name.
 */

type Done = { actor: string; now: string }
type Counts = Pick<Changes, 'new' | 'revised'>

/** What there is to say of a file; nothing of what stands in it. */
const fileOf = (file: { name: string | null; hash: string | null; release: number }, changes: Counts) => ({
  file: file.name,
  hash: file.hash,
  release: file.release,
  new: changes.new,
  revised: changes.revised,
})

const factsOf = ({ file_name, file_hash, release_id, changes }: Upload) =>
  fileOf({ name: file_name, hash: file_hash, release: release_id }, JSON.parse(changes) as Changes)

/** A file was taken in, as a draft or at once for everybody. */
export const fileStored = (
  action: 'upload-checked' | 'upload-published',
  { upload, release, hash, changes }: Stored,
  { fileName, reason, actor, now }: Done & { fileName: string; reason: string | null },
): AuditEvent => ({
  at: now,
  actor,
  action,
  about: `upload:${upload}`,
  before: null,
  after: fileOf({ name: fileName, hash, release }, changes),
  why: reason,
})

/** A file was refused, for what has to be put right first. Nothing of it is kept, so nothing can be named but itself. */
export function fileRefused(
  { findings, counts }: Pick<ImportReport, 'findings' | 'counts'>,
  { fileName, bytes, actor, now }: Done & { fileName: string; bytes: Uint8Array },
): AuditEvent {
  const isAboutChildren = findings.some((finding) => finding.check === 'child-level')
  return {
    at: now,
    actor,
    action: 'upload-refused',
    about: null,
    before: null,
    after: isAboutChildren ? null : { file: fileName, hash: sha256(bytes), faults: counts.stop },
    why: isAboutChildren ? 'It may hold rows about single children.' : null,
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Somebody said what the headings of a sheet mean, or said it anew. */
export const mappingSaid = (
  { signature, before, after }: MappingChange,
  { actor, now }: Done,
): AuditEvent => ({
  at: now,
  actor,
  action: 'mapping-said',
  about: `mapping:${signature}`,
  before: before === null ? null : JSON.parse(before),
  after: JSON.parse(after),
  why: null,
})

/** A draft went on: it was published, worked out again, or discarded; or what was published was withdrawn. */
export function uploadMoved(
  action: Extract<AuditAction, `upload-${'published' | 'withdrawn' | 'discarded' | 'compared'}`>,
  upload: Upload,
  { actor, now, reason = null, warningsReason = null }: Done & Moved,
): AuditEvent {
  const facts = factsOf(upload)
  const accepted = warningsReason === null ? {} : { warningsAccepted: warningsReason }
  const states = {
    'upload-published': [{ state: 'draft' }, { state: 'published', ...facts, ...accepted }],
    'upload-withdrawn': [{ state: 'published' }, { state: 'withdrawn', ...facts }],
    'upload-discarded': [{ state: 'draft', ...facts }, null],
    'upload-compared': [null, facts],
  } as const
  const [before, after] = states[action]
  return { at: now, actor, action, about: `upload:${upload.id}`, before, after, why: reason }
}
type Moved = { reason?: string | null; warningsReason?: string | null }

type Version = Pick<EntryVersion, 'version' | 'retired' | 'body'>

/** A version of an entry was made from the one before; what it did is told by the two, unless `action` says so. */
export const entryRecorded = (
  entry: EntryVersion,
  before: Version | undefined,
  { actor, action = actionOf(entry, before) }: { actor: string; action?: AuditAction | undefined },
): AuditEvent => ({
  at: entry.madeAt,
  actor,
  action,
  about: `entry:${entry.register}/${entry.id}`,
  before: before ? contentOf(before) : null,
  after: contentOf(entry),
  why: entry.reason,
})

function actionOf({ retired }: Version, before: Version | undefined): AuditAction {
  if (!before) return 'entry-added'
  if (retired === before.retired) return 'entry-changed'
  return retired ? 'entry-retired' : 'entry-brought-back'
}

const contentOf = ({ version, retired, body }: Version) => ({
  version,
  retired,
  terms: JSON.parse(body) as unknown,
})
