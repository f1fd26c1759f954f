import { createHash } from 'node:crypto'
import { isNumber } from '../domain/figure.ts'
import { nearest } from '../domain/nearest.ts'
import { POPULATION } from '../domain/population.ts'
import type { Reference } from '../reference.ts'
import type { Database } from '../store/database.ts'
import { findFigures } from '../store/figures.ts'
import { createRelease, publishRelease } from '../store/releases.ts'
import { lockForWriting } from '../store/revision.ts'
import { openTable } from './file.ts'
import { type Finding, Findings } from './finding.ts'
import type { Context } from './format.ts'
import { FORMATS } from './formats.ts'
import { type Changes, type Staged, stageFigures, stageNeighbours } from './stage.ts'

export type ImportRequest = {
  bytes: Buffer
  fileName: string
  by: string
  /** Needed to accept warnings. */
  reason: string | null
  /** Only says what would happen. */
  dryRun: boolean
  /** ISO time of the import. */
  now: string
}

/**
 * What became of a file. `refused`: it has a Stop. `unaccepted`: it has a Warn that nobody gave a reason for.
 * `unchanged`: all of it is held already. `checked`: it was a dry run. Only `published` stored anything.
 */
export type Outcome = 'published' | 'unchanged' | 'checked' | 'unaccepted' | 'refused'

export type ImportReport = {
  outcome: Outcome
  format: string | null
  title: string | null
  rows: number
  figures: number
  changes: Changes
  findings: Finding[]
  counts: { stop: number; warn: number; fixed: number }
  release: number | null
}

const NOTHING: Staged = { rows: 0, figures: 0, changes: { new: 0, revised: 0, unchanged: 0 } }

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
 * Reads, checks and publishes a file in one transaction: afterwards either all of it is there or nothing. What is
 * wrong with the file is in the report's findings and never thrown.
 */
export async function importFile(
  db: Database,
  reference: Reference,
  request: ImportRequest,
): Promise<ImportReport> {
  const findings = new Findings()
  let format: string | null = null
  let title: string | null = null
  const report = (outcome: Outcome, staged: Staged, release: number | null): ImportReport => ({
    outcome,
    format,
    title,
    ...staged,
    findings: findings.list(),
    counts: { stop: findings.count('stop'), warn: findings.count('warn'), fixed: findings.count('fixed') },
    release,
  })

  const table = await openTable(request.bytes, findings)
  if (!table || refuseChildLevel(table.header, findings)) return report('refused', NOTHING, null)

  const context: Context = {
    fileName: request.fileName,
    today: request.now.slice(0, 10),
    reference,
    population: await openPopulations(db),
  }
  const layout = FORMATS.find((each) => each.recognises(table.header, context))
  if (!layout) {
    refuseUnknownFormat(table.header, findings)
    return report('refused', NOTHING, null)
  }
  format = layout.name
  const reader = layout.open(table.header, context, findings)
  if (!reader) return report('refused', NOTHING, null)
  title = reader.publication.title

  try {
    return await db.transaction().execute(async (tx) => {
      await lockForWriting(tx)
      const release = await createRelease(tx, {
        kind: reader.kind === 'neighbours' ? 'published' : reader.releaseKind,
        ...reader.publication,
        source_date: null,
        file_name: request.fileName,
        file_hash: createHash('sha256').update(request.bytes).digest('hex'),
        loaded_at: request.now,
        loaded_by: request.by,
        reason: request.reason,
      })
      const staged =
        reader.kind === 'figures'
          ? await stageFigures(tx, release, table, reader, context, findings)
          : await stageNeighbours(tx, release, table, reader, findings)
      if (staged.figures === 0 && findings.count('stop') === 0) refuseEmpty(findings)
      if (staged.changes.revised > 0) warnOfRevision(staged.changes.revised, findings)
      const outcome = decide(staged, findings, request)
      if (outcome !== 'published') throw new RolledBack(outcome, staged)
      await publishRelease(tx, release, request.now)
      return report('published', staged, release)
    })
  } catch (error) {
    if (error instanceof RolledBack) return report(error.outcome, error.staged, null)
    throw error
  }
}

function decide({ changes }: Staged, findings: Findings, { dryRun, reason }: ImportRequest): Outcome {
  if (findings.count('stop') > 0) return 'refused'
  if (changes.new + changes.revised === 0) return 'unchanged'
  if (dryRun) return 'checked'
  return findings.count('warn') > 0 && !reason ? 'unaccepted' : 'published'
}

/** The 0–17 population of every area and mid-year that is held now. */
async function openPopulations(db: Database): Promise<Context['population']> {
  const held = new Map<string, number>()
  for (const figure of await findFigures(db, { indicator: POPULATION, dimension: '' })) {
    if (isNumber(figure.value)) held.set(`${figure.area} ${figure.period.slice(0, 4)}`, figure.value)
  }
  return (area, year) => held.get(`${area} ${year}`)
}

/** Headings that only a list of people has. Tables of the national layout name places, not people. */
const PERSONAL =
  /^(fore|sur|first|last|full|given|family)?_?name$|^dob$|date_of_birth|^upn$|pupil_number|^nhs|post_?code|child_?(id|ref|number)|^(la_)?child_id$/i

function refuseChildLevel(header: readonly string[], findings: Findings): boolean {
  const column = header.find((name) => PERSONAL.test(name.trim().replaceAll(/[\s-]+/g, '_')))
  if (column === undefined) return false
  findings.add({
    check: 'child-level',
    level: 'stop',
    row: 1,
    column,
    value: null,
    message: 'This looks like child-level data. Nothing of it was kept.',
    remedy:
      'Send totals only: a row an indicator and period, without names, dates of birth, postcodes or numbers of children.',
  })
  return true
}

function refuseUnknownFormat(header: readonly string[], findings: Findings): void {
  const known = ['period', 'indicator_id', 'area_code', 'time_period', 'geographic_level', 'old_la_code']
  const guesses = header.flatMap((name) => {
    const guess = known.includes(name) ? undefined : nearest(name, known)
    return guess ? [`"${name}" (did you mean "${guess}"?)`] : []
  })
  findings.add({
    check: 'unknown-format',
    level: 'stop',
    row: 1,
    column: null,
    value: header.join(', ').slice(0, 200),
    message: `These headings belong to no layout that is known here${guesses.length > 0 ? `: ${guesses.join(', ')}` : ''}.`,
    remedy:
      'Use the quarterly template (period, indicator_id, area_code, …), a DfE file in the national layout, or a DfE list of statistical neighbours.',
  })
}

function refuseEmpty(findings: Findings): void {
  findings.add({
    check: 'empty-table',
    level: 'stop',
    row: null,
    column: null,
    value: null,
    message: 'The table has headings but no figures.',
    remedy: 'Check that the right sheet was saved, and that its filters show all rows.',
  })
}

function warnOfRevision(count: number, findings: Findings): void {
  findings.add({
    check: 'revision',
    level: 'warn',
    row: null,
    column: null,
    value: null,
    message: `Changes ${count} ${count === 1 ? 'figure that is' : 'figures that are'} published already.`,
    remedy: 'If that is meant, give the reason; the figures that stood before stay readable.',
  })
}
