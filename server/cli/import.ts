import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { formatNumber } from '../domain/rounding.ts'
import type { Finding } from '../imports/finding.ts'
import { type ImportReport, importFile } from '../imports/run.ts'
import { waitForOthers } from '../low-priority.ts'
import type { Reference } from '../reference.ts'
import { appendAudit, recordEvent } from '../store/audit.ts'
import type { Database } from '../store/database.ts'
import { fileRefused, fileStored } from '../uploads/events.ts'
import { userName } from '../user-name.ts'

export type Surroundings = { db: Database; reference: Reference; now: Date; write: (text: string) => void }

/** `import <file>`: gives the exit code, 0 when the file is published or held already. */
export async function importCommand(
  args: string[],
  { db, reference, now, write }: Surroundings,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { by: { type: 'string' }, reason: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) {
    write('Say which one file to import: npm run cli -- import <file>\n')
    return 2
  }
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch {
    write(`${file} can't be read. Check the path.\n`)
    return 1
  }
  waitForOthers()
  const mode = values['dry-run'] ? 'check' : 'publish'
  const told = {
    bytes,
    fileName: basename(file),
    reason: values.reason ?? null,
    now: now.toISOString(),
    actor: 'command-line',
  }
  const report = await importFile(db, reference, {
    ...told,
    by: values.by ?? userName(),
    mode,
    onStored: (tx, stored) => appendAudit(tx, fileStored('upload-published', stored, told)),
  })
  if (mode === 'publish' && report.outcome === 'refused') await recordEvent(db, fileRefused(report, told))
  write(`${describe(report, basename(file))}\n`)
  return report.outcome === 'refused' || report.outcome === 'unaccepted' ? 1 : 0
}

const count = (n: number, one: string, other: string) => `${formatNumber(n, 0)} ${n === 1 ? one : other}`

/** A report in the words of a person at a terminal. */
export function describe(report: ImportReport, file: string): string {
  const lines: string[] = []
  const { counts, changes } = report
  if (report.format) {
    const says = report.title?.startsWith(report.format) ? [report.title] : [report.format, report.title]
    const what = `${file}: ${says.filter(Boolean).join(', ')}`
    lines.push(
      `${what}; ${count(report.rows, 'row', 'rows')} read, ${count(report.figures, 'figure', 'figures')}.`,
    )
  } else {
    lines.push(`${file}:`)
  }
  for (const finding of report.findings) lines.push(describeFinding(finding))
  const shown = report.findings.length
  const total = counts.stop + counts.warn + counts.fixed
  if (shown < total) lines.push(`… and ${formatNumber(total - shown, 0)} more of the same kinds.`)
  lines.push(
    conclusion(report),
    `New ${changes.new}, revised ${changes.revised}, unchanged ${changes.unchanged}.`,
  )
  return lines.join('\n')
}

function describeFinding({ level, row, column, value, message, remedy }: Finding): string {
  const place = [
    row === null ? undefined : `row ${row}`,
    column === null ? undefined : `column ${column}`,
    value === null ? undefined : `value "${value}"`,
  ].filter(Boolean)
  const where = place.length > 0 ? ` ${place.join(', ')}:` : ''
  return `  ${level.toUpperCase()}${where} ${message}${remedy ? ` ${remedy}` : ''}`
}

function conclusion({ outcome, counts, release }: ImportReport): string {
  switch (outcome) {
    case 'published':
      return `Published as release ${release}.`
    case 'unchanged':
      return 'Nothing changed: every figure in it is published already, with the same value.'
    case 'drafted':
      return 'Kept as a draft.'
    case 'checked':
      return 'Checked only: nothing was stored.'
    case 'unaccepted':
      return `Not imported: ${count(counts.warn, 'warning', 'warnings')} to accept. If they are as meant, repeat with --reason "why".`
    case 'refused':
      return `Not imported: ${count(counts.stop, 'fault has', 'faults have')} to be put right first. Nothing was stored.`
  }
}
