import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { Findings } from './finding.ts'
import { BATCH, readHeader, type Table } from './table.ts'
import { isZip, looksLikeWorkbook, openWorkbook } from './workbook.ts'

export type { Table }

/** Small chunks keep few rows in the air at once, and so the memory of a large file low. */
const CHUNK = 1 << 15

/**
 * Opens the bytes of a file as a table: a text file, or a sheet of a workbook, the first unless one is named. What the
 * bytes are decides, and not the name. Says what it had to put right (a hidden marker, an encoding) and stops at what
 * is no table at all. `undefined` when it stopped.
 */
export async function openTable(
  bytes: Buffer,
  findings: Findings,
  { fileName, sheet }: { fileName: string; sheet: string | null } = { fileName: '', sheet: null },
): Promise<Table | undefined> {
  const stop = (check: string, message: string, remedy: string) =>
    findings.add({ check, level: 'stop', row: null, column: null, value: null, message, remedy })

  if (bytes.length === 0) {
    stop('empty-file', 'The file is empty.', 'Save the table again and choose that file.')
    return undefined
  }
  const textEnding = /\.(csv|tsv|txt)$/i.exec(fileName)?.[0].toLowerCase()
  if (isZip(bytes) && textEnding !== undefined) {
    stop(
      'workbook',
      `This is an Excel workbook although its name ends in ${textEnding}.`,
      'Rename it to end in .xlsx. Or in Excel choose Save as, CSV UTF-8.',
    )
    return undefined
  }
  if (looksLikeWorkbook(bytes)) return openWorkbook(bytes, sheet, findings)
  if (/^\s*<(!doctype|html|\?xml|table)/i.test(bytes.subarray(0, 200).toString('latin1'))) {
    stop('web-page', 'This is a web page, not a table.', 'Open it in Excel and choose Save as, CSV UTF-8.')
    return undefined
  }

  const text = decode(bytes, findings)
  const delimiter = sniffDelimiter(text)
  const place = { read: 0 }
  const rows = readRows(text, delimiter, findings, place)
  const first = await rows.next()
  const firstRows: string[][] = first.done ? [] : first.value
  if (findings.count('stop') > 0) return undefined
  const header = readHeader(firstRows[0] ?? [], findings)
  if (!header) return undefined
  return {
    header,
    sheets: null,
    progress: () => place.read / text.length,
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

/** The bytes of a text file as UTF-8. Says what it had to put right. */
export function decode(bytes: Buffer, findings: Findings): Buffer {
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

async function* readRows(
  text: Buffer,
  delimiter: string,
  findings: Findings,
  place: { read: number },
): AsyncGenerator<string[][]> {
  const parser = parse({ delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false })
  const chunks = function* () {
    for (let start = 0; start < text.length; start += CHUNK) {
      place.read = start
      yield text.subarray(start, start + CHUNK)
    }
    place.read = text.length
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
