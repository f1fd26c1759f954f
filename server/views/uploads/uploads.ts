import type {
  ChangesAnswer,
  EffectsAnswer,
  FindingAnswer,
  UploadAnswer,
  UploadListItem,
  UploadsAnswer,
} from '../../contract/uploads.ts'
import { type Figure, numberOrNull } from '../../domain/figure.ts'
import { formatValue } from '../../domain/indicator.ts'
import { Problem } from '../../problem.ts'
import type { Reference } from '../../reference.ts'
import type { Database } from '../../store/database.ts'
import { isSamePerson } from '../../store/names.ts'
import { readRevision } from '../../store/revision.ts'
import { findUpload, findUploads, type Upload } from '../../store/uploads.ts'
import type { Setting } from '../subject.ts'
import { type HiddenFigures, viewHidden } from './hidden.ts'
import { placeInWords } from './place.ts'

/** What the importer keeps of a finding; see imports/finding.ts. */
type StoredFinding = Omit<FindingAnswer, 'title'>
type StoredRevision = { before: Figure & { source: { title: string } }; after: Figure }
type StoredChanges = { new: number; revised: number; unchanged: number; revisions: StoredRevision[] }
type StoredEffects = Omit<EffectsAnswer, 'hidden'> & { additions: Figure[]; hidden?: HiddenFigures | null }
type StoredReport = {
  counts: { stop: number; warn: number; fixed: number }
  excerpt: UploadAnswer['excerpt']
  sheets?: string[]
}

/** Gives each finding the title of its check. */
export type TitleOf = (check: string) => string

/** Every upload, the newest first. */
export async function viewUploads(
  db: Database,
  { needsApproval }: { needsApproval: boolean },
): Promise<UploadsAnswer> {
  const uploads = await findUploads(db)
  return { uploads: uploads.map(listItem), needsApproval }
}

/** One upload with all that was said of it, as `asks` (the key of whoever asks) sees it. Throws a Problem if there is none. */
export async function viewUpload(
  db: Database,
  setting: Setting,
  id: string,
  { needsApproval, asks, titleOf }: { needsApproval: boolean; asks: string; titleOf: TitleOf },
): Promise<UploadAnswer> {
  const upload = await findUpload(db, id)
  if (!upload) throw new Problem('not-found', `There is no upload "${id}". It may have been discarded.`)
  const report = JSON.parse(upload.report) as StoredReport
  const findings = JSON.parse(upload.findings) as StoredFinding[]
  return {
    ...listItem(upload),
    sheet: upload.sheet,
    sheets: report.sheets ?? [],
    period: upload.period,
    findings: withTitles(findings, titleOf),
    excerpt: report.excerpt,
    changes: viewChanges(upload, findings, setting.reference),
    stale: upload.state === 'draft' && upload.compared_at !== (await readRevision(db)),
    needsApproval,
    isOwn: await isSamePerson(db, upload.loaded_key, asks),
  }
}

export const withTitles = (findings: readonly StoredFinding[], titleOf: TitleOf): FindingAnswer[] =>
  findings.map((finding) => ({ ...finding, title: titleOf(finding.check) }))

function listItem(upload: Upload): UploadListItem {
  const { counts } = JSON.parse(upload.report) as StoredReport
  return {
    id: upload.id,
    state: upload.state,
    fileName: upload.file_name ?? '',
    fileSize: upload.file_size,
    format: upload.format,
    title: upload.title,
    rows: upload.rows,
    figures: upload.figures,
    counts,
    uploadedAt: upload.loaded_at,
    uploadedBy: upload.loaded_by,
    publishedAt: upload.published_at,
    publishedBy: upload.published_by,
    reason: upload.reason,
    warningsReason: upload.warnings_reason,
    withdrawnAt: upload.withdrawn_at,
    withdrawnBy: upload.withdrawn_by,
    withdrawnReason: upload.withdrawn_reason,
  }
}

function viewChanges(
  upload: Upload,
  findings: readonly StoredFinding[],
  reference: Reference,
): ChangesAnswer {
  const stored = JSON.parse(upload.changes) as StoredChanges
  const foreseen = upload.effects === null ? null : (JSON.parse(upload.effects) as StoredEffects)
  const { additions = [], hidden = null, ...effects } = foreseen ?? {}
  const missing = findings.filter((finding) => finding.check === 'partial-return' && finding.value !== null)
  return {
    new: stored.new,
    revised: stored.revised,
    unchanged: stored.unchanged,
    revisions: stored.revisions.map(({ before, after }) => ({
      ...placeInWords(after, reference),
      before: viewFigure(before, reference),
      after: viewFigure(after, reference),
      source: before.source.title,
    })),
    additions: additions.map((figure) => ({
      ...placeInWords(figure, reference),
      figure: viewFigure(figure, reference),
    })),
    missing: missing.map(({ value }) => ({
      indicator: value ?? '',
      name: reference.indicator(value ?? '')?.name ?? value ?? '',
    })),
    // Kept before there were ratings or a public edition, it lacks them.
    effects:
      foreseen &&
      ({
        ratings: [],
        ...effects,
        hidden: hidden && viewHidden(hidden, upload.figures, reference),
      } as EffectsAnswer),
  }
}

function viewFigure({ indicator: id, value, numerator, denominator, status }: Figure, reference: Reference) {
  const indicator = reference.indicator(id)
  const measure = indicator
    ? { unit: indicator.unit, decimals: indicator.localDecimals ?? indicator.decimals }
    : { unit: 'count' as const, decimals: 0 }
  return { value: numberOrNull(value), text: formatValue(value, measure), numerator, denominator, status }
}
