import type { Findings } from './finding.ts'

/** A table as it stands in a file: headings and rows of text, the file's first row being row 1. */
export type Table = {
  header: string[]
  /** The sheets of a workbook, in its order, and which of them this is; null for a text file. */
  sheets: { names: string[]; chosen: string } | null
  /** How much of the file has been read, from 0 to 1. */
  progress: () => number
  /**
   * Batches of rows after the heading; `first` is the spreadsheet row of the first of them. Where nothing stands for
   * many rows, the next batch begins below them.
   */
  batches: () => AsyncGenerator<{ first: number; rows: string[][] }>
}

/** How many rows are handed on at a time. */
export const BATCH = 500

/** The headings in row 1; `undefined`, and a Stop, where there are none. `elsewhere` is what else the remedy offers. */
export function readHeader(
  cells: readonly string[],
  findings: Findings,
  elsewhere = '',
): string[] | undefined {
  const header = cells.map((cell) => cell.trim())
  // Spreadsheets leave empty columns at the end of every row.
  while (header.length > 0 && header.at(-1) === '') header.pop()
  if (header.filter(Boolean).length >= 2) return header
  findings.add({
    check: 'header',
    level: 'stop',
    row: null,
    column: null,
    value: null,
    message: `Row 1 must hold the names of the columns; it holds "${header.join(' ').slice(0, 80)}".`,
    remedy: `Delete any title above the table, so that the column names stand in row 1.${elsewhere}`,
  })
  return undefined
}
