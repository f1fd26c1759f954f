import { openTable } from './file.ts'
import { type Finding, Findings } from './finding.ts'

/** Some rows of a file as they stand in it. */
export type Excerpt = { header: string[]; rows: { row: number; cells: string[] }[] }

/** How many rows are shown for each check. */
const ROWS_A_CHECK = 3
/** A long note is shown by its beginning. */
const LONGEST_CELL = 200

/** The first rows that each check had something to say of, so that a finding can be seen in its place. */
export async function readExcerpt(
  bytes: Buffer,
  file: { fileName: string; sheet: string | null },
  findings: readonly Finding[],
): Promise<Excerpt> {
  const wanted = rowsToShow(findings)
  const excerpt: Excerpt = { header: [], rows: [] }
  // Of what may be about a child nothing is shown, not even the headings.
  if (findings.some((finding) => finding.check === 'child-level')) return excerpt
  const table = await openTable(bytes, new Findings(), file)
  if (!table) return excerpt
  excerpt.header = table.header
  const last = Math.max(...wanted)
  if (wanted.size === 0) return excerpt
  for await (const { first, rows } of table.batches()) {
    for (const [i, cells] of rows.entries()) {
      if (wanted.has(first + i)) {
        excerpt.rows.push({ row: first + i, cells: cells.map((cell) => cell.slice(0, LONGEST_CELL)) })
      }
    }
    if (first + rows.length > last) break
  }
  return excerpt
}

function rowsToShow(findings: readonly Finding[]): Set<number> {
  const wanted = new Set<number>()
  for (const own of Map.groupBy(findings, (finding) => finding.check).values()) {
    const rows = own.map((finding) => finding.row).filter((row) => row !== null && row > 1)
    for (const row of rows.slice(0, ROWS_A_CHECK)) wanted.add(row as number)
  }
  return wanted
}
