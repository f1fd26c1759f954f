import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { Findings } from './finding.ts'

/** A table as it stands in a file: headings and rows of text, the file's first row being row 1. */
export type Table = {
  header: string[]
  /** Batches of rows after the heading; `first` is the spreadsheet row of the first of them. */
  batches: () => AsyncGenerator<{ first: number; rows: string[][] }>
}

const BATCH = 500
/** Small chunks keep few rows in the air at once, and so the memory of a large file low. */
const CHUNK = 1 << 15
const WORKBOOK = Buffer.from('PK')

/**
 * Opens the bytes of a file as a table. Says what it had to put right (a hidden marker, an encoding) and stops at
 * what is no table at all. `undefined` when it stopped.
 */
export async function openTable(bytes: Buffer, findings: Findings): Promise<Table | undefined> {
  const stop = (check: string, message: string, remedy: string) =>
    findings.add({ check, level: 'stop', row: null, column: null, value: null, message, remedy })

  if (bytes.length === 0) {
    stop('empty-file', 'The file is empty.', 'Save the table again and choose that file.')
    return undefined
  }
  if (bytes.subarray(0, 2).equals(WORKBOOK)) {
    stop(
      'workbook',
      'This is an Excel workbook, whatever its name says.',
      'In Excel choose Save as, CSV UTF-8.',
    )
    return undefined
  }
  if (/^\s*<(!doctype|html|\?xml|table)/i.test(bytes.subarray(0, 200).toString('latin1'))) {
    stop('web-page', 'This is a web page, not a table.', 'Open it in Excel and choose Save as, CSV UTF-8.')
    return undefined
  }

  const text = decode(bytes, findings)
  const delimiter = sniffDelimiter(text)
  const rows = readRows(text, delimiter, findings)
  const first = await rows.next()
  const firstRows: string[][] = first.done ? [] : first.value
  const header = (firstRows[0] ?? []).map((cell) => cell.trim())
  // Spreadsheets leave empty columns at the end of every row.
  while (header.length > 0 && header.at(-1) === '') header.pop()
  if (findings.count('stop') > 0) return undefined
  if (header.filter(Boolean).length < 2) {
    stop(
      'header',
      `Row 1 must hold the names of the columns; it holds "${header.join(' ').slice(0, 80)}".`,
      'Delete any title above the table, so that the column names stand in row 1.',
    )
    return undefined
  }
  return {
    header,
    async *batches() {
      let row = 2
      const rest = firstRows.slice(1)
      if (rest.length > 0) yield { first: row, rows: rest }
      row += rest.length
      for await (const batch of rows) {
        yield { first: row, rows: batch }
        row += batch.length
      }
    },
  }
}

function decode(bytes: Buffer, findings: Findings): Buffer {
  const fixed = (check: string, message: string) =>
    findings.add({ check, level: 'fixed', row: null, column: null, value: null, message, remedy: '' })
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    fixed('byte-order-mark', 'Removed a hidden marker at the start of the file.')
    return bytes.subarray(3)
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const encoding = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'
    fixed('encoding', 'Read the file as UTF-16, which Excel calls Unicode text.')
    return Buffer.from(new TextDecoder(encoding).decode(bytes))
  }
  if (isUtf8(bytes)) return bytes
  findings.add({
    check: 'encoding',
    level: 'warn',
    row: null,
    column: null,
    value: null,
    message: 'The file is not UTF-8; it was read as Windows-1252, so a £ or an accent may be wrong.',
    remedy: 'Check names and notes with £ or accents, or save the file as CSV UTF-8.',
  })
  return Buffer.from(new TextDecoder('windows-1252').decode(bytes))
}

/** The separator of the heading row: a comma, unless another splits it into more columns. */
function sniffDelimiter(text: Buffer): string {
  const end = text.indexOf(0x0a)
  const line = text.subarray(0, end === -1 ? text.length : end).toString('utf8')
  const unquoted = line.replaceAll(/"[^"]*"/g, '')
  const counts = [',', ';', '\t'].map((separator): [string, number] => [
    separator,
    unquoted.split(separator).length,
  ])
  counts.sort((a, b) => b[1] - a[1])
  return counts[0]?.[0] ?? ','
}

async function* readRows(text: Buffer, delimiter: string, findings: Findings): AsyncGenerator<string[][]> {
  const parser = parse({ delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false })
  const chunks = function* () {
    for (let start = 0; start < text.length; start += CHUNK) yield text.subarray(start, start + CHUNK)
  }
  const source = Readable.from(chunks(), { objectMode: false, highWaterMark: CHUNK })
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let rows: string[][] = []
  let read = 0
  try {
    for await (const row of parser) {
      read++
      rows.push(row)
      if (rows.length === BATCH) {
        yield rows
        rows = []
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    findings.add({
      check: 'quotes',
      level: 'stop',
      row: Math.max(read + 1, parser.info.records + 1),
      column: null,
      value: null,
      message: 'A double quote is opened and never closed, so the rest of the file runs into one cell.',
      remedy: 'Take the double quote out of this row, close it, or write it twice where it is meant.',
    })
  }
  if (rows.length > 0) yield rows
}
