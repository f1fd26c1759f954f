import { createHash, randomUUID } from 'node:crypto'
import type { Mapping, MappingProposal } from '../contract/mapping.ts'
import { isNumber } from '../domain/figure.ts'
import { quarterLabel } from '../domain/period.ts'
import { POPULATION } from '../domain/population.ts'
import type { Reference } from '../reference.ts'
import type { Database } from '../store/database.ts'
import { findFigures } from '../store/figures.ts'
import type { OnMapped } from '../store/mappings.ts'
import { protectEdition } from '../store/protect.ts'
import { createRelease, nameRelease, publishRelease } from '../store/releases.ts'
import { lockForWriting, readRevision } from '../store/revision.ts'
import { findUploadsOfFile, insertUpload, packFile } from '../store/uploads.ts'
import { type Excerpt, readExcerpt } from './excerpt.ts'
import { openTable } from './file.ts'
import { type Finding, Findings } from './finding.ts'
import type { Context, FigureReader, Format, NeighbourReader } from './format.ts'
import { FORMATS } from './formats.ts'
import { type Opened, openSheet, propose, rememberMapping } from './own-sheet.ts'
import { NOTHING_STAGED, type Staged, stageFigures, stageNeighbours } from './stage.ts'
import { emptyTable, findChildLevel, overtaken, revisionOf } from './whole-file.ts'
import { sheetNames } from './workbook.ts'

/** `check` only says what would happen; `draft` keeps what has no Stop for somebody to publish; `publish` does so at once. */
export type Mode = 'check' | 'draft' | 'publish'
export type Phase = 'reading' | 'comparing'

export type ImportRequest = {
  bytes: Buffer
  fileName: string
  /** The key of whoever sends it; a name where they have none. */
  by: string
  /** Needed to accept warnings when publishing at once. */
  reason: string | null
  mode: Mode
  /** ISO time of the import. */
  now: string
  /** The quarter that the return was said to be for. */
  period?: string | null
  /** The sheet of a workbook to read; the first if it isn't said. */
  sheet?: string | null
  /** How to read a sheet whose headings are a council's own; remembered for the next. */
  mapping?: Mapping | null
  /** Asks what the headings of a sheet mean even where that was said before. */
  remap?: boolean
  /** The area of a sheet that names none, for the guess of a mapping. */
  home?: string
  /** How many findings of one check are kept, where it is not the usual number. */
  most?: number
  onProgress?: (phase: Phase, part: number) => void
  /** What else belongs to storing the file: done in the same transaction. */
  onStored?: (tx: Database, stored: Stored) => Promise<void>
  /** The same for remembering a mapping, which is done before the file is stored, and whatever becomes of it. */
  onMapped?: OnMapped | undefined
}

/** What was stored of a file: nothing that stands in it. */
export type Stored = {
  upload: string
  release: number
  /** SHA-256 of the file. */
  hash: string
  changes: Pick<Staged['changes'], 'new' | 'revised'>
}

/**
 * What became of a file. `refused`: it has a Stop. `unaccepted`: it has a Warn that nobody gave a reason for.
 * `unchanged`: all of it is held already. `checked`: it was only checked. Only `drafted` and `published` stored anything.
 */
export type Outcome = 'published' | 'drafted' | 'unchanged' | 'checked' | 'unaccepted' | 'refused'

export type ImportReport = Omit<Staged, 'newest'> & {
  outcome: Outcome
  format: string | null
  title: string | null
  findings: Finding[]
  counts: { stop: number; warn: number; fixed: number }
  /** The rows that findings are about, as they stand in the file. */
  excerpt: Excerpt
  sheets: string[]
  /** How a sheet with headings of its own might be read, where nobody has said it yet. */
  proposal: MappingProposal | null
  release: number | null
  upload: string | null
}

/** Carries the staged result out of a transaction that is rolled back. */
class RolledBack {
  readonly outcome: Outcome
  readonly staged: Staged
  constructor(outcome: Outcome, staged: Staged) {
    this.outcome = outcome
    this.staged = staged
  }
}

/**
 * Reads, checks and keeps a file in one transaction: afterwards either all of it is there or nothing. What is wrong
 * with the file is in the report's findings and never thrown.
 */
export async function importFile(
  db: Database,
  reference: Reference,
  request: ImportRequest,
): Promise<ImportReport> {
  const findings = new Findings(request.most)
  const progress = request.onProgress ?? (() => undefined)
  const opened = await openFile(db, reference, request, findings)
  const report = async (outcome: Outcome, staged: Staged, kept?: Kept): Promise<ImportReport> => {
    const { newest, ...rest } = staged
    return {
      outcome,
      format: opened.format?.name ?? null,
      title: opened.reader ? titleOf(opened.reader, newest) : null,
      ...rest,
      findings: findings.list(),
      counts: { stop: findings.count('stop'), warn: findings.count('warn'), fixed: findings.count('fixed') },
      excerpt: kept?.excerpt ?? (await excerptFor(request, findings)),
      sheets: opened.table ? (opened.table.sheets?.names ?? []) : await sheetNames(request.bytes),
      proposal: outcome === 'refused' ? await propose(opened, request, findings) : null,
      release: kept?.release ?? null,
      upload: kept?.upload ?? null,
    }
  }
  const { table, format, reader, context } = opened
  await rememberMapping(db, opened, request, findings)
  if (!table || !format || !reader || !context) return report('refused', NOTHING_STAGED)

  // Packed on another core while the figures are read.
  const packed = request.mode === 'check' ? null : packFile(request.bytes)
  packed?.catch(() => undefined)
  try {
    return await db.transaction().execute(async (tx) => {
      await lockForWriting(tx)
      const hash = createHash('sha256').update(request.bytes).digest('hex')
      const release = await createRelease(tx, {
        kind: reader.kind === 'neighbours' ? 'published' : reader.releaseKind,
        ...reader.publication,
        source_date: null,
        file_name: request.fileName,
        file_hash: hash,
        loaded_at: request.now,
        loaded_by: request.by,
        reason: request.mode === 'publish' ? request.reason : null,
      })
      const staging = {
        db: tx,
        release,
        context,
        findings,
        onProgress: (part: number) => progress('reading', part),
        onCompare: () => progress('comparing', 0),
      }
      const staged =
        reader.kind === 'figures'
          ? await stageFigures(table, reader, staging)
          : await stageNeighbours(table, reader, staging)
      if (staged.figures === 0 && findings.count('stop') === 0) findings.add(emptyTable())
      if (staged.changes.revised > 0) {
        findings.add(revisionOf(staged.changes, reference))
        const before = (await findUploadsOfFile(tx, hash)).find((upload) => upload.state === 'published')
        if (before) findings.add(overtaken(before))
      }
      const outcome = decide(staged, findings, request)
      if (!packed || (outcome !== 'published' && outcome !== 'drafted')) throw new RolledBack(outcome, staged)
      await nameRelease(tx, release, titleOf(reader, staged.newest))
      const kept = await keep(tx, { release, format, staged, findings, packed: await packed }, request)
      if (outcome === 'published') {
        await publishRelease(tx, release, request.now)
        await protectEdition(tx, reference)
      }
      await request.onStored?.(tx, { ...kept, hash, changes: staged.changes })
      return report(outcome, staged, kept)
    })
  } catch (error) {
    if (error instanceof RolledBack) return report(error.outcome, error.staged)
    throw error
  }
}

/** Finds out what a file is and how to read it; as far as it gets, the rest being in the findings. */
async function openFile(
  db: Database,
  reference: Reference,
  request: ImportRequest,
  findings: Findings,
): Promise<Opened> {
  const { fileName, sheet = null, period = null } = request
  const table = await openTable(request.bytes, findings, { fileName, sheet })
  if (!table || findings.count('stop') > 0) return {}
  const childLevel = await findChildLevel(table, request.bytes)
  if (childLevel) {
    findings.add(childLevel)
    return {}
  }
  const context: Context = {
    fileName,
    today: request.now.slice(0, 10),
    reference,
    period,
    population: await openPopulations(db),
  }
  const format = FORMATS.find((each) => each.recognises(table.header, context))
  if (!format) return openSheet(db, table, context, request, findings)
  const reader = format.open(table.header, context, findings)
  return reader ? { table, context, format, reader } : { table, format }
}

/** A return is told from the next by its newest quarter. */
function titleOf(
  { publication, ...reader }: FigureReader | NeighbourReader,
  newest: Staged['newest'],
): string {
  const isReturn = reader.kind === 'figures' && reader.releaseKind === 'return'
  return isReturn && newest?.kind === 'quarter'
    ? `${publication.title}, ${quarterLabel(newest)}`
    : publication.title
}

function decide({ changes }: Staged, findings: Findings, { mode, reason }: ImportRequest): Outcome {
  if (findings.count('stop') > 0) return 'refused'
  if (mode === 'draft') return 'drafted'
  if (changes.new + changes.revised === 0) return 'unchanged'
  if (mode === 'check') return 'checked'
  return findings.count('warn') > 0 && !reason ? 'unaccepted' : 'published'
}

type Kept = { release: number; upload: string; excerpt: Excerpt }

type Keeping = {
  release: number
  format: Pick<Format, 'name'>
  staged: Staged
  findings: Findings
  packed: Buffer
}

/** Keeps the file and all that was said of it beside its figures. */
async function keep(
  tx: Database,
  { release, format, staged, findings, packed }: Keeping,
  request: ImportRequest,
): Promise<Kept> {
  const upload = randomUUID()
  const excerpt = await excerptFor(request, findings)
  const counts = { stop: 0, warn: findings.count('warn'), fixed: findings.count('fixed') }
  await insertUpload(
    tx,
    {
      id: upload,
      release_id: release,
      format: format.name,
      file_size: request.bytes.length,
      sheet: request.sheet ?? null,
      period: request.period ?? null,
      rows: staged.rows,
      figures: staged.figures,
      findings: JSON.stringify(findings.list()),
      report: JSON.stringify({ counts, excerpt, sheets: await sheetNames(request.bytes) }),
      changes: JSON.stringify(staged.changes),
      compared_at: await readRevision(tx),
    },
    packed,
  )
  return { release, upload, excerpt }
}

const excerptFor = ({ bytes, fileName, sheet = null }: ImportRequest, findings: Findings) =>
  readExcerpt(bytes, { fileName, sheet }, findings.list())

/** The 0–17 population of every area and mid-year that is held now. */
async function openPopulations(db: Database): Promise<Context['population']> {
  const held = new Map<string, number>()
  for (const figure of await findFigures(db, { indicator: POPULATION, dimension: '' })) {
    if (isNumber(figure.value)) held.set(`${figure.area} ${figure.period.slice(0, 4)}`, figure.value)
  }
  return (area, year) => held.get(`${area} ${year}`)
}
