import { openTable } from './file.ts'
import { type Finding, Findings } from './finding.ts'

const NAMES = { stop: 'To put right', warn: 'To look at', fixed: 'Put right' }

const words = ({ level, column, message, remedy }: Finding) =>
  `${NAMES[level]}${column === null ? '' : ` (${column})`}: ${message}${remedy && level !== 'fixed' ? ` ${remedy}` : ''}`

/**
 * A file's rows as they stand in it, with a last column that says what was found in each; what is about the whole file
 * stands in the first row. The importer passes the column over, so the copy can be put right and uploaded itself.
 */
export async function annotate(
  bytes: Buffer,
  file: { fileName: string; sheet: string | null },
  findings: readonly Finding[],
): Promise<string[][]> {
  const byRow = Map.groupBy(findings, (finding) => Math.max(finding.row ?? 2, 2))
  const told = (row: number) => (byRow.get(row) ?? []).map(words).join(' | ')
  // Of what may be about a child no copy is made.
  const isPersonal = findings.some((finding) => finding.check === 'child-level')
  const table = isPersonal ? undefined : await openTable(bytes, new Findings(), file)
  if (!table) return [['findings'], [findings.map(words).join(' | ')]]
  const width = table.header.length
  const rows = [[...table.header, 'findings']]
  for await (const batch of table.batches()) {
    for (const [i, cells] of batch.rows.entries()) {
      const row = Array.from({ length: Math.max(width, cells.length) }, (_, at) => cells[at] ?? '')
      rows.push([...row, told(batch.first + i)])
    }
  }
  return rows
}
